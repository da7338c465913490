//! Random numbers that are the same in every browser: the seed decides the year.
//!
//! The integers are exact everywhere. Normal numbers pass through `ln`, `sin` and `cos`, whose last digit
//! may differ between platforms, so hourly years agree to rounding.

use std::f64::consts::TAU;

/// A seeded generator of random numbers: `SplitMix64`.
///
/// state := state + golden gamma; the output is the state mixed by two xor-shift-multiply rounds.
/// Every seed gives a full period of 2⁶⁴.
///
/// Source: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators", OOPSLA '14,
/// doi:10.1145/2660193.2660195.
#[derive(Clone, Debug)]
pub struct Random {
    state: u64,
    spare: Option<f64>,
}

impl Random {
    /// A generator that starts at `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { state: seed, spare: None }
    }

    /// A generator for one purpose within a seed, so that one model can change without disturbing the others.
    #[must_use]
    pub fn stream(seed: u64, purpose: u64) -> Self {
        let mut parent = Self::new(seed);
        let start = parent.next_u64();
        Self::new(start ^ purpose.wrapping_mul(0xD1B5_4A32_D192_ED03))
    }

    /// The next 64 random bits.
    pub fn next_u64(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from 0 to below 1, uniform.
    pub fn uniform(&mut self) -> f64 {
        // The top 53 bits in two exact halves: a u64 has no lossless conversion to f64.
        let bits = self.next_u64();
        let high = f64::from((bits >> 38) as u32);
        let low = f64::from(((bits >> 11) & 0x07FF_FFFF) as u32);
        (high * 134_217_728.0 + low) / 9_007_199_254_740_992.0
    }

    /// A number from the standard normal distribution, mean 0 and standard deviation 1.
    ///
    /// Source: Box & Muller 1958, Annals of Mathematical Statistics 29, 610, doi:10.1214/aoms/1177706645.
    pub fn normal(&mut self) -> f64 {
        if let Some(value) = self.spare.take() {
            return value;
        }
        let radius = (-2.0 * (1.0 - self.uniform()).ln()).sqrt();
        let (sine, cosine) = sin_cos_of_turn(self.uniform());
        self.spare = Some(radius * sine);
        radius * cosine
    }
}

/// Sine and cosine of a share of a full turn, 0 to 1, to rounding: their series within an eighth of a turn of the nearest
/// quarter. Quicker than reducing any angle, and the same on every platform.
fn sin_cos_of_turn(share: f64) -> (f64, f64) {
    const SINE: [f64; 8] = series_from(1.0);
    const COSINE: [f64; 9] = series_from(0.0);
    let nearest = [0.125, 0.375, 0.625, 0.875].iter().filter(|edge| share >= **edge).count();
    let angle = TAU * (share - [0.0, 0.25, 0.5, 0.75, 1.0][nearest]);
    let square = angle * angle;
    let sine = angle * SINE.iter().rev().fold(0.0, |sum, term| sum * square + term);
    let cosine = COSINE.iter().rev().fold(0.0, |sum, term| sum * square + term);
    match nearest % 4 {
        0 => (sine, cosine),
        1 => (cosine, -sine),
        2 => (-sine, -cosine),
        _ => (-cosine, sine),
    }
}

/// 1 / n! with alternating signs, for every second n from `first`.
const fn series_from<const TERMS: usize>(first: f64) -> [f64; TERMS] {
    let mut terms = [1.0; TERMS];
    let (mut term, mut n) = (1, first);
    while term < TERMS {
        terms[term] = -terms[term - 1] / ((n + 1.0) * (n + 2.0));
        n += 2.0;
        term += 1;
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sines_of_turns_are_those_of_the_library() {
        for step in 0..=4000 {
            let share = f64::from(step) / 4000.0;
            let (sine, cosine) = sin_cos_of_turn(share);
            let (known_sine, known_cosine) = (TAU * share).sin_cos();
            assert!((sine - known_sine).abs() < 1e-15 && (cosine - known_cosine).abs() < 1e-15, "{share}");
        }
    }

    #[test]
    fn the_published_sequence_of_seed_1234567() {
        // First outputs of the reference implementation of `SplitMix64` (S. Vigna, prng.di.unimi.it), seed 1234567.
        let mut random = Random::new(1_234_567);
        assert_eq!(random.next_u64(), 6_457_827_717_110_365_317);
        assert_eq!(random.next_u64(), 3_203_168_211_198_807_973);
        assert_eq!(random.next_u64(), 9_817_491_932_198_370_423);
    }

    #[test]
    fn moments_are_those_of_the_distributions() {
        // Mean and variance: 1/2 and 1/12 for the uniform, 0 and 1 for the normal, by definition.
        let mut random = Random::new(7);
        let n = 200_000;
        let uniform: Vec<f64> = (0..n).map(|_| random.uniform()).collect();
        let normal: Vec<f64> = (0..n).map(|_| random.normal()).collect();
        let mean = |values: &[f64]| values.iter().sum::<f64>() / f64::from(n);
        let variance =
            |values: &[f64], mean: f64| values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / f64::from(n);
        assert!((mean(&uniform) - 0.5).abs() < 0.003);
        assert!((variance(&uniform, 0.5) - 1.0 / 12.0).abs() < 0.001);
        assert!(mean(&normal).abs() < 0.01);
        assert!((variance(&normal, 0.0) - 1.0).abs() < 0.02);
        assert!(uniform.iter().all(|value| (0.0..1.0).contains(value)));
    }
}
