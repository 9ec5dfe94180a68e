//! What the prose of the page says about a field, in the facts' words. Here: limits, defaults,
//! constants and closed sets whose phrases are unambiguous. Not here: rules, of which only the kind is
//! recognised (`rules`), so that a person reads them.

mod limits;
mod mentions;
mod numbers;
mod rules;
mod sets;

pub(crate) use mentions::{Mentions, has_further_numbers};
pub(crate) use rules::kinds;

use crate::document::Fact;

/// Returns where the content of a file may come from, as the facts list it.
pub(crate) fn sources(prose: &str) -> String {
    let mut sources = Vec::new();
    if prose.contains("file_id") {
        sources.push("file_id");
    }
    if prose.contains("HTTP URL") && !prose.contains("unsupported") {
        sources.push("url");
    }
    sources.push("upload");
    sources.join("|")
}

/// Returns the facts that the prose states about a field of this type.
pub(crate) fn facts(ty: &str, prose: &str) -> Vec<Fact> {
    let mut facts = Vec::new();
    let optional = prose
        .strip_prefix("Optional.")
        .unwrap_or(prose)
        .trim_start();
    let has = |name: &str| {
        ty.split(['<', '>', '|'])
            .any(|word| word.trim_end_matches('~').starts_with(name))
    };
    let (is_list, is_file) = (ty.starts_with("Array<"), has("InputFile"));
    if is_file {
        return facts;
    }
    let is_number = has("Integer") || has("Unsigned") || has("Float");
    let scalar = !is_list && !ty.contains('|');
    if is_list {
        limits::of_list(optional, &mut facts);
    } else if scalar && (ty == "String" || is_number) {
        sets::of_scalar(optional, ty == "String", &mut facts);
        if ty == "String" {
            limits::of_text(optional, &mut facts);
        } else if !facts.iter().any(|fact| fact.key == "values") {
            limits::of_number(optional, &mut facts);
        }
    }
    if scalar {
        sets::default(optional, ty, &mut facts);
    }
    facts
}
