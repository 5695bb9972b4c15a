//! The weights of features, as data: `dictionaries/weights/names.tsv`, fitted by the program in `tools/fit_names.rs`.

use crate::model::mention::NameKind;
use crate::rules::name::feature::{self, COUNT, Feature, KINDS, Template};

/// A weight for every feature, in thousandths where it comes from the file: sums of whole numbers below 2²⁴ are exact,
/// so that the order in which features are added never decides between two readings.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights(Box<[[f32; KINDS]; ROWS]>);

/// How many rows of weights there are: as many as the compiler knows, so that no look-up is checked.
const ROWS: usize = COUNT.div_ceil(KINDS);

impl Weights {
    /// All weights zero.
    #[must_use]
    pub fn zero() -> Self {
        Self(boxed(vec![[0.0; KINDS]; ROWS]))
    }

    /// Reads rows `feature<TAB>weight`; lines that begin with `#`, the header and unknown features count for nothing.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut weights = Self::zero();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, weight)) = line.split_once('\t') else { continue };
            if let (Some(feature), Some(weight)) = (feature::parse(name), thousandths(weight)) {
                weights.nudge(feature, weight);
            }
        }
        weights
    }

    /// The weights as bytes, for [`load`](Self::load).
    #[allow(dead_code, reason = "build.rs calls it")]
    pub(crate) fn store(&self) -> Vec<u8> {
        self.0.as_flattened().iter().flat_map(|weight| weight.to_le_bytes()).collect()
    }

    /// What [`store`](Self::store) wrote.
    pub(crate) fn load(bytes: &[u8]) -> Self {
        let (numbers, _) = bytes.as_chunks();
        let weights: Vec<f32> = numbers.iter().map(|&number| f32::from_le_bytes(number)).collect();
        let (rows, _) = weights.as_chunks();
        Self(boxed(rows.to_vec()))
    }

    /// The weight of one feature.
    #[inline]
    #[must_use]
    pub fn of(&self, feature: Feature) -> f32 {
        let index = usize::from(feature);
        self.0.get(index / KINDS).map_or(0.0, |row| row[index % KINDS])
    }

    /// The weight of `template` with `value` for names of `kind`.
    #[inline]
    #[must_use]
    pub fn at(&self, kind: NameKind, template: Template, value: usize) -> f32 {
        self.0.get(feature::row(template, value)).map_or(0.0, |row| row[kind as usize])
    }

    /// Adds the weights of `template` with `value` to `sums`, all four kinds of names at once.
    #[inline]
    pub fn add_row(&self, template: Template, value: usize, sums: &mut [f32; KINDS]) {
        if let Some(row) = self.0.get(feature::row(template, value)) {
            add(sums, row);
        }
    }

    /// The weights of `template` with `value`, by kind of name.
    #[inline]
    #[must_use]
    pub fn row(&self, template: Template, value: usize) -> [f32; KINDS] {
        self.0.get(feature::row(template, value)).copied().unwrap_or_default()
    }

    /// The sum of the weights of `features`.
    #[must_use]
    pub fn sum(&self, features: &[Feature]) -> f32 {
        features.iter().map(|&feature| self.of(feature)).sum()
    }

    /// Adds `step` to the weight of one feature.
    pub fn nudge(&mut self, feature: Feature, step: f32) {
        let index = usize::from(feature);
        if let Some(row) = self.0.get_mut(index / KINDS) {
            row[index % KINDS] += step;
        }
    }

    /// Every feature with its weight.
    pub fn iter(&self) -> impl Iterator<Item = (Feature, f32)> + '_ {
        let weights = self.0.as_flattened().iter().take(COUNT);
        weights.enumerate().map(|(index, &weight)| (Feature::try_from(index).unwrap_or(0), weight))
    }
}

/// As many rows as there are: those that are missing are zero, those past the last are left out.
fn boxed(mut rows: Vec<[f32; KINDS]>) -> Box<[[f32; KINDS]; ROWS]> {
    rows.resize(ROWS, [0.0; KINDS]);
    rows.into_boxed_slice().try_into().unwrap_or_else(|_| unreachable!("resized to as many"))
}

/// Adds by kind. Written out so that it becomes one addition of four numbers.
#[inline]
pub fn add(sums: &mut [f32; KINDS], more: &[f32; KINDS]) {
    *sums = [sums[0] + more[0], sums[1] + more[1], sums[2] + more[2], sums[3] + more[3]];
}

fn thousandths(weight: &str) -> Option<f32> {
    Some((weight.parse::<f32>().ok()? * 1000.0).round())
}
