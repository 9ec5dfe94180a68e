//! The article of a method: its description, attributes, responses and examples.

use super::super::description;
use super::super::doc_text::DocText;
use super::super::document::{ERROR, tag};
use super::super::json::{Json, Map, Node};
use super::super::methods::MethodEntry;
use super::super::schema::{fields, form, parameters};
use super::attributes::{self, attribute};
use super::html::{code_block, element, escaped, link};
use super::{Names, example, markdown, rust};
use crate::schema::{FieldInfo, Rule, Shape};

/// Returns the article of a method, which is declared by these structs. `url` is where it is called.
pub(super) fn article(entries: &[&MethodEntry], title: &str, url: &str, names: &Names) -> String {
    let Some(first) = entries.first() else {
        return String::new();
    };
    let name = first.name();
    let section = escaped(tag(first, title).as_str());
    let text = [
        description(entries, names),
        bodies(entries, names),
        responses(entries, names),
    ]
    .concat();
    let code = examples(entries, url);
    format!(
        "<article id=\"{name}\" class=\"method\"><noscript><div class=\"text\"><p class=\"section\">{section}</p><h2>{name}</h2><p class=\"call\"><b>POST</b> <code>/{name}</code></p>{text}</div><div class=\"code\">{code}</div></noscript></article>\n"
    )
}

fn description(entries: &[&MethodEntry], names: &Names) -> String {
    let text = description::documentation(entries);
    let mut out = markdown::render(&text, &|code| names.address(code));
    let Some(first) = entries.first() else {
        return out;
    };
    let info = first.info();
    let facts = [
        (info.is_repeatable, "The call is safe to repeat."),
        (
            info.is_long_poll,
            "The server responds once there is something to tell.",
        ),
        (
            info.can_upload,
            "Files are uploaded as <code>multipart/form-data</code>.",
        ),
    ];
    let facts = facts
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, text)| *text);
    let facts = facts.collect::<Vec<_>>().join(" ");
    if !facts.is_empty() {
        let facts = format!("<p class=\"facts\">{facts}</p>");
        out.push_str(&facts);
    }
    let mut docs = entries
        .iter()
        .map(|entry| DocText::of(entry.definition().doc));
    let own = docs.find_map(|doc| doc.url);
    let is_listed = !first.definition().section.is_empty();
    let page = "https://core.telegram.org/bots/api";
    let listed = || format!("{page}#{}", first.name().to_lowercase());
    if let Some(url) = own.or_else(|| is_listed.then(listed)) {
        let label = if url.starts_with(page) {
            "Bot API"
        } else {
            "Documentation"
        };
        out.push_str(&element("p", &link(&url, label)));
    }
    out
}

/// Returns the attributes of the body; those of each struct if there are several.
fn bodies(entries: &[&MethodEntry], names: &Names) -> String {
    let mut out = String::new();
    for (index, entry) in entries.iter().enumerate() {
        let params = entry.info().params();
        let is_required = params.iter().any(|param| param.required);
        let required = if is_required { " <b>Required</b>" } else { "" };
        let title = match entries.len() {
            1 => format!("Body{required}"),
            _ => format!("Body of <code>{}</code>{required}", entry.struct_name()),
        };
        out.push_str(&element("h3", &title));
        if params.is_empty() {
            out.push_str("<p>There are no parameters.</p>");
            continue;
        }
        let name = entry.name();
        let owner = match index {
            0 => name.to_owned(),
            _ => format!("{name}.{}", entry.struct_name()),
        };
        let parameters_of = parameters(entry.definition());
        let info = &entry.info().parameters;
        let fields: Vec<_> = fields(info, &parameters_of)
            .into_iter()
            .map(|(info, member)| (info, member, form(info, &member)))
            .collect();
        out.push_str(&attributes::list(&owner, info, None, &fields, names));
    }
    out
}

fn responses(entries: &[&MethodEntry], names: &Names) -> String {
    let mut results: Vec<(String, Option<String>, String)> = Vec::new();
    for entry in entries {
        let shape = (entry.definition().result)();
        let result = (
            attributes::form(shape, names),
            attributes::nested(shape, names),
            described(shape, names),
        );
        if !results.contains(&result) {
            results.push(result);
        }
    }
    let forms: Vec<_> = results.iter().map(|(form, ..)| form.as_str()).collect();
    let nested: String = results
        .iter()
        .filter_map(|(_, nested, _)| nested.as_deref())
        .collect();
    let docs: String = results.iter().map(|(.., doc)| doc.as_str()).collect();
    let name = entries.first().map_or("", |entry| entry.name());
    let (success, failure) = (format!("{name}.200"), format!("{name}.default"));
    let ok = attribute(
        "ok",
        "boolean",
        true,
        "<p>The call succeeded.</p>",
        "Always true.",
        None,
        &success,
    );
    let result = attribute(
        "result",
        &forms.join(" or "),
        true,
        &docs,
        "",
        Some(&nested),
        &success,
    );
    format!(
        "<h3>Responses</h3><h4 id=\"{success}\">200</h4><details open><summary>response attributes</summary><ul class=\"fields\">{ok}{result}</ul></details><h4 id=\"{failure}\">default</h4>{}",
        attributes::unfolded(ERROR, "response attributes")
    )
}

/// Returns the first sentence on the type of a result.
fn described(shape: Shape, names: &Names) -> String {
    match shape {
        Shape::List(item) | Shape::Array(item, _) | Shape::Optional(item) => {
            described(item(), names)
        }
        Shape::Defined(definition) => {
            let summary = DocText::of(definition.doc).summary();
            markdown::render(&format!("{summary}."), &|code| names.address(code))
        }
        _ => String::new(),
    }
}

fn examples(entries: &[&MethodEntry], url: &str) -> String {
    // Of several structs, the one that the recorded example is of.
    let all: Vec<_> = entries
        .iter()
        .map(|entry| (*entry, example::request(entry)))
        .collect();
    let size = |node: &Node| node.as_map().map_or(0, |map| map.iter().count());
    let Some((entry, request)) = all.iter().rev().max_by_key(|(_, request)| size(request)) else {
        return String::new();
    };
    let curl = curl(entry, request, &format!("{url}/{}", entry.name()));
    let mut out = String::new();
    let mut add = |title: &str, code: &str| {
        out.push_str(&element("h3", title));
        out.push_str(&code_block(code));
    };
    add("curl", &curl);
    add("Rust", &rust::call(entry, request));
    if size(request) > 0 {
        add("Request example", &format!("{:#}", Json(request.clone())));
    }
    add(
        "Response example (200)",
        &format!("{:#}", Json(example::response(entry))),
    );
    add(
        "Response example (default)",
        &format!("{:#}", Json(failure())),
    );
    out
}

/// Whether a file must be uploaded, so that no id of one is an example.
pub(super) fn is_uploaded(info: &FieldInfo) -> bool {
    info.rules.iter().any(|rule| matches!(rule, Rule::Uploaded))
}

/// The file that is uploaded in examples.
pub(super) const UPLOADED: &str = "photo.jpg";

fn curl(entry: &MethodEntry, request: &Node, address: &str) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', "'\\''"));
    let mut lines = vec!["curl".to_owned(), format!("-X POST \"{address}\"")];
    let params = entry.info().params();
    let members: Vec<_> = request.as_map().into_iter().flat_map(Map::iter).collect();
    let file = |name: &str| params.iter().any(|it| it.name == name && is_uploaded(it));
    if members.iter().any(|(name, _)| file(name)) {
        for (name, value) in members {
            lines.push(match value {
                _ if file(name) => format!("-F {}", quoted(&format!("{name}=@{UPLOADED}"))),
                Node::Text(text) => format!("--form-string {}", quoted(&format!("{name}={text}"))),
                value => {
                    let value = Json(value.clone());
                    format!("--form-string {}", quoted(&format!("{name}={value}")))
                }
            });
        }
    } else if !members.is_empty() {
        lines.push("-H \"Content-Type: application/json\"".to_owned());
        let body = Json(request.clone()).to_string();
        lines.push(format!("-d {}", quoted(&body)));
    }
    lines.join(" \\\n  ")
}

fn failure() -> Node {
    let parameters = Map::new().with("retry_after", 5_i64);
    Map::new()
        .with("ok", false)
        .with("error_code", 429_i64)
        .with("description", "Too Many Requests: retry after 5")
        .with("parameters", parameters)
        .into()
}
