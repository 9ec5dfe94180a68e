//! OpenAPI documents. Here: what stands around the schemas. Not here: the schemas (`schema`).

mod builder;
mod downgrade;
mod examples;
mod operation;
mod request;
mod responses;
mod webhook;

use std::fmt;

use super::json::{Json, Node};

pub use builder::DocumentBuilder;
pub(super) use builder::groups;
pub use downgrade::{Downgraded, Loss};
pub(super) use examples::recorded;
pub(super) use operation::tag;
pub(super) use responses::{ERROR, ERRORS};

/// An OpenAPI 3.1.1 document. It displays as compact JSON, and with `{:#}` as indented lines.
///
/// The same methods give the same text: the order of members is that of the Bot API page.
#[derive(Clone, Debug, PartialEq)]
pub struct Document(Json);

impl Document {
    /// Creates a builder, for documents of other methods or with other servers.
    #[must_use]
    pub fn builder() -> DocumentBuilder {
        DocumentBuilder::default()
    }

    /// Returns the document as JSON.
    #[must_use]
    pub const fn json(&self) -> &Json {
        &self.0
    }

    /// Returns the same in OpenAPI 3.0.3, for tools that read no later version, and everything that it
    /// cannot say.
    #[must_use]
    pub fn to_3_0(&self) -> Downgraded {
        downgrade::downgrade(&self.0)
    }
}

impl fmt::Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Returns the OpenAPI document of the Bot API.
#[must_use]
pub fn document() -> Document {
    Document::builder().build()
}

/// A reference to a part of the document.
fn reference(section: &str, name: &str) -> super::json::Map {
    super::json::Map::new().with("$ref", format!("#/components/{section}/{name}"))
}

impl From<Node> for Document {
    fn from(root: Node) -> Self {
        Self(Json(root))
    }
}
