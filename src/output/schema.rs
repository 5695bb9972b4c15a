//! The JSON Schema of the record, made from its types.

use serde_json::Value;

use crate::model::record::Record;

/// The JSON Schema (draft 2020-12) that every record validates against.
#[must_use]
pub fn schema() -> Value {
    schemars::schema_for!(Record).to_value()
}
