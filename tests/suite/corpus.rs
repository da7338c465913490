//! Inputs that fuzzing found worth keeping, read again: none may panic. `fuzz/run` looks for new ones.

#[path = "../../fuzz/src/readers.rs"]
mod readers;

use data_encoding::BASE64;
use std::{fs, path::Path};

#[test]
fn every_kept_input_is_read_without_a_panic() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus");
    for (name, read) in readers::ALL {
        let file = corpus.join(format!("{name}.txt"));
        let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let inputs: Vec<Vec<u8>> = text.lines().map(|line| BASE64.decode(line.as_bytes()).unwrap()).collect();
        assert!(inputs.len() >= 10, "{name}: only {} inputs are kept", inputs.len());
        inputs.iter().for_each(|input| read(input));
    }
}
