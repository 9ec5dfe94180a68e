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

/// Returns the five tools.
pub(crate) fn five() -> Vec<Value> {
    let text = |description: &str| json!({"type": "string", "description": description});
    let reads = json!({"readOnlyHint": true, "openWorldHint": false});
    let any = json!({"type": "object"});
    vec![
        json!({
            "name": SEARCH_METHODS,
            "description": "Finds methods of the Telegram Bot API by words of their names and \
                descriptions. Without words, lists the names of all methods that may be called.",
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
    ]
}

fn object(properties: &Value, required: &[&str]) -> Value {
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}
