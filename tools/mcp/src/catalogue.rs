//! The allowed methods as tools, and their types.

use std::collections::BTreeSet;

use serde_json::{Map, Value};
use telegrammar::openapi::Methods;

use crate::allow::AllowList;

/// A reference to the schema of a file.
const FILE: &str = "#/$defs/InputFile";

/// The allowed methods.
pub(crate) struct Catalogue {
    methods: Methods,
    tools: Vec<Value>,
    types: Map<String, Value>,
}

impl Catalogue {
    /// Lists the allowed methods.
    pub(crate) fn new(allow: &AllowList) -> Result<Self, String> {
        let methods = Methods::bot_api().only(|name| allow.allows(name));
        let Value::Array(tools) = methods.tools().to_value() else {
            return Err("the tools are no list".to_owned());
        };
        let mut types = match methods.schema().to_value() {
            Value::Object(mut schema) => match schema.remove("$defs") {
                Some(Value::Object(types)) => types,
                _ => Map::new(),
            },
            _ => Map::new(),
        };
        for method in methods.iter() {
            types.remove(method.struct_name());
        }
        Ok(Self {
            methods,
            tools,
            types,
        })
    }

    /// Returns the methods.
    pub(crate) fn methods(&self) -> &Methods {
        &self.methods
    }

    /// Returns the tools of the methods, in the order of the Bot API page.
    pub(crate) fn tools(&self) -> &[Value] {
        &self.tools
    }

    /// Returns the tool of a method.
    pub(crate) fn tool(&self, name: &str) -> Result<&Value, String> {
        let tool = self.tools.iter().find(|tool| tool["name"] == name);
        tool.ok_or_else(|| not_allowed(name))
    }

    /// Returns the schema of a type.
    pub(crate) fn type_schema(&self, name: &str) -> Option<&Value> {
        self.types.get(name)
    }

    /// Whether the result of a method is the member `result` of an object.
    pub(crate) fn is_wrapped(&self, name: &str) -> bool {
        let tool = self.tool(name);
        tool.is_ok_and(|tool| tool["outputSchema"]["x-telegram-wrapped"] == true)
    }

    /// Returns the names of the members that are files, in the parameters of a method.
    pub(crate) fn file_members(&self, name: &str) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        if let Ok(tool) = self.tool(name) {
            let schema = &tool["inputSchema"];
            file_members(schema, &schema["$defs"], &mut found);
        }
        found
    }
}

/// Why a method cannot be called.
pub(crate) fn not_allowed(name: &str) -> String {
    match Methods::bot_api().named(name).next() {
        Some(_) => format!("`{name}` is not among the methods that are allowed here"),
        None => format!("there is no method `{name}`"),
    }
}

fn file_members(schema: &Value, types: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            for (key, value) in members {
                if let ("properties", Value::Object(properties)) = (key.as_str(), value) {
                    let files = properties.iter();
                    let files =
                        files.filter(|(_, it)| can_be_file(it, types, &mut BTreeSet::new()));
                    found.extend(files.map(|(name, _)| name.clone()));
                }
                file_members(value, types, found);
            }
        }
        Value::Array(items) => items
            .iter()
            .for_each(|item| file_members(item, types, found)),
        _ => {}
    }
}

/// Whether a value of a schema, or an item of it, can be a file itself.
fn can_be_file<'a>(schema: &'a Value, types: &'a Value, seen: &mut BTreeSet<&'a str>) -> bool {
    match schema {
        Value::Object(members) => members.iter().any(|(key, value)| match value {
            Value::String(target) if key == "$ref" => {
                let of_type = target
                    .strip_prefix("#/$defs/")
                    .and_then(|name| types.get(name));
                target == FILE
                    || seen.insert(target) && of_type.is_some_and(|of| can_be_file(of, types, seen))
            }
            _ => key != "properties" && can_be_file(value, types, seen),
        }),
        Value::Array(items) => items.iter().any(|item| can_be_file(item, types, seen)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Catalogue, not_allowed};
    use crate::allow::AllowList;

    #[test]
    fn files_are_known_by_their_members() {
        let catalogue = Catalogue::new(&AllowList::default()).unwrap();
        let members = |name: &str| {
            let members = catalogue.file_members(name).into_iter();
            members.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(members("sendPhoto"), "photo");
        assert_eq!(members("sendVideo"), "cover thumbnail video");
        assert_eq!(members("getChat"), "");
        let album = members("sendMediaGroup");
        assert!(album.split(' ').any(|name| name == "media"), "{album}");
        let set = members("createNewStickerSet");
        assert!(set.split(' ').any(|name| name == "sticker"), "{set}");
        assert!(!members("sendMessage").contains("text"));
    }

    #[test]
    fn only_allowed_methods_are_there() {
        let list = AllowList::parse("sendMessage,getChat*").unwrap();
        let catalogue = Catalogue::new(&list).unwrap();
        let names = catalogue
            .tools()
            .iter()
            .filter_map(|tool| tool["name"].as_str());
        assert!(
            names
                .clone()
                .all(|name| name == "sendMessage" || name.starts_with("getChat"))
        );
        assert!(names.count() > 3);
        assert!(catalogue.tool("deleteMessage").is_err());
        assert!(catalogue.type_schema("Message").is_some());
        assert!(catalogue.type_schema("SendMessage").is_none());
        assert!(catalogue.is_wrapped("getChatMemberCount"));
        assert!(!catalogue.is_wrapped("sendMessage"));
        assert!(not_allowed("deleteMessage").contains("allowed"));
        assert_eq!(not_allowed("x"), "there is no method `x`");
    }
}
