//! English.

mod contract;
mod control;
mod devices;
mod files;
mod heat;
mod phases;
mod studies;
mod support;

use super::catalogue::{
    Answer, Charts, FieldWords, Fields, Form, Losses, MoneyWords, Notices, Problems, Site, Sources, Text, Unknown,
};
use super::{Lang, terms};

const fn words(label: &'static str, hint: &'static str) -> FieldWords {
    FieldWords { label, hint }
}

/// Every text in English.
pub static EN: Text = Text {
    site: SITE,
    form: FORM,
    fields: FIELDS,
    problems: PROBLEMS,
    answer: ANSWER,
    charts: CHARTS,
    money: MONEY,
    contract: contract::CONTRACT,
    account: contract::ACCOUNT,
    tariffs: contract::TARIFFS,
    switch: contract::SWITCH,
    support: support::SUPPORT,
    phases: phases::PHASES,
    control: control::CONTROL,
    ranges: studies::RANGES,
    search: studies::SEARCH,
    devices: devices::DEVICES,
    heat: heat::HEAT,
    losses: LOSSES,
    sources: SOURCES,
    unknown: UNKNOWN,
    files: files::FILES,
    notices: NOTICES,
    terms: terms::EN,
};

const SITE: Site = Site {
    title: "How much electricity can your roof make, and does it pay?",
    lead: "Below is the result for a typical home near you. Give your own data and the result follows at once.",
    skip: "Skip to the result",
    doors: "Who it is for",
    door_home: "Home",
    language: "Language",
    theme: "Appearance",
    theme_auto: "Auto",
    theme_light: "Light",
    theme_dark: "Dark",
    footer_privacy: "Everything is computed in your browser. We neither send nor collect any data.",
    footer_estimate: "The result is an estimate, not an offer and not legal advice.",
};

const FORM: Form = Form {
    title: "Your data",
    place: "Place",
    consumption: "Electricity use",
    consumption_by: "What would you like to give?",
    by_kwh: "Use per year (kWh)",
    by_bill: "Average bill per month (zł gross)",
    household: "Household",
    yes: "Yes",
    no: "No",
    contract: "Grid contract",
    group_all_day: "one price all day",
    group_two_zones: "cheaper at night and in the early afternoon",
    group_weekend: "cheaper at night and at the weekend",
    one_phase: "One phase",
    three_phases: "Three phases",
    roof: "Roof",
    plane: |number| format!("Roof plane {number}"),
    add_plane: "Add a roof plane",
    remove_plane: |number| format!("Remove roof plane {number}"),
    directions: ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"],
    compass: "Compass direction",
    compass_other: "Between the compass points",
    plane_fits: |fits, yearly| format!("{fits} fit here. Each kWp gives {yearly} a year."),
    size: "Size of the installation",
    size_by: "Who chooses the size?",
    size_recommended: "Recommended by the calculator",
    size_own: "My own",
    size_stands: "Only installations that already work are settled this way. Give the size of yours.",
    size_recommended_hint: "The calculator compares many sizes and takes the one that brings most over the years.",
    roof_fits: |fits| format!("The whole roof takes {fits}."),
    money: "Grant and outlook",
    money_hint: "An empty field stands for the value of our tables.",
    empty_means: |value| format!("An empty field stands for {value}."),
    slider: |label| format!("{label}: slider"),
    undo: "Undo",
    redo: "Redo",
    reset: "Back to the typical home",
    copy_link: "Copy a link to these data",
    link_copied: "Link copied. The data are inside the link itself.",
    link_not_copied: "The browser did not allow copying. Select and copy the link below.",
    link_field: "Link to these data",
    print: "Print",
    tools: "Changes and link",
};

const FIELDS: Fields = Fields {
    town: words("Town", "It decides the weather and the prices of your grid operator."),
    kwh_per_year: words(
        "Electricity use per year",
        "It is on your yearly bill. A typical family: 2000–4500 kWh. Without electric heating and heat pumps: they are added below.",
    ),
    measured: words("Use by the file of the meter", ""),
    rce: words("RCE prices of the file", ""),
    gross_pln_per_month: words(
        "Average bill per month, gross",
        "With VAT, for electricity including distribution. Without electric heating and heat pumps: they are added below.",
    ),
    persons: words("People in the household", ""),
    home_by_day: words(
        "Is somebody usually at home on working days?",
        "Electricity used in sunny hours is the cheapest.",
    ),
    mostly: words("When do you use most electricity?", ""),
    dwelling: words("Building", ""),
    car: words("Do you charge an electric car at home?", ""),
    km_per_year: words("Distance per year", "Only what is driven on electricity from home."),
    kwh_per_100_km: words("Use on 100 km", "Without the loss of charging."),
    charger_kw: words("Charging power", "A socket has 2.3 kW, a wallbox 3.7–11 kW."),
    days_at_home: words("Working days on which the car is at home", "In a week. On free days it always is."),
    charging: words("When does it charge?", ""),
    boiler: words("When does the electric boiler heat water?", "Its use is part of the use given above."),
    machines: words("When do washing machine and dishwasher run?", "Their use is part of the use given above."),
    cooling: words("Do you cool your home with air conditioning?", ""),
    cooled_m2: words("Cooled area", "Floor of the rooms with air conditioning."),
    included: words("Use of the car and the air conditioning", ""),
    group: words("Tariff group", "It is on your bill, usually G11."),
    phases: words("Connection", "It is on your bill or beside the meter."),
    billing_months: words("How often does a bill come?", "The subscription charge depends on it."),
    scheme: words(
        "How is your fed-in energy settled?",
        "It depends on since when and where you have the plant. If you are only planning your own, keep the first answer.",
    ),
    planes: words("Roof planes", "Give the parts of the roof that could carry modules."),
    area_m2: words("Area", "The whole plane. We leave out edges, windows and chimneys."),
    tilt_deg: words("Slope", "0° is a flat roof; a typical pitched roof has 30–45°."),
    azimuth_deg: words("Direction in degrees", "0° north, 90° east, 180° south, 270° west."),
    pv_kwp: words("Power of the modules", "One kWp is usually 2–3 modules, about 5 m²."),
    battery_kwh: words("Capacity of the battery", "Usable capacity. 0 stands for no battery."),
    pv_gross_pln: words(
        "Price of the modules, installed, gross",
        "With VAT, for the whole installation of this size, say from an offer.",
    ),
    battery_gross_pln: words("Price of the battery, installed, gross", "With VAT, for a battery of this size."),
    grant_gross_pln: words(
        "Grant, gross",
        "The amount you are sure to get. Above 0 it counts instead of the programme below.",
    ),
    programme: words("Support programme", "Nothing is counted yet. Choose the programme you count on."),
    tax_rate: words(
        "Thermo-modernisation relief: your tax",
        "Choose your rate of income tax if you will deduct the purchase from your income.",
    ),
    taxpayers: words("Owners who deduct", "The limit is for each person."),
    floor_area_m2: words(
        "Floor area",
        "Up to 300\u{a0}m² in a house, 150\u{a0}m² in a flat, VAT is 8%. Above, the part over the limit bears 23%. Empty: within the limit.",
    ),
    discount_percent: words("Discount rate", "Real, per year: what this money would earn elsewhere."),
    price_path: words("Prices ahead", ""),
    energy_growth_percent: words("Growth of the grid price", "Real, per year, above inflation."),
    export_growth_percent: words("Growth of the price of exports", "Real, per year, above inflation. May be negative."),
    energy: words("How do you buy energy?", "Distribution is paid by the tariff group in both cases."),
    dynamic_margin: words("Margin of the seller, net", "Added to the market price of each kWh, before VAT and excise."),
    dynamic_fee: words("Fee of the seller per month, gross", "With VAT, as in the contract with the dynamic price."),
    negative_prices: words("What does a negative market price do?", "It is in the contract with the seller."),
    flats: words("Number of flats", ""),
    always_on_percent: words(
        "Use that never stops",
        "Share of the use that always runs: pumps, ventilation, entry phones.",
    ),
    light_percent: words("Light", "Share of the other use: stairs and cellars. The rest are lifts and doors."),
    inverter_phases: words("Phases of the inverter", "A one-phase inverter feeds the first phase alone."),
    first_phase: words(
        "Use on the first phase",
        "What counts is the proportion of the three numbers. Those at the start are an assumption.",
    ),
    second_phase: words("Use on the second phase", ""),
    third_phase: words("Use on the third phase", ""),
    heating: heat::FIELDS,
};

const PROBLEMS: Problems = Problems {
    prefix: "Error: ",
    summary: "Please correct these data",
    stale: "The result is for the last correct data.",
    out_of_range: |value, limits| format!("{value} is out of range. Give a number within {limits}."),
    not_a_number: |limits| format!("Give a number within {limits}."),
    unknown: |value, known| format!("We do not know “{value}”. Choose from: {known}."),
    roof_too_small: |asked, fits| format!("{asked} do not fit on the roof. It takes {fits} at most."),
    not_in_tables: |missing| format!("Our tables lack these figures: {missing}. Choose another value."),
    count: |value, min, max| format!("There are {value}. Allowed are {min} to {max}."),
};

const ANSWER: Answer = Answer {
    title: "The result for your home",
    searching: "Comparing sizes of the installation…",
    compared: |count| format!("We compared {}.", Lang::En.count(count, ("size", "sizes", "sizes"))),
    recommended: |design| format!("We recommend: {design}."),
    chosen: |design| format!("Your choice: {design}."),
    pv: |pv| format!("{pv} of modules, no battery"),
    pv_and_battery: |pv, battery| format!("{pv} of modules and a {battery} battery"),
    share: |pv| format!("a {pv} share of a plant, no battery"),
    share_and_battery: |pv, battery| format!("a {pv} share of a plant and a {battery} battery"),
    battery_alone: |battery| format!("a {battery} battery alone"),
    nothing: "no installation",
    saves: |saving| format!("It saves {saving} a year."),
    costs_more: |more| format!("Your bills will grow by {more} a year."),
    pays_back: |years| format!("It pays back after {years}."),
    never_pays_back: |horizon| format!("It does not pay back within {horizon} years."),
    do_not_buy: "Today we do not recommend buying.",
    because: |design| format!("No size earns its cost at the given prices. What comes closest: {design}."),
    turns_at: |percent| format!("It starts to pay once the price after the grant falls by {percent}."),
    shown_closest: "Below is the result for that closest size.",
    recommendation_instead: |design| format!("The calculator would recommend: {design}."),
    figures: "Key figures",
    saving: "Saving per year",
    saving_note: "with VAT (gross), in a settled year",
    payback: "Payback",
    payback_note: |investment| format!("cost after the grant: {investment} gross"),
    no_payback: "none",
    autonomy: "Autonomy",
    autonomy_note: "share of your use covered by own electricity",
    own_use: "Own use",
    own_use_note: "share of the generation that stays at home",
    no_generation: "none",
    co2: "Less CO₂ per year",
    co2_note: "for energy not bought from the grid",
    generation: "Generation per year",
    generation_note: |consumption| format!("against a use of {consumption}"),
    gross: "gross",
    net: "net",
};

const CHARTS: Charts = Charts {
    months: MONTHS,
    months_of: MONTHS,
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    generation: "Generation",
    consumption: "Consumption",
    direct_use: "Straight from the sun",
    from_battery: "From the battery",
    to_battery: "To the battery",
    import: "From the grid",
    export: "To the grid",
    curtailed: "Unused",
    table: |title| format!("{title}: table"),
    reading: "Reading",
    reading_hint: "Point at the chart, or reach it with the Tab key and use the arrow keys.",
    cursor: |title| format!("{title}: chart reading"),
    month_title: "Electricity in each month",
    month_lead: "Above the axis: where the home takes its electricity from. Below: what it gives to the grid.",
    month_summary: |best, darkest, import| {
        format!("Most electricity comes in {best}, least in {darkest}. You buy most from the grid in {import}.")
    },
    month: "Month",
    total: "Total",
    day_title: "The average day",
    day_lead: "Above the axis: where the home takes its electricity from. Below: what goes to the battery and the grid.",
    day_month: "Month of the chart",
    day_summary: |month, best, import| {
        format!("Average day in {month}: most generation at {best}, most from the grid at {import}.")
    },
    hour: "Hour",
    cash_title: "Money year by year",
    cash_lead: "Bars: income and expense of the year. Line: sum from the start. Gross, in prices of the first year.",
    cash_summary: |investment, total, years| {
        format!("You spend {investment} at the start. After {years} years the sum is {total}, gross.")
    },
    year: "Year",
    year_number: |year| format!("year {year}"),
    cash_year: "In the year (gross)",
    cash_sum: "Sum (gross)",
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const MONEY: MoneyWords = MoneyWords {
    bill_title: "The bill before and after",
    bill_lead: "A year with the installation, once the prosumer deposit (depozyt prosumencki) has settled.",
    bill_lead_credit: "A year with the installation, once the energy account has settled.",
    bill_caption: "Yearly bill, line by line",
    line: "Line",
    before_net: "Before, net",
    before_gross: "Before, gross",
    after_net: "After, net",
    after_gross: "After, gross",
    total: "Total",
    deposit_used: "Paid from the prosumer deposit, gross",
    deposit_refunded: "Refunded from the prosumer deposit, gross",
    paid: "To pay in the year, gross",
    title: "Cost and benefit",
    pv_cost: "Modules, installed, gross",
    battery_cost: "Battery, installed, gross",
    grant: "Grant, gross",
    investment: "Your cost at the start, gross",
    net_present_value: "Net present value (NPV), of gross amounts",
    internal_rate: "Rate of return (IRR), real",
    levelised_cost: "Cost of 1 kWh from the roof, gross",
    discounted_payback: "Payback with discounting",
    none: "none",
    item: "Item",
    value: "Value",
};

const LOSSES: Losses = Losses {
    title: "From the sun to the meter",
    lead: "What is gained and what is lost on the way in a year.",
    caption: "Gains and losses of energy in a year",
    loss: "Step",
    energy: "Change",
    left: "Left",
    planes_caption: "Roof planes",
    plane: "Plane",
    fits: "Fits",
    placed: "Placed",
    yield_per_kwp: "From 1 kWp a year",
};

const SOURCES: Sources = Sources {
    title: "Where do the figures come from?",
    lead: "Every figure of a table has a source and a date of checking. Assumptions are least certain: change them if you \
           know better.",
    caption: "Figures used in this result",
    figure: "Figure",
    value: "Value",
    source: "Source",
    checked: "Checked",
    confidence: "Confidence",
    read: "Primary document",
    secondary: "Secondary source",
    computed: "Computed",
    weak: "Assumption",
    own: "Your value",
    documents: "Documents: tariffs, levies and prices",
    publisher: "Publisher",
};

const UNKNOWN: Unknown = Unknown {
    title: "What this calculator does not know yet",
    paragraphs: &[
        "Charts, bill and result show one example year. How far years may differ is said by the ranges.",
        "The shade of trees and neighbouring houses is not known.",
        "Calculators for firms, and for municipalities and energy clusters, are being prepared.",
    ],
};

const NOTICES: Notices = Notices {
    bad_link: "This link could not be read. A typical home is shown.",
    close: "Close",
    data: "The tables of prices and weather could not be read. Please tell the keeper of this site.",
    no_town: "Choose a town from the list.",
    stopped: "The calculator has stopped",
    stopped_advice: "The program has an error. We are sorry. Your data have not left this browser.",
    reload_defaults: "Start again with the typical home",
    no_study: "This part of the calculator could not be loaded. Please check the connection and open it again.",
    waiting: "Computing…",
};
