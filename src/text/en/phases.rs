//! English: netting phase by phase.

use crate::text::catalogue::phases::PhaseWords;

pub const PHASES: PhaseWords = PhaseWords {
    title: "An inverter on one phase: is anything lost?",
    lead: "Prosumers are settled by the sum of the three phases in every hour (RES act, art. 4 ust. 2b). So connecting the \
           inverter to one phase does not change the bill. If each phase were counted by itself, one could buy while another \
           feeds in.",
    open: "Count each phase by itself",
};
