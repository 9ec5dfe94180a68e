//! Definitions as source text, generated from the facts.

use crate::facts::{Entry, Field};

/// A struct of which every field has a valid type.
#[derive(Clone)]
pub(crate) struct Definition {
    attribute: &'static str,
    /// The name of the method or type.
    pub(crate) listed: &'static str,
    /// What the attribute says behind the name.
    pub(crate) arguments: String,
    pub(crate) name: String,
    pub(crate) fields: Vec<Member>,
}

/// A field of a definition.
#[derive(Clone)]
pub(crate) struct Member {
    /// Attributes, with a space behind.
    pub(crate) attributes: String,
    pub(crate) name: String,
    pub(crate) ty: String,
    pub(crate) is_optional: bool,
}

impl Definition {
    /// Returns the definition of a method or object with all its fields.
    pub(crate) fn full(entry: &Entry) -> Self {
        let is_method = entry.kind == "method";
        let (first, rest) = entry.name.split_at(1);
        let returns = result(entry).filter(|result| result.contains('|'));
        Self {
            attribute: if is_method {
                "telegram_method"
            } else {
                "telegram_type"
            },
            listed: entry.name,
            arguments: returns
                .map(|_| ", returns = bool")
                .unwrap_or_default()
                .to_owned(),
            name: first.to_uppercase() + rest,
            fields: fields(entry).map(Member::new).collect(),
        }
    }

    pub(crate) fn source(&self) -> String {
        let fields: String = self.fields.iter().map(Member::line).collect();
        format!(
            "#[{}({:?}{})]\npub struct {} {{\n{fields}}}\n",
            self.attribute, self.listed, self.arguments, self.name
        )
    }
}

impl Member {
    fn new(field: &Field) -> Self {
        Self {
            attributes: String::new(),
            name: field.name.to_owned(),
            ty: valid(field),
            is_optional: !field.required,
        }
    }

    fn line(&self) -> String {
        let raw = if self.name == "type" { "r#" } else { "" };
        let ty = if self.is_optional {
            format!("Option<{}>", self.ty)
        } else {
            self.ty.clone()
        };
        format!("{}pub {raw}{}: {ty},\n", self.attributes, self.name)
    }
}

/// The fields that a struct declares: all but the tag.
pub(crate) fn fields(entry: &Entry) -> impl Iterator<Item = &Field> {
    entry.fields.iter().filter(|field| !field.is_tag())
}

/// The result of a method, in the words of the facts.
pub(crate) fn result(entry: &Entry) -> Option<&'static str> {
    let at = entry.head.iter().position(|word| *word == "->")?;
    entry.head.get(at + 1).copied()
}

/// Whether the field holds a file, and if it must be an upload.
pub(crate) fn file(field: &Field) -> Option<bool> {
    let is_part = field.word("upload").is_some_and(|how| how != "nested");
    let is_file = is_part || field.ty.split('|').any(|kind| kind == "InputFile");
    is_file.then(|| is_part && field.word("sources") == Some("upload"))
}

/// Whether a type is an integer that needs 64 bits.
pub(crate) fn is_long(ty: &str) -> bool {
    ty.starts_with("Integer64") || ty.starts_with("Integer52")
}

/// The content of a list and of its lists, and how deep it is.
pub(crate) fn core(ty: &str) -> (&str, usize) {
    match ty
        .strip_prefix("Array<")
        .and_then(|ty| ty.strip_suffix('>'))
    {
        Some(item) => {
            let (item, depth) = core(item);
            (item, depth + 1)
        }
        None => (ty, 0),
    }
}

/// Whether this is one object or one of several, and no scalar, file or chat.
pub(crate) fn is_object(core: &str) -> bool {
    let is_scalar = |kind: &str| {
        let kind = kind.trim_end_matches('~');
        [
            "Float",
            "String",
            "Boolean",
            "True",
            "InputFile",
            "Unsigned32",
        ]
        .contains(&kind)
            || kind.starts_with("Integer")
    };
    !core.split('|').any(is_scalar)
}

/// Returns a list of lists as deep as asked for.
pub(crate) fn nested(item: &str, depth: usize) -> String {
    format!("{}{item}{}", "Vec<".repeat(depth), ">".repeat(depth))
}

/// A Rust type that can hold the field.
fn valid(field: &Field) -> String {
    if file(field).is_some() {
        return "InputFile".to_owned();
    }
    rust_type(field.ty)
}

/// A Rust type for a type of the facts.
pub(crate) fn rust_type(ty: &str) -> String {
    let (core, depth) = core(ty);
    let alternatives: Vec<_> = core.split('|').collect();
    let item = match alternatives.as_slice() {
        [_, "String"] => "t::ChatId".to_owned(),
        ["InlineKeyboardMarkup", _, ..] => "t::ReplyMarkup".to_owned(),
        [first, _, ..] if first.starts_with("InputMedia") => "t::InputMedia".to_owned(),
        _ => match core.trim_end_matches('~') {
            "Float" => "f64".to_owned(),
            "String" => "String".to_owned(),
            "Boolean" | "True" => "bool".to_owned(),
            "InputFile" => "InputFile".to_owned(),
            kind if kind.starts_with("Integer") || kind == "Unsigned32" => "i64".to_owned(),
            kind => format!("t::{kind}"),
        },
    };
    nested(&item, depth)
}
