//! Writes the facts as a page, in both formats. The phrases of limits are those of real pages, the rest
//! is in words of our own.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::document::{Document, Entry, Field, Paragraph};
use crate::page::text::MONTHS;

/// A format of a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Format {
    Html,
    Json,
}

pub(super) const FORMATS: [Format; 2] = [Format::Html, Format::Json];

/// Returns a page that says what the facts say.
pub(super) fn page(facts: &Document, format: Format) -> String {
    match format {
        Format::Html => html(facts),
        Format::Json => json_page(facts),
    }
}

/// Returns a type without the widths of integers.
fn plain(ty: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in ty.split_inclusive(['<', '>', '|']) {
        let end = word.trim_end_matches(['<', '>', '|']);
        let is_integer = end.starts_with("Integer") || end.starts_with("Unsigned");
        let name = if is_integer { "Integer" } else { end };
        words.push(format!(
            "{name}{}",
            word.strip_prefix(end).unwrap_or_default()
        ));
    }
    words.concat()
}

/// "Array of Integer or String" for `Array<Integer64|String>`.
fn spoken(ty: &str) -> String {
    if let Some(item) = ty
        .strip_prefix("Array<")
        .and_then(|item| item.strip_suffix('>'))
    {
        return format!("Array of {}", spoken(item));
    }
    let ty = plain(ty);
    let names: Vec<_> = ty.split('|').collect();
    match names.as_slice() {
        [all @ .., last] if all.len() > 2 => {
            format!("{}, {} and {last}", all[0], all[1..].join(", "))
        }
        names => names.join(" or "),
    }
}

fn quoted(list: &str) -> String {
    let quoted: Vec<_> = list.split('|').map(|word| format!("“{word}”")).collect();
    match quoted.as_slice() {
        [others @ .., end] if !others.is_empty() => format!("{} or {end}", others.join(", ")),
        quoted => quoted.concat(),
    }
}

/// Adds the order of a list, and what its items must be.
fn order(field: &Field, text: &mut String) {
    if field.has("strictly_increasing") {
        text.push_str(", in a strictly increasing order");
    } else if field.has("increasing") {
        text.push_str(", monotonically increasing");
    }
    match field.value("each_in") {
        Some("0..") => text.push_str(", with 0-based identifiers"),
        Some("1..") => text.push_str("; all must be positive"),
        _ => {}
    }
}

/// The prose of a field: what a page states of its limits.
fn prose(field: &Field) -> String {
    let mut text = format!("The {} of it", field.name.replace('_', " "));
    let bounds = |key: &str| field.value(key).and_then(|range| range.split_once("..="));
    if let Some((low, high)) = bounds("len") {
        let unit = if field.has("bytes") {
            "bytes"
        } else {
            "characters"
        };
        let after = if field.has("after_entities") {
            " after entities parsing"
        } else {
            ""
        };
        let _ = match low {
            "" => write!(text, "; up to {high} {unit}{after}"),
            low => write!(text, ", {low}-{high} {unit}{after}"),
        };
    }
    if let Some((_, high)) = bounds("line_feeds") {
        let _ = write!(text, " with at most {high} line feeds");
    }
    match field.value("in").and_then(|range| range.split_once("..")) {
        Some(("0", "")) => text.push_str("; must be non-negative"),
        Some(("1", "")) => text.push_str("; must be positive"),
        Some((low, high)) => {
            let high = high.trim_start_matches('=');
            let _ = match field.name.len() % 3 {
                0 => write!(text, "; {low}-{high}"),
                1 => write!(text, ", must be between {low} and {high}"),
                _ => write!(text, "; from {low} to {high}"),
            };
            if let Some(also) = field.value("or") {
                let _ = write!(text, ", or {}", also.rsplit('|').next().unwrap_or_default());
            }
        }
        None => {}
    }
    if field.has("nonzero") {
        text.push_str("; must be non-zero");
    }
    if let Some((low, high)) = bounds("items") {
        text = match low {
            "" => format!("A list of up to {high} {}", field.name),
            low => format!("A JSON-serialized list of {low}-{high} {}", field.name),
        };
    }
    if let Some((_, high)) = bounds("total_len") {
        let _ = write!(text, " with total length of up to {high} characters");
    }
    order(field, &mut text);
    if let Some(values) = field.value("values") {
        let now = if field.has("hedged") {
            ". Currently"
        } else {
            ""
        };
        let _ = if field.ty == "String" && values.contains('|') {
            write!(text, "{now}, must be one of {}", quoted(values))
        } else if values.contains('|') {
            write!(text, "{now}, must be one of {}", values.replace('|', ", "))
        } else if field.ty == "String" {
            write!(text, ". Currently, always “{values}”")
        } else {
            write!(text, ". Currently, it must always be {values}")
        };
    }
    if let Some(constant) = field.value("const") {
        return format!("{text}, always “{constant}”");
    }
    if let Some(default) = field
        .value("default")
        .filter(|default| !default.starts_with('{'))
    {
        let default = match default {
            "true" => "<em>True</em>".to_owned(),
            "false" => "<em>False</em>".to_owned(),
            default if field.ty == "String" => format!("“{default}”"),
            default => default.to_owned(),
        };
        let _ = write!(text, ". Defaults to {default}");
    }
    if field.ty == "Integer52" {
        text.push_str(". It has at most 52 significant bits");
    }
    if field.value("upload") == Some("attach") {
        text.push_str(". Say “attach://name” to upload it");
    }
    let sources = field.value("sources").unwrap_or_default();
    if sources.contains("file_id") {
        text.push_str(". Pass a file_id");
    }
    if sources.contains("url") {
        text.push_str(". Pass an HTTP URL");
    }
    text
}

fn result(entry: &Entry) -> String {
    let result = plain(entry.returns().unwrap_or("True"));
    if let Some(item) = result.strip_prefix("Array<") {
        return format!(
            "Returns an Array of {} objects.",
            item.trim_end_matches('>')
        );
    }
    match result.split_once('|') {
        Some((first, second)) => {
            format!("On success, the {first} is returned, otherwise <em>{second}</em> is returned.")
        }
        None => format!("Does it. Returns <em>{result}</em> on success."),
    }
}

/// Returns a date as the page writes it, such as `August 24, 2026`.
fn spelled(date: &str) -> String {
    let mut parts = date
        .split('-')
        .map(|part| part.parse::<usize>().expect("a number"));
    let mut part = || parts.next().expect("three numbers");
    let (year, month, day) = (part(), part(), part());
    format!("{} {day}, {year}", MONTHS[month - 1])
}

fn html(facts: &Document) -> String {
    let (version, date) = facts.version().unwrap_or_default();
    let date = spelled(date);
    let mut page = format!(
        "<!DOCTYPE html>\n<html><body><ul><li>Home</li></ul><div id=\"dev_page_content\"><p>An interface.</p>\n\
         <h3>Recent changes</h3><h4>{date}</h4><p><b>Bot API {version}</b></p>\n\
         <ul><li>Something<ul><li>Nested</li></ul></li></ul>"
    );
    for paragraph in &facts.paragraphs {
        match paragraph {
            Paragraph::Section(title) => {
                let _ = write!(page, "<hr><h3>{title}</h3>\n<p>Words.</p>");
            }
            Paragraph::Entry(entry) => html_entry(entry, &mut page),
            Paragraph::Comment(_) | Paragraph::Version { .. } => {}
        }
    }
    page + "</div><ul><li>Blog</li></ul></body></html>"
}

fn html_entry(entry: &Entry, page: &mut String) {
    let name = &entry.name;
    let anchor = name.to_lowercase();
    let _ = writeln!(
        page,
        "<h4><a class=\"anchor\" name=\"{anchor}\" href=\"#{anchor}\"><i></i></a>{name}</h4>"
    );
    if entry.is_method() {
        let _ = write!(page, "<p>{}</p>", result(entry));
    } else {
        page.push_str("<p>This is one.</p>");
    }
    let variants: Vec<_> = entry.variants().collect();
    if !variants.is_empty() {
        page.push_str("<ul>");
        for variant in variants {
            let _ = write!(page, "<li><a href=\"#\">{}</a></li>", variant.name);
        }
        page.push_str("</ul>");
    }
    if entry.fields().next().is_none() {
        return;
    }
    let heads: &[&str] = if entry.is_method() {
        &["Parameter", "Type", "Required", "Description"]
    } else {
        &["Field", "Type", "Description"]
    };
    page.push_str("<table class=\"table\"><thead><tr>");
    for head in heads {
        let _ = write!(page, "<th>{head}</th>");
    }
    page.push_str("</tr></thead><tbody>");
    for field in entry.fields() {
        let (ty, prose) = (spoken(&field.ty), prose(field));
        let _ = write!(page, "<tr><td>{}</td><td>{ty}</td>", field.name);
        let _ = if entry.is_method() {
            let required = if field.optional { "Optional" } else { "Yes" };
            write!(page, "<td>{required}</td><td>{prose}</td></tr>")
        } else {
            let start = if field.optional {
                "<em>Optional</em>. "
            } else {
                ""
            };
            write!(page, "<td>{start}{prose}</td></tr>")
        };
    }
    page.push_str("</tbody></table>");
}

/// The types of the community's format, which has a list instead of alternatives.
fn types(ty: &str) -> Vec<String> {
    let ty = plain(ty).replace("True", "Boolean");
    if let Some(item) = ty
        .strip_prefix("Array<")
        .and_then(|item| item.strip_suffix('>'))
    {
        return types(item)
            .into_iter()
            .map(|item| format!("Array of {item}"))
            .collect();
    }
    ty.split('|').map(str::to_owned).collect()
}

fn json_page(facts: &Document) -> String {
    let (mut methods, mut objects) = (Map::new(), Map::new());
    for entry in facts.entries() {
        let mut described = Map::new();
        described.insert("name".into(), entry.name.clone().into());
        described.insert("description".into(), json!(["It is one."]));
        if let Some(result) = entry.returns() {
            described.insert("returns".into(), types(result).into());
        }
        let variants: Vec<_> = entry
            .variants()
            .map(|variant| variant.name.clone())
            .collect();
        if !variants.is_empty() {
            described.insert("subtypes".into(), variants.into());
        }
        let fields = entry.fields().map(|field| {
            let start = if field.optional && !entry.is_method() {
                "Optional. "
            } else {
                ""
            };
            let truth = if field.ty == "True" { "True, if " } else { "" };
            let prose = prose(field)
                .replace(['“', '”'], "\"")
                .replace("<em>", "")
                .replace("</em>", "");
            json!({
                "name": field.name, "types": types(&field.ty), "required": !field.optional,
                "description": format!("{start}{truth}{prose}"),
            })
        });
        let fields: Vec<Value> = fields.collect();
        if !fields.is_empty() {
            described.insert("fields".into(), fields.into());
        }
        let all = if entry.is_method() {
            &mut methods
        } else {
            &mut objects
        };
        all.insert(entry.name.clone(), described.into());
    }
    let (version, date) = facts.version().unwrap_or_default();
    let (version, date) = (format!("Bot API {version}"), spelled(date));
    json!({"version": version, "release_date": date, "methods": methods, "types": objects})
        .to_string()
}
