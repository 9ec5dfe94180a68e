//! Constants, closed sets of values, and defaults.

use std::sync::LazyLock;

use regex::Regex;

use super::numbers::{NUMBER, evaluate};
use crate::document::Fact;

/// The expression of a phrase, with the number as `NUM`.
fn phrase(pattern: &str) -> Option<Regex> {
    Regex::new(&pattern.replace("NUM", NUMBER)).ok()
}

static CONSTANT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    phrase(r#"(?:, (?:is )?always|, must be|^Always|^Must be) "?(?P<v>[A-Za-z0-9_/]+)"?\.?$"#)
});
static QUOTED: LazyLock<Option<Regex>> = LazyLock::new(|| phrase(r#""(?P<v>[^" ]+)""#));
static OPENS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    phrase(
        r#"(?i)(?P<now>currently,? )?(?:(?:it )?(?:must be|can be|should be|may be|is|pass|one of|always)(?: either| one of)*|one of|(?:,|of the \w+),?) (?:[a-z ]{0,20})?(?P<list>"[^" ]+")"#,
    )
});
static NUMBERS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    phrase(
        r"(?i)(?P<now>currently,? )?(?:(?:must be|can be|it must be) (?:one of |either )|it must always be )(?P<list>NUM(?: \([^)]*\))?(?:,? or NUM(?: \([^)]*\))?|, NUM(?: \([^)]*\))?)*)",
    )
});
static NUMBER_IN_LIST: LazyLock<Option<Regex>> =
    LazyLock::new(|| phrase(r"(?P<v>NUM)(?: \([^)]*\))?"));
static DEFAULT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    phrase(
        r#"(?i)\bdefaults? (?:to|is|value is) (?:"(?P<text>[^"]+)"|(?P<bare>NUM|True|False))(?P<end>$|[^\w])"#,
    )
});

/// Adds the constant or closed set of a text or number.
pub(super) fn of_scalar(prose: &str, is_text: bool, facts: &mut Vec<Fact>) {
    if is_text {
        let constant = CONSTANT.as_ref().and_then(|phrase| phrase.captures(prose));
        // What is so only for now is a set that may grow.
        let constant = constant.filter(|found| {
            !found.get(0).is_some_and(|all| {
                prose
                    .get(..all.start())
                    .is_some_and(|before| before.ends_with("urrently"))
            })
        });
        if let Some(value) = constant.and_then(|found| Some(found.name("v")?.as_str().to_owned())) {
            facts.push(Fact::new("const", &value));
        } else {
            words(prose, facts);
        }
    } else {
        numbers(prose, facts);
    }
}

/// Adds the closed set whose words are quoted, in one sentence that starts with a known phrase.
fn words(prose: &str, facts: &mut Vec<Fact>) {
    let (Some(opens), Some(quoted)) = (OPENS.as_ref(), QUOTED.as_ref()) else {
        return;
    };
    let Some(opening) = opens.captures(prose) else {
        return;
    };
    let (Some(list), Some(all)) = (opening.name("list"), opening.get(0)) else {
        return;
    };
    let before = prose.get(..all.start()).unwrap_or_default();
    let is_example = ["example", "e.g", "\""]
        .iter()
        .any(|end| before.ends_with(end));
    // The parse modes are in a section of their own, and a field about them may name entities.
    if is_example || prose.contains("ormatting options") {
        return;
    }
    let rest = prose.get(list.start()..).unwrap_or_default();
    let sentence = sentence(rest);
    // What follows these words is no member of the set.
    let ends = [
        ", defaults to",
        ", default",
        "; for ",
        " For example",
        ", where ",
    ];
    let end = ends.iter().filter_map(|word| sentence.find(word)).min();
    let sentence = sentence
        .get(..end.unwrap_or(sentence.len()))
        .unwrap_or_default();
    let found = quoted
        .captures_iter(sentence)
        .filter_map(|found| found.name("v"));
    let mut values: Vec<&str> = Vec::new();
    for value in found {
        if !values.contains(&value.as_str()) {
            values.push(value.as_str());
        }
    }
    let is_hedged = opening.name("now").is_some() || prose.contains("urrently");
    // A single word is an example, unless the sentence says that it is the only one.
    let is_only = sentence.trim_end_matches('.').ends_with('"')
        && opening
            .get(0)
            .is_some_and(|all| all.as_str().to_ascii_lowercase().contains("always"));
    if values.len() > 1 || is_only {
        facts.push(Fact::new("values", &values.join("|")));
        if is_hedged {
            facts.push(Fact::flag("hedged"));
        }
    }
}

/// Returns the text up to a full stop outside of quotation marks and brackets.
fn sentence(text: &str) -> &str {
    let (mut is_quoted, mut depth) = (false, 0_u32);
    for (at, char) in text.char_indices() {
        match char {
            '"' => is_quoted = !is_quoted,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            '.' if !is_quoted && depth == 0 => {
                let rest = text.get(at + 1..).unwrap_or_default();
                if rest.is_empty() || rest.starts_with(' ') {
                    return text.get(..at).unwrap_or_default();
                }
            }
            _ => {}
        }
    }
    text
}

fn numbers(prose: &str, facts: &mut Vec<Fact>) {
    let (Some(opens), Some(number)) = (NUMBERS.as_ref(), NUMBER_IN_LIST.as_ref()) else {
        return;
    };
    let Some(found) = opens.captures(prose) else {
        return;
    };
    let list = found.name("list").map_or("", |list| list.as_str());
    let values = number
        .captures_iter(list)
        .filter_map(|found| evaluate(found.name("v")?.as_str()));
    let values: Vec<String> = values.collect();
    facts.push(Fact::new("values", &values.join("|")));
    if found.name("now").is_some() {
        facts.push(Fact::flag("hedged"));
    }
}

/// Adds the default of a text, number or Boolean.
pub(super) fn default(prose: &str, ty: &str, facts: &mut Vec<Fact>) {
    let Some(found) = DEFAULT.as_ref().and_then(|phrase| phrase.captures(prose)) else {
        return;
    };
    // "Defaults to True if …" is a rule.
    let rest = found.name("end").and_then(|end| prose.get(end.start()..));
    let is_case = [" for ", " if ", " when ", " in ", " unless "];
    if is_case
        .iter()
        .any(|word| rest.is_some_and(|rest| rest.starts_with(word)))
    {
        return;
    }
    let value = match (found.name("text"), found.name("bare")) {
        (Some(text), _) if ty == "String" && !text.as_str().contains(' ') => {
            text.as_str().to_owned()
        }
        (_, Some(bare)) if ty == "Boolean" || ty == "True" => bare.as_str().to_ascii_lowercase(),
        (_, Some(bare)) if ty != "String" => match evaluate(bare.as_str()) {
            Some(number) => number,
            None => return,
        },
        _ => return,
    };
    facts.push(Fact::new("default", &value));
}
