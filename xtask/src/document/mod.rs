//! `bot_api.txt` as a document that can be edited: everything that is not changed stays as it is. Here:
//! its paragraphs. Not here: the lines of an entry (`line`), names in a text (`names`), the meaning of
//! facts (the macro crate).

mod line;
mod names;

use std::fmt::Write as _;

pub(crate) use line::{Body, Fact, Field, Variant, mark};
pub(crate) use names::replace_word;

/// Starts the mark on a line whose prose a person must read. The facts' tests refuse it.
pub(crate) const MARK: &str = " # read: ";

/// The whole text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Document {
    pub paragraphs: Vec<Paragraph>,
}

/// What is between empty lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Paragraph {
    Comment(String),
    Version { number: String, date: String },
    Section(String),
    Entry(Entry),
}

/// The kind of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Method,
    Object,
    Union,
    Marker,
}

impl Kind {
    fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "method" => Self::Method,
            "object" => Self::Object,
            "union" => Self::Union,
            "marker" => Self::Marker,
            _ => return None,
        })
    }

    /// Returns the word of the head line.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Method => "method",
            Self::Object => "object",
            Self::Union => "union",
            Self::Marker => "marker",
        }
    }
}

/// A method or type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub kind: Kind,
    pub name: String,
    /// The words after the name, without the mark.
    pub head: Vec<String>,
    /// The kinds of rules to read, if the head is marked.
    pub review: Option<String>,
    pub body: Vec<Body>,
}

impl Document {
    /// Parses the text.
    ///
    /// # Errors
    ///
    /// Returns the first line that belongs to no paragraph.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let paragraphs = text.trim_end_matches('\n').split("\n\n").map(paragraph);
        Ok(Self {
            paragraphs: paragraphs.collect::<Result<_, _>>()?,
        })
    }

    /// Returns the text.
    pub(crate) fn render(&self) -> String {
        let paragraphs: Vec<String> = self.paragraphs.iter().map(Paragraph::render).collect();
        paragraphs.join("\n\n") + "\n"
    }

    /// Returns the version and its date.
    pub(crate) fn version(&self) -> Option<(&str, &str)> {
        self.paragraphs
            .iter()
            .find_map(|paragraph| match paragraph {
                Paragraph::Version { number, date } => Some((number.as_str(), date.as_str())),
                _ => None,
            })
    }

    /// Returns all entries, in order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.paragraphs
            .iter()
            .filter_map(|paragraph| match paragraph {
                Paragraph::Entry(entry) => Some(entry),
                _ => None,
            })
    }

    /// Returns all entries, to edit them.
    pub(crate) fn entries_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.paragraphs
            .iter_mut()
            .filter_map(|paragraph| match paragraph {
                Paragraph::Entry(entry) => Some(entry),
                _ => None,
            })
    }

    /// Returns the entry with this name.
    pub(crate) fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries().find(|entry| entry.name == name)
    }
}

fn paragraph(text: &str) -> Result<Paragraph, String> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let words: Vec<&str> = first.split(' ').collect();
    if first.starts_with('#') {
        return Ok(Paragraph::Comment(text.to_owned()));
    }
    match words.as_slice() {
        ["version", number, date] => Ok(Paragraph::Version {
            number: (*number).to_owned(),
            date: (*date).to_owned(),
        }),
        ["section", ..] if rest.is_empty() => {
            let title = first.strip_prefix("section ").unwrap_or_default();
            Ok(Paragraph::Section(title.to_owned()))
        }
        [kind, name, ..] => {
            let kind = Kind::parse(kind)
                .ok_or_else(|| format!("the facts have an unknown line: {first}"))?;
            let (head, review) = line::split_review(first);
            let head = head.split(' ').skip(2).map(str::to_owned).collect();
            let body = rest.lines().map(|line| line::parse(kind, line));
            Ok(Paragraph::Entry(Entry {
                kind,
                name: (*name).to_owned(),
                head,
                review,
                body: body.collect::<Result<_, _>>()?,
            }))
        }
        _ => Err(format!("the facts have an unknown line: {first}")),
    }
}

impl Paragraph {
    fn render(&self) -> String {
        match self {
            Self::Comment(text) => text.clone(),
            Self::Version { number, date } => format!("version {number} {date}"),
            Self::Section(title) => format!("section {title}"),
            Self::Entry(entry) => entry.render(),
        }
    }
}

impl Entry {
    /// Whether it is a method.
    pub(crate) fn is_method(&self) -> bool {
        self.kind == Kind::Method
    }

    /// Returns the parameters or fields.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &Field> {
        self.body.iter().filter_map(|line| match line {
            Body::Field(field) => Some(field),
            _ => None,
        })
    }

    /// Returns the parameters or fields, to edit them.
    pub(crate) fn fields_mut(&mut self) -> impl Iterator<Item = &mut Field> {
        self.body.iter_mut().filter_map(|line| match line {
            Body::Field(field) => Some(field),
            _ => None,
        })
    }

    /// Returns the field with this name.
    pub(crate) fn field(&self, name: &str) -> Option<&Field> {
        self.fields().find(|field| field.name == name)
    }

    /// Returns the variants of a union.
    pub(crate) fn variants(&self) -> impl Iterator<Item = &Variant> {
        self.body.iter().filter_map(|line| match line {
            Body::Variant(variant) => Some(variant),
            _ => None,
        })
    }

    /// Returns the result of a method.
    pub(crate) fn returns(&self) -> Option<&str> {
        match self.head.as_slice() {
            [arrow, returns, ..] if arrow == "->" => Some(returns),
            _ => None,
        }
    }

    /// Returns the field whose value names the variant of a union.
    pub(crate) fn tag(&self) -> Option<&str> {
        self.value("tag")
    }

    /// Returns what follows a word of the head.
    pub(crate) fn value(&self, word: &str) -> Option<&str> {
        let at = self.head.iter().position(|known| known == word)?;
        self.head.get(at + 1).map(String::as_str)
    }

    /// Whether it is a type that the server sends.
    pub(crate) fn is_received(&self) -> bool {
        !self.is_method() && self.direction() != Some("out")
    }

    /// Returns the direction of a type.
    pub(crate) fn direction(&self) -> Option<&str> {
        self.head.first().map(String::as_str)
    }

    fn render(&self) -> String {
        let mut text = format!("{} {}", self.kind.word(), self.name);
        for word in &self.head {
            let _ = write!(text, " {word}");
        }
        if let Some(review) = &self.review {
            let _ = write!(text, "{MARK}{review}");
        }
        for line in &self.body {
            let _ = write!(text, "\n  {}", line.render());
        }
        text
    }
}
