//! What the prose of a page states: results, limits, defaults, constants and closed sets.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::{Entry, Member, Page};

/// A pattern that is compiled once. It is constant, and a test uses it.
macro_rules! pattern {
    ($name:ident, $text:literal) => {
        static $name: LazyLock<Regex> =
            LazyLock::new(|| Regex::new($text).expect("a constant pattern"));
    };
}

/// A key of a field's line in the facts, and its value.
pub(crate) type Stated = (&'static str, String);

/// Adds the results of all methods, which only prose states in one of the formats.
pub(super) fn add_results(page: &mut Page) {
    let types = page.entries.iter().filter(|entry| !entry.is_method());
    let mut known: HashSet<String> = types.map(|entry| entry.name.clone()).collect();
    known.extend(["True", "String", "Integer", "Int", "Float", "Boolean"].map(str::to_owned));
    for entry in &mut page.entries {
        if entry.is_method() && entry.returns.is_none() {
            entry.returns = result(entry, &known);
        }
    }
}

/// Finds the types in the sentences about what is returned.
fn result(entry: &Entry, known: &HashSet<String>) -> Option<String> {
    pattern!(ARRAY, r"[Aa]rray of (\w+)");
    pattern!(SUCCESS, r"(?i)\breturn(s|ed)?\b");
    let prose = entry.prose.replace(".\n", ". ");
    let sentences = prose
        .split(". ")
        .filter(|sentence| SUCCESS.is_match(sentence));
    let mut found: Option<Vec<String>> = None;
    for sentence in sentences {
        if let Some(item) = ARRAY.captures(sentence).and_then(|found| found.get(1)) {
            let item = singular(item.as_str(), known);
            if known.contains(&item) {
                return Some(format!("Array<{item}>"));
            }
        }
        let words = sentence.split(|letter: char| !letter.is_ascii_alphanumeric());
        let mut types = Vec::new();
        for word in words {
            let word = if word == "Int" { "Integer" } else { word };
            if known.contains(word) && !types.iter().any(|ty| ty == word) {
                types.push(word.to_owned());
            }
        }
        // The last sentence with a type is the one about the result.
        if !types.is_empty() {
            found = Some(types);
        }
    }
    found.map(|types| types.join("|"))
}

/// "Messages" are of the type `Message`.
fn singular(word: &str, known: &HashSet<String>) -> String {
    let short = word
        .strip_suffix('s')
        .filter(|short| known.contains(*short));
    match short {
        Some(short) if !known.contains(word) => short.to_owned(),
        _ => word.to_owned(),
    }
}

/// Returns what the prose of a member states, in the notation of the facts. A range without a lower
/// bound states the upper one only.
pub(crate) fn stated(member: &Member) -> Vec<Stated> {
    let prose = plain(&member.prose);
    let mut found = Vec::new();
    match member.ty.as_str() {
        "String" => text(&prose, &mut found),
        "Integer" | "Float" => number(&prose, &mut found),
        ty if ty.starts_with("Array<") => items(&prose, &mut found),
        _ => {}
    }
    if let Some(value) = default(&prose, &member.ty) {
        found.push(("default", value));
    }
    found
}

/// Replaces typographic signs.
fn plain(prose: &str) -> String {
    let prose = prose.replace(['\u{201c}', '\u{201d}'], "\"");
    prose
        .replace(['\u{2013}', '\u{2014}'], "-")
        .replace('\u{2019}', "'")
}

fn text(prose: &str, found: &mut Vec<Stated>) {
    pattern!(RANGE, r"\b(\d+)-(\d+) (characters|bytes)");
    pattern!(MOST, r"(?i)\bup to (\d+) (characters|bytes)");
    pattern!(
        CONSTANT,
        r#"(?:, always|, must be|^Always|^Must be) "?([a-z_0-9]+)"?\.?$"#
    );
    pattern!(
        SET,
        r#"(?i)(?:one of|can be|either|must be)(?: either| one of)? ("[^"]+"(?:[^"]{1,60}"[^"]+")*)"#
    );
    pattern!(WORD, r#""([^"]+)""#);
    if let Some(range) = RANGE.captures(prose) {
        found.push(("len", format!("{}..={}", &range[1], &range[2])));
    } else if let Some(most) = MOST.captures(prose) {
        found.push(("len", format!("..={}", &most[1])));
    }
    if let Some(constant) = CONSTANT.captures(prose) {
        found.push(("const", constant[1].to_owned()));
        return;
    }
    let sentences = prose.split(". ");
    let sets = sentences.filter_map(|sentence| SET.captures(sentence));
    let words = |set: &str| -> Vec<String> {
        WORD.captures_iter(set)
            .map(|word| word[1].to_owned())
            .collect()
    };
    let is_word = |word: &String| !word.contains([' ', '|']);
    let mut sets = sets.map(|set| words(&set[1]));
    if let Some(words) = sets.find(|words| words.len() > 1 && words.iter().all(is_word)) {
        found.push(("values", words.join("|")));
    }
}

fn number(prose: &str, found: &mut Vec<Stated>) {
    pattern!(BETWEEN, r"\bbetween (-?\d+) and (\d+)\b");
    pattern!(
        RANGE,
        r"(?:^|(?:[;,(:]|between|Values|be|in the range)\s+)(-?\d+)-(\d+)(?:[.,;)]|$| are| if| second)"
    );
    let mut ranges = BETWEEN
        .captures_iter(prose)
        .chain(RANGE.captures_iter(prose));
    // Several ranges depend on something that a person must read.
    if let (Some(range), None) = (ranges.next(), ranges.next()) {
        found.push(("in", format!("{}..={}", &range[1], &range[2])));
    }
}

fn items(prose: &str, found: &mut Vec<Stated>) {
    pattern!(
        RANGE,
        r"(?i)(?:list of|include|array of|;|,|contain) (?:between )?(\d+)(?:-| and )(\d+)\b"
    );
    pattern!(
        MOST,
        r"(?i)(?:up to|at most|no more than) (\d+) (?:items|elements|entries|identifiers|strings|keywords|options|media|messages)\b"
    );
    if let Some(range) = RANGE.captures(prose) {
        found.push(("items", format!("{}..={}", &range[1], &range[2])));
    } else if let Some(most) = MOST.captures(prose) {
        found.push(("items", format!("..={}", &most[1])));
    }
}

fn default(prose: &str, ty: &str) -> Option<String> {
    pattern!(
        DEFAULT,
        r#"Defaults? (?:to|is) (?:"([^"]+)"|(-?\d+(?:\.\d+)?)\b|([A-Za-z_]+)\b)"#
    );
    let found = DEFAULT.captures(prose)?;
    let value = found.iter().skip(1).flatten().next()?.as_str();
    let is_fitting = match ty {
        "Boolean" => ["True", "true", "False", "false"].contains(&value),
        "Integer" | "Float" => value.parse::<f64>().is_ok(),
        // A word of prose is no value.
        "String" => found.get(3).is_none() || value.contains('_'),
        _ => false,
    };
    let value = if ty == "Boolean" {
        value.to_lowercase()
    } else {
        value.to_owned()
    };
    (is_fitting && !value.contains(' ')).then_some(value)
}

/// Returns what a person must read in the prose of a member, beyond what [`stated`] found.
pub(crate) fn needs_reading(member: &Member) -> Option<&'static str> {
    pattern!(
        CONDITION,
        r"(?i)\b(if|only|unless|except|instead|required|must|mustn't|can't|cannot|ignored|together|exactly|one of)\b"
    );
    pattern!(
        LIMIT,
        r"(?i)\d|\b(at most|at least|up to|maximum|minimum|more than|less than|positive|non-zero)\b"
    );
    pattern!(
        KNOWN,
        r"(?i)must (?:be|include|contain)(?: between)? \d+(?:-| and )\d+|must be one of"
    );
    let mut prose = plain(&member.prose);
    for start in ["Optional. ", "Pass True if ", "True, if ", "True if "] {
        if let Some(rest) = prose.strip_prefix(start) {
            prose = rest.to_owned();
        }
    }
    // What has been read already is no condition.
    let prose = KNOWN.replace_all(&prose, "");
    let has = |key: &str| stated(member).iter().any(|(found, _)| *found == key);
    if CONDITION.is_match(&prose) && !has("const") {
        return Some("a condition");
    }
    let is_known = ["len", "in", "items", "default", "values", "const"]
        .iter()
        .any(|key| has(key));
    (LIMIT.is_match(&prose) && !is_known).then_some("a limit")
}
