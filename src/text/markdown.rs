//! Parses `parse_mode` Markdown, the legacy one, as the server does.

use super::Text;
use super::bytes::{Output, Source, lossy};
use super::entity::entity;
use super::error::ParseError;
use super::link;
use crate::types::MessageEntity;
use crate::types::MessageEntityType as Type;

/// Parses text with the legacy `parse_mode` Markdown by the rules of the server.
///
/// Entities cannot be nested. Use [`parse_markdown_v2`](super::parse_markdown_v2) for new texts.
///
/// # Errors
///
/// Returns what the server would answer.
///
/// ```
/// use telegrammar::text::parse_markdown;
///
/// assert_eq!(parse_markdown("*bold* text")?.as_str(), "bold text");
/// let error = parse_markdown("snake_case").unwrap_err();
/// assert_eq!(error.to_string(), "Can't find end of the entity starting at byte offset 5");
/// # Ok::<(), telegrammar::text::ParseError>(())
/// ```
pub fn parse_markdown(markdown: &str) -> Result<Text, ParseError> {
    let source = Source::new(markdown);
    let mut output = Output::with_capacity(markdown.len());
    let mut entities = Vec::new();
    let mut index = 0;
    while index < source.len() {
        match (source.at(index), source.at(index + 1)) {
            (b'\\', escaped @ (b'_' | b'*' | b'`' | b'[')) => {
                output.push(escaped);
                index += 2;
            }
            (b'_' | b'*' | b'`' | b'[', _) => {
                let (found, end) = parse_entity(source, index, &mut output)?;
                entities.extend(found);
                index = end;
            }
            (byte, _) => {
                output.push(byte);
                index += 1;
            }
        }
    }
    let text = output.into_text().unwrap_or_default();
    Ok(Text::from_parts(text, entities))
}

/// Parses the entity at `begin`; returns it and the index behind it.
fn parse_entity(
    source: Source<'_>,
    begin: usize,
    output: &mut Output,
) -> Result<(Option<MessageEntity>, usize), ParseError> {
    let mark = source.at(begin);
    let is_pre = [0, 1, 2]
        .iter()
        .all(|offset| source.at(begin + offset) == b'`');
    let mut index = begin + if is_pre { 3 } else { 1 };
    let mut language = None;
    if is_pre {
        let end = source.token_end(index, b"`");
        if end != index && end < source.len() && source.at(end) != b'`' {
            language = Some(lossy(source.slice(index, end)));
            index = end;
        }
        index = source.skip_line_break(index);
    }
    let last = if mark == b'[' { b']' } else { mark };
    let (start, byte) = (output.units(), output.len());
    let is_end = |index| {
        let is_fence = source.at(index + 1) == b'`' && source.at(index + 2) == b'`';
        source.at(index) == last && (!is_pre || is_fence)
    };
    while index < source.len() && !is_end(index) {
        output.push(source.at(index));
        index += 1;
    }
    if index >= source.len() {
        let told = "Can't find end of the entity starting";
        return Err(ParseError::at(told, begin, ""));
    }
    let end = output.units();
    if start == end {
        return Ok((None, index + if is_pre { 3 } else { 1 }));
    }
    let found = match mark {
        b'_' => Some(entity(Type::Italic, start, end)),
        b'*' => Some(entity(Type::Bold, start, end)),
        b'`' if is_pre => {
            index += 2;
            Some(MessageEntity {
                language,
                ..entity(Type::Pre, start, end)
            })
        }
        b'`' => Some(entity(Type::Code, start, end)),
        _ => {
            let url = if source.at(index + 1) == b'(' {
                let from = index + 2;
                index = from;
                while index < source.len() && source.at(index) != b')' {
                    index += 1;
                }
                lossy(source.slice(from, index))
            } else {
                lossy(output.slice(byte))
            };
            link::to_entity(&url, start, end)
        }
    };
    Ok((found, index + 1))
}
