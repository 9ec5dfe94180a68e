//! The exact compile errors of invalid definitions and calls.
//!
//! A case is a file in `tests/ui/` with its output beside it. After every mistake is `//~` and the
//! code of the expected error, or the lint, or `error` for one of the macro's own.
//! `TRYBUILD=overwrite cargo test --test compiler ui` writes the outputs; review each before you
//! commit it.
//!
//! The texts differ between compilers, so they are compared only with the pinned one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The number of files, so that none is lost unnoticed.
const CASES: usize = 17;

/// The number of mistakes in them.
const MISTAKES: usize = 204;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui")
}

fn files(extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).expect("the folder of cases");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut files: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    files.sort();
    files
}

/// Whether this is the compiler that `rust-toolchain.toml` specifies.
fn is_pinned() -> bool {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("rust-toolchain.toml");
    let text = fs::read_to_string(file).expect("the toolchain's file");
    let channel = text
        .lines()
        .find_map(|line| line.strip_prefix("channel = "))
        .map(|channel| channel.trim_matches('"'))
        .expect("a channel");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .arg("--version")
        .output()
        .expect("a compiler");
    let version = String::from_utf8_lossy(&output.stdout).into_owned();
    version.split(' ').nth(1) == Some(channel)
}

#[test]
fn the_compiler_output_is_as_expected() {
    let cases = files("rs");
    assert_eq!(cases.len(), CASES, "{cases:?}");
    if !is_pinned() {
        assert!(
            std::env::var_os("CI").is_none(),
            "the cases must not be left out where changes are judged"
        );
        return;
    }
    let tests = trybuild::TestCases::new();
    for case in &cases {
        tests.compile_fail(
            case.strip_prefix(env!("CARGO_MANIFEST_DIR"))
                .expect("a case"),
        );
    }
}

/// Returns the errors in an output: the head and the line of each.
fn errors(output: &str) -> Vec<(String, usize)> {
    let mut errors = Vec::new();
    let mut head = None;
    for line in output.lines() {
        if line.starts_with("error") && !line.starts_with("error: could not compile") {
            head = Some(line.to_owned());
        } else if let Some(place) = line.trim_start().strip_prefix("--> ")
            && let Some(head) = head.take()
        {
            let line = place.split(':').nth(1).and_then(|line| line.parse().ok());
            errors.push((head, line.unwrap_or_default()));
        }
    }
    assert_eq!(head, None, "an error without a place");
    errors
}

#[test]
fn every_mistake_has_one_error_at_its_line() {
    let mut mistakes = 0;
    for case in files("rs") {
        let source = fs::read_to_string(&case).expect("a case");
        let output = fs::read_to_string(case.with_extension("stderr")).expect("its output");
        let mut found = errors(&output);
        found.sort_by_key(|(_, line)| *line);
        let marked = source.lines().zip(1..).filter_map(|(line, number)| {
            let (_, mark) = line.split_once("//~ ")?;
            Some((mark.to_owned(), number))
        });
        let marked: Vec<_> = marked.collect();
        let lines =
            |list: &[(String, usize)]| list.iter().map(|(_, line)| *line).collect::<Vec<_>>();
        assert_eq!(lines(&found), lines(&marked), "{}", case.display());
        mistakes += marked.len();
        for ((head, line), (mark, _)) in found.iter().zip(&marked) {
            let says_so = match mark.as_str() {
                code if code.starts_with('E') => head.starts_with(&format!("error[{code}]: ")),
                _ => head.starts_with("error: "),
            };
            assert!(says_so, "{}:{line}: {head}", case.display());
        }
    }
    assert_eq!(mistakes, MISTAKES);
}

#[test]
fn no_output_mentions_macros_or_local_paths() {
    let outputs = files("stderr");
    assert_eq!(outputs.len(), CASES, "{outputs:?}");
    for output in outputs {
        let text = fs::read_to_string(&output).expect("an output");
        for word in [
            "originates in",
            "macro-backtrace",
            "derive macro",
            "/home/",
            "/root/",
            "/tmp/",
            "/Users/",
            "C:\\",
            "__private",
        ] {
            assert!(!text.contains(word), "{}: {word}", output.display());
        }
    }
}
