//! Polish: netting phase by phase.

use crate::text::catalogue::phases::PhaseWords;

pub const PHASES: PhaseWords = PhaseWords {
    title: "Falownik na jednej fazie: czy coś się traci?",
    lead: "Prosumenta rozlicza się z\u{a0}sumy trzech faz w\u{a0}każdej godzinie (ustawa o\u{a0}OZE, art. 4 ust. 2b). Dlatego \
           podłączenie falownika do jednej fazy nie zmienia rachunku. Gdyby każdą fazę liczyć osobno, jedna mogłaby \
           kupować prąd, gdy druga go oddaje.",
    open: "Policz każdą fazę osobno",
};
