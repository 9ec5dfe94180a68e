//! The lines of an entry: fields, variants and rules.

use std::fmt::Write as _;

use super::{Kind, MARK};

/// A line below a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Body {
    /// The reason for the class of a method, which the page does not state.
    Why(String),
    Field(Field),
    Variant(Variant),
    /// A rule, which the page cannot state in this form.
    Rule(String),
}

/// A parameter or field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Field {
    pub name: String,
    pub optional: bool,
    pub ty: String,
    pub facts: Vec<Fact>,
    /// The kinds of rules to read, if the line is marked.
    pub review: Option<String>,
}

/// A variant of a union.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Variant {
    pub name: String,
    pub tag: Option<String>,
    /// The fields by which it is discriminated.
    pub with: Option<String>,
    pub review: Option<String>,
}

/// A word about a field, and its value if it has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    pub key: String,
    pub value: Option<String>,
}

/// Words without a value.
const FLAGS: [&str; 11] = [
    "nonzero",
    "bytes",
    "after_entities",
    "increasing",
    "strictly_increasing",
    "partial",
    "no_emoji",
    "hedged",
    "recursive",
    "or_dropped",
    "untagged",
];

/// The order in which the facts are written.
const ORDER: [&str; 28] = [
    "const",
    "values",
    "in",
    "or",
    "nonzero",
    "len",
    "bytes",
    "after_entities",
    "line_feeds",
    "items",
    "total_len",
    "increasing",
    "strictly_increasing",
    "each_in",
    "each_of",
    "each_pattern",
    "pattern",
    "partial",
    "scheme",
    "ports",
    "no_emoji",
    "unique_in",
    "default",
    "hedged",
    "recursive",
    "upload",
    "sources",
    "or_dropped",
];

impl Fact {
    /// Creates a word with a value.
    pub(crate) fn new(key: &str, value: &str) -> Self {
        Self {
            key: key.to_owned(),
            value: Some(value.to_owned()),
        }
    }

    /// Creates a word without a value.
    pub(crate) fn flag(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            value: None,
        }
    }

    /// Returns the fact as it is written.
    pub(crate) fn text(&self) -> String {
        match &self.value {
            Some(value) => format!("{} {value}", self.key),
            None => self.key.clone(),
        }
    }
}

impl Field {
    /// Returns the value of a word.
    pub(crate) fn value(&self, key: &str) -> Option<&str> {
        self.facts
            .iter()
            .find(|fact| fact.key == key)?
            .value
            .as_deref()
    }

    /// Returns the words of a closed set, which the value or each item is one of.
    pub(crate) fn words(&self) -> Option<&str> {
        self.value("values").or_else(|| self.value("each_of"))
    }

    /// Whether the line has a word.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.facts.iter().any(|fact| fact.key == key)
    }

    /// Sets a word: its value is replaced, or it is added at its place.
    pub(crate) fn set(&mut self, fact: Fact) {
        if let Some(old) = self.facts.iter_mut().find(|old| old.key == fact.key) {
            *old = fact;
            return;
        }
        let rank = |key: &str| {
            ORDER
                .iter()
                .position(|known| *known == key)
                .unwrap_or(ORDER.len())
        };
        let place = self
            .facts
            .iter()
            .position(|old| rank(&old.key) > rank(&fact.key));
        self.facts.insert(place.unwrap_or(self.facts.len()), fact);
    }

    /// Removes a word.
    pub(crate) fn unset(&mut self, key: &str) {
        self.facts.retain(|fact| fact.key != key);
    }

    /// Marks the line for a person to read.
    pub(crate) fn mark(&mut self, kind: &str) {
        mark(&mut self.review, kind);
    }
}

/// Adds a kind to a mark.
pub(crate) fn mark(review: &mut Option<String>, kind: &str) {
    match review {
        Some(known) if known.split(", ").any(|known| known == kind) => {}
        Some(known) => {
            let _ = write!(known, ", {kind}");
        }
        None => *review = Some(kind.to_owned()),
    }
}

/// Splits a line from its mark.
pub(super) fn split_review(line: &str) -> (&str, Option<String>) {
    match line.split_once(MARK) {
        Some((line, review)) => (line, Some(review.to_owned())),
        None => (line, None),
    }
}

/// Parses a line below a head.
pub(super) fn parse(kind: Kind, line: &str) -> Result<Body, String> {
    let invalid = || format!("the facts have an invalid line: {line}");
    let text = line.strip_prefix("  ").ok_or_else(invalid)?;
    if text.starts_with("stated ") || text.starts_with("implied ") {
        return Ok(Body::Rule(text.to_owned()));
    }
    if let Some(reason) = text.strip_prefix("why ").filter(|_| kind == Kind::Method) {
        return Ok(Body::Why(reason.to_owned()));
    }
    let (text, review) = split_review(text);
    let mut words = text.split(' ');
    let first = words.next().ok_or_else(invalid)?;
    if kind == Kind::Union {
        let mut variant = Variant {
            name: first.to_owned(),
            review,
            ..Variant::default()
        };
        while let Some(word) = words.next() {
            let value = words.next().map(str::to_owned);
            match word {
                "=" => variant.tag = value,
                "with" => variant.with = value,
                _ => return Err(invalid()),
            }
        }
        return Ok(Body::Variant(variant));
    }
    let name = first.strip_suffix(':').ok_or_else(invalid)?;
    let optional = name.strip_suffix('?');
    let mut field = Field {
        name: optional.unwrap_or(name).to_owned(),
        optional: optional.is_some(),
        ty: words.next().ok_or_else(invalid)?.to_owned(),
        facts: Vec::new(),
        review,
    };
    while let Some(word) = words.next() {
        let is_flag = FLAGS.contains(&word);
        let value = if is_flag {
            None
        } else {
            Some(words.next().ok_or_else(invalid)?.to_owned())
        };
        field.facts.push(Fact {
            key: word.to_owned(),
            value,
        });
    }
    Ok(Body::Field(field))
}

impl Body {
    /// Returns the line without its indentation.
    pub(super) fn render(&self) -> String {
        let (mut text, review) = match self {
            Self::Why(reason) => return format!("why {reason}"),
            Self::Rule(rule) => return rule.clone(),
            Self::Field(field) => {
                let mark = if field.optional { "?" } else { "" };
                let mut text = format!("{}{mark}: {}", field.name, field.ty);
                for fact in &field.facts {
                    let _ = write!(text, " {}", fact.text());
                }
                (text, &field.review)
            }
            Self::Variant(variant) => {
                let mut text = variant.name.clone();
                if let Some(tag) = &variant.tag {
                    let _ = write!(text, " = {tag}");
                }
                if let Some(with) = &variant.with {
                    let _ = write!(text, " with {with}");
                }
                (text, &variant.review)
            }
        };
        if let Some(review) = review {
            let _ = write!(text, "{MARK}{review}");
        }
        text
    }
}
