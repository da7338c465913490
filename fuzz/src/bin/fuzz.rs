//! Feeds the reader that the environment names with what coverage finds; with a folder in `SEEDS` it only writes inputs
//! to begin with.
#![no_main]

#[path = "../seeds.rs"]
mod seeds;

use std::{env, fs, path::Path, sync::LazyLock};

static READ: LazyLock<fn(&[u8])> = LazyLock::new(|| {
    let name = env::var("READER").unwrap_or_default();
    let known = autonomia_fuzz::ALL.iter().find(|(known, _)| *known == name);
    let Some((_, read)) = known else { panic!("READER names no reader: '{name}'") };
    if let Ok(folder) = env::var("SEEDS") {
        for (place, seed) in seeds::of(&name).into_iter().enumerate() {
            fs::write(Path::new(&folder).join(format!("seed-{place}")), seed).expect("the folder can be written to");
        }
    }
    *read
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| READ(bytes));
