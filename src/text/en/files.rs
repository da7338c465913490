//! English: the parts of the form that take files.

use crate::text::catalogue::files::FileWords;

pub const FILES: FileWords = FileWords {
    meter_label: "Do you have hourly data from your operator's portal? Load the file",
    meter_hint: "We calculate by your own meter. The file stays in this browser and is sent nowhere. We know the files of TAURON \
                 eLicznik, ENEA eBOK, Energa Mój Licznik and other hourly tables (CSV, JSON).",
    prices_label: "Hourly RCE prices from a file of PSE",
    prices_hint: "Instead of the mean prices of our table. The file stays in this browser.",
    drop: "You can also drop one or several files here.",
    reading: "Reading the file…",
    failed: "The program that reads files did not start. Check the connection, reload the page and load the file again.",
    careful: "Check before you calculate",
    mapping: "How the file is read",
    mapping_hint: "Found by itself. Change it if something is wrong.",
    plant_label: "Power of the modules that stand already",
    plant_hint: "Taken to be on the roof of this form. The weather is modelled, so this is an estimate.",
    use_meter: "Calculate by the file",
    use_prices: "Calculate by these prices",
    set_aside: "Put the file aside",
    meter_in_use: |kwh| format!("We calculate by the file of your meter: {kwh} a year."),
    prices_in_use: |price| format!("We calculate by the prices of your file: {price} on average, net of VAT."),
    remove: "Take the file out of the calculation",
    kept: "The hours of the file are kept in this browser. A link to the page does not hold them, only the sum of a year.",
};
