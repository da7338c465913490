//! Sums over the hours of a month in four independent lanes, so that no addition waits for the one before.

const LANES: usize = 4;
/// A power of two not below the most zones of a tariff: masking an index with it less one needs no bounds check.
const PLACES: usize = 16;

/// Sum of `kwh` by the zone of each hour.
pub(super) fn by_zone(zones: &[u8], kwh: &[f64]) -> [f64; PLACES] {
    let zones = &zones[..zones.len().min(kwh.len())];
    let mut lanes = [[0.0; PLACES]; LANES];
    let (zone_groups, kwh_groups) = (zones.chunks_exact(LANES), kwh.chunks_exact(LANES));
    let rest = zone_groups.remainder().iter().zip(kwh_groups.remainder());
    for (zones, kwh) in zone_groups.zip(kwh_groups) {
        for lane in 0..LANES {
            lanes[lane][usize::from(zones[lane]) & (PLACES - 1)] += kwh[lane];
        }
    }
    for (&zone, kwh) in rest {
        lanes[0][usize::from(zone) & (PLACES - 1)] += kwh;
    }
    std::array::from_fn(|zone| lanes.iter().map(|lane| lane[zone]).sum())
}

/// Sum of `kwh` times `price`, hour by hour.
pub(super) fn product(kwh: &[f64], price: &[f64]) -> f64 {
    let mut lanes = [0.0; LANES];
    let (kwh_groups, price_groups) = (kwh.chunks_exact(LANES), price.chunks_exact(LANES));
    let rest: f64 = kwh_groups.remainder().iter().zip(price_groups.remainder()).map(|(kwh, price)| kwh * price).sum();
    for (kwh, price) in kwh_groups.zip(price_groups) {
        for lane in 0..LANES {
            lanes[lane] += kwh[lane] * price[lane];
        }
    }
    lanes.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_take_every_hour() {
        // Of 1 to 10 the even numbers add up to 30, the odd ones to 25; their squares to 385.
        let kwh: Vec<f64> = (1..=10).map(f64::from).collect();
        let zones: Vec<u8> = (1..=10).map(|number| number % 2).collect();
        assert!((product(&kwh, &kwh) - 385.0).abs() < 1e-12);
        let sums = by_zone(&zones, &kwh);
        assert!((sums[0] - 30.0).abs() < 1e-12 && (sums[1] - 25.0).abs() < 1e-12);
    }
}
