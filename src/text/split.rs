//! Splits a text that is too long for one message.

use unicode_segmentation::UnicodeSegmentation;

use super::Text;
use super::entity::{end, is_quote, is_style, units, utf16_len};
use crate::types::MessageEntity;
use crate::types::MessageEntityType as Type;

impl Text {
    /// Splits the text into pieces of at most `limit` code points, which is how the server counts.
    ///
    /// A piece ends after a line feed if there is one in its second half, otherwise after a space,
    /// otherwise between what readers see as characters. Formats, links, code and quotes that are
    /// cut continue in the next piece; custom emoji, dates, addresses, hashtags and the like are not
    /// cut, unless one alone is longer than the limit. No character is removed: joined, the pieces
    /// are the text. An empty text has no pieces; a limit of 0 is taken as 1. The server refuses a
    /// piece of white space alone, which [`server_len`](Self::server_len) tells: it is 0.
    ///
    /// ```
    /// use telegrammar::text::Text;
    ///
    /// let pieces = Text::new().bold("one two three").split(8);
    /// let html: Vec<_> = pieces.iter().map(Text::to_html).collect();
    /// assert_eq!(html, ["<b>one two </b>", "<b>three</b>"]);
    /// ```
    #[must_use]
    pub fn split(&self, limit: usize) -> Vec<Self> {
        let limit = limit.max(1);
        let mut pieces = Vec::new();
        let mut rest = self.as_str();
        let mut offset = 0;
        // The entities that do not end before the rest.
        let mut entities: Vec<&MessageEntity> = self.entities().iter().collect();
        while !rest.is_empty() {
            let whole = entities.iter().filter(|entity| is_whole(entity));
            let whole: Vec<_> = whole.map(|entity| (entity.offset, end(entity))).collect();
            let length = piece_len(rest, limit, offset, &whole);
            let (piece, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
            let last = offset + units(utf16_len(piece));
            let inside = entities.iter().take_while(|entity| entity.offset < last);
            let parts = inside
                .filter_map(|entity| part(entity, offset, last))
                .collect();
            pieces.push(Self::from_parts(piece, parts));
            entities.retain(|entity| end(entity) > last);
            (rest, offset) = (after, last);
        }
        pieces
    }
}

/// Returns whether an entity has no meaning in parts.
fn is_whole(entity: &MessageEntity) -> bool {
    let r#type = &entity.r#type;
    let is_code = matches!(r#type, Type::Code | Type::Pre);
    let is_link = matches!(r#type, Type::TextLink | Type::TextMention);
    !is_style(r#type) && !is_quote(r#type) && !is_code && !is_link
}

/// Returns the part of an entity that is in a piece, with its offset in the piece.
fn part(entity: &MessageEntity, from: i64, to: i64) -> Option<MessageEntity> {
    let start = entity.offset.max(from);
    let length = end(entity).min(to) - start;
    (length > 0).then(|| MessageEntity {
        offset: start - from,
        length,
        ..entity.clone()
    })
}

/// Returns the length of the first piece in bytes.
fn piece_len(text: &str, limit: usize, offset: i64, whole: &[(i64, i64)]) -> usize {
    let Some((limit_index, next)) = text.char_indices().nth(limit) else {
        return text.len();
    };
    // What follows does not matter: one more character says whether a grapheme ends at the limit.
    let text = text.get(..limit_index + next.len_utf8()).unwrap_or(text);
    let middle = text
        .char_indices()
        .nth(limit / 2)
        .map_or(0, |(index, _)| index);
    let (mut any, mut word, mut line) = (0, 0, 0);
    let mut place = offset;
    let mut whole = whole.iter().peekable();
    for (index, grapheme) in text.grapheme_indices(true) {
        let end = index + grapheme.len();
        if end > limit_index {
            break;
        }
        place += units(utf16_len(grapheme));
        while whole.next_if(|(_, end)| *end <= place).is_some() {}
        if whole.peek().is_some_and(|(start, _)| *start < place) {
            continue;
        }
        any = end;
        if grapheme.ends_with('\n') {
            line = end;
        } else if grapheme.ends_with(char::is_whitespace) {
            word = end;
        }
    }
    let wanted = [line, word, any];
    let found = wanted.into_iter().find(|end| *end > 0 && *end >= middle);
    // A grapheme or an entity alone may be longer than the limit.
    let longest = if any > 0 {
        any
    } else {
        first_len(text, limit_index)
    };
    found.unwrap_or(longest)
}

/// Returns the length of what fits, without breaking graphemes if possible.
fn first_len(text: &str, limit_index: usize) -> usize {
    let ends = text
        .grapheme_indices(true)
        .map(|(index, grapheme)| index + grapheme.len());
    let last = ends.take_while(|end| *end <= limit_index).last();
    last.unwrap_or(limit_index)
}
