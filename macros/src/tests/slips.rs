//! Slips of the pen in attributes: each causes one error, because what was meant is clear.

use super::run::run;
use crate::facts::{self, TypeExpr};

/// A definition with one slip, and where a slip is.
fn slips(parts: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let joined = |separators: &dyn Fn(usize) -> &'static str| {
        let mut text = String::new();
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                text.push_str(separators(at));
            }
            text.push_str(part);
        }
        text
    };
    for at in 1..parts.len() {
        for other in ["; ", " ", " | ", " . ", " & ", " + ", ",, "] {
            found.push(joined(&|index| if index == at { other } else { ", " }));
        }
    }
    for (at, part) in parts.iter().enumerate() {
        for slip in slips_in(part) {
            let mut parts = parts.to_vec();
            parts[at] = &slip;
            found.push(parts.join(", "));
        }
    }
    found
}

/// The same key or flag with a letter missing, doubled, wrong or swapped, or with other punctuation.
fn slips_in(part: &str) -> Vec<String> {
    if part.starts_with('"') {
        return Vec::new();
    }
    let (key, value) = part
        .split_once(" = ")
        .map_or((part, None), |(key, value)| (key, Some(value)));
    let mut keys = Vec::new();
    let letters: Vec<char> = key.chars().collect();
    for at in 0..letters.len() {
        let mut missing = letters.clone();
        missing.remove(at);
        let mut doubled = letters.clone();
        doubled.insert(at, letters[at]);
        let mut wrong = letters.clone();
        wrong[at] = 'q';
        keys.extend([missing, doubled, wrong]);
        if at + 1 < letters.len() && letters[at] != letters[at + 1] {
            let mut swapped = letters.clone();
            swapped.swap(at, at + 1);
            keys.push(swapped);
        }
    }
    let keys = keys.into_iter().map(String::from_iter);
    // Keywords cannot be keys.
    let keys = keys.filter(|key: &String| syn::parse_str::<syn::Ident>(key).is_ok());
    let Some(value) = value else {
        let valued = ["= true", "= false", "(true)", "()", ": true", "!"];
        return keys
            .chain(valued.iter().map(|more| format!("{key} {more}")))
            .collect();
    };
    let signs = [": ", " ", " -> ", " == ", " := ", " => ", "(", " = = "];
    let signed = signs.iter().map(|sign| {
        let close = if *sign == "(" { ")" } else { "" };
        format!("{key}{sign}{value}{close}")
    });
    keys.map(|key| format!("{key} = {value}"))
        .chain(signed)
        .collect()
}

#[track_caller]
fn cause_one_error_each(sources: Vec<String>, least: usize) {
    let mut wrong = Vec::new();
    let count = sources.len();
    for source in sources {
        let outcome = run(&source);
        let errors = &outcome.sink.errors;
        if errors.len() != 1 {
            let errors: Vec<_> = errors
                .iter()
                .map(|error| format!("{}: {}", error.code.name(), error.head))
                .collect();
            wrong.push(format!("{source}: {errors:#?}"));
        }
    }
    println!("{} of {count} slips cause one error", count - wrong.len());
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count >= least, "{count}");
}

#[test]
fn a_slip_in_the_attribute_of_a_method_causes_one_error() {
    let parts = ["\"frobnicate\"", "unlisted", "returns = bool"];
    let methods = slips(&parts).into_iter().map(|arguments| {
        format!("#[telegram_method({arguments})] struct Frobnicate {{ a: i64, b: Option<String> }}")
    });
    cause_one_error_each(methods.collect(), 50);
}

#[test]
fn a_slip_in_the_attribute_of_a_listed_method_causes_one_error() {
    let parts = ["\"getMe\"", "returns = User", "crate = ::telegrammar"];
    let methods = slips(&parts)
        .into_iter()
        .map(|arguments| format!("#[telegram_method({arguments})] struct GetMe;"));
    cause_one_error_each(methods.collect(), 50);
}

#[test]
fn a_slip_in_the_attribute_of_a_type_causes_one_error() {
    let parts = ["\"Pet\"", "unlisted", "tag = \"kind\""];
    let types = slips(&parts).into_iter().map(|arguments| {
        format!("#[telegram_type({arguments})] enum Pet {{ Dog(Dog), Unknown(Unknown) }}")
    });
    cause_one_error_each(types.collect(), 50);
}

#[test]
fn a_slip_in_the_attribute_of_a_field_causes_one_error() {
    let in_field = |parts: &[&str], field: &str| {
        let wrong = slips(parts).into_iter();
        wrong
            .map(|keys| {
                format!(
                    "#[telegram_method(\"getUserProfilePhotos\")]
                     struct GetUserProfilePhotos {{ user_id: i64, #[telegram({keys})] {field} }}"
                )
            })
            .collect::<Vec<_>>()
    };
    let mut all = in_field(&["range = 1..=50", "rename = \"limit\""], "l: Option<i64>");
    all.extend(in_field(
        &["rename = \"limit\"", "default = 100"],
        "l: Option<i64>",
    ));
    all.extend(in_field(
        &["unlisted", "len = 1..=5"],
        "colour: Option<String>",
    ));
    all.extend(in_field(&["skip"], "colour: Option<String>"));
    all.extend(in_field(
        &["unlisted", "items = 1..=5"],
        "colours: Vec<String>",
    ));
    all.extend(in_field(&["bytes = 1..=5", "unlisted"], "colour: String"));
    cause_one_error_each(all, 200);
}

/// Returns each word with a letter missing, one wrong, and two swapped.
fn misspelt(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let middle = letters.len() / 2;
    let mut missing = letters.clone();
    missing.remove(middle);
    let mut wrong = letters.clone();
    wrong[middle] = 'q';
    let mut swapped = letters.clone();
    swapped.swap(0, 1);
    let all = [missing, wrong, swapped].map(String::from_iter);
    all.into_iter().filter(|slip| slip != word).collect()
}

#[test]
fn a_misspelt_word_causes_one_error() {
    let mut sources = Vec::new();
    for owner in facts::owners_of_words() {
        let (fields, is_received) = match facts::ty(owner) {
            Some(ty) => (ty.fields().to_vec(), ty.direction.comes_in()),
            None => (facts::method(owner).unwrap().fields, false),
        };
        for field in fields {
            let words = [field.values.as_slice(), &field.each_of].concat();
            for (at, word) in words.iter().enumerate() {
                if word.len() < 4 || !word.is_ascii() || !matches!(field.ty, TypeExpr::String) {
                    continue;
                }
                for slip in misspelt(word)
                    .into_iter()
                    .filter(|slip| !words.contains(&slip.as_str()))
                {
                    let variants = words.iter().enumerate().map(|(index, word)| {
                        let word = if index == at { &slip } else { *word };
                        format!("#[telegram(rename = {word:?})] V{index}, ")
                    });
                    let unknown = if is_received { "Unknown(String)" } else { "" };
                    let (variants, name) = (variants.collect::<String>(), field.name);
                    sources.push(format!(
                        "#[telegram_type(\"{owner}.{name}\")] enum Words {{ {variants}{unknown} }}"
                    ));
                }
            }
        }
    }
    cause_one_error_each(sources, 500);
}

#[test]
fn a_misspelt_object_of_a_union_causes_one_error() {
    let mut sources = Vec::new();
    for union in facts::type_names().filter_map(facts::ty) {
        let names: Vec<_> = union
            .variants()
            .iter()
            .map(|variant| variant.name)
            .collect();
        for at in 0..names.len() {
            for slip in misspelt(names[at]) {
                let variants = names.iter().enumerate().map(|(index, name)| {
                    let name = if index == at { &slip } else { *name };
                    format!("V{index}({name}), ")
                });
                let variants: String = variants.collect();
                sources.push(format!(
                    "#[telegram_type(\"{}\")] enum Union {{ {variants} Unknown(Unknown) }}",
                    union.name
                ));
            }
        }
    }
    cause_one_error_each(sources, 300);
}
