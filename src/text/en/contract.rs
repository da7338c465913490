//! English: the contract.

use crate::text::catalogue::contract::{Account, Contract, SwitchWords, TariffWords};

pub const CONTRACT: Contract = Contract {
    scheme_since: [
        "New plant: net-billing, hourly prices (RCE)",
        "Feeding in by 30 June 2024: net-billing, monthly prices (RCEm)",
        "Notified by 31 March 2022: net-metering (opusty)",
        "A share of a plant on my block of flats (collective prosumer)",
        "A share of a plant elsewhere (virtual prosumer)",
        "A plant for the common parts of a block of flats (prosument lokatorski)",
    ],
    scheme_names: [
        "net-billing, hourly prices (RCE)",
        "net-billing, monthly prices (RCEm)",
        "net-metering (opusty)",
        "collective prosumer (RCE)",
        "virtual prosumer (RCE)",
        "tenant plant (RCE)",
    ],
    scheme_means: [
        "Energy fed in has the market price of its hour. The value goes to the deposit, which pays for energy from the grid.",
        "Energy fed in has one market price for the month. The value goes to the deposit, which pays for energy from the \
         grid.",
        "For each kWh fed in you take back 0.8 kWh within 12 months, or 0.7 kWh with a plant above 10 kW.",
        "Your share of the generation lowers your use in every hour, as from a roof of your own. The rest is counted as in \
         net-billing. The roof is that of the block, the power is your share, the battery stands in your flat.",
        "All your use is bought from the grid with full charges. The generation of your share goes to the deposit at RCE, \
         and the deposit pays for energy alone. A battery at home changes nothing here, so none is counted. This is how we \
         read the law; part of it is in force only from 20 October 2026.",
        "What is counted is the meter of the common parts: lifts, light on the stairs, pumps. The deposit pays for energy, \
         and all that is left is paid out to the account of the building at the end of a settlement period. That the value \
         is multiplied by 1.23 here, and that this period is the time between two bills, is how we read the law.",
    ],
    energy_ways: ["At the tariff's price", "At a dynamic price: that of the market, another one every hour"],
    negative_ways: ["Counts as zero", "Lowers the bill"],
    building: "Building",
    building_hint: "The use above is that of the meter of the common parts, without the flats.",
    plant_elsewhere: "Say how the modules of the plant stand in which you have a share. The area does not count. The \
                      weather is that of your town.",
    plane_yield: |yearly| format!("Each 1 kWp makes {yearly} a year here."),
    per_flat: "For each flat, a year",
    per_flat_note: |paid_out, flats| format!("gross, of which {paid_out} are paid out; flats: {flats}"),
    bill_dynamic: "Energy is a sum over hours: the modelled market price (from RCE of the last 12 months), excise and \
                   margin. Real dynamic prices will differ. Network charges are those of your tariff group.",
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
    tenant_lead: "Above the axis: credited for last month's export. Below: paid for energy from the grid, and paid out to \
                  the account of the building. Nothing is lost. Line: balance at the end of the month. Gross amounts.",
    tenant_summary: |credited, used, paid_out| {
        format!("In a year {credited} are credited, {used} pay for energy, {paid_out} are paid out (gross amounts).")
    },
    paid_out: "Paid out",
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
    missing_rate: |price| format!("price “{price}”"),
    missing_zone_rate: |price, zone| format!("price “{price}”, zone “{zone}”"),
    missing_hours: "hours of the zones",
    missing_levy: |levy| format!("rate “{levy}”"),
    missing_vat: "rate of VAT",
};

pub const SWITCH: SwitchWords = SwitchWords { title: "Should you change how exports are settled?" };
