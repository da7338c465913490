//! English: the best of all designs.

use super::{Compared, JointText};

pub(super) const JOINT: JointText = JointText {
    panels: ("panel", "panels", "panels"),
    designs: ("choice", "choices", "choices"),
    groups: ("tariff group", "tariff groups", "tariff groups"),
    years: ("year", "years", "years"),

    plant: |kwp, panels| format!("a plant of {kwp} ({panels})"),
    share: |kwp| format!("a share of {kwp} in a plant"),
    nothing: "no plant",
    battery: |kwh| format!("battery {kwh}"),
    no_battery: "no battery",
    group: |group| format!("group {group}"),
    range: |from, to| format!("{from} to {to}"),
    and: "and ",

    best_value: |years| format!("Highest NPV over {years}"),
    best_payback: "Shortest payback",
    best_autonomy: |percent| format!("Highest NPV with an autonomy of at least {percent}"),
    best_budget: |amount| format!("Highest NPV at a cost of up to {amount} gross"),
    best_bill: "Lowest yearly bill",
    nothing_better: "No choice with panels that we compared does better.",
    amounts: |told| {
        format!(
            "Gross amounts (with VAT): cost at the start {}, after a grant if one was stated; bill {} a year instead of {} without a plant; \
             saving {} a year; net present value (NPV) over {}: {}.",
            told.investment, told.bill, told.bill_now, told.saving, told.years, told.value
        )
    },
    pays_back: |years, autonomy| {
        format!("The cost comes back after {years}. Autonomy, the use not bought from the grid: {autonomy}.")
    },
    never_pays_back: |years, autonomy| {
        format!("The cost does not come back within {years}. Autonomy, the use not bought from the grid: {autonomy}.")
    },
    money_says_no: |amount| {
        format!("For money alone it is better not to build: the NPV would be {amount} gross higher.")
    },
    compared: |all: &Compared| {
        let battery = all.largest_battery.as_ref().map_or(String::new(), |kwh| format!("batteries up to {kwh}, "));
        format!(
            "We compared {}: whole panels of {} up to {}, {battery}tariff groups {}. Building nothing is among them.",
            all.designs, all.module, all.largest_pv, all.groups
        )
    },
    compared_nothing: |all| format!("We compared the tariff groups {} without a plant.", all.groups),
    zone: |near| {
        let layouts = near.layouts.as_ref().map_or(String::new(), |layouts| format!(", panels: {layouts}"));
        format!(
            "As good in practice, itself included (within {}): {}, power {}, battery {}, tariff group {}{layouts}.",
            near.share, near.designs, near.pv, near.battery, near.groups
        )
    },
    zone_why: "Choose among them by other reasons, such as space or an installer's offer: nobody knows weather, habits and \
               prices more closely.",
    zone_alone: |share| format!("No other choice comes within {share} of it."),
    kwp_adds: |amount, years| format!("One more\u{a0}kWp of panels adds {amount} gross to the NPV over {years}."),
    kwp_takes: |amount, years| format!("One more\u{a0}kWp of panels takes {amount} gross from the NPV over {years}."),
    kwp_same: "One more\u{a0}kWp of panels does not change the NPV.",
    largest: "It is the largest plant that we compare in this layout.",
    kwh_adds: |amount, years| format!("One more\u{a0}kWh of battery adds {amount} gross to the NPV over {years}."),
    kwh_takes: |amount, years| format!("One more\u{a0}kWh of battery takes {amount} gross from the NPV over {years}."),
    kwh_same: "One more\u{a0}kWh of battery does not change the NPV.",
    moving: |from, to, amount| {
        format!("Moving from {from} to {to} alone, with nothing built, lowers the bills by {amount} gross a year.")
    },
    staying: |group| format!("Stay in group {group}: without a plant none that we compared is cheaper."),
    group_adds: |group, value| format!("Of this NPV {value} gross comes from moving to group {group} alone."),
    group_takes: |group, value| {
        format!("Without a plant group {group} would be dearer: {value} gross is taken off this NPV for it already.")
    },
    page_shows: |plant| {
        format!(
            "The calculator compares bills in one group, so once the choice is taken over it shows the NPV of the plant \
             alone: {plant} gross."
        )
    },

    layout: |name| format!("Where the panels go: {name}."),
    layout_on: |name, on| format!("Where the panels go: {name}; {on}."),
    sunniest: "the sunniest plane first",
    as_told: "straight on the plane as stated",
    even: "on every plane, in proportion to its space",
    one_plane: |number| format!("on plane {number} only"),
    rack: |slope| format!("on racks in rows with a slope of {slope}"),
    back_to_back: |slope| format!("on racks back to back with a slope of {slope}"),
    on_plane: |number, slope, direction| format!("plane {number} ({slope}, {direction})"),

    no_autonomy: |percent| format!("No choice that we compared reaches an autonomy of {percent}."),
    no_budget: |amount| format!("None of the plants that we compared can be had for {amount} gross."),
    no_payback: |years| format!("No choice that we compared pays its cost back within {years}."),
    no_design: "No choice that we compared meets this condition.",
    closest: |plan| format!("Closest: {plan}."),
    limit_no_panel: |module| {
        format!("Not one panel of {module} fits on the roof as stated. A larger plane would help.")
    },
    limit_roof: "The roof is the limit. More space for panels or a lower use would help.",
    limit_plant: "We compare no larger plants: the power allowed to a prosumer ends here, or what the use can draw on. A \
                  lower use would help.",
    limit_battery: |kwh| {
        format!("We compare no batteries above {kwh}. A lower use would help, above all in winter and after dark.")
    },
    limit_budget: |least, lacking| {
        format!(
            "The cheapest costs {least} gross, so {lacking} gross is missing. A larger budget or a grant would help."
        )
    },
    limit_horizon: |years| {
        format!("The savings of {years} do not cover the cost. A lower price of the plant or a grant would help.")
    },
    limit_scheme: "Under this settlement nothing flows from the plant straight into the home, so the autonomy is zero. A \
                   plant on your own roof would help.",

    old_scheme: "Your settlement takes no new plants, so we count a new one under net-billing at the hourly price (RCE). \
                 That is why this choice cannot be taken over into the calculator.",
    planes_change: "Once the choice is taken over, the calculator has the planes with the panels, with their slope and \
                    direction, in the place of yours.",
    planes_cut: "Once the choice is taken over, the calculator has just the areas below the panels, with their slope and \
                 direction, in the place of your planes.",
    cannot_take: "This layout cannot be written in the fields of the calculator, so it cannot be taken over.",
    take: |kwp, battery, group| format!("Take this choice: {kwp}, {battery}, {group}"),
    take_group: |group| format!("Take this choice: no plant, {group}"),

    one_year: "We count one year of weather and habits. Other years shift the result.",
    not_checked: "The battery follows no prices here and does not charge from the grid. We check no inverter, phases or \
                  connection power.",
    same_hours: "The use stays in the same hours in every group. Who moves it to cheaper hours gains more.",
    racks_cost: "Panels on racks are taken to cost as much as others, without ballast and paths, and the shade of one row \
                 on the next is left out. The figures of racks are therefore a little too good.",
    groups_left_out: |groups| format!("We leave out {groups} because rates are missing in our tables."),
    every_nth: |step| format!("On a roof this large the numbers of panels that we compare are {step} apart."),

    chart_title: "How much autonomy at what cost",
    chart_summary: |[least, most, from, to]| {
        format!("The choices that nothing beats: from an autonomy of {from} for {least} to {to} for {most} gross.")
    },
    chart_legend: "Autonomy: use not bought from the grid",
    chart_column: |cost| format!("Cost {cost} gross"),
    chart_reading: |[plan, autonomy, value, years]| {
        format!("{plan}; autonomy {autonomy}, NPV over {years} {value} gross")
    },
    thousands: |number| format!("{number}k"),
    by_investment: "Most autonomy for a cost",
    by_value: "Most autonomy for an NPV",
    front_columns: ["Cost, gross", "Panels", "Battery", "Group", "Autonomy", "NPV, gross", "Yearly bill, gross"],
    details: "The best choice and those like it",
    details_columns: ["Quantity", "Best", "As good", "No plant"],
    details_rows: [
        "Panels",
        "Battery",
        "Tariff group",
        "Where the panels go",
        "Cost, gross",
        "Yearly bill, gross",
        "Yearly saving, gross",
        "Payback",
        "NPV, gross",
        "Autonomy",
    ],
    none: "–",
};
