//! Values of a union that are unknown to this version.

use super::view::{Param, Value};

/// A value of a union that this version of telegrammar does not know, or that could not be decoded.
///
/// It is stored as the server sent it, and encoded unchanged. [`error`](Self::error) distinguishes
/// the two cases.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unknown {
    tag: Box<str>,
    json: Box<str>,
    error: Option<Box<str>>,
}

impl Unknown {
    /// Creates a placeholder, which is replaced once the value is known.
    #[doc(hidden)]
    #[must_use]
    pub fn empty() -> Self {
        Self {
            tag: Box::default(),
            json: "null".into(),
            error: None,
        }
    }

    pub(crate) fn new(tag: &str, json: &str) -> Self {
        Self {
            tag: tag.into(),
            json: json.into(),
            error: None,
        }
    }

    pub(crate) fn damaged(tag: &str, json: &str, error: String) -> Self {
        Self {
            error: Some(error.into()),
            ..Self::new(tag, json)
        }
    }

    /// Returns the value of the union's tag; empty if there is none.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Returns the whole value as JSON.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// Returns why the value could not be decoded, if its variant is known; `None` if this version
    /// does not know the variant.
    #[must_use]
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }
}

impl Param for Unknown {
    fn value(&self) -> Value<'_> {
        Value::Raw(&self.json)
    }
}
