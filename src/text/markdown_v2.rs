//! Parses `parse_mode` `MarkdownV2` as the server does.

use super::Text;
use super::bytes::{Output, Source, is_first, lossy};
use super::entity::{entity, sort};
use super::error::ParseError;
use super::link;
use crate::types::MessageEntity;
use crate::types::MessageEntityType as Type;

/// Parses text with `parse_mode` `MarkdownV2` by the rules of the server.
///
/// See the [Bot API](https://core.telegram.org/bots/api#markdownv2-style) for the syntax. Links that
/// the server ignores are ignored.
///
/// # Errors
///
/// Returns what the server would answer.
///
/// ```
/// use telegrammar::text::parse_markdown_v2;
///
/// let text = parse_markdown_v2(r"*bold* text\!")?;
/// assert_eq!(text.as_str(), "bold text!");
///
/// let error = parse_markdown_v2("Hello!").unwrap_err();
/// let told = r"Character '!' is reserved and must be escaped with the preceding '\'";
/// assert_eq!(error.to_string(), told);
/// # Ok::<(), telegrammar::text::ParseError>(())
/// ```
pub fn parse_markdown_v2(markdown: &str) -> Result<Text, ParseError> {
    let mut parser = Parser {
        source: Source::new(markdown),
        index: 0,
        output: Output::with_capacity(markdown.len()),
        open: Vec::new(),
        entities: Vec::new(),
        in_quote: false,
        can_start_quote: true,
    };
    while parser.index < parser.source.len() {
        parser.step()?;
    }
    parser.finish()
}

/// What an open mark starts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Code,
    Pre,
    PreCode,
    Link,
    /// A custom emoji or a date.
    Emoji,
    Quote,
}

impl Mark {
    /// The name in the server's errors.
    const fn name(self) -> &'static str {
        match self {
            Self::Bold => "Bold",
            Self::Italic => "Italic",
            Self::Underline => "Underline",
            Self::Strikethrough => "Strikethrough",
            Self::Spoiler => "Spoiler",
            Self::Code => "Code",
            Self::Pre => "Pre",
            Self::PreCode => "PreCode",
            Self::Link => "TextUrl",
            Self::Emoji => "CustomEmoji",
            Self::Quote => "BlockQuote",
        }
    }

    const fn is_code(self) -> bool {
        matches!(self, Self::Code | Self::Pre | Self::PreCode)
    }

    /// Returns how many bytes at `index` close the mark, or 0.
    fn closed_by(self, source: Source<'_>, index: usize) -> usize {
        let byte = source.at(index);
        let is_twice = source.at(index + 1) == byte;
        let closes = |expected, length| if byte == expected { length } else { 0 };
        match self {
            Self::Bold => closes(b'*', 1),
            Self::Italic if is_twice => 0,
            Self::Italic => closes(b'_', 1),
            Self::Underline if is_twice => closes(b'_', 2),
            Self::Spoiler if is_twice => closes(b'|', 2),
            Self::Strikethrough => closes(b'~', 1),
            Self::Code => closes(b'`', 1),
            Self::Pre | Self::PreCode if is_twice && source.at(index + 2) == byte => {
                closes(b'`', 3)
            }
            Self::Link | Self::Emoji => closes(b']', 1),
            Self::Underline | Self::Spoiler | Self::Pre | Self::PreCode | Self::Quote => 0,
        }
    }
}

/// A mark that is open.
struct Open {
    mark: Mark,
    language: Option<String>,
    /// Where it starts, in UTF-16 code units.
    start: usize,
    /// Where the mark is, in bytes of the source.
    offset: usize,
    /// Where its text starts, in bytes of the output.
    byte: usize,
}

impl Open {
    fn unclosed(&self) -> ParseError {
        let told = format!("Can't find end of {} entity", self.mark.name());
        ParseError::at(&told, self.offset, "")
    }
}

struct Parser<'a> {
    source: Source<'a>,
    index: usize,
    output: Output,
    open: Vec<Open>,
    entities: Vec<MessageEntity>,
    in_quote: bool,
    can_start_quote: bool,
}

impl Parser<'_> {
    fn step(&mut self) -> Result<(), ParseError> {
        let byte = self.source.at(self.index);
        if self.source.is_escape(self.index) {
            let escaped = self.source.at(self.index + 1);
            self.output.push(escaped);
            if escaped != b'\r' {
                self.can_start_quote = escaped == b'\n';
            }
            self.index += 2;
            return Ok(());
        }
        let innermost = self.open.last().map(|open| open.mark);
        let is_reserved = match innermost {
            Some(mark) if mark.is_code() => byte == b'`',
            _ => b"_*[]()~`>#+-=|{}.!\n".contains(&byte),
        };
        if !is_reserved {
            if is_first(byte) && byte != b'\r' {
                self.can_start_quote = false;
            }
            self.output.push(byte);
            self.index += 1;
            return Ok(());
        }
        let next = self.source.at(self.index + 1);
        let is_last = self.index + 1 == self.source.len();
        if self.in_quote && byte == b'\n' && (is_last || next != b'>') {
            return self.end_quote();
        }
        match innermost.map(|mark| mark.closed_by(self.source, self.index)) {
            None | Some(0) => self.begin(byte, next),
            Some(length) => self.end(length),
        }
    }

    fn reserved(byte: u8) -> ParseError {
        let told = format!(
            "Character '{}' is reserved and must be escaped with the preceding '\\'",
            char::from(byte)
        );
        ParseError::generated(told)
    }

    fn begin(&mut self, byte: u8, next: u8) -> Result<(), ParseError> {
        let offset = self.index;
        let is_fence = next == b'`' && self.source.at(offset + 2) == b'`';
        let (mark, length) = match (byte, next) {
            (b'_', b'_') => (Mark::Underline, 2),
            (b'_', _) => (Mark::Italic, 1),
            (b'*', _) => (Mark::Bold, 1),
            (b'~', _) => (Mark::Strikethrough, 1),
            (b'|', b'|') => (Mark::Spoiler, 2),
            (b'[', _) => (Mark::Link, 1),
            (b'!', b'[') => (Mark::Emoji, 2),
            (b'`', _) if is_fence => (Mark::Pre, 3),
            (b'`', _) => (Mark::Code, 1),
            (b'\n', _) => {
                self.output.push(b'\n');
                self.can_start_quote = true;
                self.index += 1;
                return Ok(());
            }
            (b'>', _) if self.can_start_quote && self.in_quote => {
                self.index += 1;
                return Ok(());
            }
            (b'>', _) if self.can_start_quote => {
                self.in_quote = true;
                (Mark::Quote, 1)
            }
            _ => return Err(Self::reserved(byte)),
        };
        self.index += length;
        let mut open = Open {
            mark,
            language: None,
            start: self.output.units(),
            offset,
            byte: self.output.len(),
        };
        if mark == Mark::Pre {
            let end = self.source.token_end(self.index, b"`");
            if end != self.index && end < self.source.len() && self.source.at(end) != b'`' {
                open.mark = Mark::PreCode;
                open.language = Some(lossy(self.source.slice(self.index, end)));
                self.index = end;
            }
            self.index = self.source.skip_line_break(self.index);
        }
        self.open.push(open);
        Ok(())
    }

    /// Ends the quote at a line feed that belongs to it.
    fn end_quote(&mut self) -> Result<(), ParseError> {
        let mut r#type = Type::Blockquote;
        if let Some(spoiler) = self.open.pop_if(|open| open.mark == Mark::Spoiler) {
            let distance = self.index - spoiler.offset;
            let is_marker = distance == 2 || distance == 3 && self.output.last() == Some(b'\r');
            if !is_marker {
                return Err(spoiler.unclosed());
            }
            r#type = Type::ExpandableBlockquote;
        }
        match self.open.pop() {
            Some(open) if open.mark == Mark::Quote => {
                self.output.push(b'\n');
                self.index += 1;
                self.in_quote = false;
                self.can_start_quote = true;
                self.entities
                    .push(entity(r#type, open.start, self.output.units()));
                Ok(())
            }
            Some(open) => Err(open.unclosed()),
            // A quote is open, so this is not reached.
            None => Err(Self::reserved(b'>')),
        }
    }

    fn end(&mut self, length: usize) -> Result<(), ParseError> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let (start, end) = (open.start, self.output.units());
        let bracket = self.index;
        self.index += length;
        let new = |r#type| Some(entity(r#type, start, end));
        let found = match open.mark {
            Mark::Bold => new(Type::Bold),
            Mark::Italic => new(Type::Italic),
            Mark::Underline => new(Type::Underline),
            Mark::Strikethrough => new(Type::Strikethrough),
            Mark::Spoiler => new(Type::Spoiler),
            Mark::Code => new(Type::Code),
            Mark::Pre | Mark::PreCode => Some(MessageEntity {
                language: open.language,
                ..entity(Type::Pre, start, end)
            }),
            Mark::Link => {
                let url = if self.source.at(bracket + 1) == b'(' {
                    self.url()?
                } else {
                    lossy(self.output.slice(open.byte))
                };
                link::to_entity(&url, start, end)
            }
            Mark::Emoji => Some(self.emoji(bracket, start, end)?),
            // It ends with its line.
            Mark::Quote => None,
        };
        if start != end {
            self.entities.extend(found);
        }
        Ok(())
    }

    /// Reads an address in parentheses at the index.
    fn url(&mut self) -> Result<String, ParseError> {
        self.index += 1;
        let begin = self.index;
        let mut url = Vec::new();
        while self.index < self.source.len() && self.source.at(self.index) != b')' {
            self.index += usize::from(self.source.is_escape(self.index));
            url.push(self.source.at(self.index));
            self.index += 1;
        }
        if self.source.at(self.index) != b')' {
            return Err(ParseError::at("Can't find end of a URL", begin, ""));
        }
        self.index += 1;
        Ok(lossy(&url))
    }

    fn emoji(
        &mut self,
        bracket: usize,
        start: usize,
        end: usize,
    ) -> Result<MessageEntity, ParseError> {
        if self.source.at(bracket + 1) != b'(' {
            let told = "The entity must contain a tg://emoji or tg://time URL";
            return Err(ParseError::new(told));
        }
        let url = self.url()?;
        if let Some(id) = link::custom_emoji_id(&url) {
            return Ok(MessageEntity {
                custom_emoji_id: Some(id.to_string()),
                ..entity(Type::CustomEmoji, start, end)
            });
        }
        let Some((time, format)) = link::date_time(&url) else {
            let told = "Invalid tg://emoji or tg://time URL specified";
            return Err(ParseError::new(told));
        };
        let Some(format) = link::date_time_format(format) else {
            return Err(ParseError::new("Invalid date format used"));
        };
        Ok(MessageEntity {
            unix_time: Some(time),
            date_time_format: (!format.is_empty()).then_some(format),
            ..entity(Type::DateTime, start, end)
        })
    }

    fn finish(mut self) -> Result<Text, ParseError> {
        if self.in_quote {
            let end = self.source.len();
            let is_marker = |open: &mut Open| open.mark == Mark::Spoiler && open.offset + 2 == end;
            let r#type = match self.open.pop_if(is_marker) {
                Some(_) => Type::ExpandableBlockquote,
                None => Type::Blockquote,
            };
            if let Some(quote) = self.open.pop_if(|open| open.mark == Mark::Quote)
                && quote.start != self.output.units()
            {
                self.entities
                    .push(entity(r#type, quote.start, self.output.units()));
            }
        }
        if let Some(open) = self.open.last() {
            return Err(open.unclosed());
        }
        sort(&mut self.entities);
        let text = self.output.into_text().unwrap_or_default();
        Ok(Text::from_parts(text, self.entities))
    }
}
