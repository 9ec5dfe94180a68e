//! Declares what the facts have and the catalogue lacks. The documentation is left to be written, and
//! the gate refuses it until then.

mod catalogue;
mod names;
mod place;
mod rename;
mod rust_type;
mod sets;

pub(crate) use catalogue::Catalogue;
use catalogue::{Definition, Part};
use names::{TO_WRITE, camel_case};
use place::Place;
use rename::rename;
pub(crate) use rust_type::rust_type;
use sets::{kinds, removed, words};

use crate::document::{Document, Entry, Field, Kind};

/// Adds definitions, fields and variants. Returns what was added, and what a person must do.
pub(crate) fn scaffold(facts: &Document, retired: &str, catalogue: &mut Catalogue) -> Vec<String> {
    let mut report = Vec::new();
    rename(facts, retired, catalogue, &mut report);
    for entry in facts.entries() {
        let definitions: Vec<_> = catalogue
            .definitions()
            .into_iter()
            .filter(|it| it.name == entry.name)
            .collect();
        if entry.name == "Update" {
            kinds(entry, catalogue, &mut report);
        } else if entry.name == "InputFile" || entry.name == "InputMedia" && definitions.is_empty()
        {
            // Declared by hand, in another way.
        } else if definitions.is_empty() {
            add(facts, entry, catalogue, &mut report);
        } else {
            if is_either(entry) && definitions.len() == 1 {
                let name = &entry.name;
                report.push(format!("{name}: declare the struct for the other result"));
            }
            for ident in definitions.into_iter().map(|definition| definition.ident) {
                complete(facts, entry, &ident, catalogue, &mut report);
            }
        }
    }
    words(facts, catalogue, &mut report);
    removed(facts, catalogue, &mut report);
    report
}

/// Declares a method or type beside its neighbours.
fn add(facts: &Document, entry: &Entry, catalogue: &mut Catalogue, report: &mut Vec<String>) {
    let (name, ident) = (&entry.name, camel_case(&entry.name));
    let attribute = if entry.is_method() {
        format!("#[telegram_method(\"{name}\")]")
    } else {
        "#[telegram_type]".to_owned()
    };
    let is_marker = entry.kind == Kind::Marker;
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
    if entry.kind == Kind::Union {
        lines.push(format!("pub enum {ident} {{"));
        lines.extend(plain_variants(entry));
        let all: Vec<&str> = entry.variants().map(|it| it.name.as_str()).collect();
        for variant in &all {
            lines.extend(variant_lines(name, variant, &all));
        }
        if entry.is_received() {
            lines.extend(unknown_variant());
        }
        lines.push("}".to_owned());
    } else {
        lines.extend(structure(facts, entry, &ident, &[], catalogue));
    }
    if is_either(entry) {
        // The first of two results is that of a message in a chat, the second that of an inline message.
        lines.truncate(7);
        let mut inline = lines.clone();
        lines.extend(structure(
            facts,
            entry,
            &ident,
            &["inline_message_id"],
            catalogue,
        ));
        inline.insert(4, "///".to_owned());
        inline.insert(
            5,
            "/// For messages that were sent through inline mode.".to_owned(),
        );
        let verb = name.find(char::is_uppercase).unwrap_or(name.len());
        let (verb, rest) = name.split_at(verb);
        let ident = format!("{}Inline{rest}", camel_case(verb));
        inline.extend(structure(facts, entry, &ident, &IN_A_CHAT, catalogue));
        lines.extend(inline);
    }
    // Further definitions may have moved it.
    let Some(Place {
        file,
        at,
        is_before,
    }) = place::find(facts, entry, catalogue)
    else {
        report.push(format!(
            "{name}: declare it by hand, for nothing is beside it"
        ));
        return;
    };
    if is_before {
        lines.rotate_left(1);
    }
    let path = catalogue.files.get(file);
    let path = path.map_or_else(String::new, |file| file.path.display().to_string());
    report.push(format!("{name}: declared in {path}"));
    catalogue.insert(file, at, lines);
}

/// The parameters that name a message in a chat, which a method for inline messages leaves out.
const IN_A_CHAT: [&str; 3] = ["business_connection_id", "chat_id", "message_id"];

/// Whether a parameter selects one of two results, so that there are two structs.
fn is_either(entry: &Entry) -> bool {
    entry.is_method() && entry.value("by") == Some("inline_message_id")
}

/// Returns a struct with the fields that are not left out. Those that name the message are required
/// where a struct is for one of two results.
fn structure(
    facts: &Document,
    entry: &Entry,
    ident: &str,
    without: &[&str],
    catalogue: &mut Catalogue,
) -> Vec<String> {
    let fields = entry.fields().cloned();
    let fields: Vec<_> = fields
        .filter(|field| !field.has("const"))
        .filter(|field| !without.contains(&field.name.as_str()))
        .map(|mut field| {
            let names_message = ["chat_id", "message_id", "inline_message_id"];
            let is_needed = names_message.contains(&field.name.as_str());
            field.optional &= !is_needed || without.is_empty();
            field
        })
        .collect();
    if fields.is_empty() {
        let item = if entry.is_method() { ";" } else { " {}" };
        return vec![format!("pub struct {ident}{item}")];
    }
    let mut lines = vec![format!("pub struct {ident} {{")];
    for field in &fields {
        lines.extend(field_lines(facts, entry, field, catalogue));
    }
    lines.push("}".to_owned());
    lines
}

/// Adds the fields or variants that a definition lacks.
fn complete(
    facts: &Document,
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
    if entry.kind == Kind::Union {
        let all: Vec<&str> = entry.variants().map(|it| it.name.as_str()).collect();
        let mut own = find(catalogue);
        for (place, variant) in all.iter().enumerate() {
            let holds = |ty: &str| ty == *variant || ty == format!("Box<{variant}>");
            let Some(definition) = own.clone() else {
                return;
            };
            let parts = catalogue.parts(&definition);
            if parts.iter().any(|part| holds(&part.ty)) {
                continue;
            }
            let known = || all.iter().take(place);
            let before = parts
                .iter()
                .filter(|part| known().any(|name| part.ty.contains(name)));
            let at = before
                .map(|part| part.line + 1)
                .max()
                .unwrap_or(definition.head + 1);
            let lines = variant_lines(&entry.name, variant, &all);
            catalogue.insert(definition.file, at, lines);
            report.push(format!("{ident}: variant for {variant} added"));
            own = find(catalogue);
        }
        return;
    }
    let chosen = alternative(entry, catalogue, ident);
    let Some(definition) = find(catalogue) else {
        return;
    };
    let parts = catalogue.parts(&definition);
    let is_missing = |field: &&Field| {
        let is_there = parts.iter().any(|part| part.name == field.name);
        !is_there && !field.has("const") && !chosen.contains(&field.name)
    };
    for field in entry.fields().filter(is_missing) {
        let lines = field_lines(facts, entry, field, catalogue);
        // Both may have moved.
        let Some(definition) = find(catalogue) else {
            return;
        };
        let parts = catalogue.parts(&definition);
        let preceding = || entry.fields().take_while(|it| it.name != field.name);
        let is_before = |part: &&Part| preceding().any(|it| it.name == part.name);
        let at = parts.iter().rev().find(is_before).map(|part| part.line + 1);
        open(&definition, catalogue);
        let at = at.unwrap_or(definition.head + 1);
        catalogue.insert(definition.file, at, lines);
        report.push(format!("{ident}.{}: added", field.name));
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
fn alternative(entry: &Entry, catalogue: &Catalogue, ident: &str) -> Vec<String> {
    if !is_either(entry) {
        return Vec::new();
    }
    let own = catalogue
        .definitions()
        .into_iter()
        .find(|it| it.name == entry.name && it.ident == ident);
    let parts = own.map(|own| catalogue.parts(&own)).unwrap_or_default();
    let is_inline = parts.iter().any(|part| part.name == "inline_message_id");
    let others: &[&str] = if is_inline {
        &IN_A_CHAT
    } else {
        &["inline_message_id"]
    };
    others.iter().map(|name| (*name).to_owned()).collect()
}

/// The lines of a variant, whose name is that of the object without what is common to all.
fn variant_lines(union: &str, variant: &str, all: &[&str]) -> Vec<String> {
    let is_name = |short: &&str| short.starts_with(|first: char| first.is_ascii_uppercase());
    let short = variant.strip_prefix(union).filter(is_name);
    let short = short.or_else(|| variant.strip_prefix(common_start(all)).filter(is_name));
    vec![
        format!("    /// {TO_WRITE} what `{variant}` is."),
        format!("    {}({variant}),", short.unwrap_or(variant)),
    ]
}

/// The words that all names start with.
fn common_start<'a>(names: &[&'a str]) -> &'a str {
    let first = names.first().copied().unwrap_or_default();
    let starts = first
        .char_indices()
        .filter(|(_, char)| char.is_ascii_uppercase());
    let starts = starts.filter_map(|(at, _)| first.get(..at));
    let mut starts: Vec<&str> = starts.collect();
    starts.reverse();
    let is_common =
        |start: &&str| names.len() > 1 && names.iter().all(|name| name.starts_with(start));
    starts.into_iter().find(is_common).unwrap_or_default()
}

/// The variants for values of a union that are no objects.
fn plain_variants(entry: &Entry) -> Vec<String> {
    let types = entry.value("plain").unwrap_or_default().split('|');
    let variant = |ty: &str| {
        let ty = ty.replace("Array<", "Vec<");
        let name = match ty.as_str() {
            "" => return None,
            ty if ty.starts_with("Vec<") => "List",
            "String" => "Text",
            _ => "Value",
        };
        Some([
            format!("    /// {TO_WRITE} what it is."),
            format!("    {name}({ty}),"),
        ])
    };
    types.filter_map(variant).flatten().collect()
}

/// The variant for what later versions of the Bot API send.
fn unknown_variant() -> [String; 2] {
    [
        "    /// A variant that this version of telegrammar does not know.".to_owned(),
        "    Unknown(Unknown),".to_owned(),
    ]
}

fn field_lines(
    facts: &Document,
    entry: &Entry,
    field: &Field,
    catalogue: &mut Catalogue,
) -> Vec<String> {
    let ty = rust_type(facts, entry, field, catalogue);
    let name = &field.name;
    let (attribute, ident) = names::field(name);
    let mut lines = vec![format!("    /// {TO_WRITE} what `{name}` is.")];
    lines.extend(attribute);
    lines.push(format!("    pub {ident}: {ty},"));
    lines
}
