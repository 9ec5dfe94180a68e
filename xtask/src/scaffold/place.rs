//! Where a new definition belongs: beside its neighbours in the facts.

use super::catalogue::{Catalogue, Definition};
use crate::document::{Document, Entry, Paragraph};

/// A place for lines in a file.
pub(super) struct Place {
    pub(super) file: usize,
    pub(super) at: usize,
    /// Whether a definition follows, so that the empty line comes last.
    pub(super) is_before: bool,
}

/// Returns the place below the definition that precedes it in its section, or above the one that
/// follows; without any of its section, beside the nearest of its kind.
pub(super) fn find(facts: &Document, entry: &Entry, catalogue: &Catalogue) -> Option<Place> {
    let entries = facts.entries();
    let same: Vec<&Entry> = entries
        .filter(|other| other.is_method() == entry.is_method())
        .collect();
    let at = same.iter().position(|other| other.name == entry.name)?;
    let before = same.get(..at).unwrap_or_default().iter().rev();
    let after = same.get(at + 1..).unwrap_or_default().iter();
    let own = section(facts, entry);
    let is_near = |other: &&&Entry| section(facts, other) == own;
    let definitions = catalogue.definitions();
    let below = |other: &&Entry| {
        let last = definitions.iter().rev().find(|it| it.name == other.name)?;
        Some(Place {
            file: last.file,
            at: last.end + 1,
            is_before: false,
        })
    };
    let above = |other: &&Entry| {
        let first = definitions.iter().find(|it| it.name == other.name)?;
        Some(Place {
            file: first.file,
            at: start(first, catalogue),
            is_before: true,
        })
    };
    let near = before.clone().filter(is_near).find_map(below);
    near.or_else(|| after.clone().filter(is_near).find_map(above))
        .or_else(|| before.clone().find_map(below))
        .or_else(|| after.clone().find_map(above))
}

/// Returns the paragraph that starts the section of an entry.
fn section(facts: &Document, entry: &Entry) -> Option<usize> {
    let is_entry = |paragraph: &Paragraph| matches!(paragraph, Paragraph::Entry(other) if other.name == entry.name);
    let at = facts.paragraphs.iter().position(is_entry)?;
    let above = facts.paragraphs.get(..at)?;
    above
        .iter()
        .rposition(|paragraph| matches!(paragraph, Paragraph::Section(_)))
}

/// Returns the first line of a definition: that of its documentation.
fn start(definition: &Definition, catalogue: &Catalogue) -> usize {
    let file = catalogue.files.get(definition.file);
    let above = file.and_then(|file| file.lines.get(..definition.head));
    let above = above.unwrap_or_default().iter().rev();
    definition.head - above.take_while(|line| !line.is_empty()).count()
}
