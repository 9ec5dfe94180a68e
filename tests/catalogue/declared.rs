//! The catalogue declares nothing that the facts lack. What the facts have and the catalogue lacks
//! does not compile in `list.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::list::{calls, objects, unions, words};

/// Alternatives that the page writes without a name.
const UNNAMED: [&str; 3] = ["ChatId", "ReplyMarkup", "RichMessageMedia"];

/// What is derived from types of the Bot API.
const DERIVED: [&str; 1] = ["ChatKey"];

/// Returns the public structs and enums in the files of a folder.
fn declared(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut names = Vec::new();
    for file in fs::read_dir(folder).expect("a folder") {
        let text = fs::read_to_string(file.expect("a file").path()).expect("a text");
        for line in text.lines() {
            let declaration = ["pub struct ", "pub enum "]
                .iter()
                .find_map(|head| line.strip_prefix(head));
            let name = declaration.and_then(|rest| rest.split([' ', '<', '(', ';', '{']).next());
            names.extend(name.map(ToOwned::to_owned));
        }
    }
    names.sort();
    names
}

#[track_caller]
fn are_exactly(declared: &[String], known: &BTreeSet<&str>) {
    let unknown: Vec<_> = declared
        .iter()
        .filter(|name| !known.contains(name.as_str()))
        .collect();
    assert!(unknown.is_empty(), "unknown to the facts: {unknown:?}");
    let twice = declared.windows(2).filter(|two| two[0] == two[1]);
    assert_eq!(twice.collect::<Vec<_>>(), [[""; 0]; 0]);
    assert_eq!(declared.len(), known.len());
}

#[test]
fn no_method_is_declared_twice_or_without_a_fact() {
    let calls = calls();
    let known: BTreeSet<_> = calls.iter().map(|call| call.name).collect();
    are_exactly(&declared("src/methods"), &known);
}

#[test]
fn no_type_is_declared_without_a_fact() {
    let known: BTreeSet<_> = (objects().iter().map(|object| object.name))
        .chain(unions().iter().map(|union| union.name))
        .chain(words().iter().map(|words| words.subject.name))
        .chain(UNNAMED)
        .chain(DERIVED)
        // A macro declares it, with its kinds.
        .filter(|name| *name != "Update")
        .collect();
    are_exactly(&declared("src/types"), &known);
}
