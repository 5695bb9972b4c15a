//! boctin (*bóc tin*, "to peel the news") reads Vietnamese news and official documents and writes what they say as
//! records: people, titles, bodies, places, dates, cited documents, numbered tasks, each with its exact place.

#![warn(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod calendar;
pub mod gazetteer;
pub mod model;
pub mod normalize;
pub mod resolve;
pub mod rules;
pub mod segment;
