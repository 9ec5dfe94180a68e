//! The public items of telegrammar are those of the snapshots beside this package's manifest.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use telegrammar_api::{Items, catalogue};

/// Explains the lines of the catalogue's snapshots.
const LEGEND: &str = "\
# All entries: `#[non_exhaustive]`, `INFO`, `validate`, and the traits of their kind (src/catalogue.rs).
# `field: Type <- Argument`: a field, and what its setter takes. `+`, `-`: traits beyond, and missing.
";

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn root() -> PathBuf {
    folder().join("../..")
}

/// Runs rustdoc on a package of the workspace, and returns the path of its JSON. Only rustdoc is
/// permitted to use unstable features, so that dependencies are not built once more.
fn document(package: &str) -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let command = || {
        let mut command = Command::new(&cargo);
        command.current_dir(root());
        command
    };
    let metadata = command()
        .args(["metadata", "--no-deps", "--format-version=1", "--locked"])
        .output()
        .expect("cargo");
    let metadata: serde_json::Value =
        serde_json::from_slice(&metadata.stdout).expect("the workspace's metadata");
    let target = metadata["target_directory"].as_str().expect("a folder");
    let status = command()
        .args([
            "rustdoc",
            "--locked",
            "--quiet",
            "--all-features",
            "--package",
            package,
        ])
        .args(["--lib", "--target-dir", target])
        .args(["--", "-Z", "unstable-options", "--output-format", "json"])
        .env("RUSTDOC", folder().join("rustdoc.sh"))
        .status()
        .expect("cargo");
    assert!(status.success(), "{package} cannot be documented");
    let file = package.replace('-', "_") + ".json";
    Path::new(target).join("doc").join(file)
}

fn items(package: &str) -> Items {
    let json = document(package);
    Items::read(&json).unwrap_or_else(|error| panic!("{}: {error}", json.display()))
}

/// Compares with a snapshot, or writes it if `BLESS` is set. Returns the lines that differ.
fn compare(name: &str, found: &str) -> Vec<String> {
    let path = folder().join(name);
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, found).expect("a snapshot to write");
        return Vec::new();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    if expected == found {
        return Vec::new();
    }
    let [old, new] = [expected.as_str(), found].map(in_context);
    let mut changes = vec![format!("{name}:")];
    changes.extend(old.difference(&new).map(|line| format!("- {line}")));
    changes.extend(new.difference(&old).map(|line| format!("+ {line}")));
    changes
}

/// Returns each line, those of an entry together with its head.
fn in_context(text: &str) -> BTreeSet<String> {
    let mut head = "";
    let lines = text.lines().map(|line| {
        if let Some(member) = line.strip_prefix("    ") {
            return format!("{head} … {member}");
        }
        head = line;
        line.to_owned()
    });
    lines.collect()
}

#[test]
fn the_public_items_are_those_of_the_snapshots() {
    let runtime = items("telegrammar-core");
    let (methods, others) = items("telegrammar").split("telegrammar::methods");
    let (types, others) = others.split("telegrammar::types");
    let [methods, types] =
        [methods, types].map(|items| LEGEND.to_owned() + &catalogue::lines(&items));
    // A sample of each type.
    let testing = items("telegrammar-testing").lines();
    let is_sample =
        |line: &&str| line.contains("telegrammar_testing::Sample for telegrammar::types::");
    let testing = testing.lines().filter(|line| !is_sample(line));
    let testing: String = testing.flat_map(|line| [line, "\n"]).collect();
    let changes = [
        compare("core.txt", &runtime.lines()),
        compare("testing.txt", &testing),
        compare("telegrammar.txt", &others.lines()),
        compare("methods.txt", &methods),
        compare("types.txt", &types),
    ];
    let changes = changes.concat().join("\n");
    assert!(
        changes.is_empty(),
        "public items changed:\n{changes}\n\nIf that is intended, run this test with BLESS=1. A line that is gone or \
         differs breaks users; SEMVER.md says what follows.",
    );
}
