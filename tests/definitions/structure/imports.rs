//! The imports and re-exports of a file, by its tokens.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::Module;

/// The paths that a file refers to, and its declarations.
#[derive(Default)]
pub(super) struct File {
    /// Modules in their own files.
    pub(super) children: BTreeSet<String>,
    /// Paths of imports and of other code, as written.
    pub(super) paths: BTreeSet<Module>,
    /// Re-exports of a child, by their names here; `*` for a glob.
    pub(super) exports: BTreeSet<(String, String)>,
}

impl File {
    pub(super) fn read(text: &str) -> Self {
        let mut file = Self::default();
        file.scan(text.parse().expect("a file of Rust"));
        // A child that is used and not re-exported is imported.
        let is_child = |path: &Module| path.len() > 1 && file.children.contains(&path[0]);
        let is_known = |path: &Module| ["crate", "super", "self"].contains(&path[0].as_str());
        file.paths = std::mem::take(&mut file.paths)
            .into_iter()
            .filter(|path| is_child(path) || is_known(path))
            .collect();
        file
    }

    fn scan(&mut self, tokens: TokenStream) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let rest = &tokens[at..];
            at += match token {
                TokenTree::Punct(hash) if hash.as_char() == '#' && is_for_tests(rest) => item(rest),
                // Names in the body of a macro are resolved where it is used.
                TokenTree::Punct(dollar) if dollar.as_char() == '$' => 1 + path(&rest[1..]).1,
                TokenTree::Ident(word) if word == "mod" => {
                    if let [_, TokenTree::Ident(name), TokenTree::Punct(end), ..] = rest
                        && end.as_char() == ';'
                    {
                        self.children.insert(name.to_string());
                    }
                    1
                }
                TokenTree::Ident(word) if word == "use" => {
                    let length = item(rest);
                    let is_public = at > 0 && is_visibility(&tokens[..at]);
                    self.import(&rest[1..length - 1], is_public);
                    length
                }
                TokenTree::Ident(_) => {
                    let (path, length) = path(rest);
                    if path.len() > 1 {
                        self.paths.insert(path);
                    }
                    length
                }
                TokenTree::Group(group) => {
                    self.scan(group.stream());
                    1
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => 1,
            };
        }
    }

    fn import(&mut self, tree: &[TokenTree], is_public: bool) {
        for (mut path, name) in imports(tree) {
            // A child may have the name of a crate; this distinguishes them.
            if path.len() > 2 && path[0] == "self" {
                path.remove(0);
            }
            let is_outside = ["crate", "super", "self"].contains(&path[0].as_str());
            if is_public && !is_outside {
                self.exports.insert((name, path[0].clone()));
            } else {
                self.paths.insert(path);
            }
        }
    }
}

/// Whether `#[cfg(test)]` is next.
fn is_for_tests(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [_, TokenTree::Group(group), ..] if group.to_string().replace(' ', "") == "[cfg(test)]")
}

/// Returns the number of tokens up to the end of the item: a semicolon or a block.
fn item(tokens: &[TokenTree]) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    let is_use = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "use");
    // The braces of an import do not end it.
    let start = tokens.iter().position(is_use);
    let end = tokens.iter().position(is_end).unwrap_or(tokens.len() - 1);
    match start {
        Some(start) if start < end => {
            let semicolon = tokens[start..]
                .iter()
                .position(|token| token.to_string() == ";");
            start + semicolon.expect("the end of an import") + 1
        }
        _ => end + 1,
    }
}

/// Whether `pub` or `pub(…)` comes last.
fn is_visibility(tokens: &[TokenTree]) -> bool {
    let last = |back: usize| {
        tokens
            .len()
            .checked_sub(back)
            .map(|at| tokens[at].to_string())
    };
    last(1).as_deref() == Some("pub")
        || (matches!(tokens.last(), Some(TokenTree::Group(_))) && last(2).as_deref() == Some("pub"))
}

/// Returns a path such as `a::b::c`, and its number of tokens.
fn path(tokens: &[TokenTree]) -> (Module, usize) {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        names.push(name.to_string());
        at += 1;
        let colons = tokens.get(at..at + 2).unwrap_or_default();
        if !colons.iter().all(|colon| colon.to_string() == ":") || colons.len() < 2 {
            break;
        }
        at += 2;
    }
    (names, at.max(1))
}

/// Returns the full path of everything that an import brings into scope, and its name here.
fn imports(tree: &[TokenTree]) -> Vec<(Module, String)> {
    let (names, length) = path(tree);
    match tree.get(length..) {
        _ if names.is_empty() => match tree {
            [TokenTree::Group(group)] => {
                let inside: Vec<_> = group.stream().into_iter().collect();
                let is_comma = |token: &TokenTree| token.to_string() == ",";
                inside.split(is_comma).flat_map(imports).collect()
            }
            [star] => vec![(vec![star.to_string()], star.to_string())],
            _ => Vec::new(),
        },
        Some([TokenTree::Ident(renamed), TokenTree::Ident(name)]) if renamed == "as" => {
            vec![(names, name.to_string())]
        }
        Some(rest) if !rest.is_empty() => {
            let inner = imports(rest).into_iter();
            inner
                .map(|(path, name)| ([names.clone(), path].concat(), name))
                .collect()
        }
        _ => {
            let name = names.last().cloned().unwrap_or_default();
            vec![(names, name)]
        }
    }
}

#[test]
fn all_forms_of_an_import_are_found() {
    let file = File::read(
        "mod child; mod other;
         pub(crate) use child::{Thing, part as piece};
         pub(super) use other::*;
         use std::fmt;
         use super::{a, b::{self, C}};
         #[cfg(test)]
         use crate::for_tests;
         #[cfg(test)]
         mod inside { use crate::for_tests_too; }
         fn f() { let x = crate::d::e(vec![super::g::h]); child::call(); u8::MAX }",
    );
    let paths: Vec<_> = file.paths.iter().map(|path| path.join("::")).collect();
    assert_eq!(
        paths,
        [
            "child::call",
            "crate::d::e",
            "super::a",
            "super::b::C",
            "super::b::self",
            "super::g::h",
        ]
    );
    let exports = [("*", "other"), ("Thing", "child"), ("piece", "child")];
    let exports = exports.map(|(name, from)| (name.to_owned(), from.to_owned()));
    assert_eq!(file.exports, BTreeSet::from(exports));
}
