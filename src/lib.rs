//! Autonomia: how much energy a Polish town can make and use, and whether it pays.
//!
//! The engine is a straight line of pure functions; each stage reads the outputs of earlier ones only:
//!
//! | stage | module | gives |
//! |---|---|---|
//! | inputs | `model::inputs` | a checked scenario |
//! | weather | `model::weather` | sun, irradiance, temperature and wind, hour by hour |
//! | generation | `model::generation` | AC energy and the ledger of losses |
//! | load | `model::load` | consumption, hour by hour |
//! | dispatch | `model::dispatch` | import, export, charge and discharge |
//! | settlement | `model::settlement` | the bill, line by line |
//! | finance | `model::finance` | cash flow, net present value, payback |
//! | report | `model::report` | the outcome as a person reads it |
//!
//! Rules that society may change (rates, levies, zones, towns) are rows of the tables in `rules`.
//! The page (`ui`) exists only on wasm32 and computes nothing itself; what runs beside it lies in `worker`.

pub mod calendar;
pub mod decimal;
pub mod error;
pub mod files;
pub mod firm;
pub mod kept;
pub mod link;
pub mod model;
pub mod order;
pub mod pack;
pub mod rules;
pub mod study;
pub mod text;
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod ui;
pub mod units;
pub mod view;
#[cfg(target_arch = "wasm32")]
pub mod worker;
