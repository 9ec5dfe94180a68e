//! New lines: entries and fields as the page describes them.

use crate::compare;
use crate::document::{Body, Document, Entry, Fact, Field, Kind, Variant, mark};
use crate::page::{Page, PageEntry, PageField};
use crate::prose;

/// Returns a new entry. The head of a type is completed later, from the entries around it.
pub(super) fn entry(source: &PageEntry, page: &Page, known: &Document, verbs: &[&str]) -> Entry {
    let mut entry = Entry {
        kind: compare::kind(source),
        name: source.name.clone(),
        head: Vec::new(),
        review: None,
        body: Vec::new(),
    };
    for new in &source.fields {
        let is_method = source.is_method;
        entry
            .body
            .push(Body::Field(field(new, is_method, page, known)));
    }
    match entry.kind {
        Kind::Method => method_head(&mut entry, source, known, verbs),
        Kind::Object => entry.head = vec!["in".to_owned()],
        Kind::Marker => entry.head = vec!["in".to_owned(), "empty_object".to_owned()],
        Kind::Union => {
            entry.head = vec!["in".to_owned(), "untagged".to_owned()];
            let variants = source.variants.iter().map(|name| Variant {
                name: name.clone(),
                ..Variant::default()
            });
            entry.body.extend(variants.map(Body::Variant));
        }
    }
    for kind in prose::kinds(&source.prose, |key| key == "hedged") {
        mark(&mut entry.review, kind);
    }
    entry
}

fn method_head(entry: &mut Entry, source: &PageEntry, known: &Document, verbs: &[&str]) {
    let has_inline = source
        .fields
        .iter()
        .any(|field| field.name == "inline_message_id");
    let returns = source.returns.as_deref().unwrap_or("True");
    entry.head = result(returns, has_inline, &mut entry.review);
    if source.returns.is_none() {
        mark(&mut entry.review, "a result");
    }
    let own = verb(&entry.name);
    let is_repeatable = verbs.contains(&own);
    let is_doubtful = verbs.iter().any(|verb| verb.strip_suffix('?') == Some(own));
    let is_known = is_repeatable
        || is_doubtful
        || known
            .entries()
            .any(|entry| entry.is_method() && verb(&entry.name) == own);
    if !is_known {
        mark(&mut entry.review, "the class of a new verb");
    }
    if is_doubtful {
        mark(&mut entry.review, "the class, and why");
    }
    entry
        .head
        .push(if is_repeatable { "repeatable" } else { "once" }.to_owned());
}

/// Returns the verb of a method's name.
pub(super) fn verb(method: &str) -> &str {
    method.split(char::is_uppercase).next().unwrap_or(method)
}

/// Returns the words for a result.
pub(super) fn result(returns: &str, has_inline: bool, review: &mut Option<String>) -> Vec<String> {
    let mut head = vec!["->".to_owned(), returns.to_owned()];
    if returns.contains('|') && has_inline {
        head.extend(["by".to_owned(), "inline_message_id".to_owned()]);
    } else if returns.contains('|') {
        mark(review, "a result of several types");
    }
    head
}

/// Returns a new field.
pub(super) fn field(new: &PageField, is_method: bool, page: &Page, known: &Document) -> Field {
    let mut field = Field {
        name: new.name.clone(),
        optional: !new.required,
        ty: new.ty.clone(),
        facts: prose::facts(&new.ty, &new.prose),
        review: None,
    };
    let twins = twins(&field, known);
    width(&mut field, new, &twins);
    upload(&mut field, new, &twins);
    if new.prose.contains("ormatting options") && field.name.ends_with("parse_mode") {
        let modes = known
            .entries()
            .flat_map(Entry::fields)
            .find(|other| other.name == "parse_mode");
        let modes = modes.and_then(|modes| modes.facts.iter().find(|fact| fact.key == "values"));
        field.facts.extend(modes.cloned());
    }
    // The community's JSON does not distinguish them.
    if !page.knows_true && !is_method && field.ty == "Boolean" {
        if field.optional && new.prose.replace("Optional. ", "").starts_with("True") {
            "True".clone_into(&mut field.ty);
        }
        field.mark("`True` or `Boolean`");
    }
    let facts = field.facts.clone();
    let was_read = |key: &str| facts.iter().any(|fact| fact.key == key);
    for kind in prose::kinds(&new.prose, was_read) {
        field.mark(kind);
    }
    if prose::has_further_numbers(&new.prose, &facts) {
        field.mark("a limit");
    }
    field
}

/// Returns the known fields with the same name and type.
fn twins<'a>(field: &Field, known: &'a Document) -> Vec<&'a Field> {
    let fields = known.entries().flat_map(Entry::fields);
    fields
        .filter(|other| {
            other.name == field.name && compare::is_same_type(&other.ty, &field.ty, true)
        })
        .collect()
}

/// Fields of the same name have the same width, if most others agree.
fn width(field: &mut Field, new: &PageField, twins: &[&Field]) {
    let is_id = ["user_id", "chat_id"]
        .iter()
        .any(|end| field.name.ends_with(end));
    if field.ty == "Integer" && is_id && twins.is_empty() {
        "Integer64".clone_into(&mut field.ty);
    } else if new.prose.contains("52 significant bits") {
        field.ty = field.ty.replace("Integer", "Integer52");
    } else {
        let count = |ty: &str| twins.iter().filter(|other| other.ty == ty).count();
        let usual = twins.iter().max_by_key(|other| count(&other.ty));
        if let Some(usual) = usual.filter(|usual| count(&usual.ty) * 4 > twins.len() * 3) {
            field.ty.clone_from(&usual.ty);
        }
    }
}

/// Adds the place of an upload. Fields of the same name that accept the same sources
/// treat others alike.
fn upload(field: &mut Field, new: &PageField, twins: &[&Field]) {
    let place = if field.ty.split('|').any(|name| name == "InputFile") {
        "direct"
    } else if new.prose.contains("attach://") && field.ty == "String" {
        "attach"
    } else {
        return;
    };
    let sources = prose::sources(&new.prose);
    let keys = ["upload", "sources", "or_dropped"];
    let of = |other: &Field| -> Vec<Fact> {
        let facts = other
            .facts
            .iter()
            .filter(|fact| keys.contains(&fact.key.as_str()));
        facts.cloned().collect()
    };
    let is_alike = |other: &&&Field| {
        other.value("upload") == Some(place) && other.value("sources") == Some(&sources)
    };
    let alike: Vec<&&Field> = twins.iter().filter(is_alike).collect();
    let count = |facts: &[Fact]| alike.iter().filter(|other| of(other) == facts).count();
    let usual = alike
        .iter()
        .map(|other| of(other))
        .max_by_key(|facts| count(facts));
    if let Some(usual) = usual.filter(|usual| count(usual) * 4 > alike.len() * 3) {
        field.facts.extend(usual);
    } else {
        field.facts.push(Fact::new("upload", place));
        field.facts.push(Fact::new("sources", &sources));
        field.mark("an upload");
    }
}

/// Changes the type of a known field. Limits of another kind of value do not apply any more.
pub(super) fn change_type(
    line: &mut Field,
    source: &PageField,
    is_method: bool,
    page: &Page,
    known: &Document,
) {
    let new = field(source, is_method, page, known);
    let category = |ty: &str| match ty {
        ty if ty.starts_with("Array<") => 0,
        ty if ty.starts_with("Integer") || ty.starts_with("Unsigned") || ty == "Float" => 1,
        "String" => 2,
        "Boolean" | "True" => 3,
        ty if ty.contains("InputFile") => 4,
        ty if ty.contains("String") => 5,
        _ => 6,
    };
    if category(&line.ty) != category(&new.ty) {
        line.facts = new.facts;
    }
    line.ty = new.ty;
    line.review = new.review;
    line.mark("another type");
}
