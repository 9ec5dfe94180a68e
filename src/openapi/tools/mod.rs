//! Methods as tools of language models, in the form of the Model Context Protocol.
//!
//! Here: tools as data. Not here: a server that offers them (`tools/mcp` of the repository).

mod brief;
mod hints;
mod inline;
mod schemas;

use std::collections::HashMap;

use super::description;
use super::json::{Json, Map, Node, list};
use super::methods::{MethodEntry, Methods};
use super::schema::{Direction, Schemas};
use inline::Types;
use schemas::FOLDER;

/// Returns a tool for each method of the Bot API, as [`Methods::tools`] does.
#[must_use]
pub fn tools() -> Json {
    Methods::bot_api().tools()
}

/// The most bytes of an input without references.
const MOST_OF_INPUT: usize = 40_000;

/// The most bytes of an output, as long as more than its first level is told.
const MOST_OF_OUTPUT: usize = 6_000;

impl Methods {
    /// Returns an array with a tool for each method, in the form that the Model Context Protocol lists
    /// them in: `name`, `description`, `inputSchema`, `outputSchema` and `annotations`.
    ///
    /// The schemas are JSON Schema 2020-12, and each is an object.
    ///
    /// - Of the parameters it says all. There are no references, because many clients cannot follow
    ///   them; only where a type contains itself, or would be repeated too often, the types are in
    ///   `$defs`.
    /// - Of the result it tells as many levels as fit into few bytes. Below them stands the name of a
    ///   type in `x-telegram-type`, and [`schema`](Self::schema) has the types. A result that is no
    ///   object, such as `true`, is the member `result` of one; then the schema has the key
    ///   `x-telegram-wrapped`.
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
        let mut outputs: HashMap<String, Map> = HashMap::new();
        self.tools_with(
            |input, types| {
                let inlined = types.inline(&input, MOST_OF_INPUT);
                inlined.unwrap_or_else(|| types.with_definitions(input))
            },
            |output, types| {
                // Many methods return the same.
                let key = Json(Node::Map(output.clone())).to_string();
                let outline = outputs.entry(key);
                let outline = outline.or_insert_with(|| types.outline(&output, MOST_OF_OUTPUT));
                outline.clone()
            },
        )
    }

    /// Returns the same as [`tools`](Self::tools), but the types are only referred to, as
    /// `#/$defs/Message`: for those who look them up in [`schema`](Self::schema) one by one.
    #[must_use]
    pub fn tools_with_references(&self) -> Json {
        self.tools_with(|input, _| input, |output, _| output)
    }

    fn tools_with(
        &self,
        mut input: impl FnMut(Map, &Types) -> Map,
        mut output: impl FnMut(Map, &Types) -> Map,
    ) -> Json {
        let schemas = Schemas::of(self, &[]);
        let all = schemas.all(self, FOLDER, false);
        let sent = Types::new(brief::of_all(&all, &brief::OF_NO_USE));
        let received = Types::new(brief::of_all(&all, &brief::UNDESCRIBED));
        let mut groups: Vec<Vec<(usize, &MethodEntry)>> = Vec::new();
        for (place, entry) in self.iter().enumerate() {
            match groups.last_mut() {
                Some(group) if group.iter().all(|(_, known)| known.name() == entry.name()) => {
                    group.push((place, entry));
                }
                _ => groups.push(vec![(place, entry)]),
            }
        }
        let tools = groups.iter().filter_map(|group| {
            let (_, first) = group.first()?;
            let requests = group.iter().map(|(place, _)| {
                let request = sent.get(schemas.request(*place));
                request.cloned().unwrap_or_default()
            });
            let requests = schemas::input(&requests.collect::<Vec<_>>());
            let results = schemas::output(results(group, &schemas));
            let entries: Vec<_> = group.iter().map(|(_, entry)| *entry).collect();
            let tool = Map::new()
                .with("name", first.name())
                .with("description", description::of_tool(&entries))
                .with("inputSchema", input(requests, &sent))
                .with("outputSchema", output(results, &received))
                .with("annotations", hints::of(first.info()));
            Some(tool)
        });
        Json(list(tools.collect::<Vec<_>>()))
    }
}

/// The schemas of the results, each with whether it is an object.
fn results(entries: &[(usize, &MethodEntry)], schemas: &Schemas) -> Vec<(Map, bool)> {
    let forms = schemas.forms(FOLDER, Direction::Received);
    let mut results: Vec<_> = entries
        .iter()
        .map(|(_, entry)| (entry.definition().result)())
        .map(|shape| (forms.value(shape), schemas::is_object(shape)))
        .collect();
    results.dedup();
    let no_format = |(schema, is_object): (Map, bool)| (brief::schema(&schema), is_object);
    results.into_iter().map(no_format).collect()
}
