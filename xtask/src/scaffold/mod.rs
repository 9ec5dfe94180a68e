//! Declares what the facts have and the catalogue lacks. The documentation is left to be written, and
//! the gate refuses it until then.

mod catalogue;
mod names;
mod rename;
mod rust_type;
mod sets;
mod text;

pub(crate) use catalogue::Catalogue;
use catalogue::Definition;
use names::{TO_WRITE, camel_case};
use rename::rename;
use rust_type::rust_type;
use sets::{kinds, removed, words};
pub(crate) use text::Text;
use text::{Entry, Member};

/// Adds definitions, fields and variants. Returns what was added, and what a person must do.
pub(crate) fn scaffold(facts: &Text, retired: &str, catalogue: &mut Catalogue) -> Vec<String> {
    let mut report = Vec::new();
    rename(facts, retired, catalogue, &mut report);
    let mut previous: Option<Entry> = None;
    for entry in facts.entries() {
        let definitions: Vec<_> = catalogue
            .definitions()
            .into_iter()
            .filter(|it| it.name == entry.name)
            .collect();
        if entry.name == "Update" {
            kinds(facts, &entry, catalogue, &mut report);
        } else if entry.name == "InputFile" || entry.name == "InputMedia" && definitions.is_empty()
        {
            // Declared by hand, in another way.
        } else if definitions.is_empty() {
            add(facts, &entry, previous.as_ref(), catalogue, &mut report);
        } else {
            for ident in definitions.into_iter().map(|definition| definition.ident) {
                complete(facts, &entry, &ident, catalogue, &mut report);
            }
        }
        let is_same = |other: &Entry| other.is_method() == entry.is_method();
        if previous.as_ref().is_none_or(is_same)
            || entry.is_method() != previous.as_ref().is_some_and(Entry::is_method)
        {
            previous = Some(entry);
        }
    }
    words(facts, catalogue, &mut report);
    removed(facts, catalogue, &mut report);
    report
}

/// Declares a method or type after the one that precedes it.
fn add(
    facts: &Text,
    entry: &Entry,
    previous: Option<&Entry>,
    catalogue: &mut Catalogue,
    report: &mut Vec<String>,
) {
    let definitions = catalogue.definitions();
    let before =
        previous.and_then(|previous| definitions.iter().rev().find(|it| it.name == previous.name));
    let Some(before) = before else {
        report.push(format!(
            "{}: declare it by hand, for nothing precedes it",
            entry.name
        ));
        return;
    };
    let (name, ident) = (&entry.name, camel_case(&entry.name));
    let attribute = if entry.is_method() {
        format!("#[telegram_method(\"{name}\")]")
    } else {
        "#[telegram_type]".to_owned()
    };
    let is_marker = entry.kind == "marker";
    let derives = if is_marker {
        "Clone, Debug, Default, PartialEq"
    } else {
        "Clone, Debug, PartialEq"
    };
    let mut lines = vec![
        String::new(),
        format!("/// {TO_WRITE} what `{name}` is."),
        "///".to_owned(),
        format!(
            "/// [Bot API](https://core.telegram.org/bots/api#{})",
            name.to_lowercase()
        ),
        attribute,
        format!("#[derive({derives})]"),
        "#[non_exhaustive]".to_owned(),
    ];
    if entry.kind == "union" {
        lines.push(format!("pub enum {ident} {{"));
        for (variant, _) in facts.variants(entry) {
            lines.extend(variant_lines(name, &variant));
        }
        let head = facts.lines.get(entry.head).map_or("", String::as_str);
        if head.split(' ').nth(2) != Some("out") {
            lines.push(
                "    /// A variant that this version of telegrammar does not know.".to_owned(),
            );
            lines.push("    Unknown(Unknown),".to_owned());
        }
        lines.push("}".to_owned());
    } else {
        let members: Vec<_> = facts
            .members(entry)
            .into_iter()
            .filter(|member| member.value("const").is_none())
            .collect();
        if members.is_empty() {
            let item = if entry.is_method() {
                format!("pub struct {ident};")
            } else {
                format!("pub struct {ident} {{}}")
            };
            lines.push(item);
        } else {
            lines.push(format!("pub struct {ident} {{"));
            for member in &members {
                lines.extend(field_lines(facts, entry, member, catalogue));
            }
            lines.push("}".to_owned());
        }
    }
    let path = catalogue
        .files
        .get(before.file)
        .map(|file| file.path.display().to_string());
    report.push(format!("{name}: declared in {}", path.unwrap_or_default()));
    let (file, at) = (before.file, before.end + 1);
    catalogue.insert(file, at, lines);
}

/// Adds the fields or variants that a definition lacks.
fn complete(
    facts: &Text,
    entry: &Entry,
    ident: &str,
    catalogue: &mut Catalogue,
    report: &mut Vec<String>,
) {
    let find = |catalogue: &Catalogue| {
        let all = catalogue.definitions().into_iter();
        all.into_iter()
            .find(|it| it.name == entry.name && it.ident == ident)
    };
    if entry.kind == "union" {
        for (place, (variant, _)) in facts.variants(entry).into_iter().enumerate() {
            let Some(definition) = find(catalogue) else {
                return;
            };
            let parts = catalogue.parts(&definition);
            let holds = |ty: &str| ty == variant || ty == format!("Box<{variant}>");
            if parts.iter().any(|part| holds(&part.ty)) {
                continue;
            }
            let known: Vec<_> = facts
                .variants(entry)
                .into_iter()
                .take(place)
                .map(|(name, _)| name)
                .collect();
            let before = parts
                .iter()
                .filter(|part| known.iter().any(|name| part.ty.contains(name.as_str())));
            let at = before
                .map(|part| part.line + 1)
                .max()
                .unwrap_or(definition.head + 1);
            catalogue.insert(definition.file, at, variant_lines(&entry.name, &variant));
            report.push(format!("{ident}: variant for {variant} added"));
        }
        return;
    }
    let members = facts.members(entry);
    let chosen = alternative(facts, entry, catalogue, ident);
    for (place, member) in members.iter().enumerate() {
        let Some(definition) = find(catalogue) else {
            return;
        };
        let parts = catalogue.parts(&definition);
        let is_there = parts.iter().any(|part| part.name == member.name);
        if is_there || member.value("const").is_some() || chosen.contains(&member.name) {
            continue;
        }
        let lines = field_lines(facts, entry, member, catalogue);
        let before = parts
            .iter()
            .filter(|part| members.iter().take(place).any(|it| it.name == part.name));
        let at = before
            .map(|part| part.line + 1)
            .max()
            .unwrap_or(definition.head + 1);
        open(&definition, catalogue);
        let at = if definition.head == definition.end {
            definition.head + 1
        } else {
            at
        };
        catalogue.insert(definition.file, at, lines);
        report.push(format!("{ident}.{}: added", member.name));
    }
}

/// Opens a struct without fields.
fn open(definition: &Definition, catalogue: &mut Catalogue) {
    if definition.head != definition.end {
        return;
    }
    if let Some(file) = catalogue.files.get_mut(definition.file)
        && let Some(line) = file.lines.get_mut(definition.head)
    {
        *line = format!("{} {{", line.trim_end_matches(['{', '}', ';', ' ']));
        file.lines.insert(definition.head + 1, "}".to_owned());
        file.is_changed = true;
    }
}

/// The parameters that a method leaves to another struct: those of the other result.
fn alternative(facts: &Text, entry: &Entry, catalogue: &Catalogue, ident: &str) -> Vec<String> {
    let head = facts.lines.get(entry.head).map_or("", String::as_str);
    if !head.contains(" by ") {
        return Vec::new();
    }
    let own = catalogue
        .definitions()
        .into_iter()
        .find(|it| it.name == entry.name && it.ident == ident);
    let parts = own.map(|own| catalogue.parts(&own)).unwrap_or_default();
    let is_inline = parts.iter().any(|part| part.name == "inline_message_id");
    let others: &[&str] = if is_inline {
        &["business_connection_id", "chat_id", "message_id"]
    } else {
        &["inline_message_id"]
    };
    others.iter().map(|name| (*name).to_owned()).collect()
}

fn variant_lines(union: &str, variant: &str) -> Vec<String> {
    let short = variant
        .strip_prefix(union)
        .filter(|short| !short.is_empty())
        .unwrap_or(variant);
    vec![
        format!("    /// {TO_WRITE} what `{variant}` is."),
        format!("    {short}({variant}),"),
    ]
}

fn field_lines(
    facts: &Text,
    entry: &Entry,
    member: &Member,
    catalogue: &mut Catalogue,
) -> Vec<String> {
    let ty = rust_type(facts, entry, member, catalogue);
    let name = &member.name;
    let raw = [
        "type", "for", "in", "ref", "self", "use", "where", "move", "match", "loop",
    ];
    let field = if raw.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name.clone()
    };
    vec![
        format!("    /// {TO_WRITE} what `{name}` is."),
        format!("    pub {field}: {ty},"),
    ]
}
