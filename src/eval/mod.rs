//! Measuring against annotated articles: the gold format, what is compared, the counts, the figures.

pub mod facts;
pub mod gold;
pub mod report;
pub mod score;
