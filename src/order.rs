//! Order by a number. One sort for the whole page: every other would be compiled anew (`docs/performance.md`).

/// Places of `keys` from the lowest key to the highest; equal keys in their order.
#[must_use]
pub fn ascending(keys: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|&a, &b| keys[a].total_cmp(&keys[b]));
    order
}

/// `values` from the lowest to the highest.
#[must_use]
pub fn sorted(values: &[f64]) -> Vec<f64> {
    ascending(values).into_iter().map(|place| values[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(ascending(&[2.0, -1.0, 2.0, f64::INFINITY, 0.0]), [1, 4, 0, 2, 3]);
        assert!(ascending(&[]).is_empty());
        assert_eq!(sorted(&[2.0, -1.0, 0.5]), [-1.0, 0.5, 2.0]);
    }
}
