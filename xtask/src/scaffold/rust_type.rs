//! The Rust types of fields, as the catalogue writes them.

use super::catalogue::{Catalogue, File};
use super::names::{TO_WRITE, camel_case, word};
use crate::document::{Document, Entry, Field};

/// The type of a field, as the catalogue writes it for others that are alike.
pub(crate) fn rust_type(
    facts: &Document,
    entry: &Entry,
    field: &Field,
    catalogue: &mut Catalogue,
) -> String {
    let is_file = field.value("upload").is_some_and(|place| place != "nested");
    let content = if is_file {
        "InputFile".to_owned()
    } else {
        known(facts, field, catalogue)
            .or_else(|| closed_set(entry, field, catalogue))
            .or_else(|| alternatives(facts, entry, field, catalogue))
            .unwrap_or_else(|| plain(&field.ty))
    };
    let is_recursive = field.has("recursive");
    let content = if is_recursive || is_rare(facts, entry, field) && !content.starts_with("Box<") {
        format!("Box<{content}>")
    } else {
        content
    };
    let is_flag = field.ty == "True" && !entry.is_method();
    if !field.optional || is_flag {
        content
    } else {
        format!("Option<{content}>")
    }
}

/// Whether the catalogue boxes a field: most values of a received type lack most of its optional objects.
fn is_rare(facts: &Document, entry: &Entry, field: &Field) -> bool {
    let object = facts.entry(&field.ty);
    let is_large =
        object.is_some_and(|object| object.fields().count() + object.variants().count() > 0);
    entry.is_received() && field.optional && is_large
}

/// Whether a field of the catalogue has another type than the facts, as far as names tell: aliases and
/// types for several alternatives are left to the compiler.
pub(crate) fn is_another(field: &Field, declared: &str) -> bool {
    let expected = plain(&field.ty);
    if field.words().is_some()
        || expected.contains(['|'])
        || field.value("upload").is_some_and(|place| place != "nested")
    {
        return false;
    }
    let inner = |ty: &str| {
        let mut ty = ty.to_owned();
        for outer in ["Option<", "Box<"] {
            if let Some(rest) = ty.strip_prefix(outer) {
                ty = rest.strip_suffix('>').unwrap_or(rest).to_owned();
            }
        }
        // Each width is checked by the compiler.
        ty.replace("i32", "i64").replace("u32", "i64")
    };
    inner(declared) != inner(&expected)
}

/// The enum for a closed set of words, which is declared if there is none.
fn closed_set(entry: &Entry, field: &Field, catalogue: &mut Catalogue) -> Option<String> {
    let values = field.value("values").filter(|_| field.ty == "String")?;
    let place = format!("{}.{}", entry.name, field.name);
    let declared = catalogue
        .definitions()
        .into_iter()
        .find(|it| it.name == place);
    if let Some(declared) = declared {
        return Some(declared.ident);
    }
    let (owner, short) = (camel_case(&entry.name), camel_case(&field.name));
    let is_taken = |name: &str| catalogue.definitions().iter().any(|it| it.ident == *name);
    let ident = if short == "Type" || is_taken(&short) {
        format!("{owner}{short}")
    } else {
        short
    };
    let mut lines = vec![
        String::new(),
        format!(
            "/// {TO_WRITE} what `{}` of `{}` is.",
            field.name, entry.name
        ),
        format!("#[telegram_type(\"{}.{}\")]", entry.name, field.name),
        "#[derive(Clone, Debug, PartialEq, Eq, Hash)]".to_owned(),
        "#[non_exhaustive]".to_owned(),
        format!("pub enum {ident} {{"),
    ];
    for value in values.split('|') {
        lines.extend(word(value));
    }
    if !entry.is_method() {
        lines.push("    /// A word that this version of telegrammar does not know.".to_owned());
        lines.push("    Unknown(String),".to_owned());
    }
    lines.push("}".to_owned());
    let file = catalogue
        .files
        .iter()
        .position(|file| file.path.ends_with("words.rs"))?;
    let end = catalogue.files.get(file)?.lines.len();
    catalogue.insert(file, end, lines);
    Some(ident)
}

/// The enum for several objects that have no name together, which is declared.
fn alternatives(
    facts: &Document,
    entry: &Entry,
    field: &Field,
    catalogue: &mut Catalogue,
) -> Option<String> {
    let (before, names) = match field.ty.rsplit_once('<') {
        Some((before, names)) => (format!("{before}<").replace("Array<", "Vec<"), names),
        None => (String::new(), field.ty.as_str()),
    };
    let names = names.trim_end_matches('>');
    let names: Vec<&str> = names.split('|').collect();
    let entries: Option<Vec<&Entry>> = names.iter().map(|name| facts.entry(name)).collect();
    let entries = entries.filter(|entries| entries.len() > 1)?;
    let constant = |entry: &&Entry| {
        let constant = entry.fields().find(|field| field.has("const"));
        constant.map(|field| field.name.clone())
    };
    let tags: Vec<Option<String>> = entries.iter().map(constant).collect();
    let tag = tags.first().cloned().flatten();
    let tag = tag.filter(|tag| tags.iter().all(|other| other.as_ref() == Some(tag)));
    let tag = tag.map_or_else(String::new, |tag| format!(", tag = \"{tag}\""));
    let ident = format!("{}{}", camel_case(&entry.name), camel_case(&field.name));
    let mut lines = vec![
        String::new(),
        format!(
            "/// {TO_WRITE} what `{}` of `{}` is.",
            field.name, entry.name
        ),
        format!("#[telegram_type(unlisted{tag})]"),
        "#[derive(Clone, Debug, PartialEq)]".to_owned(),
        "#[non_exhaustive]".to_owned(),
        format!("pub enum {ident} {{"),
    ];
    lines.extend(
        names
            .iter()
            .flat_map(|name| super::variant_lines(&ident, name, &names)),
    );
    if entry.is_received() {
        lines.extend(super::unknown_variant());
    }
    lines.push("}".to_owned());
    let is_place = |file: &File| file.path.ends_with("types/reply_markup.rs");
    let file = catalogue.files.iter().position(is_place)?;
    let end = catalogue.files.get(file)?.lines.len();
    catalogue.insert(file, end, lines);
    let after = ">".repeat(before.matches('<').count());
    Some(format!("{before}{ident}{after}"))
}

/// The content of a field elsewhere that has the same type, and the same set of values.
fn known(facts: &Document, field: &Field, catalogue: &Catalogue) -> Option<String> {
    let is_plain = |ty: &str| plain_name(ty).is_some() || !ty.contains('|');
    let values = field.words();
    if values.is_none() && is_plain(&field.ty) {
        return None;
    }
    let definitions = catalogue.definitions();
    for entry in facts.entries() {
        for other in entry.fields() {
            if other.ty != field.ty || other.words() != values {
                continue;
            }
            let own = definitions.iter().filter(|it| it.name == entry.name);
            let parts = own.flat_map(|own| catalogue.parts(own));
            if let Some(part) = parts.into_iter().find(|part| part.name == other.name) {
                let content = part
                    .ty
                    .strip_prefix("Option<")
                    .and_then(|ty| ty.strip_suffix('>'));
                let content = content.unwrap_or(&part.ty);
                let content = content
                    .strip_prefix("Box<")
                    .and_then(|ty| ty.strip_suffix('>'))
                    .unwrap_or(content);
                return Some(content.to_owned());
            }
        }
    }
    None
}

fn plain_name(ty: &str) -> Option<&'static str> {
    Some(match ty {
        "Integer32" | "Integer32~" => "i32",
        "Float" => "f64",
        "String" => "String",
        "Boolean" | "True" => "bool",
        "Integer64|String" | "Integer|String" => "ChatId",
        "InputFile" | "InputFile|String" => "InputFile",
        ty if (ty.starts_with("Integer") || ty.starts_with("Unsigned")) && !ty.contains('|') => {
            "i64"
        }
        _ => return None,
    })
}

fn plain(ty: &str) -> String {
    if let Some(item) = ty
        .strip_prefix("Array<")
        .and_then(|item| item.strip_suffix('>'))
    {
        return format!("Vec<{}>", plain(item));
    }
    plain_name(ty).map_or_else(|| ty.to_owned(), str::to_owned)
}
