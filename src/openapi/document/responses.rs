//! Responses to calls that failed.

use super::super::json::{Map, list};
use super::builder::FOLDER;
use super::reference;

/// The schema of the body of a failure.
pub(in crate::openapi) const ERROR: &str = "Error";

/// The statuses of failures: their names, and when they occur.
pub(in crate::openapi) const ERRORS: [(&str, &str, &str); 9] = [
    (
        "400",
        "BadRequest",
        "The call cannot be made as it is. `description` says why. There is no body if the request \
         cannot be read, for example because a part of a form has no name.",
    ),
    ("401", "Unauthorized", "The token is not that of a bot."),
    (
        "403",
        "Forbidden",
        "The bot may not do this, for example because it was blocked or is no member of the chat.",
    ),
    (
        "404",
        "NotFound",
        "There is no such method, or the token has not the form of one.",
    ),
    (
        "409",
        "Conflict",
        "Updates are fetched by somebody else too, or go to a webhook.",
    ),
    (
        "413",
        "ContentTooLarge",
        "The request is too large. There may be no body.",
    ),
    ("421", "MisdirectedRequest", "The bot is at another server."),
    (
        "429",
        "TooManyRequests",
        "There were too many calls. `parameters.retry_after` says how long to wait.",
    ),
    (
        "500",
        "InternalServerError",
        "The server failed. It is unknown whether the call succeeded.",
    ),
];

/// Adds the failures to the responses of an operation.
pub(super) fn with_errors(mut responses: Map) -> Map {
    for (status, name, _) in ERRORS {
        responses.set(status, reference("responses", name));
    }
    responses
}

/// Returns the responses that operations refer to.
pub(super) fn all() -> Map {
    let mut all = Map::new();
    for (status, name, description) in ERRORS {
        let code = status.parse::<i64>().unwrap_or_default();
        let code = Map::new().with("error_code", Map::new().with("const", code));
        let schema = [
            reference("schemas", ERROR),
            Map::new().with("properties", code),
        ];
        let json = Map::new().with("schema", Map::new().with("allOf", list(schema)));
        let headers = (status == "429")
            .then(|| Map::new().with("Retry-After", reference("headers", "RetryAfter")));
        let response = Map::new()
            .with("description", description)
            .with_some("headers", headers)
            .with("content", Map::new().with("application/json", json));
        all.set(name, response);
    }
    all
}

/// Returns the headers that responses refer to.
pub(super) fn headers() -> Map {
    let schema = Map::new().with("type", "integer").with("minimum", 0_i64);
    let header = Map::new()
        .with(
            "description",
            "After how many seconds the call may be made again.",
        )
        .with("schema", schema);
    Map::new().with("RetryAfter", header)
}

/// Returns the schema of the body of a failure.
pub(super) fn error() -> Map {
    let parameters = Map::new()
        .with("$ref", format!("{FOLDER}ResponseParameters"))
        .with(
            "description",
            "What the bot can do about it, where the server knows.",
        );
    let properties = Map::new()
        .with(
            "ok",
            Map::new().with("type", "boolean").with("const", false),
        )
        .with(
            "error_code",
            Map::new()
                .with("type", "integer")
                .with("description", "The status of the response."),
        )
        .with(
            "description",
            Map::new()
                .with("type", "string")
                .with("description", "What went wrong, in English."),
        )
        .with("parameters", parameters);
    Map::new()
        .with("type", "object")
        .with("description", "The response to a call that failed.")
        .with("properties", properties)
        .with("required", list(["ok", "error_code", "description"]))
}
