//! Parses `parse_mode` HTML as the server does.

use super::Text;
use super::bytes::{Output, Source, encode, is_space, lossy};
use super::entity::{entity, sort};
use super::error::ParseError;
use super::link;
use crate::types::MessageEntity;
use crate::types::MessageEntityType as Type;

/// Parses text with `parse_mode` HTML by the rules of the server.
///
/// Supported are the tags of the [Bot API](https://core.telegram.org/bots/api#html-style), and the
/// named references `&lt;`, `&gt;`, `&amp;` and `&quot;`. Links that the server ignores are ignored.
///
/// # Errors
///
/// Returns what the server would answer.
///
/// ```
/// use telegrammar::text::parse_html;
///
/// let text = parse_html("a &lt; <b>b</b>")?;
/// assert_eq!(text.as_str(), "a < b");
/// assert_eq!((text.entities()[0].offset, text.entities()[0].length), (4, 1));
///
/// let error = parse_html("<b>bold</i>").unwrap_err();
/// let told = r#"Unmatched end tag at byte offset 7, expected "</b>", found "</i>""#;
/// assert_eq!(error.to_string(), told);
/// # Ok::<(), telegrammar::text::ParseError>(())
/// ```
pub fn parse_html(html: &str) -> Result<Text, ParseError> {
    let source = Source::new(html);
    let mut parser = Parser {
        source,
        index: 0,
        output: Output::with_capacity(html.len()),
        open: Vec::new(),
        entities: Vec::new(),
    };
    parser.run()?;
    parser.finish()
}

const TAGS: [&str; 17] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

/// A tag that is open.
struct Tag {
    name: String,
    argument: String,
    date: i32,
    /// Where it starts, in UTF-16 code units.
    start: usize,
    /// Where its text starts, in bytes of the output.
    byte: usize,
}

/// An entity, and the language of `code` that is not known to be in `pre` yet.
struct Found {
    entity: MessageEntity,
    argument: String,
}

struct Parser<'a> {
    source: Source<'a>,
    index: usize,
    output: Output,
    open: Vec<Tag>,
    entities: Vec<Found>,
}

impl Parser<'_> {
    fn run(&mut self) -> Result<(), ParseError> {
        while self.index < self.source.len() {
            let byte = self.source.at(self.index);
            if byte == b'&'
                && let Some((code, end)) = reference(self.source, self.index)
            {
                self.output.push_code(code);
                self.index = end;
            } else if byte != b'<' {
                self.output.push(byte);
                self.index += 1;
            } else if self.source.at(self.index + 1) == b'/' {
                self.end_tag()?;
            } else {
                self.start_tag()?;
            }
        }
        Ok(())
    }

    fn start_tag(&mut self) -> Result<(), ParseError> {
        let (source, begin) = (self.source, self.index);
        let end = source.token_end(begin + 1, b">");
        if source.at(end) == 0 {
            return Err(ParseError::at("Unclosed start tag", begin, ""));
        }
        let name = lossy(source.slice(begin + 1, end)).to_ascii_lowercase();
        if !TAGS.contains(&name.as_str()) {
            let told = format!("Unsupported start tag \"{name}\"");
            return Err(ParseError::at(&told, begin, ""));
        }
        let mut tag = Tag {
            name,
            argument: String::new(),
            date: 0,
            start: self.output.units(),
            byte: self.output.len(),
        };
        self.index = end;
        while source.at(self.index) != b'>' {
            self.skip_space();
            if source.at(self.index) == b'>' {
                break;
            }
            self.attribute(&mut tag, begin)?;
        }
        self.index += 1;
        if tag.name == "span" && tag.argument != "spoiler" {
            let told = "Tag \"span\" must have class \"tg-spoiler\"";
            return Err(ParseError::at(told, begin, ""));
        }
        self.open.push(tag);
        Ok(())
    }

    fn skip_space(&mut self) {
        while self.source.at(self.index) != 0 && is_space(self.source.at(self.index)) {
            self.index += 1;
        }
    }

    fn attribute(&mut self, tag: &mut Tag, begin: usize) -> Result<(), ParseError> {
        let source = self.source;
        let unclosed = |tag: &Tag| {
            let told = format!("Unclosed start tag \"{}\"", tag.name);
            Err(ParseError::at(&told, begin, ""))
        };
        let start = self.index;
        self.index = source.token_end(start, b"=>/\"'");
        let attribute = source.slice(start, self.index);
        if attribute.is_empty() {
            let told = format!("Empty attribute name in the tag \"{}\"", tag.name);
            return Err(ParseError::at(&told, begin, ""));
        }
        self.skip_space();
        if source.at(self.index) != b'=' {
            if source.at(self.index) == 0 {
                return unclosed(tag);
            }
            if tag.name == "blockquote" && attribute == b"expandable" {
                "1".clone_into(&mut tag.argument);
            }
            return Ok(());
        }
        self.index += 1;
        self.skip_space();
        let value = match source.at(self.index) {
            0 => return unclosed(tag),
            quote @ (b'\'' | b'"') => self.quoted(quote),
            _ => self.name_token()?,
        };
        if source.at(self.index) == 0 {
            return Err(ParseError::at("Unclosed start tag", begin, ""));
        }
        match (tag.name.as_str(), attribute) {
            ("a", b"href") | ("tg-emoji", b"emoji-id") | ("tg-time", b"format") => {
                tag.argument = value;
            }
            ("code", b"class") => set_rest(&value, "language-", &mut tag.argument),
            ("span", b"class") => set_rest(&value, "tg-", &mut tag.argument),
            ("blockquote", b"expandable") => "1".clone_into(&mut tag.argument),
            ("tg-time", b"unix") => tag.date = link::lenient_integer(&value),
            _ => {}
        }
        Ok(())
    }

    /// Reads an unquoted value: letters, digits, periods and hyphens, in lower case.
    fn name_token(&mut self) -> Result<String, ParseError> {
        let start = self.index;
        while matches!(self.source.at(self.index), b'.' | b'-' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z')
        {
            self.index += 1;
        }
        let end = self.source.at(self.index);
        if !is_space(end) && end != b'>' {
            return Err(ParseError::at("Unexpected end of name token", start, ""));
        }
        Ok(lossy(self.source.slice(start, self.index)).to_ascii_lowercase())
    }

    /// Reads a quoted value, to its end or that of the text.
    fn quoted(&mut self, quote: u8) -> String {
        self.index += 1;
        let mut value = Vec::new();
        while ![0, quote].contains(&self.source.at(self.index)) {
            if self.source.at(self.index) == b'&'
                && let Some((code, end)) = reference(self.source, self.index)
            {
                encode(code, &mut value);
                self.index = end;
            } else {
                value.push(self.source.at(self.index));
                self.index += 1;
            }
        }
        if self.source.at(self.index) == quote {
            self.index += 1;
        }
        lossy(&value)
    }

    fn end_tag(&mut self) -> Result<(), ParseError> {
        let (source, begin) = (self.source, self.index);
        let Some(tag) = self.open.pop() else {
            return Err(ParseError::at("Unexpected end tag", begin, ""));
        };
        let end = source.token_end(begin + 2, b">");
        let name = lossy(source.slice(begin + 2, end)).to_ascii_lowercase();
        self.index = end;
        self.skip_space();
        if source.at(self.index) != b'>' {
            return Err(ParseError::at("Unclosed end tag", begin, ""));
        }
        self.index += 1;
        if !name.is_empty() && name != tag.name {
            let rest = format!(", expected \"</{}>\", found \"</{name}>\"", tag.name);
            return Err(ParseError::at("Unmatched end tag", begin, &rest));
        }
        if self.output.units() > tag.start {
            self.add(tag)?;
        }
        Ok(())
    }

    /// Adds the entity of a tag that was closed.
    fn add(&mut self, tag: Tag) -> Result<(), ParseError> {
        let range = (tag.start, self.output.units());
        let new = |r#type| entity(r#type, range.0, range.1);
        let mut argument = String::new();
        let entity = match tag.name.as_str() {
            "i" | "em" => new(Type::Italic),
            "b" | "strong" => new(Type::Bold),
            "s" | "strike" | "del" => new(Type::Strikethrough),
            "u" | "ins" => new(Type::Underline),
            "tg-spoiler" | "span" => new(Type::Spoiler),
            "tg-emoji" => {
                let id = link::integer(&tag.argument).filter(|id| *id != 0);
                let told = "Invalid custom emoji identifier specified";
                let id = id.ok_or_else(|| ParseError::new(told))?;
                MessageEntity {
                    custom_emoji_id: Some(id.to_string()),
                    ..new(Type::CustomEmoji)
                }
            }
            "tg-time" => {
                let Some(format) = link::date_time_format(&tag.argument) else {
                    return Err(ParseError::new("Invalid date format used"));
                };
                if tag.date <= 0 {
                    return Ok(());
                }
                MessageEntity {
                    unix_time: Some(i64::from(tag.date)),
                    date_time_format: (!format.is_empty()).then_some(format),
                    ..new(Type::DateTime)
                }
            }
            "a" => {
                let shown = || lossy(self.output.slice(tag.byte));
                let url = if tag.argument.is_empty() {
                    shown()
                } else {
                    tag.argument
                };
                match link::to_entity(&url, range.0, range.1) {
                    Some(entity) => entity,
                    None => return Ok(()),
                }
            }
            "pre" => match self.entities.last_mut() {
                Some(last) if last.is(&Type::Code, range) && !last.argument.is_empty() => {
                    last.entity.r#type = Type::Pre;
                    last.entity.language = Some(std::mem::take(&mut last.argument));
                    return Ok(());
                }
                _ => new(Type::Pre),
            },
            "code" => match self.entities.last_mut() {
                Some(last) if last.is(&Type::Pre, range) && !tag.argument.is_empty() => {
                    last.entity.language = Some(tag.argument);
                    return Ok(());
                }
                _ => {
                    argument = tag.argument;
                    new(Type::Code)
                }
            },
            _ if tag.argument.is_empty() => new(Type::Blockquote),
            _ => new(Type::ExpandableBlockquote),
        };
        self.entities.push(Found { entity, argument });
        Ok(())
    }

    fn finish(self) -> Result<Text, ParseError> {
        if let Some(tag) = self.open.last() {
            let told = format!(
                "Can't find end tag corresponding to start tag \"{}\"",
                tag.name
            );
            return Err(ParseError::generated(told));
        }
        let text = self.output.into_text().ok_or(ParseError::new(
            "Text contains invalid Unicode characters after decoding HTML entities, check for \
             unmatched surrogate code units",
        ))?;
        let mut entities: Vec<_> = self
            .entities
            .into_iter()
            .map(|found| found.entity)
            .collect();
        sort(&mut entities);
        Ok(Text::from_parts(text, entities))
    }
}

impl Found {
    /// Returns whether it has that type and place. `pre` with a language is another type.
    fn is(&self, r#type: &Type, (start, end): (usize, usize)) -> bool {
        let other = entity(r#type.clone(), start, end);
        self.entity == other
    }
}

/// Returns the code point of a character reference and the index behind it.
fn reference(source: Source<'_>, start: usize) -> Option<(u32, usize)> {
    let mut end = start + 1;
    let code = if source.at(end) == b'#' {
        let is_hex = source.at(end + 1) == b'x';
        let radix = if is_hex { 16 } else { 10 };
        end += 1 + usize::from(is_hex);
        let mut code: u32 = 0;
        while let Some(digit) = char::from(source.at(end)).to_digit(radix) {
            code = code.wrapping_mul(radix).wrapping_add(digit);
            end += 1;
        }
        if code == 0 || code >= 0x0010_ffff || end - start >= 10 {
            return None;
        }
        code
    } else {
        while source.at(end).is_ascii_alphabetic() {
            end += 1;
        }
        match source.slice(start + 1, end) {
            b"lt" => u32::from('<'),
            b"gt" => u32::from('>'),
            b"amp" => u32::from('&'),
            b"quot" => u32::from('"'),
            _ => return None,
        }
    };
    let has_semicolon = source.at(end) == b';';
    Some((code, end + usize::from(has_semicolon)))
}

/// Sets the argument to what follows the prefix, if the value has it.
fn set_rest(value: &str, prefix: &str, argument: &mut String) {
    if let Some(rest) = value.strip_prefix(prefix) {
        rest.clone_into(argument);
    }
}
