//! Writes the facts as a page, in both formats and in words of our own.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::facts::text::{Entry, Member, Text, erased};

/// A format of a page.
#[derive(Clone, Copy, Debug)]
pub(super) enum Format {
    Html,
    Json,
}

pub(super) const FORMATS: [Format; 2] = [Format::Html, Format::Json];

/// Returns a page that says what the facts say.
pub(super) fn page(facts: &Text, format: Format) -> String {
    match format {
        Format::Html => html(facts),
        Format::Json => json_page(facts),
    }
}

/// "Array of Integer and String" for `Array<Integer64|String>`.
fn spoken(ty: &str) -> String {
    let ty = erased(ty);
    if let Some(item) = ty
        .strip_prefix("Array<")
        .and_then(|item| item.strip_suffix('>'))
    {
        return format!("Array of {}", spoken(item));
    }
    let names: Vec<_> = ty.split('|').collect();
    match names.as_slice() {
        [all @ .., last] if all.len() > 1 => format!("{} and {last}", all.join(", ")),
        names => names.join(" or "),
    }
}

/// The prose of a member: what a page states of its limits.
fn prose(member: &Member) -> String {
    let mut text = format!("The {} of it", member.name.replace('_', " "));
    let range = |value: &str| {
        let (low, high) = value.split_once("..=")?;
        (!low.is_empty()).then(|| (low.to_owned(), high.to_owned()))
    };
    if let Some((low, high)) = member.value("len").and_then(range) {
        let unit = if member.words.iter().any(|word| word == "bytes") {
            "bytes"
        } else {
            "characters"
        };
        let _ = write!(text, ", {low}-{high} {unit}");
    }
    if let Some((low, high)) = member.value("in").and_then(range) {
        let _ = write!(text, "; must be between {low} and {high}");
    }
    if let Some((low, high)) = member.value("items").and_then(range) {
        let _ = write!(text, "; must include {low}-{high} items");
    }
    if let Some(values) = member.value("values").filter(|values| values.contains('|')) {
        let words: Vec<_> = values
            .split('|')
            .map(|word| format!("\u{201c}{word}\u{201d}"))
            .collect();
        let _ = write!(text, ", one of {}", words.join(", "));
    }
    if let Some(constant) = member.value("const") {
        return format!("{text}, always \u{201c}{constant}\u{201d}");
    }
    if let Some(default) = member.value("default") {
        let _ = write!(text, ". Defaults to \u{201c}{default}\u{201d}");
    }
    text
}

fn result(facts: &Text, entry: &Entry) -> String {
    let result = erased(facts.result(entry).unwrap_or("True"));
    if let Some(item) = result.strip_prefix("Array<") {
        format!(
            "Returns an Array of {} objects.",
            item.trim_end_matches('>')
        )
    } else {
        let names: Vec<_> = result.split('|').collect();
        format!("On success, the {} is returned.", names.join(" or else "))
    }
}

fn html(facts: &Text) -> String {
    let (version, _) = facts.version();
    let mut page = format!(
        "<!DOCTYPE html>\n<html><body><div id=\"dev_page_content\"><p>An interface.</p>\n\
         <h3>Recent changes</h3><h4>August 24, 2026</h4><p><b>Bot API {version}</b></p>\n\
         <ul><li>Something<ul><li>Nested</li></ul></li></ul>"
    );
    let mut section = String::new();
    for entry in facts.entries() {
        if facts.section(&entry) != section {
            facts.section(&entry).clone_into(&mut section);
            let _ = write!(page, "<h3>{section}</h3>\n<p>Words.</p>");
        }
        let _ = writeln!(page, "<h4><a class=\"anchor\"></a>{}</h4>", entry.name);
        if entry.is_method() {
            let _ = write!(page, "<p>Does it. {}</p>", result(facts, &entry));
        } else {
            page.push_str("<p>This object is one.</p>");
        }
        let variants = facts.variants(&entry);
        if !variants.is_empty() {
            page.push_str("<ul>");
            for (name, _) in variants {
                let _ = write!(page, "<li><a href=\"#\">{name}</a></li>");
            }
            page.push_str("</ul>");
        }
        let members = facts.members(&entry);
        if members.is_empty() {
            continue;
        }
        let heads: &[&str] = if entry.is_method() {
            &["Parameter", "Type", "Required", "Description"]
        } else {
            &["Field", "Type", "Description"]
        };
        page.push_str("<table><thead><tr>");
        for head in heads {
            let _ = write!(page, "<th>{head}</th>");
        }
        page.push_str("</tr></thead><tbody>");
        for member in members {
            let (ty, prose) = (spoken(&member.ty), prose(&member));
            let _ = write!(page, "<tr><td>{}</td><td>{ty}</td>", member.name);
            if entry.is_method() {
                let required = if member.is_required {
                    "Yes"
                } else {
                    "Optional"
                };
                let _ = write!(page, "<td>{required}</td><td>{prose}</td></tr>");
            } else {
                let start = if member.is_required {
                    ""
                } else {
                    "<em>Optional</em>. "
                };
                let _ = write!(page, "<td>{start}{prose}</td></tr>");
            }
        }
        page.push_str("</tbody></table>");
    }
    page + "</div></body></html>"
}

/// The types of the community's format, which has a list instead of alternatives.
fn types(ty: &str) -> Vec<String> {
    let ty = erased(ty).replace("True", "Boolean");
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

fn json_page(facts: &Text) -> String {
    let (mut methods, mut objects) = (Map::new(), Map::new());
    for entry in facts.entries() {
        let mut described = Map::new();
        described.insert("name".into(), entry.name.clone().into());
        described.insert("description".into(), json!(["It is one."]));
        if let Some(result) = facts.result(&entry).filter(|_| entry.is_method()) {
            described.insert("returns".into(), types(result).into());
        }
        let variants: Vec<_> = facts
            .variants(&entry)
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        if !variants.is_empty() {
            described.insert("subtypes".into(), variants.into());
        }
        let members = facts.members(&entry).into_iter().map(|member| {
            let start = if member.is_required || entry.is_method() {
                ""
            } else {
                "Optional. "
            };
            let truth = if member.ty == "True" { "True, if " } else { "" };
            json!({
                "name": member.name, "types": types(&member.ty), "required": member.is_required,
                "description": format!("{start}{truth}{}", prose(&member)),
            })
        });
        let members: Vec<Value> = members.collect();
        if !members.is_empty() {
            described.insert("fields".into(), members.into());
        }
        let all = if entry.is_method() {
            &mut methods
        } else {
            &mut objects
        };
        all.insert(entry.name.clone(), described.into());
    }
    let version = format!("Bot API {}", facts.version().0);
    json!({"version": version, "release_date": "August 24, 2026", "methods": methods, "types": objects}).to_string()
}
