//! The five tools for methods that do not fit a context.

use serde_json::{Value, json};

/// Finds methods.
pub(crate) const SEARCH_METHODS: &str = "search_methods";
/// Describes a method.
pub(crate) const DESCRIBE_METHOD: &str = "describe_method";
/// Describes a type.
pub(crate) const DESCRIBE_TYPE: &str = "describe_type";
/// Calls a method.
pub(crate) const CALL: &str = "call";
/// Describes the bot.
pub(crate) const ME: &str = "me";

/// Returns the five tools. The last one is there only if the method is allowed.
pub(crate) fn five(is_me_allowed: bool) -> Vec<Value> {
    let text = |description: &str| json!({"type": "string", "description": description});
    let reads = json!({"readOnlyHint": true, "openWorldHint": false});
    let any = json!({"type": "object"});
    let mut tools = vec![
        json!({
            "name": SEARCH_METHODS,
            "description": "Finds methods of the Telegram Bot API by words of their names, descriptions \
                and parameters. Without words, lists the names of all methods that may be called.",
            "inputSchema": object(&json!({"query": text("Words, such as `pin message`.")}), &[]),
            "outputSchema": any,
            "annotations": reads,
        }),
        json!({
            "name": DESCRIBE_METHOD,
            "description": "Describes a method: its parameters and result as JSON Schemas. The \
                types that they refer to are described by `describe_type`.",
            "inputSchema": object(&json!({"name": text("The name, such as `sendMessage`.")}), &["name"]),
            "outputSchema": any,
            "annotations": reads,
        }),
        json!({
            "name": DESCRIBE_TYPE,
            "description": "Describes a type that the schema of a method or type refers to.",
            "inputSchema": object(
                &json!({"name": text("The name, such as `InlineKeyboardMarkup`.")}), &["name"]
            ),
            "outputSchema": any,
            "annotations": reads,
        }),
        json!({
            "name": CALL,
            "description": "Calls a method. Parameters are checked before anything is sent. The \
                member `result` is what the method returned.",
            "inputSchema": object(
                &json!({
                    "method": text("The name, such as `sendMessage`."),
                    "parameters": {
                        "type": "object",
                        "description": "The parameters, as `describe_method` tells.",
                    },
                }),
                &["method"],
            ),
            "outputSchema": object(&json!({"result": {}}), &["result"]),
            "annotations": {
                "readOnlyHint": false,
                "destructiveHint": true,
                "idempotentHint": false,
                "openWorldHint": true,
            },
        }),
        json!({
            "name": ME,
            "description": "Describes the bot itself, as `getMe` does.",
            "inputSchema": object(&json!({}), &[]),
            "outputSchema": any,
            "annotations": reads,
        }),
    ];
    tools.retain(|tool| is_me_allowed || tool["name"] != ME);
    tools
}

/// Returns the names of the arguments of a tool.
pub(crate) fn arguments(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        SEARCH_METHODS => &["query"],
        DESCRIBE_METHOD | DESCRIBE_TYPE => &["name"],
        CALL => &["method", "parameters"],
        ME => &[],
        _ => return None,
    })
}

fn object(properties: &Value, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::{ME, arguments, five};

    #[test]
    fn arguments_are_those_of_the_schemas() {
        for tool in five(true) {
            let name = tool["name"].as_str().unwrap();
            let properties = tool["inputSchema"]["properties"].as_object().unwrap();
            let names: Vec<_> = properties.keys().map(String::as_str).collect();
            assert_eq!(arguments(name), Some(names.as_slice()), "{name}");
        }
        assert_eq!(arguments("getMe"), None);
        assert_eq!((five(true).len(), five(false).len()), (5, 4));
        assert!(five(false).iter().all(|tool| tool["name"] != ME));
    }
}
