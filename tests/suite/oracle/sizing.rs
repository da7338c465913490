//! Family `sizing`: the net present value of a grid of sizes, and the joint optimum of sizes and dispatch.

use super::{
    battery::base_load_kwh,
    dispatch::prices,
    reference::{self, Table, Tally},
};
use autonomia::{
    model::{
        dispatch::{
            Battery,
            bank::{Bank, LANES},
            optimal,
            priced::{self, Freedom, HourPrices},
        },
        finance::{self, Degradation, PricePath, Project, Saving},
    },
    units::{GrossPln, GrossPlnPerKwh, Kw, Kwh, Series},
};
use serde_json::Value;

/// The file gives values to 0.01.
const NPV_TOLERANCE: f64 = 0.01;
/// Relative, of the joint linear program.
const LP_TOLERANCE: f64 = 1e-5;

struct Case<'a> {
    json: &'a Value,
    /// Of one kWp.
    unit: Series<Kwh>,
    load: Series<Kwh>,
    prices: HourPrices,
}

impl<'a> Case<'a> {
    fn read(json: &'a Value, series: &Table) -> Self {
        let text = |name: &str| json[name].as_str().unwrap();
        let scale = json["load_kwh"].as_f64().unwrap() / base_load_kwh(text("load"));
        Self {
            json,
            unit: Series::from_raw(series.column(text("pv"))),
            load: Series::from_raw(series.column(text("load"))).scaled(scale),
            prices: prices(json, series),
        }
    }

    fn number(&self, name: &str) -> f64 {
        self.json[name].as_f64().unwrap()
    }

    fn battery(&self, capacity_kwh: f64) -> Battery {
        let limit = Kw(capacity_kwh * self.number("c_rate"));
        Battery {
            usable: Kwh(capacity_kwh * (self.number("soc_max") - self.number("soc_min"))),
            charge_limit: limit,
            discharge_limit: limit,
            charge_efficiency: self.number("eta_c"),
            discharge_efficiency: self.number("eta_d"),
            stored_at_start: Kwh::ZERO,
        }
    }

    fn bought_pln(&self, hour: usize, kwh: f64) -> f64 {
        kwh * self.prices.buy[hour]
    }

    /// Yearly import, export and cost of some batteries with a plant, hour by hour because the price of import changes
    /// with each.
    fn greedy(&self, generation: &[f64], capacities_kwh: &[f64]) -> Vec<(f64, f64, f64)> {
        let lanes = std::array::from_fn(|lane| self.battery(capacities_kwh.get(lane).copied().unwrap_or(1.0)));
        let mut bank = Bank::new(&lanes);
        let mut years = [(0.0, 0.0, 0.0); LANES];
        for hour in 0..generation.len() {
            let here = hour..=hour;
            let sums =
                bank.run(&generation[here.clone()], &self.load.raw()[here.clone()], &self.prices.sell.raw()[here]);
            for (lane, (import, export, cost)) in years.iter_mut().enumerate() {
                *import += sums.import_kwh[lane];
                *export += sums.export_kwh[lane];
                *cost += self.bought_pln(hour, sums.import_kwh[lane]) - sums.export_value[lane];
            }
        }
        years[..capacities_kwh.len()].to_vec()
    }

    fn net_present_value(&self, kwp: f64, capacity_kwh: f64, without: f64, cost: f64) -> f64 {
        let fixed = if capacity_kwh > 0.0 { self.number("bat_fixed") } else { 0.0 };
        let years = self.json["years"].as_u64().unwrap() as usize;
        let saving = Saving { import: GrossPln(without - cost), export: GrossPln::ZERO };
        let project = Project {
            pv_cost: GrossPln(self.number("pv_fixed") + self.number("pv_per_kwp") * kwp),
            battery_cost: GrossPln(fixed + self.number("bat_per_kwh") * capacity_kwh),
            grant: GrossPln::ZERO,
            tax_relief: GrossPln::ZERO,
            saving_first: saving,
            saving_steady: saving,
            generation: Kwh::ZERO,
            degradation: Degradation { first_year: 0.0, per_year: 0.0 },
            import_path: PricePath::growth(self.number("escal"), years),
            export_path: PricePath::growth(0.0, years),
            upkeep: GrossPln(self.number("opex_per_kwp") * kwp),
            replacements: vec![],
            discount_rate: self.number("rate"),
            horizon_years: years,
        };
        finance::judge(&project, &mut Vec::new()).net_present_value.0
    }

    /// What a year costs with everything bought by annuity: the measure of the joint linear program.
    fn annual_pln(&self, kwp: f64, capacity_kwh: f64, cost: f64) -> f64 {
        self.number("pv_ann") * kwp + self.number("bat_ann") * capacity_kwh + cost
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

#[test]
fn sizing() {
    let Some(file) = reference::json("sizing.json") else { return };
    let Some(series) = reference::table("battery_series.csv.gz") else { return };
    let mut tally = Tally::new("sizing");
    for json in file["cases"].as_array().unwrap() {
        let case = Case::read(json, &series);
        let (id, expected) = (json["id"].as_str().unwrap(), &json["expected"]);
        let (sizes, capacities) = (numbers(&expected["kwp"]), numbers(&expected["cap"]));
        let without: f64 = (0..case.load.len()).map(|hour| case.bought_pln(hour, case.load[hour])).sum();
        let least_annual = expected["lp_annual_cost"].as_f64().unwrap();
        let mut best = (f64::NEG_INFINITY, 0, 0);
        for (i, &kwp) in sizes.iter().enumerate() {
            let generation = case.unit.scaled(kwp);
            let years: Vec<_> = capacities.chunks(LANES).flat_map(|some| case.greedy(generation.raw(), some)).collect();
            for (j, (&capacity, (import, export, cost))) in capacities.iter().zip(years).enumerate() {
                let value = case.net_present_value(kwp, capacity, without, cost);
                let label = |what: &str| format!("{id} {what} {i} {j}");
                let want = |name: &str| expected[name][i][j].as_f64().unwrap();
                tally.compare(|| label("npv"), value, want("npv"), NPV_TOLERANCE);
                tally.compare(|| label("import"), import, want("import_kwh"), NPV_TOLERANCE);
                tally.compare(|| label("export"), export, want("export_kwh"), NPV_TOLERANCE);
                assert!(case.annual_pln(kwp, capacity, cost) >= least_annual, "{id}: cheaper than the optimum");
                if value > best.0 {
                    best = (value, i, j);
                }
            }
        }
        let cell = |name: &str| expected[name].as_u64().unwrap() as usize;
        assert_eq!((best.1, best.2), (cell("best_i"), cell("best_j")), "{id}: best cell");
        tally.compare(|| format!("{id} best"), best.0, expected["best_npv"].as_f64().unwrap(), NPV_TOLERANCE);
        // At the sizes of the joint optimum the cheapest dispatch gives its cost.
        let (kwp, capacity) = (expected["lp_kwp"].as_f64().unwrap(), expected["lp_cap"].as_f64().unwrap());
        let freedom = Freedom { grid_charge: true, battery_export: true, ..Freedom::default() };
        let year =
            optimal::repeating(&case.unit.scaled(kwp), &case.load, &case.prices, &case.battery(capacity), &freedom);
        let cost = priced::cost(&case.prices, &year.flows, Kwh::ZERO, GrossPlnPerKwh::ZERO).0;
        tally.compare_relative(
            || format!("{id} joint"),
            case.annual_pln(kwp, capacity, cost),
            least_annual,
            LP_TOLERANCE,
        );
    }
    tally.finish();
}
