//! Retired names and phrases are not in code, messages or documentation.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a word must not occur.
#[derive(Clone, Copy)]
enum Place {
    /// Anywhere, even as a part of a longer word.
    Anywhere,
    /// As a name or as the beginning of one, as `Door` in `DoorSeed`.
    Name,
    /// In a Rust source file.
    Source,
}

struct Retired {
    word: &'static str,
    place: Place,
    instead: &'static str,
}

const fn retired(word: &'static str, place: Place, instead: &'static str) -> Retired {
    Retired {
        word,
        place,
        instead,
    }
}

const RETIRED: [Retired; 34] = [
    retired("Door", Place::Name, "a visitor or `TargetSeed`"),
    retired("Keeper", Place::Name, "`UnknownFields`"),
    retired("enum Turn", Place::Source, "`KeyMatch`"),
    retired("Turn::", Place::Source, "`KeyMatch`"),
    retired("holds_at_a_glance", Place::Anywhere, "`holds_by_presence`"),
    retired("is_second_try", Place::Anywhere, "a name with `lenient`"),
    retired("second try", Place::Anywhere, "lenient decoding"),
    retired("salvage", Place::Anywhere, "lenient decoding"),
    retired("keep_broken", Place::Anywhere, "a name with `store`"),
    retired("Distinction", Place::Name, "`Discriminator`"),
    retired("SlotList", Place::Name, "a decode target"),
    retired("ListSlot", Place::Name, "a decode target"),
    retired("JsonSlot", Place::Name, "a decode target"),
    retired("The rooms", Place::Anywhere, "crates and modules"),
    retired("cannot do without", Place::Anywhere, "required"),
    retired("slip of the pen", Place::Anywhere, "a misspelled name"),
    retired("say all by being there", Place::Anywhere, "are flags"),
    retired("so it is better gone", Place::Anywhere, "so remove it"),
    retired(
        "has surely not seen the call",
        Place::Anywhere,
        "definitely did not receive the request",
    ),
    retired(
        "a sign that does not belong",
        Place::Anywhere,
        "an unexpected token",
    ),
    retired(
        "signs that do not belong",
        Place::Anywhere,
        "unexpected tokens",
    ),
    retired("was carried out", Place::Anywhere, "succeeded"),
    retired("owe each other", Place::Anywhere, "constraints"),
    retired("told apart", Place::Anywhere, "distinguished"),
    retired("tells apart", Place::Anywhere, "distinguishes"),
    retired("stand for themselves", Place::Anywhere, "need no escaping"),
    retired("stands for itself", Place::Anywhere, "needs no escaping"),
    retired(" surely ", Place::Anywhere, "definitely"),
    retired("is the judge", Place::Anywhere, "is compared with"),
    retired("The seam", Place::Anywhere, "the interface"),
    retired("what people write", Place::Anywhere, "user data"),
    retired("culprit", Place::Anywhere, "the value"),
    retired("of one's own", Place::Anywhere, "custom"),
    retired("server's own \"no\"", Place::Anywhere, "an error"),
];

/// Returns the files that git tracks.
fn tracked(root: &Path) -> Option<Vec<PathBuf>> {
    let output = Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(root)
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let names = String::from_utf8(output.stdout).ok()?;
    let names = names.split_terminator('\0');
    let paths: Vec<_> = names.map(|name| root.join(name)).collect();
    (!paths.is_empty()).then_some(paths)
}

/// Adds all files below a folder, except for build output and hidden files.
fn add_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name();
        let is_hidden = name.to_string_lossy().starts_with('.') && name != ".ci";
        if is_hidden || name == "target" {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            add_files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn all_files(root: &Path) -> Vec<PathBuf> {
    tracked(root).unwrap_or_else(|| {
        let mut found = Vec::new();
        add_files(root, &mut found);
        found
    })
}

/// Joins the words of a text with single spaces, so that a phrase is found across lines and comment
/// markers. Also returns the offset of each line in the joined text.
fn joined(text: &str) -> (String, Vec<usize>) {
    let (mut joined, mut starts) = (String::new(), Vec::new());
    for line in text.lines() {
        starts.push(joined.len());
        let mut words = line.split_whitespace().peekable();
        words.next_if(|word| matches!(*word, "///" | "//!" | "//" | "#" | ">" | "*"));
        for word in words {
            joined.push_str(word);
            joined.push(' ');
        }
    }
    (joined, starts)
}

/// Returns whether the range of the text is a name or the beginning of one.
fn is_name(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
        && !after.is_some_and(char::is_lowercase)
}

/// Returns the retired words in a text, each with its line.
fn found(text: &str, is_source: bool) -> Vec<(usize, &'static Retired)> {
    let (joined, starts) = joined(text);
    let mut all = Vec::new();
    for retired in &RETIRED {
        for (at, _) in joined.match_indices(retired.word) {
            let applies = match retired.place {
                Place::Anywhere => true,
                Place::Name => is_name(&joined, at, at + retired.word.len()),
                Place::Source => is_source && is_name(&joined, at, at),
            };
            if applies {
                all.push((starts.partition_point(|start| *start <= at), retired));
            }
        }
    }
    all
}

#[test]
fn no_file_contains_a_retired_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut searched, mut mistakes) = (0, Vec::new());
    for path in all_files(root) {
        let name = path.strip_prefix(root).expect("a file below the root");
        // Skips files that were deleted but are still tracked, and binary files.
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        if name == Path::new(file!()) {
            continue;
        }
        searched += 1;
        let is_source = name.extension().is_some_and(|extension| extension == "rs");
        for (line, Retired { word, instead, .. }) in found(&text, is_source) {
            let name = name.display();
            mistakes.push(format!("{name}:{line}: `{word}`, now {instead}"));
        }
    }
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    assert!(searched > 200, "{searched} files");
}

#[test]
fn a_retired_word_is_found_in_each_form() {
    let words = |text, is_source| -> Vec<_> {
        let found = found(text, is_source).into_iter();
        found.map(|(line, found)| (line, found.word)).collect()
    };
    let text =
        "a\n    /// which a method cannot do\n    /// without\nlet x = DoorSeed(Door::new());";
    let expected = [(4, "Door"), (4, "Door"), (2, "cannot do without")];
    assert_eq!(words(text, true), expected);
    assert_eq!(words("Doorbell, OutDoor, outdoors, Turn it", true), []);
    assert_eq!(words("if turn == Turn::Done", true), [(1, "Turn::")]);
    assert_eq!(words("MyTurn::Done", true), []);
    assert_eq!(words("Turn::Done", false), []);
    assert_eq!(words("# The\nrooms", false), [(1, "The rooms")]);
}
