//! Calls in Rust: of a method's struct, with the parameters of an example.

use super::super::json::{Json, Map, Node};
use super::super::methods::MethodEntry;
use super::super::schema::Parameters;
use super::method_article::{UPLOADED, is_uploaded};
use crate::schema::Shape;

/// The columns of a call on one line, so that it fits beside the description.
const WIDTH: usize = 44;

/// Names of parameters that are keywords in Rust.
const KEYWORDS: [&str; 8] = ["as", "for", "in", "loop", "move", "ref", "type", "use"];

/// Returns the code that calls the method.
pub(super) fn call(entry: &MethodEntry, request: &Node) -> String {
    let empty = Map::new();
    let request = request.as_map().unwrap_or(&empty);
    let by_struct = by_struct(entry, request);
    by_struct.unwrap_or_else(|| by_name(entry.name(), request))
}

/// `None` if the struct cannot be made by `new` and setters only.
fn by_struct(entry: &MethodEntry, request: &Map) -> Option<String> {
    if entry.definition().base.is_some() {
        return None;
    }
    let (mut before, mut arguments, mut setters) = (String::new(), Vec::new(), Vec::new());
    for (info, shape) in Parameters::of(entry).forms() {
        let Some(value) = request.get(info.name) else {
            if info.required {
                return None;
            }
            continue;
        };
        let name = identifier(info.name);
        let argument = if is_uploaded(info) {
            format!("InputFile::path({UPLOADED:?})")
        } else if let Some(literal) = literal(value, shape) {
            literal
        } else {
            let json = format!("{:#}", Json(value.clone()));
            let of = type_of(shape)?;
            let made = format!("let {name}: {of} = serde_json::from_value(json!({json}))?;\n");
            before.push_str(&made);
            name.clone()
        };
        if info.required {
            arguments.push(argument);
        } else {
            setters.push(format!(".{name}({argument})"));
        }
    }
    let new = format!("{}::new({})", entry.struct_name(), arguments.join(", "));
    let parts: Vec<_> = [new].into_iter().chain(setters).collect();
    let line = parts.concat();
    let call = if line.len() <= WIDTH {
        line
    } else {
        parts.join("\n    ")
    };
    Some(format!(
        "{before}let result = {call}\n    .send(&bot)\n    .await?;"
    ))
}

/// The call of any method by its name.
fn by_name(name: &str, request: &Map) -> String {
    let json = format!("{:#}", Json(request.clone().into()));
    format!(
        "let parameters = json!({json});\nlet result = openapi::call(&bot, \"{name}\", &parameters)?.await?;"
    )
}

fn identifier(name: &str) -> String {
    if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

/// Returns the value as an expression; `None` if it has no short one.
fn literal(value: &Node, shape: Shape) -> Option<String> {
    match (value, shape) {
        (value, Shape::Optional(inner)) => literal(value, inner()),
        (Node::Text(text), Shape::Text | Shape::Chat) => Some(format!("{text:?}")),
        (Node::Text(url), Shape::File) if url.starts_with("https://") => {
            Some(format!("InputFile::url({url:?})"))
        }
        (Node::Text(text), Shape::File) => Some(format!("InputFile::id({text:?})")),
        (Node::Text(_), Shape::Upload) => Some(format!("InputFile::path({UPLOADED:?})")),
        (Node::Int(value), Shape::Integer(..) | Shape::Chat) => Some(value.to_string()),
        (Node::Uint(value), Shape::Integer(..)) => Some(value.to_string()),
        (Node::Int(value), Shape::Float) => Some(format!("{value}.0")),
        (Node::Float(value), Shape::Float) => Some(format!("{value:?}")),
        (Node::Bool(value), Shape::Boolean | Shape::True) => Some(value.to_string()),
        (Node::List(items), Shape::List(item)) => {
            let items = items.iter().map(|value| match (value, item()) {
                (Node::Text(text), Shape::Text) => Some(format!("{text:?}.to_owned()")),
                (Node::Int(value), Shape::Integer(..)) => Some(value.to_string()),
                _ => None,
            });
            let items = items.collect::<Option<Vec<_>>>()?;
            Some(format!("vec![{}]", items.join(", ")))
        }
        _ => None,
    }
}

/// Returns the Rust type of a value that is made from JSON.
fn type_of(shape: Shape) -> Option<String> {
    Some(match shape {
        Shape::Optional(inner) => type_of(inner())?,
        Shape::List(item) => format!("Vec<{}>", type_of(item())?),
        Shape::Defined(definition) => {
            let path = (definition.type_name)().split('<').next()?;
            path.rsplit("::").next()?.to_owned()
        }
        _ => return None,
    })
}
