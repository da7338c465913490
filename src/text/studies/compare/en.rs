//! English: comparisons.

use super::{CompareText, ControlTable, HeatTable, PhaseTable, SwitchTable, TariffTable};

pub(super) const TEXT: CompareText = CompareText {
    tariffs: TariffTable {
        caption: "Yearly bill in each group, gross",
        group: "Group",
        before: "Without the plant, gross",
        after: "With the plant, gross",
        cheaper_by: "Gain against the present one, gross",
        current: |group| format!("{group} (present)"),
        weak: |group| format!("{group} (uncertain data)"),
        best: |group, gain| format!("With the plant {group} is cheapest: {gain} gross less a year."),
        stay: |group| format!("With the plant no group is cheaper than your {group}."),
        best_before: |group| format!("Without the plant {group} is cheapest."),
        other_way_dynamic: |group, cost| {
            format!(
                "At dynamic prices {group} would be cheapest: {cost} gross a year. Prices are modelled, margin and fee assumed. \
             To give your own, choose a dynamic price in the contract."
            )
        },
        other_way_tariff: |group, cost| {
            format!("At the tariff's prices {group} would be cheapest: {cost} gross a year.")
        },
        dynamic: |group| format!("{group}, dynamic price"),
        unknown: "These groups cannot be computed",
        lacks: |group, missing| format!("{group}. Missing: {missing}."),
    },
    switch: SwitchTable {
        stay: |now| format!("No. Today it is cheapest to stay with the present one: {now}."),
        change: |better, gain| {
            format!("In this year another one would be cheaper: {better}. The bill would fall by {gain} gross a year.")
        },
        sure: "The result is the same for high and for low market prices.",
        unsure: "The result is uncertain: at other market prices another one wins.",
        for_good: "A change is for good. There is no way back to the former settlement.",
        one_year_credit: "One year is compared. Net-metering lasts 15 years from the first feed-in.",
        one_year_rcem: "One year is compared. In later years prices may turn the result round.",
        caption: "Yearly bill under each settlement, gross",
        scheme: "Settlement",
        cost: "Yearly bill, gross",
        range: "At high and at low prices, gross",
        now: |scheme| format!("{scheme} (present)"),
    },
    phases: PhaseTable {
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
    },
    control: ControlTable {
        caption: "A year with the battery, run in each way",
        way: "Way",
        discharge: "From the battery",
        greedy: "Own energy first (a plain battery)",
        price_aware: "A controller with tomorrow's prices",
        optimal: "Full knowledge of the year (the bound)",
        note: "The controller looks for the lowest cost at hourly prices and counts the wear of the battery, by an assumption. \
           A bill is settled by months, so it may even rise where the deposit overflows.",
    },
    heat: HeatTable {
        caption: "The same heat from each source, in a year",
        columns: ["Source", "Cost, gross", "CO₂", "Dust PM10", "Dust PM2.5", "Benzo(a)pyrene"],
        present: |source| format!("{source} (present)"),
        chosen: |source| format!("{source} (planned)"),
        best: |source, cost| format!("The least in a year costs: {source}, {cost} gross."),
        saves: |less| format!("The planned pump costs {less} gross a year less than the present heating."),
        costs_more: |more| format!("The planned pump costs {more} gross a year more than the present heating."),
        less_smoke: |pm10, bap| {
            format!("{pm10} of PM10 dust and {bap} of benzo(a)pyrene a year no longer leave the chimney.")
        },
        what_counts: "The cost is fuel with its fixed charges. For electricity it is what is added to the bill of this \
                  home, with the plant of the result and in the same tariff. Devices and their service are not in it.",
        what_smokes: "Dust and benzo(a)pyrene arise at the house. CO₂ of electricity is that of energy bought from the \
                  grid, that of network heat the national mean, and that of wood counts as zero.",
        weak: |date| {
            format!(
                "Fuel prices, efficiencies and emission factors (EMEP/EEA 2023) are uncertain assumptions, checked \
             {date}. You can give the price of your present fuel in the form."
            )
        },
        no_price: "A dash: no price was found.",
        basis: "Fuel prices and efficiencies",
    },
};
