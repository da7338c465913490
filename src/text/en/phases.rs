//! English: netting phase by phase.

use crate::text::catalogue::phases::PhaseWords;

pub const PHASES: PhaseWords = PhaseWords {
    title: "An inverter on one phase: is anything lost?",
    lead: "Prosumers are settled by the sum of the three phases in every hour (RES act, art. 4 ust. 2b). So connecting the \
           inverter to one phase does not change the bill. If each phase were counted by itself, one could buy while another \
           feeds in.",
    open: "Count each phase by itself",
    caption: "The meter in a year with the plant",
    way: "Way of counting",
    import: "From the grid",
    export: "To the grid",
    cost: "Yearly bill, gross",
    summed: "Sum of the phases (as it is today)",
    apart: "Each phase by itself",
    dearer: |gross| format!("Counting each phase by itself would cost {gross} gross more a year."),
    cheaper: |gross| format!("Counting each phase by itself would cost {gross} gross less a year."),
    same: "In this home the bill would be the same.",
};
