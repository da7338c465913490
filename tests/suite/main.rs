//! One test binary for everything that reaches across modules.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "a test that cannot read its data must fail, and compares what it means to compare"
)]

mod architecture;
mod balance;
mod bands;
mod bills;
mod control;
mod corpus;
mod data;
mod devices;
mod documents;
mod dynamic;
mod files;
mod firm_documents;
mod firm_engine;
mod firm_files;
mod firm_money;
mod firm_search;
mod firm_view;
mod firm_wishes;
mod firms;
mod fused;
mod heating;
mod joint;
mod joint_words;
mod links;
mod load;
mod market;
mod money;
mod oracle;
mod pack;
mod peaks;
mod prosumers;
mod scenarios;
mod schemes;
mod studies;
mod supports;
mod text;
mod trades;
mod weather;
