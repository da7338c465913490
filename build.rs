//! Makes the tables ready for the programs: the notes, which are for whoever keeps a table, stay behind.

use std::{env, error::Error, fs, path::Path};

/// The column of notes.
const NOTE: &str = "note";

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new("src/rules");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = env::var("OUT_DIR")?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            let name = path.file_name().ok_or("a table without a name")?;
            fs::write(Path::new(&out).join(name), without_notes(&path)?)?;
        }
    }
    Ok(())
}

/// A table with empty notes. Lines keep their places, so that what is wrong with one is found in the table itself.
fn without_notes(path: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path)?;
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let mut notes = None;
    for record in reader.records() {
        let record = record?;
        let heading = notes.is_none();
        let place = *notes.get_or_insert_with(|| record.iter().position(|cell| cell == NOTE));
        let cells = record.iter().enumerate();
        writer.write_record(cells.map(|(index, cell)| if !heading && Some(index) == place { "" } else { cell }))?;
    }
    Ok(writer.into_inner()?)
}
