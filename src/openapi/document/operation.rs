//! The operation of a method.

use super::super::description;
use super::super::doc_text::DocText;
use super::super::json::{Map, Node, list};
use super::super::methods::MethodEntry;
use super::super::schema::{Direction, Schemas};
use super::builder::FOLDER;
use super::{examples, reference, responses, webhook};

/// Returns the operation of a method, which is declared by these structs. `title` is the tag of methods
/// in no section of the page.
pub(super) fn operation(entries: &[&MethodEntry], schemas: &Schemas, title: &str) -> Map {
    let Some(first) = entries.first() else {
        return Map::new();
    };
    let (name, info) = (first.name(), first.info());
    let docs: Vec<_> = entries
        .iter()
        .map(|entry| DocText::of(entry.definition().doc))
        .collect();
    let summary = docs.first().map(DocText::summary);
    let summary = summary.filter(|summary| !summary.is_empty());
    let url = docs.iter().find_map(|doc| doc.url.clone());
    let is_listed = !first.definition().section.is_empty();
    let url = url.or_else(|| {
        let anchor = name.to_lowercase();
        is_listed.then(|| format!("https://core.telegram.org/bots/api#{anchor}"))
    });
    let text = description::documentation(entries);
    // A single sentence is the summary already.
    let is_more = !text.is_empty() && summary.as_deref() != Some(text.trim_end_matches('.'));
    let description = is_more.then_some(text);
    let has_body = entries
        .iter()
        .any(|entry| !entry.info().params().is_empty());
    let chat = entries.iter().find_map(|entry| entry.info().chat());
    Map::new()
        .with("operationId", name)
        .with("summary", summary.unwrap_or_else(|| name.to_owned()))
        .with_some("description", description)
        .with("tags", list([tag(first, title)]))
        .with_some("externalDocs", url.map(|url| Map::new().with("url", url)))
        .with_some(
            "requestBody",
            has_body.then(|| reference("requestBodies", name)),
        )
        .with("responses", self::responses(entries, schemas))
        .with("x-telegram-repeatable", info.is_repeatable)
        .with_some("x-telegram-long-poll", info.is_long_poll.then_some(true))
        .with_some("x-telegram-chat-parameter", chat.map(|chat| chat.name))
}

/// Returns the tags of the methods.
pub(super) fn tags(groups: &[Vec<(usize, &MethodEntry)>], title: &str, has_webhook: bool) -> Node {
    let mut tags: Vec<String> = Vec::new();
    if has_webhook {
        tags.push(webhook::TAG.to_owned());
    }
    for (_, entry) in groups.iter().filter_map(|group| group.first()) {
        let tag = tag(entry, title);
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    list(tags.into_iter().map(|tag| {
        let anchor = tag.to_lowercase().replace(' ', "-");
        let url = format!("https://core.telegram.org/bots/api#{anchor}");
        let docs = (tag != title).then(|| Map::new().with("url", url));
        let description = format!("The methods of the section \"{tag}\".");
        Map::new()
            .with("name", tag)
            .with("description", description)
            .with_some("externalDocs", docs)
    }))
}

pub(in crate::openapi) fn tag(entry: &MethodEntry, title: &str) -> String {
    match entry.definition().section {
        "" => title.to_owned(),
        section => section.to_owned(),
    }
}

fn responses(entries: &[&MethodEntry], schemas: &Schemas) -> Map {
    let forms = schemas.forms(FOLDER, Direction::Received);
    let mut results: Vec<Map> = Vec::new();
    for entry in entries {
        let result = forms.value((entry.definition().result)());
        if !results.contains(&result) {
            results.push(result);
        }
    }
    let result = match results.len() {
        1 => results.remove(0),
        _ => Map::new().with("anyOf", list(results)),
    };
    let name = entries.first().map_or("", |entry| entry.name());
    let properties = Map::new()
        .with("ok", Map::new().with("type", "boolean").with("const", true))
        .with("result", result);
    let schema = Map::new()
        .with("type", "object")
        .with("properties", properties)
        .with("required", list(["ok", "result"]));
    let json = Map::new()
        .with("schema", schema)
        .with_some("examples", examples::response(name));
    let success = Map::new()
        .with("description", "The call succeeded.")
        .with("content", Map::new().with("application/json", json));
    responses::with_errors(Map::new().with("200", success))
}
