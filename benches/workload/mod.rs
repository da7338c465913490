//! Named pieces of work whose speed is compared: natively by `benches/`, natively and in Chromium by `examples/bench.rs`.

use autonomia::{
    model::{
        control,
        dispatch::{
            greedy, optimal, price_aware,
            priced::{Freedom, HourPrices},
        },
        home::Home,
        inputs::Scenario,
        session::Session,
        settlement, simulate,
        sizing::{
            Judge,
            joint::{JointSearch, Wish},
        },
        uncertainty::{self, Ask},
    },
    rules::Rules,
    units::{GrossPlnPerKwh, Kwh, Kwp, Quantity, Series},
};
use std::{hint::black_box, rc::Rc};

/// The yardstick of all others.
pub const BARE: &str = "bare loop of 8,760 steps";

/// Every piece of work, the yardstick first.
pub const NAMES: [&str; 15] = [
    BARE,
    "1 design",
    "120 designs",
    "500 designs",
    "2,000 designs",
    "recommend",
    "simulate",
    "foresight, 1 year",
    "foresight, 4 years",
    "foresight, 16 years",
    "prices, 1 year",
    "prices, 4 years",
    "prices, 16 years",
    "joint search",
    "bands of 32 members",
];

const HOURS: usize = 8760;

/// A piece of work, ready to be repeated. What it gives depends on everything that it computes.
pub type Work = Box<dyn FnMut() -> f64>;

/// The usual home, made ready.
struct Usual {
    rules: Rules,
    scenario: Scenario,
    home: Home,
}

/// Makes the named work ready; none where there is no such work or a table cannot be read.
pub fn prepare(name: &str) -> Option<Work> {
    let (rules, scenario) = (Rules::built_in().ok()?, Scenario::default());
    let home = Home::prepare(&scenario, &rules, None).ok()?;
    let usual = Rc::new(Usual { rules, scenario, home });
    Some(match name {
        BARE => {
            let (generation, load) = arrays();
            Box::new(move || bare(black_box(&generation), black_box(&load)))
        }
        "1 design" => {
            let one = usual.home.generation(Kwp(5.0)).ac;
            let judge =
                move || Judge::new(&usual.home, &usual.scenario).designs(Kwp(5.0), &[Kwh(5.0)], black_box(&one));
            Box::new(move || judge().iter().map(|design| design.net_present_value.0).sum())
        }
        "120 designs" => designs(usual, 6),
        "500 designs" => designs(usual, 25),
        "2,000 designs" => designs(usual, 100),
        "recommend" => {
            let mut session = Session::new().ok()?;
            Box::new(move || {
                session.recommend(black_box(&usual.scenario)).map_or(f64::NAN, |best| best.best.net_present_value.0)
            })
        }
        "simulate" => Box::new(move || {
            simulate(black_box(&usual.scenario), &usual.rules).map_or(f64::NAN, |outcome| outcome.money.yearly_saving.0)
        }),
        "joint search" => Box::new(move || joint(&usual)),
        "bands of 32 members" => Box::new(move || {
            let bands = uncertainty::bands(&usual.rules, black_box(&usual.scenario), &Ask::default());
            bands.map_or(f64::NAN, |bands| bands.figures.yearly_saving.p50.0)
        }),
        "foresight, 1 year" => dispatch(&usual, 1, true),
        "foresight, 4 years" => dispatch(&usual, 4, true),
        "foresight, 16 years" => dispatch(&usual, 16, true),
        "prices, 1 year" => dispatch(&usual, 1, false),
        "prices, 4 years" => dispatch(&usual, 4, false),
        "prices, 16 years" => dispatch(&usual, 16, false),
        _ => return None,
    })
}

/// The least a year with a battery costs: 8,760 steps of self-consumption, each of which waits for the one before, on
/// ready arrays. No bill, no series, no money.
fn bare(generation_kwh: &[f64], load_kwh: &[f64]) -> f64 {
    let (usable, limit, charge_efficiency, discharge_efficiency) = (5.0_f64, 2.5_f64, 0.95_f64, 0.95_f64);
    let (mut stored, mut import, mut export) = (0.0_f64, 0.0, 0.0);
    for (generation, load) in generation_kwh.iter().zip(load_kwh) {
        let surplus = (generation - load).max(0.0);
        let deficit = (load - generation).max(0.0);
        let charge = surplus.min(limit).min((usable - stored) / charge_efficiency);
        let discharge = deficit.min(limit).min(stored * discharge_efficiency);
        stored += charge * charge_efficiency - discharge / discharge_efficiency;
        import += deficit - discharge;
        export += surplus - charge;
    }
    import + export
}

/// A year of generation and load with a day's shape; what the numbers are does not matter here.
fn arrays() -> (Vec<f64>, Vec<f64>) {
    let generation = |hour: usize| {
        let from_noon = (hour % 24).abs_diff(12) as f64;
        (3.0 - 0.5 * from_noon).max(0.0) * if hour.is_multiple_of(5) { 0.4 } else { 1.0 }
    };
    let load = |hour: usize| 0.2 + 0.05 * ((hour * 7) % 13) as f64;
    ((0..HOURS).map(generation).collect(), (0..HOURS).map(load).collect())
}

/// Designs of a ready home in plants of 20 batteries each.
fn designs(usual: Rc<Usual>, plants: u32) -> Work {
    let batteries: Vec<Kwh> = (0..20).map(|step| Kwh(f64::from(step) * 0.75)).collect();
    Box::new(move || {
        let mut judge = Judge::new(&usual.home, &usual.scenario);
        let mut value = 0.0;
        for plant in 1..=plants {
            let pv = Kwp(8.0 * f64::from(plant) / f64::from(plants));
            let designs = judge.designs(pv, &batteries, &usual.home.generation(pv).ac);
            value += designs.iter().map(|design| design.net_present_value.0).sum::<f64>();
        }
        value
    })
}

fn joint(usual: &Usual) -> f64 {
    let search = JointSearch::new(&usual.home, black_box(&usual.scenario), &usual.rules, &Wish::default());
    search.map_or(f64::NAN, |search| {
        let answer = search.finish();
        answer.by_value.iter().map(|one| one.design.net_present_value.0).sum::<f64>() + answer.compared as f64
    })
}

/// Years in a row under perfect foresight, or under a controller with a price feed.
fn dispatch(usual: &Usual, years: usize, foresight: bool) -> Work {
    fn long<U: Quantity>(series: &Series<U>, years: usize) -> Series<U> {
        Series::from_raw(series.raw().repeat(years))
    }
    let (battery, pv) = (usual.home.battery(Kwh(10.0)), Kwp(5.0));
    let made = usual.home.generation(pv).ac;
    let flows = greedy::dispatch(&made, usual.home.load(), &battery, None);
    let prepared = usual.home.offer.of(pv);
    let bill = settlement::settle(prepared, &flows.import, &flows.export).steady;
    let prices = control::hour_prices(prepared, &bill);
    let (made, load) = (long(&made, years), long(usual.home.load(), years));
    let prices = HourPrices { buy: long(&prices.buy, years), sell: long(&prices.sell, years) };
    let freedom = Freedom { grid_charge: true, wear: GrossPlnPerKwh(0.1), ..Freedom::default() };
    Box::new(move || {
        let made = black_box(&made);
        let schedule = if foresight {
            optimal::dispatch(made, &load, &prices, &battery, &freedom).schedule
        } else {
            price_aware::dispatch(made, &load, &prices, &battery, &freedom)
        };
        schedule.flows.import.total().0 + schedule.flows.export.total().0
    })
}
