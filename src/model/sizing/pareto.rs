//! The designs that nothing else beats in two things at once.

/// Indices of the points that no other point beats, the cheapest first: of two points that cost the same the better one,
/// and a dearer one only where it is better. Of equal points the one with the higher `rank` stays, of these the first.
///
/// `point` gives cost, benefit and rank. Points with a number that is not finite are left out.
#[must_use]
pub fn front<T>(items: &[T], point: impl Fn(&T) -> [f64; 3]) -> Vec<usize> {
    let points: Vec<[f64; 3]> = items.iter().map(point).collect();
    let mut order: Vec<usize> =
        (0..points.len()).filter(|&index| points[index].iter().all(|number| number.is_finite())).collect();
    order.sort_by(|&a, &b| {
        let [(cost_a, rest_a), (cost_b, rest_b)] = [a, b].map(|index| (points[index][0], &points[index][1..]));
        let better = || rest_b.iter().zip(rest_a).map(|(b, a)| b.total_cmp(a)).find(|order| order.is_ne());
        cost_a.total_cmp(&cost_b).then_with(|| better().unwrap_or(a.cmp(&b)))
    });
    let mut best = f64::NEG_INFINITY;
    order.retain(|&index| {
        let beats = points[index][1] > best;
        if beats {
            best = points[index][1];
        }
        beats
    });
    order
}

/// At most `most` of a list, evenly spread, the first and the last among them.
#[must_use]
pub fn thinned<T>(list: Vec<T>, most: usize) -> Vec<T> {
    let last = list.len().saturating_sub(1);
    let gaps = most.saturating_sub(1);
    if last < most || gaps == 0 {
        return list.into_iter().take(most).collect();
    }
    let mut kept = 0;
    let place = |kept: usize| (kept * last + gaps / 2) / gaps;
    let chosen = list.into_iter().enumerate().filter(|(index, _)| {
        let keep = *index == place(kept);
        kept += usize::from(keep);
        keep
    });
    chosen.map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beaten_points_are_left_out() {
        // Cost, benefit, rank: the third is dearer and no better than the second, the fourth costs as much and is worse;
        // the last is the first again with a higher rank.
        let points =
            [[0.0, 0.0, 1.0], [2.0, 5.0, 0.0], [3.0, 5.0, 9.0], [2.0, 4.0, 9.0], [4.0, 6.0, 0.0], [0.0, 0.0, 2.0]];
        assert_eq!(front(&points, |point| *point), [5, 1, 4]);
        assert!(front(&[[f64::NAN, 1.0, 0.0]], |point| *point).is_empty());
    }

    #[test]
    fn a_thinned_list_keeps_its_ends() {
        let list: Vec<usize> = (0..101).collect();
        assert_eq!(thinned(list.clone(), 5), [0, 25, 50, 75, 100]);
        assert_eq!(thinned(list.clone(), 200), list);
        for most in 2..101 {
            let kept = thinned(list.clone(), most);
            assert_eq!((kept.len(), kept[0], kept[most - 1]), (most, 0, 100));
        }
        assert!(thinned(list.clone(), 0).is_empty() && thinned(list, 1) == [0]);
    }
}
