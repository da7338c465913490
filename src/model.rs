//! The engine: one pure function for each stage of the line.

pub mod dispatch;
pub mod inputs;
pub mod report;
pub mod sizing;
