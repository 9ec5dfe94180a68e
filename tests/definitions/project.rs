//! The project's own files: each source file is compiled or is a case, and test binaries are few.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Every binary links the whole library again, which takes time in each run.
const MOST_BINARIES: usize = 14;

/// Files in these folders are read by tests: definitions with mistakes, and snapshots.
const CASES: [&str; 2] = ["tests/ui", "macros/src/tests/expansions"];

fn root() -> PathBuf {
    fs::canonicalize(env!("CARGO_MANIFEST_DIR")).expect("the folder of the workspace")
}

fn manifest(package: &Path) -> String {
    fs::read_to_string(package.join("Cargo.toml")).expect("a manifest")
}

/// The folders that a key of the workspace lists.
fn listed(key: &str) -> Vec<PathBuf> {
    let root = root();
    let manifest = manifest(&root);
    let mut lines = manifest.lines().skip_while(|line| *line != "[workspace]");
    let folders = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    let names = folders.unwrap_or_default().split('"').skip(1).step_by(2);
    names.map(|name| root.join(name)).collect()
}

/// The folders of all packages in the workspace.
fn packages() -> Vec<PathBuf> {
    let mut packages = listed("members");
    packages.push(root());
    packages
}

/// Returns the entries of a folder, if it exists.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    entries
        .map(|entry| entry.expect("an entry").path())
        .collect()
}

fn is_source(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "rs")
}

/// Adds all source files below a folder.
fn add_sources(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for path in entries(folder) {
        if path.is_dir() {
            add_sources(&path, found);
        } else if is_source(&path) {
            found.insert(path);
        }
    }
}

/// Returns the main files of a package's integration tests: those that cargo discovers, and those
/// in the manifest.
fn test_roots(package: &Path) -> BTreeSet<PathBuf> {
    let mut roots = BTreeSet::new();
    for path in entries(&package.join("tests")) {
        let main = path.join("main.rs");
        if main.is_file() {
            roots.insert(main);
        } else if is_source(&path) {
            roots.insert(path);
        }
    }
    for target in manifest(package).split("[[test]]").skip(1) {
        let keys = target.lines().take_while(|line| !line.starts_with('['));
        let paths = keys.filter_map(|line| line.strip_prefix("path = \"")?.strip_suffix('"'));
        roots.extend(paths.map(|path| package.join(path)));
    }
    roots
}

/// Returns the name in a declaration like `pub(crate) mod name;`.
fn declared(line: &str) -> Option<&str> {
    let item = line.strip_prefix("pub").map_or(line, |rest| {
        let restricted = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        restricted.map_or(rest, |(_, rest)| rest).trim_start()
    });
    item.strip_prefix("mod ")?.strip_suffix(';')
}

/// Adds a file and all its modules. Modules of a main file are beside it, those of others in a
/// folder of the same name.
fn add_modules(file: &Path, is_main: bool, found: &mut BTreeSet<PathBuf>) {
    let file = fs::canonicalize(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let text = fs::read_to_string(&file).expect("a source file");
    let folder = file.with_file_name("");
    let below = if is_main || file.ends_with("mod.rs") {
        folder.clone()
    } else {
        file.with_extension("")
    };
    found.insert(file);
    let mut path = None;
    for line in text.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("#[path = \"") {
            path = rest.strip_suffix("\"]").map(|path| folder.join(path));
        } else if let Some(name) = declared(line) {
            let flat = below.join(name).with_extension("rs");
            match path.take() {
                Some(path) => add_modules(&path, true, found),
                None if flat.is_file() => add_modules(&flat, false, found),
                None => add_modules(&below.join(name).join("mod.rs"), false, found),
            }
        }
    }
}

#[test]
fn every_source_file_belongs_to_a_target() {
    let (mut all, mut compiled) = (BTreeSet::new(), BTreeSet::new());
    // Packages with a lock of their own are not in the workspace.
    for package in packages().into_iter().chain(listed("exclude")) {
        for folder in ["src", "tests"] {
            add_sources(&package.join(folder), &mut all);
        }
        let targets = ["src/lib.rs", "src/main.rs", "build.rs"].map(|path| package.join(path));
        let targets = targets.into_iter().filter(|path| path.is_file());
        for main in test_roots(&package).into_iter().chain(targets) {
            add_modules(&main, true, &mut compiled);
        }
    }
    let cases = CASES.map(|folder| root().join(folder));
    let lost: Vec<_> = all
        .difference(&compiled)
        .filter(|file| !cases.iter().any(|folder| file.starts_with(folder)))
        .collect();
    assert!(lost.is_empty(), "no target compiles {lost:#?}");
    assert!(all.len() > 200, "{} files", all.len());
}

#[test]
fn there_are_few_test_binaries_and_each_states_its_purpose() {
    let packages = packages();
    let mains: Vec<_> = packages
        .iter()
        .flat_map(|package| test_roots(package))
        .collect();
    let is_few = mains.len() <= MOST_BINARIES;
    assert!(is_few, "add a module to one of these: {mains:#?}");
    for main in mains {
        let text = fs::read_to_string(&main).expect("a main file");
        let line = text.lines().next().unwrap_or_default();
        let is_said = line.starts_with("//! ") && line.ends_with('.');
        assert!(is_said, "{}: {line}", main.display());
    }
}

#[test]
fn examples_import_from_the_crate_that_users_have() {
    let mut sources = BTreeSet::new();
    add_sources(&root().join("core/src"), &mut sources);
    for file in sources {
        let text = fs::read_to_string(&file).expect("a source file");
        let documented = text.lines().map(str::trim_start);
        for line in documented.filter(|line| line.starts_with("//")) {
            let is_hidden = line.ends_with("# use telegrammar_core as telegrammar;");
            let is_own = !line.contains("telegrammar_core") || is_hidden;
            assert!(is_own, "{}: {line}", file.display());
        }
    }
}

#[test]
fn an_attribute_is_documented_only_where_it_is_exported() {
    // The documentation of a re-export is followed by that of the item.
    let text = fs::read_to_string(root().join("macros/src/lib.rs")).expect("a source file");
    let mut documented = false;
    for line in text.lines() {
        documented = line.starts_with("///") || documented && line.starts_with("#[");
        assert!(!documented || line != "#[proc_macro_attribute]");
    }
}

#[test]
fn every_package_has_what_a_stranger_looks_for() {
    for package in packages() {
        let manifest = manifest(&package);
        let keys = [
            "description = ",
            "documentation = ",
            "license.workspace = ",
            "readme = ",
            "repository.workspace = ",
            "include = ",
        ];
        for key in keys {
            let has_key = manifest.lines().any(|line| line.starts_with(key));
            assert!(has_key, "{}: {key}", package.display());
        }
        let readme = fs::read_to_string(package.join("README.md")).expect("a README");
        assert!(readme.starts_with("# telegrammar"), "{}", package.display());
        for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
            let [own, of_all] = [&package, &root()].map(|folder| fs::read(folder.join(licence)));
            assert_eq!(own.ok(), of_all.ok(), "{}: {licence}", package.display());
        }
    }
}

/// `cargo xtask facts scaffold` leaves the documentation to be written.
#[test]
fn all_documentation_is_written() {
    let mut sources = BTreeSet::new();
    for package in packages() {
        add_sources(&package.join("src"), &mut sources);
    }
    for file in sources {
        let text = fs::read_to_string(&file).expect("a source file");
        for (line, number) in text.lines().zip(1..) {
            let is_written = !line.contains("TODO");
            assert!(is_written, "{}:{number}: {line}", file.display());
        }
    }
}
