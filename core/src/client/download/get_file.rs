//! The call of `getFile`. The definition is here because core knows no methods.

use std::sync::Arc;
use std::time::Duration;

use serde_json::Value as Json;

use crate::client::call::Call;
use crate::client::method::Method;
use crate::client::shared::Shared;
use crate::error::Error;
use crate::schema::{ApiType, FieldInfo, MethodInfo};
use crate::value::{FieldVisitor, visit};

struct GetFile {
    file_id: String,
}

impl Method for GetFile {
    type Response = Json;

    const INFO: &'static MethodInfo = &MethodInfo::new(
        "getFile",
        &[FieldInfo::required("file_id", ApiType::String, "")],
    )
    .repeatable();

    fn visit_fields<'a>(&'a self, visitor: &mut FieldVisitor<'_, 'a>) {
        visit(&self.file_id, 0, visitor);
    }
}

/// What `getFile` says about a file.
pub(super) struct Found {
    pub(super) path: Option<String>,
    pub(super) size: Option<u64>,
}

/// Calls `getFile`, through the bot's layers.
pub(super) async fn get_file(
    bot: &Arc<Shared>,
    file_id: &str,
    timeout: Option<Duration>,
) -> Result<Found, Error> {
    let file_id = file_id.to_owned();
    let mut call = Call::new(bot, &GetFile { file_id });
    if let Some(timeout) = timeout {
        call = call.timeout(timeout);
    }
    let file = call.await?;
    Ok(Found {
        path: file
            .get("file_path")
            .and_then(Json::as_str)
            .map(str::to_owned),
        size: file.get("file_size").and_then(Json::as_u64),
    })
}
