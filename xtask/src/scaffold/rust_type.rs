//! The Rust types of fields, as the catalogue writes them.

use super::catalogue::{Catalogue, File};
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
            .or_else(|| alternatives(facts, entry, member, catalogue))
            .unwrap_or_else(|| plain(&member.ty))
    };
    let is_recursive = member.words.iter().any(|word| word == "recursive");
    let content = if is_recursive || is_rare(facts, entry, member) && !content.starts_with("Box<") {
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

/// Whether the catalogue boxes a field: most values of a received type lack most of its optional objects.
fn is_rare(facts: &Text, entry: &Entry, member: &Member) -> bool {
    let direction = |entry: &Entry| {
        let head = facts.lines.get(entry.head);
        head.and_then(|head| head.split(' ').nth(2).map(str::to_owned))
    };
    let is_received = !entry.is_method() && direction(entry).is_some_and(|it| it != "out");
    let is_large = facts.entry(&member.ty).is_some_and(|object| {
        !facts.members(&object).is_empty() || !facts.variants(&object).is_empty()
    });
    is_received && !member.is_required && is_large
}

/// Whether a field of the catalogue has another type than the facts, as far as names tell: aliases and
/// types for several alternatives are left to the compiler.
pub(crate) fn is_another(member: &Member, declared: &str) -> bool {
    let has = |key: &str| member.words.iter().any(|word| word == key);
    let is_named = ["values", "each_of"].iter().any(|key| has(key));
    let expected = plain(&member.ty);
    if is_named
        || expected.contains(['|'])
        || member
            .value("upload")
            .is_some_and(|place| place != "nested")
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
fn closed_set(entry: &Entry, member: &Member, catalogue: &mut Catalogue) -> Option<String> {
    let values = member.value("values").filter(|_| member.ty == "String")?;
    let place = format!("{}.{}", entry.name, member.name);
    let declared = catalogue
        .definitions()
        .into_iter()
        .find(|it| it.name == place);
    if let Some(declared) = declared {
        return Some(declared.ident);
    }
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

/// The enum for several objects that have no name together, which is declared.
fn alternatives(
    facts: &Text,
    entry: &Entry,
    member: &Member,
    catalogue: &mut Catalogue,
) -> Option<String> {
    let (before, names) = match member.ty.rsplit_once('<') {
        Some((before, names)) => (format!("{before}<").replace("Array<", "Vec<"), names),
        None => (String::new(), member.ty.as_str()),
    };
    let names = names.trim_end_matches('>');
    let members: Vec<&str> = names.split('|').collect();
    let entries: Option<Vec<Entry>> = members.iter().map(|name| facts.entry(name)).collect();
    let entries = entries.filter(|entries| entries.len() > 1)?;
    let constant = |entry: &Entry| {
        let mut all = facts.members(entry).into_iter();
        all.find(|member| member.value("const").is_some())
            .map(|member| member.name)
    };
    let tags: Vec<Option<String>> = entries.iter().map(constant).collect();
    let tag = tags.first().cloned().flatten();
    let tag = tag.filter(|tag| tags.iter().all(|other| other.as_ref() == Some(tag)));
    let tag = tag.map_or_else(String::new, |tag| format!(", tag = \"{tag}\""));
    let ident = format!("{}{}", camel_case(&entry.name), camel_case(&member.name));
    let mut lines = vec![
        String::new(),
        format!(
            "/// {TO_WRITE} what `{}` of `{}` is.",
            member.name, entry.name
        ),
        format!("#[telegram_type(unlisted{tag})]"),
        "#[derive(Clone, Debug, PartialEq)]".to_owned(),
        "#[non_exhaustive]".to_owned(),
        format!("pub enum {ident} {{"),
    ];
    let head = facts.lines.get(entry.head).map_or("", String::as_str);
    lines.extend(
        members
            .iter()
            .flat_map(|name| super::variant_lines(&ident, name, &members)),
    );
    if !entry.is_method() && head.split(' ').nth(2) != Some("out") {
        lines.push("    /// A variant that this version of telegrammar does not know.".to_owned());
        lines.push("    Unknown(Unknown),".to_owned());
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
