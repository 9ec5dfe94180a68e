//! What the server removes from a text before it stores it.

use super::Text;
use super::entity::{end, units, utf16_len};
use super::normal::normalise;

impl Text {
    /// Returns the text as the server stores it, with [normalised](Self::normalised) entities.
    ///
    /// Control characters become spaces, but line feeds stay. Carriage returns, the separators and
    /// direction marks U+2028 to U+202E, and the combining lines U+0333, U+033F and U+030A are
    /// removed, and so are spaces and line feeds at the end, and those at the start that are before
    /// the first entity.
    pub fn cleaned(&self) -> Self {
        let mut text = String::with_capacity(self.as_str().len());
        // Where each removed character was, in UTF-16 code units.
        let mut removed = Vec::new();
        let mut offset = 0;
        for letter in self.as_str().chars() {
            match letter {
                '\r' | '\u{2028}'..='\u{202e}' | '\u{333}' | '\u{33f}' | '\u{30a}' => {
                    removed.push(offset);
                }
                '\n' => text.push('\n'),
                '\0'..=' ' => text.push(' '),
                other => text.push(other),
            }
            offset += units(letter.len_utf16());
        }
        let moved = |offset: i64| {
            let before = removed.partition_point(|place| *place < offset);
            offset - units(before)
        };
        let mut entities = normalise(self.entities().to_vec());
        let is_blank = |letter| matches!(letter, ' ' | '\n');
        text.truncate(text.trim_end_matches(is_blank).len());
        let length = units(utf16_len(&text));
        for entity in &mut entities {
            let (start, end) = (moved(entity.offset), moved(end(entity)).min(length));
            (entity.offset, entity.length) = (start, end - start);
        }
        let mut entities = normalise(entities);
        let blanks = text.len() - text.trim_start_matches(is_blank).len();
        let first = entities
            .first()
            .map_or(units(blanks), |entity| entity.offset);
        let start = units(blanks).min(first);
        for entity in &mut entities {
            entity.offset -= start;
        }
        // Blanks are single bytes.
        text.drain(..usize::try_from(start).unwrap_or(0));
        Self::from_parts(text, entities)
    }
}
