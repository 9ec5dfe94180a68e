//! Methods as tools of language models, in the form of the Model Context Protocol.
//!
//! Here: tools as data. Not here: a server that offers them (`tools/mcp` of the repository).

mod brief;
mod hints;
mod references;
mod schemas;

use super::doc_text::DocText;
use super::json::{Json, Map, Node, list};
use super::methods::{MethodEntry, Methods};
use super::schema::{Direction, Schemas};
use schemas::{FOLDER, RULES};

/// Returns a tool for each method of the Bot API, as [`Methods::tools`] does.
#[must_use]
pub fn tools() -> Json {
    Methods::bot_api().tools()
}

impl Methods {
    /// Returns an array with a tool for each method, in the form that the Model Context Protocol lists
    /// them in: `name`, `description`, `inputSchema`, `outputSchema` and `annotations`.
    ///
    /// The schemas are JSON Schema 2020-12. Each is an object, and has the types that it refers to in
    /// its own `$defs`. A result that is no object, such as `true`, is the member `result` of one; then
    /// the schema has the key `x-telegram-wrapped`. The types of results have no descriptions, which
    /// would be most of the text; [`schema`](Self::schema) has them.
    ///
    /// ```
    /// let tools = telegrammar::openapi::tools().to_value();
    /// let tools = tools.as_array().unwrap();
    /// let tool = tools.iter().find(|tool| tool["name"] == "deleteMessage").unwrap();
    /// assert_eq!(tool["inputSchema"]["required"].to_string(), r#"["chat_id","message_id"]"#);
    /// assert_eq!(tool["annotations"]["destructiveHint"], true);
    /// ```
    #[must_use]
    pub fn tools(&self) -> Json {
        let schemas = Schemas::of(self, &[RULES]);
        let all = schemas.all(self, FOLDER, false);
        let types = Definitions {
            sent: brief::of_all(&all, &brief::OF_NO_USE),
            received: brief::of_all(&all, &brief::UNDESCRIBED),
        };
        let mut groups: Vec<Vec<(usize, &MethodEntry)>> = Vec::new();
        for (place, entry) in self.iter().enumerate() {
            match groups.last_mut() {
                Some(group) if group.iter().all(|(_, known)| known.name() == entry.name()) => {
                    group.push((place, entry));
                }
                _ => groups.push(vec![(place, entry)]),
            }
        }
        let tools = groups.iter().map(|group| tool(group, &schemas, &types));
        Json(list(tools))
    }
}

/// The schemas of all types, as much as a tool needs of them.
struct Definitions {
    sent: Map,
    received: Map,
}

/// Returns the tool of a method, which is declared by these structs.
fn tool(entries: &[(usize, &MethodEntry)], schemas: &Schemas, types: &Definitions) -> Map {
    let Some((_, first)) = entries.first() else {
        return Map::new();
    };
    let requests = entries.iter().map(|(place, _)| {
        let request = types
            .sent
            .get(schemas.request(*place))
            .and_then(Node::as_map);
        request.cloned().unwrap_or_default()
    });
    let forms = schemas.forms(FOLDER, Direction::Received);
    let mut results: Vec<_> = entries
        .iter()
        .map(|(_, entry)| (entry.definition().result)())
        .map(|shape| (forms.value(shape), schemas::is_object(shape)))
        .collect();
    results.dedup();
    let input = schemas::input(&requests.collect::<Vec<_>>());
    let output = schemas::output(results);
    Map::new()
        .with("name", first.name())
        .with("description", description(entries))
        .with(
            "inputSchema",
            references::with_definitions(input, &types.sent),
        )
        .with(
            "outputSchema",
            references::with_definitions(output, &types.received),
        )
        .with("annotations", hints::of(first.info()))
}

/// The documentation of the structs, and the constraints between parameters.
fn description(entries: &[(usize, &MethodEntry)]) -> String {
    let mut texts: Vec<String> = Vec::new();
    for (_, entry) in entries {
        let rules = entry.info().parameters.relations.iter();
        let rules = rules.map(|rule| format!("- {rule}")).collect::<Vec<_>>();
        let text = DocText::of(entry.definition().doc).text;
        let parts = [text, rules.join("\n")];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let text = parts.collect::<Vec<_>>().join("\n\n");
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    match texts.as_slice() {
        [] => entries
            .first()
            .map_or("", |(_, entry)| entry.name())
            .to_owned(),
        texts => texts.join("\n\n"),
    }
}
