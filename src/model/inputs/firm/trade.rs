//! What a firm does.

pub use crate::rules::firm::trade::Trade;
