//! The server of the protocol: lists tools, and calls them.

use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, Implementation,
    ListToolsResult, PaginatedRequestParams, ServerCapabilities, ServerConfig, Tool,
};
use rmcp::service::RequestContext;
use rmcp::{ErrorData, RoleServer, ServerHandler};
use serde_json::{Map, Value, json};

use crate::calls::Calls;
use crate::catalogue::{Catalogue, not_allowed};
use crate::describe;
use crate::options::Mode;
use crate::secret::Secret;
use crate::tools;

/// What the model is told of all tools.
const INSTRUCTIONS: &str = "The Telegram Bot API. Parameters are checked before a call is sent; an \
    error names the parameter and the rule. A file is given by its file_id or by a URL.";

/// What the model is told besides, if files may be uploaded.
const OF_UPLOADS: &str = " It is uploaded if it is given as attach:// and its path in the folder of \
    uploads, such as attach://cat.png.";

/// The server.
pub(crate) struct McpServer {
    catalogue: Catalogue,
    calls: Calls,
    mode: Mode,
    secret: Secret,
}

impl McpServer {
    /// Offers these methods in one of the two modes.
    pub(crate) fn new(catalogue: Catalogue, calls: Calls, mode: Mode, secret: Secret) -> Self {
        Self {
            catalogue,
            calls,
            mode,
            secret,
        }
    }

    fn tools(&self) -> Result<Vec<Tool>, serde_json::Error> {
        let tools = match self.mode {
            Mode::Methods => self.catalogue.tools().to_vec(),
            Mode::Search => tools::five(self.is_me_allowed()),
        };
        tools.into_iter().map(serde_json::from_value).collect()
    }

    fn is_me_allowed(&self) -> bool {
        self.catalogue.allows("getMe")
    }

    /// Calls a tool; `None` if there is none of this name.
    async fn call(
        &self,
        name: &str,
        arguments: Map<String, Value>,
    ) -> Option<Result<Value, String>> {
        match self.mode {
            Mode::Methods if !self.catalogue.allows(name) => None,
            Mode::Methods => {
                let result = self.calls.call(name, &arguments.into()).await;
                Some(result.map(|result| {
                    if self.catalogue.is_wrapped(name) {
                        json!({"result": result})
                    } else {
                        result
                    }
                }))
            }
            Mode::Search if name == tools::ME && !self.is_me_allowed() => None,
            Mode::Search => {
                let known = tools::arguments(name)?;
                let mut given = arguments.keys();
                Some(match given.find(|given| !known.contains(&given.as_str())) {
                    Some(unknown) => Err(unknown_argument(unknown, known)),
                    None => self.one_of_five(name, &arguments).await,
                })
            }
        }
    }

    async fn one_of_five(
        &self,
        name: &str,
        arguments: &Map<String, Value>,
    ) -> Result<Value, String> {
        let text = |key: &str| match arguments.get(key) {
            Some(Value::String(text)) => Ok(text.as_str()),
            Some(_) => Err(format!("`{key}` must be a string")),
            None => Err(format!("`{key}` is missing")),
        };
        match name {
            tools::SEARCH_METHODS => {
                let query = arguments.get("query").map_or(Ok(""), |_| text("query"))?;
                Ok(describe::search(&self.catalogue, query))
            }
            tools::DESCRIBE_METHOD => describe::method(&self.catalogue, text("name")?),
            tools::DESCRIBE_TYPE => describe::of_type(&self.catalogue, text("name")?),
            tools::ME => self.calls.call("getMe", &json!({})).await,
            _ => {
                let parameters = arguments.get("parameters").cloned();
                let parameters = parameters.unwrap_or_else(|| json!({}));
                let result = self.calls.call(text("method")?, &parameters).await?;
                Ok(json!({"result": result}))
            }
        }
    }
}

/// Why a tool was not called: the model took an argument for another, such as a parameter of a method.
fn unknown_argument(name: &str, known: &[&str]) -> String {
    let name: String = name.chars().take(100).collect();
    match known {
        [] => format!("there is no argument `{name}`: this tool has none"),
        known => format!(
            "there is no argument `{name}`, only `{}`",
            known.join("` and `")
        ),
    }
}

impl ServerHandler for McpServer {
    fn get_info(&self) -> ServerConfig {
        let name = env!("CARGO_PKG_NAME");
        let uploads = if self.calls.can_upload() {
            OF_UPLOADS
        } else {
            ""
        };
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new(name, telegrammar::BOT_API_VERSION))
            .with_instructions(format!("{INSTRUCTIONS}{uploads}"))
    }

    async fn list_tools(
        &self,
        _request: Option<PaginatedRequestParams>,
        _context: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        let tools = self.tools();
        let tools = tools.map_err(|error| ErrorData::internal_error(error.to_string(), None))?;
        Ok(ListToolsResult::with_all_items(tools))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let arguments = request.arguments.unwrap_or_default();
        let outcome = tokio::select! {
            outcome = self.call(&request.name, arguments) => outcome,
            // Nobody reads the answer, and a long poll would go on taking updates.
            () = context.ct.cancelled() => Some(Err("the call was cancelled".to_owned())),
        };
        let Some(outcome) = outcome else {
            let name: String = request.name.chars().take(100).collect();
            let problem = match self.mode {
                Mode::Methods => not_allowed(&request.name, self.catalogue.methods()),
                Mode::Search => format!("there is no tool `{name}`"),
            };
            let problem = self.secret.redact(&problem);
            return Err(ErrorData::invalid_params(problem, None));
        };
        let result = match outcome {
            Ok(value) => CallToolResult::structured(self.secret.redact_value(value)),
            Err(problem) => {
                let problem = self.secret.redact(&problem);
                CallToolResult::error(vec![ContentBlock::text(problem)])
            }
        };
        Ok(result.into())
    }
}
