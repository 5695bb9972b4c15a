//! Measuring against annotated articles: the gold format, and the figures.

pub mod gold;
