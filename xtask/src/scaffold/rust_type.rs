//! The Rust types of fields, as the catalogue writes them.

use super::catalogue::Catalogue;
use super::names::{TO_WRITE, camel_case, word};
use super::text::{Entry, Member, Text};

/// The type of a field, as the catalogue writes it for others that are alike.
pub(crate) fn rust_type(
    facts: &Text,
    entry: &Entry,
    member: &Member,
    catalogue: &mut Catalogue,
) -> String {
    let is_file = member
        .value("upload")
        .is_some_and(|place| place != "nested");
    let content = if is_file {
        "InputFile".to_owned()
    } else {
        known(facts, member, catalogue)
            .or_else(|| closed_set(entry, member, catalogue))
            .unwrap_or_else(|| plain(&member.ty))
    };
    let is_recursive = member.words.iter().any(|word| word == "recursive");
    let content = if is_recursive {
        format!("Box<{content}>")
    } else {
        content
    };
    let is_flag = member.ty == "True" && !entry.is_method();
    if member.is_required || is_flag {
        content
    } else {
        format!("Option<{content}>")
    }
}

/// The enum for a closed set of words, which is declared if there is none.
fn closed_set(entry: &Entry, member: &Member, catalogue: &mut Catalogue) -> Option<String> {
    let values = member.value("values").filter(|_| member.ty == "String")?;
    let (owner, field) = (camel_case(&entry.name), camel_case(&member.name));
    let is_taken = |name: &str| catalogue.definitions().iter().any(|it| it.ident == *name);
    let ident = if field == "Type" || is_taken(&field) {
        format!("{owner}{field}")
    } else {
        field
    };
    let mut lines = vec![
        String::new(),
        format!(
            "/// {TO_WRITE} what `{}` of `{}` is.",
            member.name, entry.name
        ),
        format!("#[telegram_type(\"{}.{}\")]", entry.name, member.name),
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

/// The content of a field elsewhere that has the same type, and the same set of values.
fn known(facts: &Text, member: &Member, catalogue: &Catalogue) -> Option<String> {
    let is_plain = |ty: &str| plain_name(ty).is_some() || !ty.contains('|');
    let values = member.value("values").or_else(|| member.value("each_of"));
    if values.is_none() && is_plain(&member.ty) {
        return None;
    }
    let definitions = catalogue.definitions();
    for entry in facts.entries() {
        for other in facts.members(&entry) {
            let other_values = other.value("values").or_else(|| other.value("each_of"));
            if other.ty != member.ty || other_values != values {
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
