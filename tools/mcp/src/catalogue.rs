//! The allowed methods as tools, and their types.

use std::sync::OnceLock;

use serde_json::{Map, Value};
use telegrammar::openapi::Methods;

use crate::allow::AllowList;

/// The allowed methods. What is told of them is made when it is first asked for.
pub(crate) struct Catalogue {
    methods: Methods,
    tools: OnceLock<Vec<Value>>,
    brief_tools: OnceLock<Vec<Value>>,
    types: OnceLock<Map<String, Value>>,
}

impl Catalogue {
    /// Lists the allowed methods.
    pub(crate) fn new(allow: &AllowList) -> Self {
        Self {
            methods: Methods::bot_api().only(|name| allow.allows(name)),
            tools: OnceLock::new(),
            brief_tools: OnceLock::new(),
            types: OnceLock::new(),
        }
    }

    /// Returns the methods.
    pub(crate) fn methods(&self) -> &Methods {
        &self.methods
    }

    /// Whether a method may be called.
    pub(crate) fn allows(&self, name: &str) -> bool {
        self.methods.named(name).next().is_some()
    }

    /// Returns the tools of the methods, in the order of the Bot API page.
    pub(crate) fn tools(&self) -> &[Value] {
        self.tools
            .get_or_init(|| list(self.methods.tools().to_value()))
    }

    /// Returns the same tools, with references to types.
    pub(crate) fn brief_tools(&self) -> &[Value] {
        let tools = || list(self.methods.tools_with_references().to_value());
        self.brief_tools.get_or_init(tools)
    }

    /// Returns the brief tool of a method.
    pub(crate) fn brief_tool(&self, name: &str) -> Result<&Value, String> {
        let tool = self.brief_tools().iter().find(|tool| tool["name"] == name);
        tool.ok_or_else(|| not_allowed(name, &self.methods))
    }

    /// Returns the schemas of the types that the methods take and return.
    pub(crate) fn types(&self) -> &Map<String, Value> {
        self.types.get_or_init(|| {
            let mut schema = self.methods.schema().to_value();
            let mut types = match schema["$defs"].take() {
                Value::Object(types) => types,
                _ => Map::new(),
            };
            for method in self.methods.iter() {
                types.remove(method.struct_name());
            }
            types
        })
    }

    /// Whether the result of a method is the member `result` of an object.
    pub(crate) fn is_wrapped(&self, name: &str) -> bool {
        let tool = self.tools().iter().find(|tool| tool["name"] == name);
        tool.is_some_and(|tool| tool["outputSchema"]["x-telegram-wrapped"] == true)
    }
}

fn list(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        _ => Vec::new(),
    }
}

/// Why a method cannot be called, where only some are allowed.
pub(crate) fn not_allowed(name: &str, allowed: &Methods) -> String {
    if Methods::bot_api().named(name).next().is_some() {
        return format!("`{name}` is not among the methods that are allowed here");
    }
    // A name may be as long as the caller wants.
    let shown: String = name.chars().take(100).collect();
    match allowed.nearest(name) {
        Some(nearest) => format!("there is no method `{shown}`; similar: `{nearest}`"),
        None => format!("there is no method `{shown}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, not_allowed};
    use crate::allow::AllowList;

    #[test]
    fn only_allowed_methods_are_there() {
        let list = AllowList::parse("sendMessage,getChat*").unwrap();
        let catalogue = Catalogue::new(&list);
        for tools in [catalogue.tools(), catalogue.brief_tools()] {
            let names = tools.iter().filter_map(|tool| tool["name"].as_str());
            assert!(
                names
                    .clone()
                    .all(|name| name == "sendMessage" || name.starts_with("getChat"))
            );
            assert!(names.count() > 3);
        }
        assert!(catalogue.allows("getChat") && !catalogue.allows("deleteMessage"));
        assert!(catalogue.brief_tool("deleteMessage").is_err());
        assert!(catalogue.types().contains_key("Message"));
        assert!(!catalogue.types().contains_key("SendMessage"));
        assert!(catalogue.is_wrapped("getChatMemberCount"));
        assert!(!catalogue.is_wrapped("sendMessage"));
        let why = |name: &str| not_allowed(name, catalogue.methods());
        assert!(why("deleteMessage").contains("allowed"));
        assert_eq!(why("x"), "there is no method `x`");
        assert!(why("sendMesage").ends_with("similar: `sendMessage`"));
        assert!(
            !why("deleteMesage").contains("deleteMessage"),
            "it is not allowed"
        );
        assert!(why(&"x".repeat(10_000)).len() < 200);
    }
}
