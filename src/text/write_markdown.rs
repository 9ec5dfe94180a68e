//! Writes a text as `MarkdownV2`.

use super::Text;
use super::entity::{end, is_quote, is_verbatim, sort, units};
use super::escape::{escape_markdown_v2, escape_markdown_v2_code, escape_markdown_v2_url};
use super::write_html::{Piece, mention, nested, walk};
use crate::types::MessageEntity;
use crate::types::MessageEntityType as Type;

/// Empty code, which is no entity: it keeps marks apart that would be read as one.
const NOTHING: &str = "``";

impl Text {
    /// Returns the text with its entities as `MarkdownV2`.
    ///
    /// [`parse_markdown_v2`](super::parse_markdown_v2) gives the same text and entities, as far as
    /// the markup can express them. A quote consists of whole lines: the line feed after it becomes
    /// part of it, without other formats, and one that starts or ends within a line is left out. So
    /// is the language of code if it contains white space or a backtick. HTML has no such limits:
    /// [`to_html`](Self::to_html). Entities that overlap are [normalised](Self::normalised) first.
    #[must_use]
    pub fn to_markdown_v2(&self) -> String {
        let entities = expressible(self.as_str(), &nested(self.entities()));
        let mut writer = Writer {
            markdown: String::with_capacity(self.as_str().len() + 8 * entities.len()),
            in_quote: false,
            in_code: false,
        };
        walk(self.as_str(), &entities, |piece| writer.write(piece));
        writer.markdown
    }
}

/// Fits quotes to lines.
fn expressible(text: &str, entities: &[MessageEntity]) -> Vec<MessageEntity> {
    if !entities.iter().any(|entity| is_quote(&entity.r#type)) {
        return entities.to_vec();
    }
    let text: Vec<u16> = text.encode_utf16().collect();
    let at = |offset: i64| text.get(usize::try_from(offset).ok()?).copied();
    let is_feed = |offset| at(offset) == Some(u16::from(b'\n'));
    let mut fitted = Vec::with_capacity(entities.len());
    let mut closed = -1;
    for entity in entities {
        let (start, last) = (entity.offset, end(entity));
        let mut entity = entity.clone();
        if is_quote(&entity.r#type) {
            let is_start = start == 0 || is_feed(start - 1);
            if is_feed(last) && !is_feed(last - 1) {
                entity.length += 1;
            }
            let last = end(&entity);
            if !is_start || last < units(text.len()) && !is_feed(last - 1) {
                continue;
            }
            closed = if is_feed(last - 1) { last - 1 } else { -1 };
        } else if start <= closed && last > closed {
            // The line feed at the end of a quote has no other formats.
            let mut after = entity.clone();
            (after.offset, after.length) = (closed + 1, last - closed - 1);
            entity.length = closed - start;
            if after.length > 0 {
                fitted.push(after);
            }
        }
        if entity.length > 0 {
            fitted.push(entity);
        }
    }
    sort(&mut fitted);
    fitted
}

struct Writer {
    markdown: String,
    in_quote: bool,
    in_code: bool,
}

impl Writer {
    fn write(&mut self, piece: &Piece<'_>) {
        match *piece {
            Piece::Letters(text) if self.in_code => {
                let start = text.strip_suffix('\n');
                let escaped = escape_markdown_v2_code(start.unwrap_or(text));
                self.markdown.push_str(&escaped);
                // Only an escaped line feed in code starts a line, on which a quote can follow.
                self.markdown.push_str(start.map_or("", |_| "\\\n"));
            }
            Piece::Letters(text) => self.letters(text),
            Piece::Start(entity, text) => self.start(entity, text),
            Piece::End(entity) => self.end(entity),
        }
    }

    /// Writes text outside of code. In a quote, each line starts with its mark.
    fn letters(&mut self, text: &str) {
        for line in text.split_inclusive('\n') {
            if self.in_quote && self.markdown.ends_with('\n') {
                self.markdown.push('>');
            }
            self.markdown.push_str(&escape_markdown_v2(line));
        }
    }

    fn start(&mut self, entity: &MessageEntity, text: &str) {
        let is_line = self.markdown.ends_with('\n');
        if self.in_quote && is_line {
            self.markdown.push('>');
        }
        self.in_code = matches!(entity.r#type, Type::Code | Type::Pre);
        match &entity.r#type {
            Type::Blockquote | Type::ExpandableBlockquote => {
                // Without it, a quote after another one would continue it.
                if is_line {
                    self.markdown.push_str(NOTHING);
                }
                self.markdown.push('>');
                self.in_quote = true;
            }
            Type::Pre => {
                let language = entity.language.as_deref().unwrap_or_default();
                let is_odd = |letter| letter == '`' || is_blank(letter);
                self.markdown.push_str("```");
                if !language.contains(is_odd) {
                    self.markdown.push_str(language);
                }
                self.markdown.push('\n');
                // With the line feed before it, it would be skipped.
                if text.starts_with('\r') {
                    self.markdown.push('\\');
                }
            }
            Type::TextLink if entity.url.is_some() => self.markdown.push('['),
            Type::TextMention if entity.user.is_some() => self.markdown.push('['),
            Type::CustomEmoji | Type::DateTime => self.markdown.push_str("!["),
            other => self.mark(other),
        }
    }

    fn end(&mut self, entity: &MessageEntity) {
        let is_line = self.in_quote && !self.in_code && self.markdown.ends_with('\n');
        if is_line && !is_quote(&entity.r#type) {
            self.markdown.push('>');
        }
        let url = match &entity.r#type {
            Type::TextLink => entity.url.clone(),
            Type::TextMention => entity.user.as_ref().map(|user| mention(user.id)),
            Type::CustomEmoji => {
                let id = entity.custom_emoji_id.as_deref().unwrap_or_default();
                Some(format!("tg://emoji?id={id}"))
            }
            Type::DateTime => {
                let time = entity.unix_time.unwrap_or_default();
                let format = entity.date_time_format.as_deref().unwrap_or_default();
                Some(format!("tg://time?unix={time}&format={format}"))
            }
            Type::Blockquote => {
                self.in_quote = false;
                return;
            }
            Type::ExpandableBlockquote => {
                self.in_quote = false;
                // The mark stands before the line feed that ends the quote.
                let has_feed = self.markdown.ends_with('\n');
                self.markdown
                    .truncate(self.markdown.len() - usize::from(has_feed));
                self.markdown.push_str(if has_feed { "||\n" } else { "||" });
                return;
            }
            Type::Pre => {
                self.markdown.push_str("```");
                None
            }
            other => {
                self.mark(other);
                None
            }
        };
        if let Some(url) = url {
            self.markdown.push_str("](");
            self.markdown.push_str(&escape_markdown_v2_url(&url));
            self.markdown.push(')');
        }
        if is_verbatim(&entity.r#type) {
            self.in_code = false;
        }
    }

    /// Writes a mark that is the same at the start and the end.
    fn mark(&mut self, r#type: &Type) {
        let mark = match r#type {
            Type::Bold => "*",
            Type::Italic => "_",
            Type::Underline => "__",
            Type::Strikethrough => "~",
            Type::Spoiler => "||",
            Type::Code => "`",
            _ => return,
        };
        if mark.starts_with('_') && self.markdown.ends_with('_') {
            self.markdown.push_str(NOTHING);
        }
        self.markdown.push_str(mark);
    }
}

/// Returns whether the server takes a character as white space.
fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\r' | '\n' | '\0' | '\u{b}')
}
