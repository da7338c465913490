//! A town's pack: usable whole, or refused with everything that is wrong, in words.

use autonomia::{
    model::{firm::session::FirmSession, inputs::Scenario, inputs::firm::FirmScenario, session::Session},
    pack, text,
};

/// What begins the line with a file's name.
const FILE: &str = "== ";

/// Files one after another, each behind a line with its name.
pub(super) fn any(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let files: Vec<(&str, &str)> = text.split(FILE).filter_map(|file| file.split_once('\n')).collect();
    let read = pack::read(&files);
    match &read {
        Ok(checked) => {
            let (home, firm) = (Session::with(&checked.pack), FirmSession::with(&checked.pack));
            // Whatever the tables say: an outcome, or what is missing.
            let (mut home, mut firm) =
                (home.expect("what was checked is read"), firm.expect("what was checked is read"));
            for town in checked.rules.towns().map(|town| town.id.clone()).take(2) {
                let _ = home.outcome(&Scenario { town: town.clone(), ..Scenario::default() });
                let _ = firm.outcome(&FirmScenario { town, ..FirmScenario::default() });
            }
        }
        Err(findings) => assert!(findings.iter().any(|finding| !finding.file.is_empty())),
    }
    let good = read.is_ok();
    let report = text::pack::report(read);
    assert_eq!(report.good, good);
    for line in report.lines {
        assert!([line.pl, line.en].iter().all(|said| !said.what.is_empty() && !said.mend.is_empty()));
    }
}
