//! boctin (*bóc tin*, "to peel the news") reads Vietnamese news and official documents and writes what they say as
//! records: people, titles, bodies, places, dates, cited documents, numbered tasks, each with its exact place.

#![warn(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[cfg(feature = "cli")]
pub mod batch;
pub mod calendar;
pub mod eval;
pub mod gazetteer;
pub mod input;
pub mod model;
pub mod normalize;
pub mod numeral;
#[cfg(feature = "cli")]
pub mod output;
pub mod pipeline;
pub mod resolve;
pub mod rules;
pub mod segment;
mod standard;
