//! The article of a type: its attributes, variants or values.

use super::super::doc_text::DocText;
use super::super::document::{ERROR, ERRORS};
use super::super::schema::{Type, fields, form, members, variant_type, variants};
use super::Names;
use super::attributes;
use super::html::{escaped, link};
use super::markdown;
use crate::schema::DefinedContent;

/// Returns the article. What is marked as its body unfolds elsewhere too.
pub(super) fn article(of: &Type, names: &Names) -> String {
    let name = names.of(of);
    let doc = DocText::of(of.definition.doc);
    let text = markdown::render(&doc.text, &|code| names.address(code));
    let url = doc
        .url
        .map(|url| format!("<p>{}</p>", link(&url, "Bot API")));
    let uses = match (of.definition.is_sent, of.definition.is_received) {
        (true, false) => "Sent by bots.",
        (false, true) => "Received by bots.",
        _ => "",
    };
    let title = match of.definition.content {
        DefinedContent::Object { .. } => "Attributes",
        DefinedContent::Words { .. } => "Values",
        _ => "Variants",
    };
    let body = body(&name, of, names);
    frame(
        &name,
        &format!(
            "{text}<p class=\"facts\">{uses}</p>{}",
            url.unwrap_or_default()
        ),
        title,
        &body,
    )
}

fn frame(name: &str, text: &str, title: &str, body: &str) -> String {
    format!(
        "<article id=\"{name}\" class=\"type\"><noscript><div class=\"text\"><p class=\"section\">Type</p><h2>{name}</h2>{text}<h3>{title}</h3><div class=\"body\">{body}</div></div></noscript></article>\n"
    )
}

fn body(name: &str, of: &Type, names: &Names) -> String {
    match of.definition.content {
        DefinedContent::Object { info, .. } => {
            let members = members(of.definition);
            let fields = fields(info, &members).into_iter();
            let fields: Vec<_> = fields
                .map(|(info, member)| (info, member, form(info, &member)))
                .collect();
            let tag = info.tag.or(of.tag);
            if fields.is_empty() && tag.is_none() {
                return "<p>It has no attributes.</p>".to_owned();
            }
            attributes::list(name, info, tag, &fields, names)
        }
        DefinedContent::Union {
            members, is_open, ..
        } => {
            let all = variants(of.definition).zip(members);
            let items = all.map(|(variant, member)| {
                let doc = DocText::of(member.doc).text;
                let doc = markdown::render(&doc, &|code| names.address(code));
                let tag = match variant.tag {
                    "" => String::new(),
                    tag => format!(" <code>\"{}\"</code>", escaped(tag)),
                };
                let (form, nested) = if let Some(of) = variant_type(of.definition, variant, member)
                {
                    let name = names.of(&of);
                    let form = format!("object <a href=\"#{name}\">{name}</a>");
                    let nested = attributes::unfolded(&name, &format!("attributes of {name}"));
                    (form, Some(nested))
                } else {
                    let shape = (member.shape)();
                    (
                        attributes::form(shape, names),
                        attributes::nested(shape, names),
                    )
                };
                let nested = nested.unwrap_or_default();
                format!("<li><p><span class=\"form\">{form}</span>{tag}</p>{doc}{nested}</li>")
            });
            let items = items.collect::<String>();
            format!(
                "<p>One of:</p><ul class=\"fields\">{items}</ul>{}",
                open(is_open)
            )
        }
        DefinedContent::Words { words, is_open, .. } => {
            let items = words.iter().map(|word| {
                let doc = DocText::of(word.doc).text;
                let doc = markdown::render(&doc, &|code| names.address(code));
                format!(
                    "<li><p><code>\"{}\"</code></p>{doc}</li>",
                    escaped(word.word)
                )
            });
            let items = items.collect::<String>();
            format!(
                "<p>One of:</p><ul class=\"fields\">{items}</ul>{}",
                open(is_open)
            )
        }
        _ => String::new(),
    }
}

fn open(is_open: bool) -> &'static str {
    if is_open {
        "<p class=\"facts\">Later versions may have more.</p>"
    } else {
        ""
    }
}

/// Returns the article of the body of a response to a call that failed.
pub(super) fn error(names: &Names) -> String {
    let statuses = ERRORS.iter().map(|(status, _, text)| {
        let text = markdown::inline(text, &|_| None);
        format!("<li><p><code>{status}</code></p><p>{text}</p></li>")
    });
    let statuses = statuses.collect::<String>();
    let body = format!(
        "{}<h4>Error codes</h4><ul class=\"fields\">{statuses}</ul>",
        error_attributes(names)
    );
    let text = "<p>The response to a call that failed.</p>";
    frame(ERROR, text, "Attributes", &body)
}

/// Returns the attributes of the body of a response to a call that failed.
fn error_attributes(names: &Names) -> String {
    let attribute = |name, form, is_required, doc: &str, limits, nested: Option<&str>| {
        let doc = format!("<p>{doc}</p>");
        attributes::attribute(name, form, is_required, &doc, limits, nested, ERROR)
    };
    let parameters = "ResponseParameters";
    let form = format!("object <a href=\"#{parameters}\">{parameters}</a>");
    let nested = attributes::unfolded(parameters, &format!("attributes of {parameters}"));
    let code = "The status of the response.";
    let doc = "What the bot can do about it, where the server knows.";
    let all = [
        attribute(
            "ok",
            "boolean",
            true,
            "The call failed.",
            "Always false.",
            None,
        ),
        attribute("error_code", "integer", true, code, "", None),
        attribute(
            "description",
            "string",
            true,
            "What went wrong, in English.",
            "",
            None,
        ),
        attribute("parameters", &form, false, doc, "", Some(&nested)),
    ];
    debug_assert!(names.address(parameters).is_some());
    format!("<ul class=\"fields\">{}</ul>", all.concat())
}
