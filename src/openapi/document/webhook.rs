//! The webhook to which the server sends updates.

use super::super::json::{Map, list};
use super::super::schema::{Direction, Schemas};
use super::builder::FOLDER;
use crate::types::Update;
use crate::value::Param;

/// The section of the page that explains webhooks.
pub(super) const TAG: &str = "Getting updates";

/// Returns the webhooks.
pub(super) fn all(schemas: &Schemas) -> Map {
    let forms = schemas.forms(FOLDER, Direction::Received);
    let update = Map::new().with("schema", forms.value(Update::shape()));
    let secret = Map::new()
        .with("name", "X-Telegram-Bot-Api-Secret-Token")
        .with("in", "header")
        .with("required", false)
        .with(
            "description",
            "The `secret_token` of `setWebhook`. Without the right one, the request is not from Telegram.",
        )
        .with(
            "schema",
            Map::new()
                .with("type", "string")
                .with("minLength", 1_i64)
                .with("maxLength", 256_i64)
                .with("pattern", "^[A-Za-z0-9_-]+$"),
        );
    let method = Map::new().with("type", "string").with(
        "description",
        "The name of the method. Its parameters are further members.",
    );
    let reply = Map::new()
        .with("type", "object")
        .with("properties", Map::new().with("method", method))
        .with("required", list(["method"]));
    let received = Map::new()
        .with(
            "description",
            "The update was received. The body may be a call of a method, of which the bot does not learn the result.",
        )
        .with(
            "content",
            Map::new().with("application/json", Map::new().with("schema", reply)),
        );
    let failed = Map::new().with(
        "description",
        "The update was not received. The server sends it again.",
    );
    let operation = Map::new()
        .with("operationId", "update")
        .with("summary", "Receives an update")
        .with(
            "description",
            "The server sends each update to the address that `setWebhook` has set.",
        )
        .with("tags", list([TAG]))
        .with("parameters", list([secret]))
        .with(
            "requestBody",
            Map::new()
                .with("required", true)
                .with("content", Map::new().with("application/json", update)),
        )
        .with(
            "responses",
            Map::new().with("200", received).with("default", failed),
        );
    Map::new().with("update", Map::new().with("post", operation))
}
