//! Family `battery_lp`: the cheapest year under perfect foresight, as a linear program solves it.

use super::{
    battery::Case,
    reference::{self, Table, Tally},
};
use autonomia::{
    model::dispatch::{
        greedy, optimal,
        priced::{self, Freedom, HourPrices},
    },
    units::{GrossPlnPerKwh, Kwh, Series},
};
use serde_json::Value;

/// Beside the linear program, relative to its cost or to 1.
const TOLERANCE: f64 = 1e-6;
/// Greedy is exact arithmetic; its costs stand in the file with 12 digits.
const GREEDY_TOLERANCE: f64 = 1e-6;
const FLAT_EXPORT_PRICE: f64 = 0.25;

/// Prices of a case of this family or of `sizing`.
pub fn prices(case: &Value, series: &Table) -> HourPrices {
    let column = |name: &str| Series::from_raw(series.column(name));
    if case["tariff"] == "spot" {
        HourPrices { buy: column("spot_buy"), sell: column("spot_sell") }
    } else {
        let buy: Series<GrossPlnPerKwh> = column("tou_buy");
        let sell = Series::from_raw(vec![FLAT_EXPORT_PRICE; buy.len()]);
        HourPrices { buy, sell }
    }
}

#[test]
fn battery_lp() {
    let Some(file) = reference::json("battery_lp.json") else { return };
    let Some(series) = reference::table("battery_series.csv.gz") else { return };
    let mut tally = Tally::new("battery_lp");
    for json in file["cases"].as_array().unwrap() {
        let expected = |name: &str| json["expected"][name].as_f64().unwrap();
        let case = Case::read(json, &series);
        let prices = prices(json, &series);
        let wear = GrossPlnPerKwh(json["wear"].as_f64().unwrap());
        let freedom = Freedom {
            grid_charge: json["grid_charge"].as_bool().unwrap(),
            battery_export: json["battery_export"].as_bool().unwrap(),
            export_limit: case.export_limit,
            wear,
        };
        let year = optimal::repeating(&case.generation, &case.load, &prices, &case.battery, &freedom);
        let optimal = priced::cost(&prices, &year.flows, year.discharged(), wear).0;
        tally.compare_relative(|| format!("{} optimal", case.id), optimal, expected("optimal_cost"), TOLERANCE);
        let flows = greedy::dispatch(&case.generation, &case.load, &case.battery, case.export_limit);
        let greedy = priced::cost(&prices, &flows, flows.discharge.total(), wear).0;
        tally.compare_relative(|| format!("{} greedy", case.id), greedy, expected("cost_greedy"), GREEDY_TOLERANCE);
        assert!(greedy >= expected("optimal_cost") && optimal >= expected("optimal_cost") - 1e-6 * optimal.abs());
        assert!(year.flows.stored.raw().iter().all(|&kwh| (0.0..=case.battery.usable.0).contains(&kwh)));
        let none = greedy::dispatch(
            &case.generation,
            &case.load,
            &autonomia::model::dispatch::Battery::NONE,
            case.export_limit,
        );
        let sold_well =
            HourPrices { sell: Series::from_raw(prices.sell.raw().iter().map(|p| p.max(0.0)).collect()), ..prices };
        let without = priced::cost(&sold_well, &none, Kwh::ZERO, wear).0;
        tally.compare_relative(
            || format!("{} none", case.id),
            without,
            expected("cost_without_battery"),
            GREEDY_TOLERANCE,
        );
    }
    tally.finish();
}
