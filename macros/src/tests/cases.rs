//! The snapshots in `cases/`: a title, a definition with its mistakes in «marks», and the messages
//! of the macros. `BLESS=1 cargo test -p telegrammar-macros` overwrites them.

use std::collections::HashSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use super::render::{Place, places, render};
use super::run::run;

pub(super) struct Case {
    pub(super) title: String,
    pub(super) source: String,
    marks: Vec<(Place, Place)>,
    marked: String,
    expected: String,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/cases");
    let entries = fs::read_dir(folder).expect("the folder of cases");
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn read(text: &str) -> Vec<Case> {
    text.split("=== ")
        .skip(1)
        .map(|case| {
            let (title, rest) = case.split_once('\n').expect("a title");
            let (marked, expected) = rest.split_once("---\n").expect("a line of dashes");
            let (source, marks) = unmark(marked);
            let expected = expected.trim_end().to_owned();
            Case {
                title: title.to_owned(),
                source,
                marks,
                marked: marked.to_owned(),
                expected,
            }
        })
        .collect()
}

/// Removes the marks, and returns their positions. Two mistakes at one position have two marks.
pub(super) fn unmark(marked: &str) -> (String, Vec<(Place, Place)>) {
    let mut source = String::new();
    let mut marks = Vec::new();
    let mut open = Vec::new();
    let mut place = Place { line: 1, column: 0 };
    for letter in marked.chars() {
        match letter {
            '«' => open.push(place),
            '»' => marks.push((open.pop().expect("an open mark"), place)),
            letter => {
                source.push(letter);
                if letter == '\n' {
                    place = Place {
                        line: place.line + 1,
                        column: 0,
                    };
                } else {
                    place.column += 1;
                }
            }
        }
    }
    marks.sort();
    (source, marks)
}

/// All cases.
pub(super) fn all() -> Vec<Case> {
    files()
        .iter()
        .flat_map(|file| read(&fs::read_to_string(file).unwrap()))
        .collect()
}

/// The definitions without any mistake.
pub(super) fn valid() -> Vec<Case> {
    all()
        .into_iter()
        .filter(|case| case.marks.is_empty())
        .collect()
}

#[test]
fn every_mistake_has_one_message_at_its_position() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in files() {
        let text = fs::read_to_string(&file).unwrap();
        let mut blessed = String::new();
        for case in read(&text) {
            count += 1;
            let outcome = run(&case.source);
            let mut found: Vec<_> = outcome.sink.reported().into_iter().map(places).collect();
            found.sort();
            let rendered = render(&case.source, &outcome.sink);
            let Case {
                title,
                marks,
                marked,
                expected,
                ..
            } = &case;
            if found != *marks {
                wrong.push(format!(
                    "{title}: marked {marks:?}, found {found:?}\n{rendered}"
                ));
            }
            if rendered.trim_end() != expected && !bless {
                wrong.push(format!("{title}: says\n{rendered}"));
            }
            writeln!(blessed, "=== {title}\n{marked}---\n{rendered}").unwrap();
        }
        if bless {
            fs::write(&file, blessed.trim_end().to_owned() + "\n").unwrap();
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {count} cases:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count >= 200, "only {count} cases were found");
}

#[test]
fn titles_are_unique() {
    let mut seen = HashSet::new();
    for case in all() {
        assert!(seen.insert(case.title.clone()), "{}", case.title);
    }
}
