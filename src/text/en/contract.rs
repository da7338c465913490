//! English: the contract.

use crate::text::catalogue::contract::{Account, Contract, SwitchWords, TariffWords};

pub const CONTRACT: Contract = Contract {
    scheme_since: [
        "New plant: net-billing, hourly prices (RCE)",
        "Feeding in by 30 June 2024: net-billing, monthly prices (RCEm)",
        "Notified by 31 March 2022: net-metering (opusty)",
    ],
    scheme_names: ["net-billing, hourly prices (RCE)", "net-billing, monthly prices (RCEm)", "net-metering (opusty)"],
    bill_every: |months| if months == 1 { "every month".to_owned() } else { format!("every {months} months") },
    paths: [
        "Expected: our assumptions",
        "Flat: inflation only",
        "Rising: the grid grows dearer",
        "Cheaper noons: exports lose value",
    ],
    path_bases: [
        "Growth from our table of assumptions.",
        "Prices keep up with inflation. In 2026 energy fell by about 14% while distribution rose by 9.4%.",
        "Network and capacity charges keep growing as in 2026; the price at noon does not.",
        "Solar plants keep being added. RCE between 10 and 15 h fell from 259 to 193 zł/MWh net between July 2025 and \
         July 2026.",
    ],
    path_note: "A scenario, not a forecast. Your own values below go first.",
};

pub const ACCOUNT: Account = Account {
    deposit_title: "The prosumer deposit month by month",
    deposit_lead: "Above the axis: credited for last month's export. Below: paid for energy from the grid, refunded, and \
                   lost after 12 months. Line: balance at the end of the month. Gross amounts.",
    credit_title: "The energy account month by month",
    credit_lead: "Above the axis: kWh you may take back for what you fed in. Below: kWh taken back, and lost after 12 \
                  months. Line: balance at the end of the month.",
    credited: "Credited",
    used: "Used",
    refunded: "Refunded",
    forfeited: "Lost",
    balance: "Balance",
    deposit_summary: |credited, used, refunded, forfeited| {
        format!(
            "In a year {credited} are credited, {used} pay for energy, {refunded} are refunded, {forfeited} are lost \
             (gross amounts)."
        )
    },
    credit_summary: |credited, used, forfeited| {
        format!("In a year {credited} are credited, {used} are taken back, {forfeited} are lost.")
    },
    fullest: |month| format!("The account is fullest at the end of {month}."),
    at_the_end: "Year",
};

pub const TARIFFS: TariffWords = TariffWords {
    title: "Which tariff is cheapest for this home?",
    lead: "The same use in the same hours is counted. Whoever moves use into cheaper hours gains more.",
    open: "Compare the tariff groups",
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
    unknown: "These groups cannot be computed",
    lacks: |group, missing| format!("{group}. Missing: {missing}."),
    missing_rate: |price| format!("price “{price}”"),
    missing_zone_rate: |price, zone| format!("price “{price}”, zone “{zone}”"),
    missing_hours: "hours of the zones",
    missing_levy: |levy| format!("rate “{levy}”"),
    missing_vat: "rate of VAT",
};

pub const SWITCH: SwitchWords = SwitchWords {
    title: "Should you change how exports are settled?",
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
};
