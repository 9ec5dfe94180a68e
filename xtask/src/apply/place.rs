//! Where new entries, fields and variants belong: the place that they have on the page.

use super::lines;
use crate::document::{Body, Document, Entry, Paragraph, Variant};
use crate::page::{Page, PageEntry};

/// Inserts an entry below the one that precedes it on the page.
pub(super) fn insert(document: &mut Document, entry: Entry, source: &PageEntry, page: &Page) {
    let same: Vec<&PageEntry> = page
        .entries
        .iter()
        .filter(|other| other.is_method == source.is_method)
        .collect();
    let at = same
        .iter()
        .position(|other| other.name == source.name)
        .unwrap_or_default();
    let before = same.get(..at).unwrap_or_default().iter().rev();
    let after = same.get(at + 1..).unwrap_or_default().iter();
    let is_near = |other: &&&PageEntry| other.section == source.section;
    let place = before
        .clone()
        .filter(is_near)
        .find_map(|other| find(document, &other.name))
        .map(|at| at + 1);
    let place = place.or_else(|| {
        after
            .clone()
            .filter(is_near)
            .find_map(|other| find(document, &other.name))
    });
    if let Some(place) = place {
        document.paragraphs.insert(place, Paragraph::Entry(entry));
        return;
    }
    // Its section is new for methods, or for types.
    let previous = before.clone().find_map(|other| find(document, &other.name));
    let place = previous.map_or_else(
        || first(document, source.is_method),
        |at| end_of_section(document, at),
    );
    if let Some(title) = &source.section {
        document
            .paragraphs
            .insert(place, Paragraph::Section(title.clone()));
        document
            .paragraphs
            .insert(place + 1, Paragraph::Entry(entry));
    } else {
        document.paragraphs.insert(place, Paragraph::Entry(entry));
    }
}

fn find(document: &Document, name: &str) -> Option<usize> {
    document
        .paragraphs
        .iter()
        .position(|paragraph| matches!(paragraph, Paragraph::Entry(entry) if entry.name == name))
}

/// Returns where the section of an entry ends.
fn end_of_section(document: &Document, at: usize) -> usize {
    let rest = document.paragraphs.iter().skip(at + 1);
    let length = rest
        .take_while(|paragraph| matches!(paragraph, Paragraph::Entry(_)))
        .count();
    at + 1 + length
}

/// Returns where the sections of methods or types start.
fn first(document: &Document, is_method: bool) -> usize {
    let paragraphs = &document.paragraphs;
    let section = paragraphs.iter().enumerate().find(|(at, paragraph)| {
        let next = paragraphs.get(at + 1);
        matches!(paragraph, Paragraph::Section(_))
            && matches!(next, Some(Paragraph::Entry(entry)) if entry.is_method() == is_method)
    });
    section.map_or(paragraphs.len(), |(at, _)| at)
}

/// Inserts a field below the one that precedes it on the page.
pub(super) fn insert_field(
    entry: &mut Entry,
    name: &str,
    source: &PageEntry,
    page: &Page,
    known: &Document,
) {
    let Some(at) = source.fields.iter().position(|field| field.name == name) else {
        return;
    };
    let Some(new) = source.fields.get(at) else {
        return;
    };
    let before = source.fields.get(..at).unwrap_or_default().iter().rev();
    let place = |name: &str| {
        entry
            .body
            .iter()
            .position(|line| matches!(line, Body::Field(field) if field.name == name))
    };
    // The reason for the class comes first.
    let start = usize::from(matches!(entry.body.first(), Some(Body::Why(_))));
    let place = before
        .clone()
        .find_map(|field| place(&field.name))
        .map_or(start, |at| at + 1);
    let line = lines::field(new, entry.is_method(), page, known);
    entry.body.insert(place, Body::Field(line));
}

/// Inserts a variant below the one that precedes it on the page.
pub(super) fn insert_variant(entry: &mut Entry, name: &str, source: &PageEntry) {
    let Some(at) = source.variants.iter().position(|variant| variant == name) else {
        return;
    };
    let before = source.variants.get(..at).unwrap_or_default().iter().rev();
    let place = |name: &str| {
        entry
            .body
            .iter()
            .position(|line| matches!(line, Body::Variant(variant) if variant.name == name))
    };
    let place = before
        .clone()
        .find_map(|name| place(name))
        .map_or(0, |at| at + 1);
    let variant = Variant {
        name: name.to_owned(),
        ..Variant::default()
    };
    entry.body.insert(place, Body::Variant(variant));
}
