//! The schema of a declared type.

use super::super::doc_text::DocText;
use super::super::json::Map;
use super::forms::Forms;
use super::types::Type;
use super::{object, union, words};
use crate::schema::DefinedContent;

/// Returns the schema of a type.
pub(super) fn schema(of: Type, forms: Forms<'_>) -> Map {
    let definition = of.definition;
    let (mut schema, more) = match definition.content {
        DefinedContent::Object { info, .. } => (
            object::schema(definition, info, of.tag, forms),
            String::new(),
        ),
        DefinedContent::Union {
            info,
            members,
            is_open,
            ..
        } => (
            union::schema(
                definition,
                info,
                members,
                is_open && !forms.is_sent(),
                forms,
            ),
            union::explained(definition, members),
        ),
        DefinedContent::Words {
            words,
            is_open,
            ignores_case,
            may_grow,
            ..
        } => (
            words::schema(
                words,
                is_open && (may_grow || !forms.is_sent()),
                ignores_case,
            ),
            words::explained(words),
        ),
        _ => (Map::new(), String::new()),
    };
    let doc = DocText::of(definition.doc);
    let texts = [doc.text, more];
    let texts: Vec<_> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    if !texts.is_empty() {
        schema.set("description", texts.join("\n\n"));
    }
    if let Some(url) = doc.url {
        schema.set("externalDocs", Map::new().with("url", url));
    }
    let direction = match (definition.is_sent, definition.is_received) {
        (true, false) => Some("sent"),
        (false, true) => Some("received"),
        (true, true) => Some("both"),
        (false, false) => None,
    };
    schema.with_some("x-telegram-direction", direction)
}
