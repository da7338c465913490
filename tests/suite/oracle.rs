//! The engine beside peer engines: reference cases of pvlib, NREL SAM and independent Polish rules.
//!
//! `ORACLES_DIR` names another folder of cases in the same files; a family whose file is absent there is skipped.
//! What each family holds and which tolerance means "the same model": `tests/oracle/README.md`.

mod battery;
mod bills;
mod dispatch;
mod finance;
mod firms;
mod heat;
mod load;
mod loans;
mod plane;
pub mod reference;
mod rows;
mod sizing;
mod sun;
mod weather_generator;
mod year;
