//! Finds the value that a decoder stumbled over. `serde_json` tells only how far it has read, so the
//! path is found by going down the JSON again to that place; that is done on failure only, and
//! costs nothing where each type is decoded.

use std::borrow::Cow;
use std::fmt::Write;

use serde_json::value::RawValue;

use super::members::Members;

/// The place of `error` as an address, which lies within the text that was decoded: `json` and its
/// parts. Nothing if the error has no place.
fn offset(json: &str, error: &serde_json::Error) -> Option<usize> {
    let line = error.line().checked_sub(1)?;
    let start: usize = json.split_inclusive('\n').take(line).map(str::len).sum();
    Some(address(json) + start + error.column())
}

/// The path of the innermost value of `json` that `error` is about. It begins with `root`, which is
/// `json` as a whole.
///
/// For a value that is not a container the decoder has read it, so its end counts as within; for
/// a container of the wrong kind it has not, so its start does as well.
pub(crate) fn find(root: &str, json: &str, error: &serde_json::Error) -> String {
    let at = offset(json, error);
    let mut path = String::from(root);
    let mut inner = Some(json);
    while let (Some(json), Some(at)) = (inner, at) {
        let child = children(json).into_iter().find(|(_, child)| {
            let start = address(child);
            (start..=start + child.len()).contains(&at)
        });
        inner = child.map(|(step, child)| {
            step.write(&mut path);
            child
        });
    }
    path
}

fn address(text: &str) -> usize {
    text.as_ptr().addr()
}

enum Step<'a> {
    Key(Cow<'a, str>),
    Index(usize),
}

impl Step<'_> {
    fn write(&self, path: &mut String) {
        // Writing to a `String` cannot fail.
        let _ = match self {
            Self::Index(index) => write!(path, "[{index}]"),
            Self::Key(key) if is_name(key) => write!(path, ".{key}"),
            Self::Key(key) => write!(path, "[{key:?}]"),
        };
    }
}

fn is_name(key: &str) -> bool {
    !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The values directly within an object or array; none within anything else.
fn children(json: &str) -> Vec<(Step<'_>, &str)> {
    if let Ok(Members(members)) = serde_json::from_str(json) {
        return members
            .into_iter()
            .map(|(key, value)| (Step::Key(key), value.get()))
            .collect();
    }
    let items: Vec<&RawValue> = serde_json::from_str(json).unwrap_or_default();
    items
        .into_iter()
        .enumerate()
        .map(|(index, value)| (Step::Index(index), value.get()))
        .collect()
}
