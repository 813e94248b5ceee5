use crate::call::checked;
use crate::error::Result;
use crate::ffi;
use std::cmp::Ordering;
use std::fmt;
use std::ptr::null_mut;

/// Exact points: "15.5", or "11/14" where no decimal ends.
#[derive(Clone, Debug)]
pub struct Number(pub(crate) String);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Number {
    /// With a number of decimals, 0 to 18; a tie goes away from zero.
    pub fn rounded(&self, places: i32) -> Result<Decimal> {
        let mut number = ffi::Decimal::default();
        checked(|error| unsafe {
            let (text, size) = (self.0.as_ptr().cast(), self.0.len());
            ffi::parindex_decimal_round(text, size, places, ffi::ROUNDING_HALF_UP, &mut number, null_mut(), error)
        })?;
        Ok(Decimal { coefficient: number.coefficient, scale: number.scale as u32 })
    }
}

/// coefficient / 10^scale. It compares by value: 0.5 is 0.50.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    coefficient: i64,
    scale: u32, // at most 18, so that what follows fits 128 bits
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let scaled = |number: &Self, by: u32| i128::from(number.coefficient) * 10i128.pow(by);
        scaled(self, other.scale).cmp(&scaled(other, self.scale))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}
