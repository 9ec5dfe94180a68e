//! The schema of a set of words.

use super::super::doc_text::DocText;
use super::super::json::{Map, list};
use crate::schema::Word;

/// Returns the schema. An open set accepts every text: a later version of the Bot API may send more
/// words, but only accepts those of its page.
pub(super) fn schema(words: &[Word], is_open: bool, ignores_case: bool) -> Map {
    let text = || Map::new().with("type", "string");
    let known = text().with("enum", list(words.iter().map(|word| word.word)));
    if is_open {
        return Map::new().with("anyOf", list([known, text()]));
    }
    if ignores_case {
        let pattern = text().with("pattern", in_any_case(words));
        return Map::new().with("anyOf", list([known, pattern]));
    }
    known
}

/// What the words mean, as a list in Markdown; empty without documentation.
pub(super) fn explained(words: &[Word]) -> String {
    let lines = words.iter().filter_map(|word| {
        let text = DocText::of(word.doc).text.replace('\n', " ");
        // Many a documentation is only the word.
        let is_more = !text.is_empty() && text.trim_end_matches('.') != word.word;
        is_more.then(|| format!("- `{}`: {text}", word.word))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn in_any_case(words: &[Word]) -> String {
    let letter = |letter: char| {
        let (low, high) = (letter.to_ascii_lowercase(), letter.to_ascii_uppercase());
        if low == high {
            letter.to_string()
        } else {
            format!("[{high}{low}]")
        }
    };
    let words = words
        .iter()
        .map(|word| word.word.chars().map(letter).collect::<String>());
    format!("^(?:{})$", words.collect::<Vec<_>>().join("|"))
}
