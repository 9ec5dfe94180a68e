//! The snapshots in `cases/`: a title, a definition with its mistakes in «marks», and what the
//! macros say to it. `BLESS=1 cargo test -p telegrammar-macros` writes them anew.

use std::fs;
use std::path::{Path, PathBuf};

use super::render::{Place, places, render};
use super::run::run;

struct Case {
    title: String,
    source: String,
    marks: Vec<(Place, Place)>,
    marked: String,
    expected: String,
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder of cases")
        .map(|entry| entry.unwrap().path())
        .collect();
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

/// Takes the marks out, and says where they were.
fn unmark(marked: &str) -> (String, Vec<(Place, Place)>) {
    let mut source = String::new();
    let mut marks = Vec::new();
    let mut open = None;
    let mut place = Place { line: 1, column: 0 };
    for letter in marked.chars() {
        match letter {
            '«' => open = Some(place),
            '»' => marks.push((open.take().expect("an open mark"), place)),
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
    (source, marks)
}

#[test]
fn every_mistake_has_one_message_at_its_place() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    let mut count = 0;
    for file in files() {
        let text = fs::read_to_string(&file).unwrap();
        let mut blessed = String::new();
        for case in read(&text) {
            count += 1;
            let outcome = run(&case.source);
            let found = if outcome.sink.errors.is_empty() {
                &outcome.sink.warnings
            } else {
                &outcome.sink.errors
            };
            let mut found: Vec<_> = found.iter().map(places).collect();
            found.sort();
            let rendered = render(&case.source, &outcome.sink);
            if found != case.marks {
                wrong.push(format!(
                    "{}: marked {:?}, found {found:?}\n{rendered}",
                    case.title, case.marks
                ));
            }
            if rendered.trim_end() != case.expected && !bless {
                wrong.push(format!("{}: says\n{rendered}", case.title));
            }
            blessed.push_str(&format!(
                "=== {}\n{}---\n{rendered}\n",
                case.title, case.marked
            ));
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
    assert!(count >= 20, "only {count} cases were found");
}
