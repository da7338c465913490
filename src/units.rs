//! Quantities with their unit as their type.
//!
//! What is confused in practice cannot be mixed up here: energy and power, net and gross of VAT.
//! A quantity is one `f64` with no cost at run time. Formulas work on raw numbers whose names end in the unit
//! (`load_kwh`, `cost_pln`); public functions take and return quantities.
//!
//! ```compile_fail
//! use autonomia::units::{Kw, Kwh};
//! let nonsense = Kwh(1.0) + Kw(1.0);
//! ```

use serde::{Deserialize, Serialize};
use std::{
    iter::Sum,
    marker::PhantomData,
    ops::{Add, AddAssign, Div, Index, Mul, Neg, Sub},
};

/// One of the quantities of this module: an `f64` that knows its unit.
pub trait Quantity: Copy {
    /// Symbol of the unit as written beside a number.
    const SYMBOL: &'static str;
    /// Wraps a raw number in this unit.
    fn from_raw(value: f64) -> Self;
    /// The raw number in this unit.
    fn raw(self) -> f64;
}

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $symbol:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(transparent)]
        #[repr(transparent)]
        pub struct $name(pub f64);

        impl Quantity for $name {
            const SYMBOL: &'static str = $symbol;
            fn from_raw(value: f64) -> Self {
                Self(value)
            }
            fn raw(self) -> f64 {
                self.0
            }
        }

        impl $name {
            /// Nothing of it.
            pub const ZERO: Self = Self(0.0);

            /// True where both differ by at most `tolerance`, in this unit.
            #[must_use]
            pub fn approx_eq(self, other: Self, tolerance: f64) -> bool {
                (self.0 - other.0).abs() <= tolerance
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: Self) {
                self.0 += other.0;
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Div<f64> for $name {
            type Output = Self;
            fn div(self, divisor: f64) -> Self {
                Self(self.0 / divisor)
            }
        }

        impl Div for $name {
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
                Self(parts.map(|part| part.0).sum())
            }
        }
    };
}

quantity!(
    /// Electric energy, kWh.
    Kwh,
    "kWh"
);
quantity!(
    /// Power, kW.
    Kw,
    "kW"
);
quantity!(
    /// Rated DC power of modules at standard test conditions, kWp.
    Kwp,
    "kWp"
);
quantity!(
    /// Money before VAT, zł.
    NetPln,
    "zł"
);
quantity!(
    /// Money with VAT, zł.
    GrossPln,
    "zł"
);
quantity!(
    /// Price of energy before VAT, zł/kWh.
    NetPlnPerKwh,
    "zł/kWh"
);
quantity!(
    /// Price of energy with VAT, zł/kWh.
    GrossPlnPerKwh,
    "zł/kWh"
);
quantity!(
    /// Angle, degrees.
    Deg,
    "°"
);
quantity!(
    /// Temperature, °C.
    Celsius,
    "°C"
);
quantity!(
    /// Irradiance, W/m².
    WPerM2,
    "W/m²"
);
quantity!(
    /// Wind speed, m/s.
    MPerS,
    "m/s"
);

impl Mul<NetPlnPerKwh> for Kwh {
    type Output = NetPln;
    fn mul(self, price: NetPlnPerKwh) -> NetPln {
        NetPln(self.0 * price.0)
    }
}

impl Mul<GrossPlnPerKwh> for Kwh {
    type Output = GrossPln;
    fn mul(self, price: GrossPlnPerKwh) -> GrossPln {
        GrossPln(self.0 * price.0)
    }
}

/// A rate of value-added tax as a share: 0.23 for 23 %.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VatRate(pub f64);

impl NetPln {
    /// The same amount with VAT added.
    #[must_use]
    pub fn with_vat(self, rate: VatRate) -> GrossPln {
        GrossPln(self.0 * (1.0 + rate.0))
    }
}

impl NetPlnPerKwh {
    /// The same price with VAT added.
    #[must_use]
    pub fn with_vat(self, rate: VatRate) -> GrossPlnPerKwh {
        GrossPlnPerKwh(self.0 * (1.0 + rate.0))
    }
}

impl GrossPln {
    /// The same amount with VAT taken out.
    #[must_use]
    pub fn without_vat(self, rate: VatRate) -> NetPln {
        NetPln(self.0 / (1.0 + rate.0))
    }
}

impl GrossPlnPerKwh {
    /// The same price with VAT taken out.
    #[must_use]
    pub fn without_vat(self, rate: VatRate) -> NetPlnPerKwh {
        NetPlnPerKwh(self.0 / (1.0 + rate.0))
    }
}

/// One value of a quantity for every hour of the modelled year, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Series<U> {
    values: Box<[f64]>,
    unit: PhantomData<U>,
}

impl<U> Default for Series<U> {
    /// A series of no hours.
    fn default() -> Self {
        Self { values: Box::default(), unit: PhantomData }
    }
}

impl<U: Quantity> Series<U> {
    /// Raw hourly numbers, in the unit `U`.
    #[must_use]
    pub fn from_raw(values: Vec<f64>) -> Self {
        Self { values: values.into_boxed_slice(), unit: PhantomData }
    }

    /// Nothing in each of `hours` hours.
    #[must_use]
    pub fn zeros(hours: usize) -> Self {
        Self::from_raw(vec![0.0; hours])
    }

    /// The hourly numbers, in the unit `U`.
    #[must_use]
    pub fn raw(&self) -> &[f64] {
        &self.values
    }

    /// The hourly numbers, to be written over.
    pub fn raw_mut(&mut self) -> &mut [f64] {
        &mut self.values
    }

    /// Number of hours.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// True for a series of no hours.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Sum over all hours.
    #[must_use]
    pub fn total(&self) -> U {
        U::from_raw(self.values.iter().sum())
    }

    /// The same series, each hour times `factor`.
    #[must_use]
    pub fn scaled(&self, factor: f64) -> Self {
        Self::from_raw(self.values.iter().map(|value| value * factor).collect())
    }
}

impl<U> Index<usize> for Series<U> {
    type Output = f64;
    fn index(&self, hour: usize) -> &f64 {
        &self.values[hour]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vat_is_added_and_taken_out() {
        // 100 zł net at 23 % is 123 zł gross, by definition of the rate.
        let vat = VatRate(0.23);
        assert!(NetPln(100.0).with_vat(vat).approx_eq(GrossPln(123.0), 1e-12));
        assert!(GrossPln(123.0).without_vat(vat).approx_eq(NetPln(100.0), 1e-12));
    }

    #[test]
    fn energy_times_price_is_money() {
        assert!((Kwh(10.0) * NetPlnPerKwh(0.5)).approx_eq(NetPln(5.0), 1e-12));
    }

    #[test]
    fn a_series_adds_up() {
        let series = Series::<Kwh>::from_raw(vec![1.0, 2.0, 3.5]);
        assert!(series.total().approx_eq(Kwh(6.5), 1e-12));
        assert!(series.scaled(2.0).total().approx_eq(Kwh(13.0), 1e-12));
    }
}
