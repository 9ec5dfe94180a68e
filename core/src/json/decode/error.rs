//! Errors of the decoder, and their positions.

use std::fmt::{self, Write};

use crate::error::redact::{cut_at, redact_tokens};
use crate::schema::TypeInfo;

/// JSON could not be decoded into a value of the Bot API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    path: String,
    problem: String,
    position: Option<Position>,
    is_syntax: bool,
    is_end: bool,
}

/// The position of an error in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Position {
    offset: usize,
    line: usize,
    column: usize,
}

impl JsonError {
    /// Returns the path of the value that could not be decoded, such as `message.chat.id` or
    /// `[2].text`. It is empty for the value as a whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Returns what is wrong, without the path.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// Returns the byte offset of the error, counted from 0, if the JSON came as text.
    #[must_use]
    pub fn offset(&self) -> Option<usize> {
        self.position.map(|position| position.offset)
    }

    /// Returns the line of the error, counted from 1, if the JSON came as text.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        self.position.map(|position| position.line)
    }

    /// Returns the column of the error in bytes, counted from 1, if the JSON came as text.
    #[must_use]
    pub fn column(&self) -> Option<usize> {
        self.position.map(|position| position.column)
    }

    /// Returns whether the text is invalid JSON, rather than JSON of another form.
    #[must_use]
    pub fn is_syntax(&self) -> bool {
        self.is_syntax
    }

    /// Returns whether the text is truncated JSON.
    #[must_use]
    pub fn is_end(&self) -> bool {
        self.is_end
    }

    /// The error of a fault, with its position in the JSON as it came.
    pub(super) fn new(fault: &Fault, json: Option<&[u8]>, root: &str) -> Self {
        Self {
            path: path(root, &fault.path),
            problem: redact_tokens(fault.kind.to_string()),
            position: json.map(|json| Position::of(came_at(fault.offset, json), json)),
            is_syntax: fault.is_syntax(),
            is_end: matches!(fault.kind, FaultKind::End),
        }
    }
}

impl Position {
    fn of(offset: usize, json: &[u8]) -> Self {
        let before = json.get(..offset).unwrap_or_default();
        let line = before.split(|byte| *byte == b'\n').count();
        let start = before.iter().rposition(|byte| *byte == b'\n');
        Self {
            offset,
            line,
            column: offset - start.map_or(0, |start| start + 1) + 1,
        }
    }
}

/// Where in the JSON as it came is what is at `offset` once U+FFFD stands for bytes that are not UTF-8.
fn came_at(offset: usize, json: &[u8]) -> usize {
    let (mut at, mut replaced) = (0, 0);
    for chunk in json.utf8_chunks() {
        let valid = chunk.valid().len();
        if offset <= replaced + valid {
            return at + (offset - replaced);
        }
        at += valid + chunk.invalid().len();
        replaced += valid + char::REPLACEMENT_CHARACTER.len_utf8();
    }
    at
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        describe(f, &self.path, &self.problem)?;
        match self.position {
            Some(Position { line, column, .. }) => write!(f, " at line {line} column {column}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for JsonError {}

fn describe(f: &mut impl Write, path: &str, problem: &str) -> fmt::Result {
    if !path.is_empty() {
        write!(f, "`{path}`: ")?;
    }
    f.write_str(problem)
}

/// An error that the reader has found, and its position. Boxed by the reader, because most values
/// are valid.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) kind: FaultKind,
    /// The byte offset.
    pub(super) offset: usize,
    /// The path of the value, from the inside out.
    pub(super) path: Vec<Step>,
}

impl Fault {
    /// Returns whether the rest of the text cannot be read.
    pub(super) fn is_syntax(&self) -> bool {
        matches!(
            self.kind,
            FaultKind::End | FaultKind::Unexpected(_) | FaultKind::Syntax(_)
        )
    }
}

impl FaultKind {
    /// Returns whether the description quotes the JSON.
    pub(super) fn quotes(&self) -> bool {
        matches!(
            self,
            Self::Custom(_)
                | Self::UnknownField { .. }
                | Self::WrongTag { .. }
                | Self::UnknownWord { .. }
                | Self::UnknownTag { .. }
                | Self::NoVariant { .. }
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = redact_tokens(self.kind.to_string());
        describe(f, &path("", &self.path), &problem)
    }
}

/// The kind of a fault.
#[derive(Debug)]
pub(super) enum FaultKind {
    /// The text ends within a value.
    End,
    /// An unexpected token.
    Unexpected(char),
    /// Another syntax error.
    Syntax(&'static str),
    /// A value of the wrong type.
    WrongType {
        expected: &'static str,
        found: &'static str,
    },
    /// A number out of the target's range.
    OutOfRange { expected: &'static str },
    /// A string that the target cannot represent.
    LoneSurrogate,
    /// Values are nested too deeply.
    Depth,
    /// A required field is missing.
    Missing(&'static str),
    /// An object that is only sent has no such field.
    UnknownField {
        object: &'static TypeInfo,
        name: String,
    },
    /// The tag of an object has the value of another one.
    WrongTag {
        expected: &'static str,
        found: String,
    },
    /// A word that is not in a closed set.
    UnknownWord {
        word: String,
        known: &'static [&'static str],
    },
    /// No variant of the union has this tag.
    UnknownTag {
        union: &'static str,
        field: &'static str,
        tag: String,
    },
    /// No variant of the union has these fields.
    NoVariant { union: &'static str, tag: String },
    /// Bytes that are not UTF-8 were replaced.
    InvalidUtf8,
    /// The error message of a type that implements `serde::Deserialize`.
    Custom(String),
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::End => f.write_str("the text ends within a value"),
            Self::Unexpected(found) => write!(f, "unexpected {found:?}"),
            Self::Syntax(what) => f.write_str(what),
            Self::WrongType { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::OutOfRange { expected } => {
                write!(f, "expected {expected}, found a number that does not fit")
            }
            Self::LoneSurrogate => f.write_str("a lone surrogate is not a character"),
            Self::Depth => f.write_str("values are nested more than 128 deep"),
            Self::Missing(field) => write!(f, "missing field `{field}`"),
            Self::UnknownField { object, name } => unknown_field(f, "field", object, name),
            Self::WrongTag { expected, found } => {
                write!(f, "expected {expected:?}, found {found:?}")
            }
            Self::UnknownWord { word, known } => {
                write!(f, "{word:?} is not one of")?;
                known.iter().enumerate().try_for_each(|(index, word)| {
                    write!(f, "{} `{word}`", if index > 0 { "," } else { "" })
                })
            }
            Self::UnknownTag { union, field, tag } => {
                write!(f, "{union} has no variant with `{field}` {tag:?}")
            }
            Self::NoVariant { union, tag } if tag.is_empty() => {
                write!(f, "no variant of {union} has these fields")
            }
            Self::NoVariant { union, tag } => {
                write!(
                    f,
                    "no variant of {union} that is tagged {tag:?} has these fields"
                )
            }
            Self::InvalidUtf8 => f.write_str("bytes that are not UTF-8 were replaced by U+FFFD"),
            Self::Custom(words) => f.write_str(words),
        }
    }
}

/// Writes that an object has no such field, or a method no such parameter, and what it has.
pub(super) fn unknown_field(
    f: &mut impl Write,
    kind: &str,
    object: &TypeInfo,
    name: &str,
) -> fmt::Result {
    write!(f, "`{}` has no {kind} {name:?}", object.name)?;
    let tag = object.tag.map(|(tag, _)| tag);
    let fields = object.fields.iter().map(|field| field.name);
    let known = tag.into_iter().chain(fields).enumerate();
    known.into_iter().try_for_each(|(index, name)| {
        let separator = if index > 0 { "," } else { "; it has" };
        write!(f, "{separator} `{name}`")
    })
}

/// One step of a path.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Field(&'static str),
    Key(String),
    Index(usize),
}

impl Step {
    /// A member with a name of the sender's, which may be as long as the text.
    pub(super) fn key(name: &str) -> Self {
        let name = match cut_at(name, LONGEST_KEY) {
            Some(end) => format!("{}…", name.get(..end).unwrap_or_default()),
            None => name.to_owned(),
        };
        Self::Key(redact_tokens(name))
    }
}

/// How many characters of a name are shown.
const LONGEST_KEY: usize = 64;

/// Joins steps, which are from the inside out, behind a root.
pub(super) fn path(root: &str, steps: &[Step]) -> String {
    let mut path = root.to_owned();
    for step in steps.iter().rev() {
        // Writing to a `String` cannot fail.
        let _ = match step {
            Step::Index(index) => write!(path, "[{index}]"),
            Step::Field(name) => member(&mut path, name),
            Step::Key(key) => member(&mut path, key),
        };
    }
    path
}

fn member(path: &mut String, name: &str) -> fmt::Result {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    if name.is_empty() || !name.bytes().all(is_plain) {
        write!(path, "[{name:?}]")
    } else if path.is_empty() {
        path.write_str(name)
    } else {
        write!(path, ".{name}")
    }
}
