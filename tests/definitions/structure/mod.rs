//! The permitted imports between modules, the absence of import cycles, and the length of files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

mod imports;

use imports::File;

/// A crate whose modules have an order, and some imports that it certainly has.
struct Package {
    folder: &'static str,
    /// The modules of the crate. Each imports only from those above it.
    order: &'static [&'static str],
    /// Modules that all others may import from, and that may import from all others.
    free: &'static [&'static str],
    edges: &'static [(&'static str, &'static str)],
}

/// In core, a call passes from top to bottom. `Token` and `Server` are in `http`, because a
/// transport builds the URL from them.
const PACKAGES: [Package; 3] = [
    Package {
        folder: "core/src",
        order: &[
            "schema",
            "value",
            "type_check",
            "own_type",
            "validate",
            "json",
            "http",
            "client",
            "__private",
            "lib",
        ],
        free: &["error"],
        edges: &[
            ("json/decode/object.rs", "schema/field_index.rs"),
            ("json/decode/union.rs", "json/decode/reader.rs"),
            ("http/envelope/mod.rs", "error/repair.rs"),
            ("client/bot.rs", "http/token.rs"),
        ],
    },
    Package {
        folder: "macros/src",
        order: &[
            "keys",
            "names",
            "types",
            "facts",
            "diagnostics",
            "messages",
            "syntax",
            "spans",
            "model",
            "check",
            "expand",
            "shim",
            "derive",
            "lib",
        ],
        free: &[],
        edges: &[
            ("check/range.rs", "check/bounds.rs"),
            ("check/definition.rs", "check/union.rs"),
            ("check/object.rs", "check/field.rs"),
            ("messages/field.rs", "messages/text.rs"),
            ("facts/mod.rs", "facts/parse.rs"),
            ("facts/parse.rs", "facts/words.rs"),
        ],
    },
    Package {
        folder: "testing/src",
        order: &[
            "records", "protocol", "detect", "world", "updates", "answers", "scripts", "feed",
            "actions", "page", "server", "sample", "fake", "users", "lib",
        ],
        free: &[],
        edges: &[
            ("server/http.rs", "answers/mod.rs"),
            ("answers/messages.rs", "answers/convert.rs"),
            ("protocol/form.rs", "records/file.rs"),
        ],
    },
];

const LINES: usize = 400;
const LINES_OF_LIB: usize = 120;

/// A path of modules below the crate, such as `["check", "range"]`.
type Module = Vec<String>;

fn source(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// Returns all Rust files by their paths below `src`.
fn files(source: &Path, folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(source, &path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix(source).unwrap().display().to_string();
            found.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
    found
}

/// Returns the module of a file: `check/mod.rs` is `check`.
fn module(file: &str) -> Module {
    let path = file.trim_end_matches(".rs").trim_end_matches("/mod");
    path.split('/').map(ToOwned::to_owned).collect()
}

fn is_test(file: &str) -> bool {
    module(file).iter().any(|part| part == "tests")
}

/// The modules of the crate and the paths in them.
struct Crate(BTreeMap<Module, File>);

impl Crate {
    fn read(folder: &str) -> Self {
        let source = source(folder);
        let files = files(&source, &source).into_iter();
        let files = files.filter(|(name, _)| !is_test(name));
        Self(
            files
                .map(|(name, text)| (module(&name), File::read(&text)))
                .collect(),
        )
    }

    /// Returns the modules that contain the item of a path, if it is in this crate.
    fn resolve(&self, from: &Module, path: &[String]) -> Vec<Module> {
        let mut at = from.clone();
        let mut rest = path;
        let lib = || vec!["lib".to_owned()];
        match path.first().map(String::as_str) {
            Some("crate") => {
                at = lib();
                rest = &path[1..];
            }
            Some("self") => rest = &path[1..],
            _ => {}
        }
        while let Some(("super", after)) = rest.split_first().map(|(word, rest)| (&**word, rest)) {
            at.pop();
            if at.is_empty() {
                at = lib();
            }
            rest = after;
        }
        while let Some((name, after)) = rest.split_first() {
            let Some(file) = self.0.get(&at) else {
                return Vec::new();
            };
            let child = |name: &str| {
                let mut child = if at == lib() { Vec::new() } else { at.clone() };
                child.push(name.to_owned());
                child
            };
            if file.children.contains(name) {
                at = child(name);
                rest = after;
                continue;
            }
            let named = |wanted: &str| {
                let exports = file.exports.iter();
                let of_name = exports.filter(move |(export, _)| export == wanted);
                of_name.map(|(_, from)| child(from)).collect::<Vec<_>>()
            };
            let exported = named(name);
            if !exported.is_empty() {
                return exported;
            }
            // Any of the children with a glob re-export may contain it.
            let mut found = named("*");
            found.push(at);
            return found;
        }
        vec![at]
    }

    /// Removes files without imports repeatedly. Returns the rest, which is empty unless there is a
    /// cycle.
    fn circle(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        let mut left = self.imports();
        loop {
            let names: BTreeSet<_> = left.keys().map(|name| (*name).clone()).collect();
            left.retain(|_, imported| imported.iter().any(|to| names.contains(to)));
            if left.len() == names.len() {
                return left;
            }
        }
    }

    /// Returns the imports between modules.
    fn imports(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        let of_file = |(from, file): (&_, &File)| {
            let paths = file.paths.iter();
            let found = paths.flat_map(|path| self.resolve(from, path));
            found.filter(|to| to != from).collect()
        };
        self.0
            .iter()
            .map(|(from, file)| (from, of_file((from, file))))
            .collect()
    }
}

fn edge(from: &str, to: &str) -> (Module, Module) {
    (module(from), module(to))
}

#[test]
fn modules_import_only_from_those_above_them() {
    for package in PACKAGES {
        let place = |module: &Module| package.order.iter().position(|name| *name == module[0]);
        let is_free = |module: &Module| package.free.contains(&module[0].as_str());
        let all = Crate::read(package.folder);
        for (from, imported) in all.imports() {
            for to in imported {
                if is_free(from) || is_free(&to) {
                    continue;
                }
                let own = place(from).unwrap_or_else(|| panic!("{from:?} is not in the order"));
                let other = place(&to).unwrap_or_else(|| panic!("{to:?} is not in the order"));
                assert!(other <= own, "{from:?} imports {to:?}");
            }
        }
    }
}

#[test]
fn no_two_files_import_each_other() {
    for package in PACKAGES {
        let all = Crate::read(package.folder);
        let imports = all.imports();
        for (from, to) in package.edges.iter().map(|(from, to)| edge(from, to)) {
            assert!(imports[&from].contains(&to), "{from:?} and {to:?}");
        }
        let circle = all.circle();
        assert!(circle.is_empty(), "{circle:#?}");
    }
}

#[test]
fn files_that_import_each_other_are_found() {
    let circle = |first: &str, second: &str| {
        let parent = "mod first; mod second; pub(crate) use {first::One, second::*};";
        let files = [
            ("lib", "mod parent;"),
            ("parent", parent),
            ("parent/first", first),
            ("parent/second", second),
        ];
        let files = files.map(|(name, text)| (module(name), File::read(text)));
        !Crate(BTreeMap::from(files)).circle().is_empty()
    };
    assert!(circle("use super::second::two;", "use super::first::One;"));
    assert!(circle("use super::Two;", "use super::One;"));
    assert!(circle(
        "use crate::parent::Two;",
        "fn f() { super::first::one() }"
    ));
    assert!(!circle("use super::Two;", "#[cfg(test)] use super::One;"));
    assert!(!circle("use super::Two;", "use super::own;"));
}

#[test]
fn no_file_is_long() {
    let folders = PACKAGES.map(|package| package.folder);
    for folder in folders.into_iter().chain(["tools/mcp/src", "xtask/src"]) {
        let source = source(folder);
        for (name, text) in files(&source, &source) {
            let most = if name == "lib.rs" {
                LINES_OF_LIB
            } else {
                LINES
            };
            let lines = text.lines().count();
            assert!(lines <= most, "{folder}/{name} has {lines} lines");
        }
    }
}

#[test]
fn the_examples_that_newcomers_copy_are_short() {
    let names = [
        "echo",
        "moderation",
        "album",
        "webhook",
        "broadcast",
        "mini_app",
    ];
    let is_code = |line: &&str| !line.trim().is_empty() && !line.trim().starts_with("//");
    let lines = names.map(|name| {
        let text = fs::read_to_string(source("examples").join(format!("{name}.rs"))).unwrap();
        text.lines().filter(is_code).count()
    });
    assert!(lines.iter().sum::<usize>() <= 400, "{lines:?}");
    assert!(lines[3] <= 40, "{lines:?}");
}

/// What users write at the root. Everything else is in a module.
const ROOT: &[&str] = &[
    "ApiError",
    "ApiErrorKind",
    "BOT_API_VERSION",
    "Bot",
    "BotBuilder",
    "Call",
    "Error",
    "InputFile",
    "Method",
    "Retry",
    "Server",
    "Throttle",
    "Token",
    "Unknown",
    "diagnostics",
    "download",
    "error",
    "field",
    "from_json",
    "from_json_strict",
    "methods",
    "openapi",
    "param",
    "schema",
    "telegram_method",
    "telegram_type",
    "text",
    "transport",
    "types",
    "updates",
    "value",
    "webapp",
    "webhook",
];

#[test]
fn the_root_exports_what_users_write() {
    let text = fs::read_to_string(source("src/lib.rs")).unwrap();
    let mut names = BTreeSet::new();
    // Hidden items, and those of a feature, stand behind an attribute.
    for item in text
        .split("\n\n")
        .filter(|item| !item.contains("doc(hidden)"))
    {
        let lines: Vec<_> = item
            .lines()
            .filter(|line| !line.starts_with("//"))
            .collect();
        let item = lines.join(" ");
        for public in item.split("pub ").skip(1) {
            let end = public.find([';', '=']).map_or(public, |end| &public[..end]);
            let end = end.split(" {").next().unwrap_or_default();
            let listed = end.rsplit("::").next().unwrap_or_default();
            let listed = listed
                .trim_start_matches("mod ")
                .trim_start_matches("const ");
            let listed = listed.split(':').next().unwrap_or_default();
            let listed = listed.trim_matches(['{', '}', ' ']).split(',');
            let listed = listed.map(str::trim).filter(|name| !name.is_empty());
            names.extend(listed.map(ToOwned::to_owned));
        }
    }
    assert!(names.iter().eq(ROOT), "{names:#?}");
}
