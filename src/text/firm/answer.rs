//! The answer: what to build or why not, its figures, what to be careful about, and the meters side by side.

use super::{Teller, fill, owned, section, words::Word};
use crate::{
    model::{finance::firm::Measures, firm::outcome::MeterOutcome, inputs::firm::finance::Funding},
    units::NetPln,
    view::{
        Table,
        firm::{Numeral, Piece, Section},
        plain::Plain,
    },
};

const KG_PER_T: f64 = 1000.0;

impl Teller<'_> {
    /// What is built behind a meter.
    pub(super) fn plan_of(&self, meter: &MeterOutcome) -> String {
        let words = &self.words.answer;
        let mut parts = Vec::new();
        if meter.pv.0 > 0.0 {
            parts.push(fill(words.plant, &[&self.kwp(meter.pv.0)]));
        }
        if meter.battery.0 > 0.0 {
            parts.push(fill(words.battery, &[&self.capacity_of(meter.battery.0), &self.kw(meter.battery_power)]));
        }
        if parts.is_empty() { words.nothing.to_owned() } else { parts.join(words.and) }
    }

    fn plan(&self) -> String {
        let meters = self.outcome.meters.iter().enumerate();
        let plans = meters.map(|(index, meter)| match self.has_many() {
            true => fill(self.words.answer.of_meter, &[&(index + 1).to_string(), &self.plan_of(meter)]),
            false => self.plan_of(meter),
        });
        plans.collect::<Vec<_>>().join("; ")
    }

    pub(super) fn owner(&self) -> &Measures {
        &self.outcome.money.appraisal.owner
    }

    pub(super) fn alone(&self) -> &Measures {
        &self.outcome.money.appraisal.project
    }

    pub(super) fn is_funded(&self) -> bool {
        self.outcome.money.funding != Funding::Own
    }

    pub(super) fn headline(&self) -> Vec<String> {
        let (words, money) = (&self.words.answer, &self.outcome.money);
        let cost = self.net(money.cost_before);
        if !self.built() {
            let fits = self.outcome.meters.iter().any(|meter| meter.fits.0 > 0.0);
            return match (self.best, fits) {
                (false, _) => vec![fill(words.nothing_told, &[&cost])],
                (true, true) => {
                    vec![words.buy_nothing.to_owned(), fill(words.nothing_because, &[&self.horizon(), &cost])]
                }
                (true, false) => vec![words.buy_nothing.to_owned(), words.nothing_fits.to_owned()],
            };
        }
        let pays = self.owner().net_present_value >= NetPln::ZERO;
        let lead = if self.best { words.best } else { words.told };
        let saving = money.cost_before - money.cost_after;
        let change = if saving < NetPln::ZERO { words.costs_more } else { words.saves };
        let saving = self.net(NetPln(saving.0.abs()));
        let mut said = vec![fill(lead, &[&fill(&self.plan(), &[])])];
        let value = self.net(self.owner().net_present_value);
        if pays {
            said.push(fill(change, &[&cost, &self.net(money.cost_after), &saving]));
            let (rate, years) = (self.rate(self.owner().internal_rate_of_return), self.owner().payback_years);
            said.push(fill(words.worth, &[&self.horizon(), &value, &rate, &self.payback(years), self.tax()]));
        } else {
            said.push(fill(words.not_worth, &[&self.horizon(), &value]));
            said.push(fill(change, &[&cost, &self.net(money.cost_after), &saving]));
        }
        if self.is_funded() {
            said.push(self.without_funding());
        }
        if !money.taxed {
            said.push(words.untaxed.to_owned());
        }
        said
    }

    /// The plant as if own money paid all.
    fn without_funding(&self) -> String {
        let (words, alone) = (&self.words.answer, self.alone());
        let lease = matches!(self.outcome.money.funding, Funding::Lease { .. });
        let value = self.net(alone.net_present_value);
        let rate = self.rate(alone.internal_rate_of_return);
        let figures = fill(words.alone_figures, &[&value, &rate, &self.payback(alone.payback_years)]);
        fill(words.alone[usize::from(lease)], &[&figures])
    }

    pub(super) fn numerals(&self) -> Vec<Numeral> {
        let (words, money, energy) = (&self.words.answer, &self.outcome.money, &self.outcome.energy);
        let numeral = |label: &str, value: String, note: String| Numeral { label: label.to_owned(), value, note };
        if !self.built() {
            return vec![numeral(words.cost, self.pln(money.cost_before), words.cost_note.to_owned())];
        }
        let saving = self.pln(money.cost_before - money.cost_after);
        let mut shown = vec![
            numeral(words.saving, saving, fill(words.saving_note, &[])),
            numeral(words.investment, self.pln(self.investment()), self.investment_note()),
        ];
        let (owner, alone) = (self.owner(), self.alone());
        let funded = self.is_funded();
        let payback = if funded { words.payback_alone } else { words.payback_own };
        let rate = if funded { words.rate_alone } else { words.rate_own };
        shown.extend([
            numeral(
                words.payback,
                self.payback(owner.payback_years),
                fill(payback, &[&self.payback(alone.payback_years), self.tax()]),
            ),
            numeral(
                words.value,
                self.pln(owner.net_present_value),
                fill(words.value_note, &[&self.horizon(), self.tax()]),
            ),
            numeral(
                words.rate,
                self.rate(owner.internal_rate_of_return),
                fill(rate, &[&self.rate(alone.internal_rate_of_return), self.tax()]),
            ),
            numeral(words.own_use, self.lang.percent(energy.self_consumption()), fill(words.own_use_note, &[])),
            numeral(words.autonomy, self.lang.percent(energy.autonomy()), fill(words.autonomy_note, &[])),
        ]);
        let tonnes = self.lang.number(self.outcome.co2_avoided_kg / KG_PER_T, 1);
        shown.push(numeral(words.co2, self.lang.unit(tonnes, "t"), fill(words.co2_note, &[])));
        shown
    }

    /// Whether income tax is counted.
    pub(super) fn tax(&self) -> Word {
        self.words.answer.tax[usize::from(self.outcome.money.taxed)]
    }

    /// The figures without words.
    pub(super) fn plain(&self) -> Plain {
        let (outcome, money) = (self.outcome, &self.outcome.money);
        Plain {
            pv: outcome.meters.iter().map(|meter| meter.pv).sum(),
            battery: outcome.meters.iter().map(|meter| meter.battery).sum(),
            saving_pln: (money.cost_before - money.cost_after).0,
            investment_pln: self.investment().0,
            payback_years: self.owner().payback_years,
            generation: outcome.energy.generation,
            consumption: outcome.energy.consumption,
            autonomy: outcome.energy.autonomy(),
            co2_avoided_kg: outcome.co2_avoided_kg,
        }
    }

    fn investment_note(&self) -> String {
        let (words, money) = (&self.words.answer, &self.outcome.money);
        let mut note = match money.grant {
            grant if grant > NetPln::ZERO => fill(words.investment_grant, &[&self.pln(grant)]),
            _ => words.investment_note.to_owned(),
        };
        if self.is_funded() {
            note.push_str(&fill(words.own_money, &[&self.pln(self.own_at_start())]));
        }
        note
    }

    /// Own money spent at the start.
    pub(super) fn own_at_start(&self) -> NetPln {
        self.owner().flows.first().map_or(NetPln::ZERO, |flow| -*flow)
    }

    pub(super) fn warnings(&self) -> Vec<String> {
        let (words, outcome) = (&self.words.answer, self.outcome);
        let mut said = Vec::new();
        for (index, meter) in outcome.meters.iter().enumerate() {
            if !meter.quarters_known {
                said.push(fill(words.quarters, &[&self.meter_name(index)]));
            }
        }
        let short = outcome.money.appraisal.least_coverage.filter(|least| *least < 1.0 && self.built());
        if let Some(least) = short {
            said.push(fill(words.coverage, &[&self.lang.number(least, 2)]));
        }
        let is_weak = |confidence: &str| self.lang.text().confidence(confidence).1;
        let weak = outcome.assumptions.iter().filter(|row| !row.own && is_weak(&row.confidence)).count();
        if weak > 0 {
            said.push(fill(words.weak, &[&weak.to_string()]));
        }
        said
    }

    /// The meters side by side; none where there is one.
    pub(super) fn meters(&self) -> Option<Section> {
        let (words, outcome) = (&self.words.answer, self.outcome);
        if !self.has_many() {
            return None;
        }
        let mut sums = [0.0; 6];
        let mut rows = Vec::new();
        for (index, meter) in outcome.meters.iter().enumerate() {
            let (before, after) = (meter.before.bill.cost_net().0, meter.after.bill.cost_net().0);
            let energy = &meter.energy;
            let figures = [meter.pv.0, meter.battery.0, energy.consumption.0, energy.generation.0, before, after];
            sums.iter_mut().zip(figures).for_each(|(sum, figure)| *sum += figure);
            rows.push(self.meter_row(self.meter_name(index), &figures));
        }
        rows.push(self.meter_row(words.total.to_owned(), &sums));
        let table = Table { caption: words.meters_caption.to_owned(), columns: owned(&words.meters_columns), rows };
        section(
            "meters",
            words.meters_title,
            vec![Piece::Words(vec![fill(words.meters_lead, &[])]), Piece::Open(table)],
        )
    }

    fn meter_row(&self, name: String, [pv, battery, used, generated, before, after]: &[f64; 6]) -> Vec<String> {
        vec![
            name,
            self.kwp(*pv),
            self.capacity_of(*battery),
            self.kwh(*used),
            self.kwh(*generated),
            self.pln(NetPln(*before)),
            self.pln(NetPln(*after)),
            self.pln(NetPln(after - before)),
        ]
    }
}
