//! Runs a scenario file through the engine.

fn main() {}
