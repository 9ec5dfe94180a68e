//! OpenAPI 3.0.3 of a document: a list of named transforms, each of which says what is lost by it.

mod recursive;
mod schemas;
mod transforms;

use super::super::json::{Json, Node};
use super::Document;

/// A document in OpenAPI 3.0.3.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Downgraded {
    /// The document.
    pub document: Document,
    /// Everything that it cannot say.
    pub losses: Vec<Loss>,
}

/// Something that OpenAPI 3.0.3 cannot say.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Loss {
    /// Where it is in the original document, as a JSON pointer.
    pub pointer: String,
    /// The name of the transform, such as `webhooks`.
    pub transform: &'static str,
    /// What is lost.
    pub what: &'static str,
}

/// Applies all transforms.
pub(super) fn downgrade(document: &Json) -> Downgraded {
    let mut root = document.0.clone();
    let mut losses = Vec::new();
    if let Node::Map(root) = &mut root {
        for (name, apply) in transforms::OF_DOCUMENT {
            apply(root, &mut |pointer, what| {
                losses.push(Loss {
                    pointer,
                    transform: name,
                    what,
                });
            });
        }
    }
    for (name, apply) in transforms::OF_SCHEMA {
        schemas::each(&mut root, &mut |schema, pointer| {
            if let Some((key, what)) = apply(schema) {
                losses.push(Loss {
                    pointer: format!("{pointer}/{key}"),
                    transform: name,
                    what,
                });
            }
        });
    }
    Downgraded {
        document: root.into(),
        losses,
    }
}
