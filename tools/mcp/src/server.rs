//! The server of the protocol: lists tools, and calls them.

use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, Implementation,
    ListToolsResult, PaginatedRequestParams, ServerCapabilities, ServerConfig, Tool,
};
use rmcp::service::RequestContext;
use rmcp::{ErrorData, RoleServer, ServerHandler};
use serde_json::{Map, Value, json};

use crate::calls::Calls;
use crate::catalogue::Catalogue;
use crate::describe;
use crate::options::Mode;
use crate::secret::Secret;
use crate::tools;

/// What the model is told of all tools.
const INSTRUCTIONS: &str = "The Telegram Bot API. Parameters are checked before a call is sent; an \
    error names the parameter and the rule. A file is given by its file_id, by a URL, or as \
    attach:// and its path in the folder of uploads, such as attach://cat.png.";

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
            Mode::Search => tools::five(),
        };
        tools.into_iter().map(serde_json::from_value).collect()
    }

    /// Calls a tool; `None` if there is none of this name.
    async fn call(
        &self,
        name: &str,
        arguments: Map<String, Value>,
    ) -> Option<Result<Value, String>> {
        if self.mode == Mode::Methods {
            self.catalogue.tool(name).ok()?;
            let result = self.method(name, &arguments.into()).await;
            return Some(result.map(|result| {
                if self.catalogue.is_wrapped(name) {
                    json!({"result": result})
                } else {
                    result
                }
            }));
        }
        let text = |key: &str| match arguments.get(key) {
            Some(Value::String(text)) => Ok(text.as_str()),
            Some(other) => Err(format!("`{key}` must be a string, but is {other}")),
            None => Err(format!("`{key}` is missing")),
        };
        Some(match name {
            tools::SEARCH_METHODS => match arguments.get("query") {
                Some(_) => text("query").map(|query| describe::search(&self.catalogue, query)),
                None => Ok(describe::search(&self.catalogue, "")),
            },
            tools::DESCRIBE_METHOD => {
                text("name").and_then(|name| describe::method(&self.catalogue, name))
            }
            tools::DESCRIBE_TYPE => {
                text("name").and_then(|name| describe::of_type(&self.catalogue, name))
            }
            tools::CALL => match text("method") {
                Ok(method) => {
                    let parameters = arguments.get("parameters").cloned();
                    let parameters = parameters.unwrap_or_else(|| json!({}));
                    let result = self.method(method, &parameters).await;
                    result.map(|result| json!({"result": result}))
                }
                Err(problem) => Err(problem),
            },
            tools::ME => self.method("getMe", &json!({})).await,
            _ => return None,
        })
    }

    async fn method(&self, name: &str, parameters: &Value) -> Result<Value, String> {
        let files = self.catalogue.file_members(name);
        self.calls.call(name, parameters, &files).await
    }
}

impl ServerHandler for McpServer {
    fn get_info(&self) -> ServerConfig {
        let name = env!("CARGO_PKG_NAME");
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(Implementation::new(name, telegrammar::BOT_API_VERSION))
            .with_instructions(INSTRUCTIONS)
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
        _context: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let arguments = request.arguments.unwrap_or_default();
        let Some(outcome) = self.call(&request.name, arguments).await else {
            let problem = match self.mode {
                Mode::Methods => crate::catalogue::not_allowed(&request.name),
                Mode::Search => format!("there is no tool `{}`", request.name),
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
