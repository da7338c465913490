//! Contracted power: what each costs, the cheapest, and the peaks that a battery holds.

use super::{Teller, fill, owned, section};
use crate::{
    model::{
        contracted_power::{Advice, ContractedCost},
        firm::outcome::{MeterOutcome, MeterYear},
    },
    units::{Kw, NetPln},
    view::{
        Table,
        firm::{FirmTake, Piece, Section},
    },
};

/// Advice that differs less is no advice.
const LEAST_KW: f64 = 0.5;

impl Teller<'_> {
    pub(super) fn power(&self) -> Option<Section> {
        let words = &self.words.power;
        let mut pieces = vec![Piece::Words(vec![fill(words.lead, &[])])];
        for (index, meter) in self.outcome.meters.iter().enumerate() {
            let built = Self::is_built(meter);
            let year = if built { &meter.after } else { &meter.before };
            let told = year.contracted.contracted;
            let peaks = [self.kw(meter.before.peak), self.kw(meter.after.peak)];
            let of_peaks = fill(if built { words.peaks } else { words.peak_now }, &[&peaks[0], &peaks[1]]);
            let mut said = vec![self.about(index, fill(words.now, &[&self.kw(told)])), of_peaks];
            said.extend(self.advice(year));
            if !meter.quarters_known {
                let name = self.meter_name(index);
                pieces.push(Piece::Warnings(vec![fill(self.words.answer.quarters, &[&name])]));
            }
            if year.contracted.months_exceeded > 0 && year.contracted.excess_power <= NetPln::ZERO {
                let fused = fill(words.fused, &[&self.kw(year.peak), &self.kw(told)]);
                pieces.push(Piece::Warnings(vec![self.about(index, fused)]));
            }
            pieces.push(Piece::Words(said));
            pieces.extend(self.take_power(index, year).map(|take| Piece::Takes(vec![take])));
            pieces.push(Piece::Open(self.power_costs(index, meter, built)));
            pieces.extend(self.power_curve(index, meter, built).map(Piece::Curves));
            if let Some(caps) = &meter.caps {
                pieces.push(Piece::Words(vec![fill(words.caps_lead, &[])]));
                pieces.push(Piece::Table(self.caps(index, meter, caps)));
            }
        }
        section("power", words.title, pieces)
    }

    fn advice(&self, year: &MeterYear) -> Vec<String> {
        let (words, told) = (&self.words.power, &year.contracted);
        let Some(Advice { cheapest, .. }) = &year.advice else { return vec![fill(words.no_choice, &[])] };
        if !differs(cheapest, told) {
            return vec![fill(words.cheapest_same, &[&self.net(told.total())]), fill(words.one_year, &[])];
        }
        let (now, then) = (self.net(told.total()), self.net(cheapest.total()));
        vec![fill(words.cheapest, &[&self.kw(cheapest.contracted), &now, &then]), fill(words.one_year, &[])]
    }

    fn take_power(&self, index: usize, year: &MeterYear) -> Option<FirmTake> {
        let cheapest = &year.advice.as_ref()?.cheapest;
        differs(cheapest, &year.contracted).then(|| FirmTake {
            label: self.of_meter(index, &fill(self.words.power.take, &[&self.kw(cheapest.contracted)])),
            meter: index,
            pv_kwp: None,
            battery_kwh: None,
            contracted_kw: Some(cheapest.contracted.0),
        })
    }

    /// As told and the cheapest, now and with the plant.
    fn power_costs(&self, index: usize, meter: &MeterOutcome, built: bool) -> Table {
        let words = &self.words.power;
        let row = |name: &str, cost: &ContractedCost| {
            vec![
                name.to_owned(),
                self.kw(cost.contracted),
                self.cell(cost.network_fixed.0),
                self.cell(cost.excess_power.0),
                self.cell(cost.capacity.0),
                self.cell(cost.total().0),
                cost.months_exceeded.to_string(),
            ]
        };
        let mut rows = Vec::new();
        let mut add = |[told, cheapest]: [&str; 2], year: &MeterYear| {
            rows.push(row(told, &year.contracted));
            rows.extend(year.advice.as_ref().map(|advice| row(cheapest, &advice.cheapest)));
        };
        if built {
            let [told_now, cheapest_now, told, cheapest] = words.rows;
            add([told_now, cheapest_now], &meter.before);
            add([told, cheapest], &meter.after);
        } else {
            add(words.rows_now, &meter.before);
        }
        self.table(index, words.caption, owned(&words.columns), rows)
    }

    fn caps(&self, index: usize, meter: &MeterOutcome, caps: &[Kw; 12]) -> Table {
        let words = &self.words.power;
        let peaks = meter.before.bill.months.iter().zip(&meter.after.bill.months);
        let rows = peaks.zip(caps).zip(self.months()).map(|(((before, after), cap), month)| {
            vec![(*month).to_owned(), self.power_of(before.peak), self.power_of(after.peak), self.power_of(*cap)]
        });
        let rows = rows.collect();
        self.table(index, words.caps_caption, owned(&words.caps_columns), rows)
    }

    pub(super) fn power_of(&self, kw: Kw) -> String {
        self.lang.number(kw.0, 1)
    }
}

fn differs(cheapest: &ContractedCost, told: &ContractedCost) -> bool {
    (cheapest.contracted.0 - told.contracted.0).abs() >= LEAST_KW && cheapest.total() < told.total()
}
