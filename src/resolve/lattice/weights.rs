//! The weights of features, as data: `dictionaries/weights/names.tsv`, fitted by the program in `tools/fit_names.rs`.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::rules::name::feature::{self, COUNT, Feature};

/// A weight for every feature.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights(Vec<f32>);

impl Weights {
    /// All weights zero.
    #[must_use]
    pub fn zero() -> Self {
        Self(vec![0.0; COUNT])
    }

    /// The weights that come with the program.
    pub fn standard() -> &'static Self {
        static STANDARD: OnceLock<Weights> = OnceLock::new();
        STANDARD.get_or_init(|| Self::parse(include_str!("../../../dictionaries/weights/names.tsv")))
    }

    /// Reads rows `feature<TAB>weight`; lines that begin with `#`, the header and unknown features count for nothing.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let by_name: FxHashMap<&str, f32> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(name, weight)| Some((name, weight.parse().ok()?)))
            .collect();
        let mut weights = Self::zero();
        for (index, weight) in weights.0.iter_mut().enumerate() {
            let name = feature::name(Feature::try_from(index).unwrap_or(0));
            *weight = by_name.get(name.as_str()).copied().unwrap_or(0.0);
        }
        weights
    }

    /// The weight of one feature.
    #[must_use]
    pub fn of(&self, feature: Feature) -> f32 {
        self.0.get(usize::from(feature)).copied().unwrap_or(0.0)
    }

    /// The sum of the weights of `features`.
    #[must_use]
    pub fn sum(&self, features: &[Feature]) -> f32 {
        features.iter().map(|&feature| self.of(feature)).sum()
    }

    /// Adds `step` to the weight of one feature.
    pub fn nudge(&mut self, feature: Feature, step: f32) {
        if let Some(weight) = self.0.get_mut(usize::from(feature)) {
            *weight += step;
        }
    }

    /// Every feature with its weight.
    pub fn iter(&self) -> impl Iterator<Item = (Feature, f32)> + '_ {
        self.0.iter().enumerate().map(|(index, &weight)| (Feature::try_from(index).unwrap_or(0), weight))
    }
}
