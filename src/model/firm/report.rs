//! The outcome of a firm from the results of the stages.

use super::{
    meter::{Judged, MeterFlows, MeterSize, ReadyMeter},
    outcome::{DayMark, MeterHours, MeterOutcome},
    prepare::ReadyFirm,
    year::meter_year,
};
use crate::{
    calendar::Calendar,
    model::report::{self, Energy, Hours, PlaneOutcome},
    units::{Kw, Series},
};

/// A meter as it is read; its bill of the first year goes to finance before.
pub(super) fn meter(ready: &ReadyMeter, size: MeterSize, judged: Judged, firm: &ReadyFirm) -> MeterOutcome {
    let Judged { generation, flows, export, settlement } = judged;
    let MeterFlows { flows, charge_from_grid, peaks, caps } = flows;
    let load = ready.load();
    let (_, prepared) = ready.export.of(size.pv);
    let after = meter_year(prepared, settlement.steady, settlement.capacity, &flows.import, &peaks);
    let hours = Hours { generation: generation.ac, consumption: load.hourly.clone(), flows };
    let (energy, months) = hours.by_month(&firm.calendar);
    let placed = ready.layout(size.pv);
    let surfaces = ready.surfaces.iter().zip(placed).map(|(surface, placed)| PlaneOutcome {
        fits: surface.fits,
        placed,
        yield_per_kwp: surface.unit.ac.total(),
    });
    let Hours { generation: made, consumption, flows } = hours;
    let charge = match charge_from_grid {
        None => flows.charge,
        Some(bought) => {
            Series::from_raw(flows.charge.raw().iter().zip(bought.raw()).map(|(own, bought)| own + bought).collect())
        }
    };
    let zones = prepared.tariff.months[0].zones.iter().map(|zone| zone.id.clone()).collect();
    MeterOutcome {
        pv: size.pv,
        fits: ready.fits(),
        surfaces: surfaces.collect(),
        battery: size.battery,
        battery_power: Kw(ready.run.battery(size.battery).discharge_limit.0),
        export,
        energy,
        months,
        ladder: report::ladder(&generation.ladder),
        zones,
        before: ready.contract.before.as_ref().clone(),
        after,
        caps,
        quarters_known: load.quarters_known,
        hours: MeterHours {
            load: consumption,
            generation: made,
            charge,
            discharge: flows.discharge,
            import: flows.import,
            export: flows.export,
            stored: flows.stored,
            peak_before: load.peaks.clone(),
            peak_after: peaks,
            zone: (0..firm.calendar.len()).map(|hour| prepared.tariff.zone(hour)).collect(),
            market_pln_per_mwh: firm.market_pln_per_mwh().to_vec(),
        },
    }
}

/// Energy of all meters together.
pub(super) fn all_energy(meters: &[MeterOutcome]) -> Energy {
    let mut sum = Energy::default();
    meters.iter().for_each(|meter| sum.add(&meter.energy));
    sum
}

/// Every day of the year, and the day and local hour of every hour.
pub(super) fn clock(calendar: &Calendar) -> (Vec<DayMark>, Vec<(usize, usize)>) {
    let mut days: Vec<DayMark> = Vec::with_capacity(366);
    let mut clock = Vec::with_capacity(calendar.len());
    for hour in 0..calendar.len() {
        let (place, month) = (calendar.day(hour), calendar.month(hour));
        if place >= days.len() {
            let day = days.last().filter(|last| last.month == month).map_or(1, |last| last.day + 1);
            days.push(DayMark { month, day, weekday: calendar.weekday(hour), free: calendar.is_free(hour) });
        }
        clock.push((place, calendar.hour_of_day(hour)));
    }
    (days, clock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_2026() {
        let (days, clock) = clock(&Calendar::new(2026, &[]));
        assert_eq!((days.len(), clock.len()), (365, 8760));
        // 1 January 2026 is a Thursday; 1 March is day 59 from 0, a Sunday.
        assert_eq!(days[0], DayMark { month: 0, day: 1, weekday: 3, free: false });
        assert_eq!(days[59], DayMark { month: 2, day: 1, weekday: 6, free: true });
        assert_eq!(clock[25], (1, 1));
    }
}
