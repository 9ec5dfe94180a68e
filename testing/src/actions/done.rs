//! What came of an action.

use serde_json::{Map, Value};

use crate::updates::Update;

/// What came of an action.
#[derive(Debug, Default)]
pub(crate) struct Done {
    /// Its members are those of the result, beside the ids of the updates.
    pub(crate) result: Map<String, Value>,
    pub(crate) updates: Vec<Update>,
}

impl Done {
    /// Creates the outcome of an action with one update.
    pub(super) fn update(kind: &str, event: impl Into<Value>) -> Self {
        Self {
            result: Map::new(),
            updates: vec![Map::from_iter([(kind.to_owned(), event.into())])],
        }
    }

    /// Adds a member to the result.
    pub(super) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.result.insert(name.to_owned(), value.into());
        self
    }
}
