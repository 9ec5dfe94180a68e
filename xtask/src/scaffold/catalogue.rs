//! The definitions of the catalogue, as source text.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of the catalogue.
pub(crate) struct File {
    pub(crate) path: PathBuf,
    pub(crate) lines: Vec<String>,
    pub(crate) is_changed: bool,
}

/// A struct or enum with an attribute of telegrammar.
#[derive(Clone, Debug)]
pub(crate) struct Definition {
    /// The name of the method, type or closed set.
    pub(crate) name: String,
    /// The name of the item.
    pub(crate) ident: String,
    pub(crate) file: usize,
    /// The line with the item's keyword.
    pub(crate) head: usize,
    /// The line with its closing bracket.
    pub(crate) end: usize,
}

/// A field or a variant: its name on the wire or the type that it holds, the type, and its line.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) ty: String,
    pub(crate) line: usize,
}

/// All files of the catalogue.
pub(crate) struct Catalogue {
    pub(crate) files: Vec<File>,
}

impl Catalogue {
    /// Reads the files below `src`.
    pub(crate) fn read(root: &Path) -> Result<Self, String> {
        let mut files = Vec::new();
        for folder in ["src/methods", "src/types"] {
            let folder = root.join(folder);
            let failed = |error| format!("{}: {error}", folder.display());
            let entries = fs::read_dir(&folder).map_err(failed)?;
            let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
            paths.sort();
            for path in paths {
                let text = crate::facts::read(&path)?;
                let lines = text.lines().map(str::to_owned).collect();
                files.push(File {
                    path,
                    lines,
                    is_changed: false,
                });
            }
        }
        Ok(Self { files })
    }

    /// Writes the files that changed.
    pub(crate) fn write(&self) -> Result<(), String> {
        for file in self.files.iter().filter(|file| file.is_changed) {
            crate::facts::write(&file.path, &(file.lines.join("\n") + "\n"))?;
        }
        Ok(())
    }

    /// Returns the paths of the files that changed.
    pub(crate) fn changed(&self) -> impl Iterator<Item = &PathBuf> {
        let files = self.files.iter().filter(|file| file.is_changed);
        files.map(|file| &file.path)
    }

    /// Returns all definitions.
    pub(crate) fn definitions(&self) -> Vec<Definition> {
        let mut found = Vec::new();
        for (index, file) in self.files.iter().enumerate() {
            let mut attribute = None;
            for (at, line) in file.lines.iter().enumerate() {
                if line.starts_with("#[telegram_method(") || line.starts_with("#[telegram_type") {
                    let name = line.split('"').nth(1);
                    // What is not on the page has no facts.
                    let is_listed = !line.contains("unlisted");
                    attribute = is_listed.then(|| name.map(str::to_owned));
                }
                let item = line
                    .strip_prefix("pub struct ")
                    .or_else(|| line.strip_prefix("pub enum "));
                if let (Some(item), Some(name)) = (item, attribute.as_ref()) {
                    let ident: String = item
                        .chars()
                        .take_while(char::is_ascii_alphanumeric)
                        .collect();
                    let is_short = line.ends_with("{}") || line.ends_with(';');
                    let mut lines = file.lines.iter().enumerate().skip(at);
                    let end = lines
                        .find(|(_, line)| *line == "}")
                        .map_or(at, |(end, _)| end);
                    found.push(Definition {
                        name: name.clone().unwrap_or_else(|| ident.clone()),
                        ident,
                        file: index,
                        head: at,
                        end: if is_short { at } else { end },
                    });
                    attribute = None;
                }
            }
        }
        found
    }

    /// Returns the fields of a struct, or the variants of an enum.
    pub(crate) fn parts(&self, definition: &Definition) -> Vec<Part> {
        let Some(file) = self.files.get(definition.file) else {
            return Vec::new();
        };
        let mut renamed = None;
        let mut parts = Vec::new();
        for (at, line) in file
            .lines
            .iter()
            .enumerate()
            .take(definition.end)
            .skip(definition.head + 1)
        {
            let text = line.trim();
            if let Some(rest) = text.strip_prefix("#[telegram(") {
                renamed = rest
                    .split_once("rename = \"")
                    .and_then(|(_, rest)| rest.split('"').next());
                continue;
            }
            let field = text
                .strip_prefix("pub ")
                .and_then(|field| field.split_once(": "));
            let variant = text
                .strip_suffix("),")
                .and_then(|variant| variant.split_once('('));
            let (name, ty) = match (field, variant) {
                (Some((name, ty)), _) => (name.trim_start_matches("r#"), ty.trim_end_matches(',')),
                (None, Some((name, ty))) if !text.starts_with('/') => (name, ty),
                _ => continue,
            };
            parts.push(Part {
                name: renamed.take().unwrap_or(name).to_owned(),
                ty: ty.to_owned(),
                line: at,
            });
        }
        parts
    }

    /// Imports the types that the lines of a file of methods mention, if they are not imported.
    fn import(&mut self, file: usize, lines: &[String]) {
        let is_type = |it: &Definition| {
            let file = self.files.get(it.file);
            file.is_some_and(|file| file.path.parent().is_some_and(|it| it.ends_with("types")))
        };
        let types = self.definitions().into_iter().filter(is_type);
        let known: Vec<_> = types.map(|it| it.ident).collect();
        let Some(file) = self.files.get_mut(file) else {
            return;
        };
        let start = "use crate::types::";
        let Some(at) = file.lines.iter().position(|line| line.starts_with(start)) else {
            return;
        };
        let code = lines
            .iter()
            .filter(|line| line.trim_start().starts_with("pub "));
        let words = code.flat_map(|line| line.split(|it: char| !it.is_ascii_alphanumeric()));
        let types: BTreeSet<_> = words
            .filter(|word| known.iter().any(|it| it == word))
            .collect();
        let end = file
            .lines
            .iter()
            .skip(at)
            .position(|line| line.ends_with(';'));
        let imports = file
            .lines
            .get(at..=at + end.unwrap_or(0))
            .unwrap_or_default()
            .join(" ");
        let imported: BTreeSet<_> = imports
            .split(|it: char| !it.is_ascii_alphanumeric())
            .map(str::to_owned)
            .collect();
        let missing: Vec<_> = types
            .into_iter()
            .filter(|name| !imported.contains(*name))
            .collect();
        if missing.is_empty() || imports.contains("::*") {
            return;
        }
        if let Some(line) = file.lines.get_mut(at) {
            let rest = line.trim_start_matches(start);
            *line = match rest.strip_prefix('{') {
                Some(rest) => format!("{start}{{{}, {rest}", missing.join(", ")),
                None => format!(
                    "{start}{{{}, {}}};",
                    missing.join(", "),
                    rest.trim_end_matches(';')
                ),
            };
        }
    }

    /// Inserts lines into a file.
    pub(crate) fn insert(&mut self, file: usize, at: usize, lines: Vec<String>) {
        if let Some(file) = self.files.get_mut(file) {
            file.lines.splice(at..at, lines);
            file.is_changed = true;
        }
    }

    /// Imports what the files of methods mention. Those of types import everything.
    pub(crate) fn import_all(&mut self) {
        for index in 0..self.files.len() {
            let file = self.files.get(index);
            let lines = file
                .filter(|file| file.is_changed)
                .map(|file| file.lines.clone());
            self.import(index, &lines.unwrap_or_default());
        }
    }
}
