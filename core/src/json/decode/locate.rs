//! Finds the value that a position in a text is about. That is asked on failure only.

use super::error::Step;
use super::reader::Reader;

/// A value by the steps that lead to it, from the inside out, and its start and end in the text.
pub(super) type Place = (Vec<Step>, (usize, usize));

/// Finds the innermost value around the byte at `at`, within the value that starts at `start`.
///
/// A value's end counts as within it: decoders of others stop there.
pub(super) fn locate(text: &str, start: usize, at: usize) -> Option<Place> {
    let mut reader = Reader::new(text, false);
    reader.at = start;
    let mut steps = Vec::new();
    let mut place = span(&mut reader)?;
    while let Some((step, inner)) = child(&mut reader, place, at) {
        steps.push(step);
        place = inner;
    }
    steps.reverse();
    Some((steps, place))
}

/// Start and end of the next value.
fn span(reader: &mut Reader<'_>) -> Option<(usize, usize)> {
    let first = reader.token().ok()?;
    let start = reader.at;
    reader.skip(first).ok()?;
    Some((start, reader.at))
}

/// The value around `at` directly within the container from `start` to `end`.
fn child(
    reader: &mut Reader<'_>,
    (start, end): (usize, usize),
    at: usize,
) -> Option<(Step, (usize, usize))> {
    let is_object = match reader.bytes().get(start)? {
        b'{' => true,
        b'[' => false,
        _ => return None,
    };
    reader.at = start + 1;
    for index in 0.. {
        if matches!(reader.token().ok()?, b'}' | b']') || reader.at >= end {
            break;
        }
        let step = if is_object {
            Step::Key(reader.name().ok()?)
        } else {
            Step::Index(index)
        };
        let inner = span(reader)?;
        if (inner.0..=inner.1).contains(&at) {
            return Some((step, inner));
        }
        if inner.0 > at || reader.token().ok()? != b',' {
            break;
        }
        reader.at += 1;
    }
    None
}
