//! Parameters and fields as lists of attributes.

use super::super::doc_text::DocText;
use super::super::schema::{Direction, Type, values};
use super::Names;
use super::html::escaped;
use super::markdown;
use super::words;
use crate::schema::{DefinedContent, FieldInfo, Member, Shape, TypeInfo};

/// Returns the list of the attributes of an object. Their addresses start with the name of its owner.
pub(super) fn list(
    owner: &str,
    info: &TypeInfo,
    tag: Option<(&str, &str)>,
    fields: &[(&'static FieldInfo, Member, Shape)],
    names: &Names,
) -> String {
    let mut out = String::from("<ul class=\"fields\">");
    if let Some((name, value)) = tag {
        let limits = format!("Always \"{value}\".");
        out.push_str(&attribute(name, "string", true, "", &limits, None, owner));
    }
    for (info, member, shape) in fields {
        let doc = DocText::of(member.doc).text;
        let doc = if doc.is_empty() { info.doc } else { &doc };
        let doc = markdown::render(doc, &|code| names.address(code));
        out.push_str(&attribute(
            info.name,
            &form(*shape, names),
            info.required,
            &doc,
            &words::limits(info, values(info, member), member.may_grow),
            nested(*shape, names).as_deref(),
            owner,
        ));
    }
    out.push_str("</ul>");
    out + &rules(info)
}

/// Returns what holds between the attributes of an object.
fn rules(info: &TypeInfo) -> String {
    if info.relations.is_empty() {
        return String::new();
    }
    let rules = info.relations.iter().map(ToString::to_string);
    let rules = rules.map(|rule| format!("<li>{}</li>", markdown::inline(&rule, &|_| None)));
    let rules = rules.collect::<String>();
    format!("<h4>Rules</h4><ul class=\"rules\">{rules}</ul>")
}

/// Returns one attribute. Its type, its description and what is nested in it are HTML.
pub(super) fn attribute(
    name: &str,
    form: &str,
    is_required: bool,
    doc: &str,
    limits: &str,
    nested: Option<&str>,
    owner: &str,
) -> String {
    let name = escaped(name);
    let address = format!("{owner}.{name}");
    let required = if is_required { " <b>Required</b>" } else { "" };
    let limits = match limits {
        "" => String::new(),
        limits => format!("<p class=\"limits\">{}</p>", escaped(limits)),
    };
    let nested = nested.unwrap_or_default();
    format!(
        "<li id=\"{address}\"><p><a class=\"name\" href=\"#{address}\"><code>{name}</code></a> <span class=\"form\">{form}</span>{required}</p>{doc}{limits}{nested}</li>"
    )
}

/// Returns the type of a value in words.
pub(super) fn form(shape: Shape, names: &Names) -> String {
    match shape {
        Shape::Boolean => "boolean".to_owned(),
        Shape::True => "<code>true</code>".to_owned(),
        Shape::Integer(64, true) => "integer <small>int64</small>".to_owned(),
        Shape::Integer(32, true) => "integer <small>int32</small>".to_owned(),
        Shape::Integer(..) => "integer".to_owned(),
        Shape::Float => "number".to_owned(),
        Shape::Text => "string".to_owned(),
        Shape::Chat => "integer <small>int64</small> or string".to_owned(),
        Shape::File => "file, or string".to_owned(),
        Shape::Upload => "file".to_owned(),
        Shape::List(item) => format!("array of {}", form(item(), names)),
        Shape::Array(item, count) => format!("array of {count} {}", form(item(), names)),
        Shape::Members => "object".to_owned(),
        Shape::Optional(value) => format!("{} or null", form(value(), names)),
        Shape::Defined(definition) => {
            let name = names.of(&Type {
                definition,
                tag: None,
            });
            let kind = match definition.content {
                DefinedContent::Object { .. } => "object",
                DefinedContent::Words { .. } => "string",
                _ => "one of",
            };
            format!("{kind} <a href=\"#{name}\">{name}</a>")
        }
        _ => "any".to_owned(),
    }
}

/// Returns the type that unfolds within a value of this form, if there is one.
pub(super) fn nested(shape: Shape, names: &Names) -> Option<String> {
    match shape {
        Shape::List(item) | Shape::Array(item, _) | Shape::Optional(item) => nested(item(), names),
        Shape::Defined(definition) => {
            let what = match definition.content {
                DefinedContent::Object { .. } => "attributes",
                DefinedContent::Words { .. } => "values",
                _ => "variants",
            };
            let name = names.of(&Type {
                definition,
                tag: None,
            });
            Some(unfolded(&name, &format!("{what} of {name}")))
        }
        _ => None,
    }
}

/// Returns what unfolds a type. Without a script, it has a link.
pub(super) fn unfolded(name: &str, summary: &str) -> String {
    format!(
        "<details data-type=\"{name}\"><summary>{summary}</summary><p><a href=\"#{name}\">{name}</a></p></details>"
    )
}

impl Names {
    /// Returns the name of a type on the page.
    pub(super) fn of(&self, of: &Type) -> String {
        self.types.name(of, Direction::Received)
    }
}
