//! What an editor shows: completion, documentation and problems of definitions, also of wrong ones.
//!
//! This is skipped where rust-analyzer is missing, or the sources of the standard library with what
//! they depend on, unless the environment variable `TELEGRAMMAR_REQUIRE`, a list with commas,
//! contains `rust-analyzer`.

mod client;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use client::Editor;

/// A file of the package.
struct File {
    name: &'static str,
    text: &'static str,
}

/// Definitions with and without mistakes, and code that uses them.
const RIGHT: File = File {
    name: "src/right.rs",
    text: include_str!("right.txt"),
};
const WRONG_NAME: File = File {
    name: "src/wrong_name.rs",
    text: include_str!("wrong_name.txt"),
};
const UNKNOWN_NAME: File = File {
    name: "src/unknown_name.rs",
    text: include_str!("unknown_name.txt"),
};
const WRONG_FIELD: File = File {
    name: "src/wrong_field.rs",
    text: include_str!("wrong_field.txt"),
};
const FILES: [File; 4] = [RIGHT, WRONG_NAME, UNKNOWN_NAME, WRONG_FIELD];

impl File {
    /// The position behind `before`, from 0. All columns are in ASCII.
    fn behind(&self, before: &str) -> (usize, usize) {
        let at = self.text.find(before).expect("a position") + before.len();
        let (above, _) = self.text.split_at(at);
        let line = above.lines().count() - 1;
        (line, above.lines().last().unwrap_or_default().len())
    }
}

/// Returns what is missing to start rust-analyzer and its server for procedural macros.
fn missing(folder: &Path) -> Option<String> {
    let version = Command::new("rust-analyzer")
        .arg("--version")
        .current_dir(folder)
        .output();
    if !version.is_ok_and(|output| output.status.success()) {
        return Some("rust-analyzer is not installed".to_owned());
    }
    let sysroot = Command::new("rustc")
        .args(["--print", "sysroot"])
        .current_dir(folder)
        .output()
        .expect("rustc");
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    let server = sysroot.join("libexec/rust-analyzer-proc-macro-srv");
    let needed = [
        server.with_extension(std::env::consts::EXE_EXTENSION),
        sysroot.join("lib/rustlib/src/rust/library/Cargo.toml"),
    ];
    let missing = needed.iter().find(|file| !file.exists())?;
    Some(format!("rust-analyzer needs {}", missing.display()))
}

/// Whether the environment requires rust-analyzer.
fn is_required() -> bool {
    std::env::var("TELEGRAMMAR_REQUIRE")
        .is_ok_and(|list| list.split(',').any(|tool| tool.trim() == "rust-analyzer"))
}

/// Writes the package.
fn package() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("editor");
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = \"editor\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
         [dependencies]\ntelegrammar = {{ path = {:?}, default-features = false }}\n",
        root.display().to_string()
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("a lock file");
    // The toolchain of the workspace, wherever the target directory is.
    fs::copy(
        root.join("rust-toolchain.toml"),
        folder.join("rust-toolchain.toml"),
    )
    .expect("a toolchain");
    let modules = FILES.map(|file| {
        fs::write(folder.join(file.name), file.text).expect("a source");
        let module = file.name.trim_start_matches("src/").trim_end_matches(".rs");
        format!("pub mod {module};\n")
    });
    fs::write(folder.join("src/lib.rs"), modules.concat()).expect("a source");
    folder
}

/// The names that completion offers.
fn labels(answer: &Value) -> Vec<&str> {
    let items = answer["items"].as_array().or(answer.as_array());
    let items = items.into_iter().flatten();
    items.filter_map(|item| item["label"].as_str()).collect()
}

/// Whether completion offers all of these, with or without parentheses behind.
fn offers(answer: &Value, names: &[&str]) -> bool {
    let labels = labels(answer);
    let is_offered = |name: &&str| {
        let is_it = |label: &&str| label.split(['(', '…']).next() == Some(*name);
        labels.iter().any(is_it)
    };
    names.iter().all(is_offered)
}

#[test]
fn an_editor_completes_explains_and_reports() {
    let folder = package();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("checked");
    let editor = missing(&folder).map_or_else(|| Editor::start(&folder, &target), Err);
    let mut editor = match editor {
        Ok(editor) => editor,
        Err(reason) => {
            assert!(!is_required(), "{reason}");
            println!("SKIPPED: {reason}");
            return;
        }
    };
    for file in &FILES {
        editor.open(file.name, file.text);
    }
    let mut failures = Vec::new();
    completes(&mut editor, &mut failures);
    explains(&mut editor, &mut failures);
    leads_to_the_field(&mut editor, &mut failures);
    reports(&mut editor, &mut failures);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn completes(editor: &mut Editor, failures: &mut Vec<String>) {
    let fields: &[&str] = &["total_count", "photos"];
    let setters: &[&str] = &["offset", "send", "validate"];
    for file in &FILES {
        for (before, names) in [
            ("    photos.", fields),
            ("drop(GetUserProfilePhotos::new(1).", setters),
        ] {
            let place = file.behind(before);
            let question = "textDocument/completion";
            let answer = editor.ask(question, file.name, place, |answer| offers(answer, names));
            if !offers(&answer, names) {
                failures.push(format!("{}: {before} {:?}", file.name, labels(&answer)));
            }
        }
    }
}

fn explains(editor: &mut Editor, failures: &mut Vec<String>) {
    for file in &FILES {
        for (before, wanted) in [
            ("offset(2).se", "Call<UserProfilePhotos>"),
            ("new(1).off", "How many pictures to skip."),
            (
                "GetUserProfilePhotos::ne",
                "Creates a `GetUserProfilePhotos`",
            ),
        ] {
            let place = file.behind(before);
            let is_wanted = |answer: &Value| answer.to_string().contains(wanted);
            let answer = editor.ask("textDocument/hover", file.name, place, is_wanted);
            if !is_wanted(&answer) {
                failures.push(format!("{}: {before} {answer}", file.name));
            }
        }
    }
}

fn leads_to_the_field(editor: &mut Editor, failures: &mut Vec<String>) {
    for file in &FILES {
        let place = file.behind("new(1).off");
        let declared = file.behind("pub offset").0;
        let is_wanted = |answer: &Value| {
            let found = &answer[0];
            let line = found["range"]["start"]["line"].as_u64();
            let line = line.or(found["targetSelectionRange"]["start"]["line"].as_u64());
            line.is_some_and(|line| usize::try_from(line) == Ok(declared))
        };
        let answer = editor.ask("textDocument/definition", file.name, place, is_wanted);
        if !is_wanted(&answer) {
            failures.push(format!("{}: definition of a setter: {answer}", file.name));
        }
    }
}

fn reports(editor: &mut Editor, failures: &mut Vec<String>) {
    for (file, count, before, tokens, text) in [
        (RIGHT, 0, "", "", ""),
        (
            UNKNOWN_NAME,
            1,
            "telegram_method(",
            "\"frobnicate\"",
            "unknown Bot API method",
        ),
        (
            WRONG_NAME,
            1,
            "telegram_method(",
            "\"getUserProfilePhoto\"",
            "unknown Bot API method",
        ),
        (
            WRONG_FIELD,
            1,
            "Option<i64>,\n    /// How many pictures to return.\n    pub ",
            "lmit",
            "has no parameter `lmit`",
        ),
    ] {
        let problems = editor.problems(file.name, count);
        let is_wanted = problems.iter().all(|problem| {
            let (line, column) = file.behind(before);
            let place = |end: &str| {
                let place = &problem["range"][end];
                let number = |key: &str| usize::try_from(place[key].as_u64()?).ok();
                (number("line"), number("character"))
            };
            let end = column + tokens.len();
            place("start") == (Some(line), Some(column))
                && place("end") == (Some(line), Some(end))
                && problem["message"]
                    .as_str()
                    .is_some_and(|message| message.contains(text))
        });
        if problems.len() != count || !is_wanted {
            let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
            failures.push(format!("{}: {}", file.name, problems.join("\n")));
        }
    }
}
