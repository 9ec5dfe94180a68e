//! The schemas of all types of a list, and the document that holds them.

use super::super::json::{Json, Map, list};
use super::super::methods::Methods;
use super::definition;
use super::forms::{CHAT, FILE, Forms};
use super::object::{Body, Parameters};
use super::types::{Direction, Types};
use crate::BOT_API_VERSION;

/// The types and the requests of a list of methods, by their names.
pub(in crate::openapi) struct Schemas {
    types: Types,
    /// The name of each method's schema, in the order of the list.
    requests: Vec<String>,
}

impl Schemas {
    /// Finds the types of the methods.
    pub(in crate::openapi) fn of(methods: &Methods, reserved: &[&str]) -> Self {
        let mut types = Types::default();
        for name in [CHAT, FILE].iter().chain(reserved) {
            types.reserve(name);
        }
        for method in methods.iter() {
            let parameters = Parameters::of(method);
            parameters
                .forms()
                .for_each(|(_, form)| types.add(form, Direction::Sent));
            types.add((method.definition().result)(), Direction::Received);
        }
        for shape in methods.types() {
            types.add(shape(), Direction::Received);
        }
        types.separate(|types, of, direction| {
            let forms = Forms {
                types,
                folder: "",
                direction,
            };
            definition::schema(of, forms)
        });
        let requests = methods
            .iter()
            .map(|method| types.reserve(method.struct_name()));
        let requests = requests.collect();
        Self { types, requests }
    }

    pub(in crate::openapi) fn forms(
        &self,
        folder: &'static str,
        direction: Direction,
    ) -> Forms<'_> {
        Forms {
            types: &self.types,
            folder,
            direction,
        }
    }

    /// Returns the name of the schema of a request, by its place in the list.
    pub(in crate::openapi) fn request(&self, place: usize) -> &str {
        self.requests.get(place).map_or("", |name| name)
    }

    /// Returns whether a reference leads to a text, a number or a file, which are no JSON in a form.
    pub(in crate::openapi) fn is_text(&self, reference: &str) -> bool {
        let name = reference.rsplit('/').next().unwrap_or(reference);
        [CHAT, FILE].contains(&name) || self.types.is_words(name)
    }

    /// Returns the schemas of all types, and of the requests. As part of another document, only those
    /// that it refers to.
    pub(in crate::openapi) fn all(
        &self,
        methods: &Methods,
        folder: &'static str,
        is_part: bool,
    ) -> Map {
        let mut all = Map::new();
        let sent = self.forms(folder, Direction::Sent);
        for (name, method) in self.requests.iter().zip(methods.iter()) {
            let parameters = Parameters::of(method);
            // Nothing refers to a request without parameters.
            if is_part && method.info().params().is_empty() {
                continue;
            }
            all.set(name.clone(), parameters.schema(Body::Json, sent));
        }
        for (of, direction) in self.types.all() {
            let forms = self.forms(folder, direction);
            all.set(
                self.types.name(&of, direction),
                definition::schema(of, forms),
            );
        }
        if self.types.has_chat() {
            all.set(CHAT, chat());
        }
        if self.types.has_file() {
            all.set(FILE, file());
        }
        all
    }
}

/// Returns the document with the schemas of a list.
pub(in crate::openapi) fn schema(methods: &Methods) -> Json {
    let schemas = Schemas::of(methods, &[]);
    let mut document = Map::new().with("$schema", "https://json-schema.org/draft/2020-12/schema");
    let all = schemas.all(methods, "#/$defs/", false);
    if methods.is_bot_api() {
        let id = format!("https://core.telegram.org/bots/api/{BOT_API_VERSION}");
        document.set("$id", id);
    }
    if all.has("Update") {
        document.set("$ref", "#/$defs/Update");
    }
    document.set("$defs", all);
    Json(document.into())
}

fn chat() -> Map {
    let id = Map::new().with("type", "integer").with("format", "int64");
    let name = Map::new().with("type", "string");
    Map::new().with("anyOf", list([id, name])).with(
        "description",
        "A chat: its numeric id, or the `@username` of a public one.",
    )
}

fn file() -> Map {
    Map::new().with("type", "string").with(
        "description",
        "A file: the id of one that the server has, a URL, or `attach://` and the name of a part of the form.",
    )
}
