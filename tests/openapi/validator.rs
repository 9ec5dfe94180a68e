//! A validator of JSON Schema that nobody here wrote.

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

pub(crate) struct Validator {
    compiler: Compiler,
    schemas: Schemas,
}

const URL: &str = "mem:///schema.json";

impl Validator {
    pub(crate) fn new(document: &Value) -> Self {
        let mut document = document.clone();
        if let Some(map) = document.as_object_mut() {
            map.remove("$id");
        }
        let mut compiler = Compiler::new();
        compiler.set_default_draft(boon::Draft::V2020_12);
        compiler.add_resource(URL, document).expect("a schema");
        Self {
            compiler,
            schemas: Schemas::new(),
        }
    }

    /// Compiles the schema at a pointer.
    pub(crate) fn at(&mut self, pointer: &str) -> SchemaIndex {
        let place = format!("{URL}#{pointer}");
        let compiled = self.compiler.compile(&place, &mut self.schemas);
        compiled.unwrap_or_else(|error| panic!("{pointer}: {error:#}"))
    }

    pub(crate) fn check(&self, value: &Value, schema: SchemaIndex) -> Result<(), String> {
        let outcome = self.schemas.validate(value, schema);
        outcome.map_err(|error| format!("{error}"))
    }
}
