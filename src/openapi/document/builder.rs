//! Builds a document of a list of methods.

use super::super::json::{Map, Node, list};
use super::super::methods::{MethodEntry, Methods};
use super::super::schema::Schemas;
use super::{Document, operation, request, responses, webhook};
use crate::BOT_API_VERSION;

/// Where the schemas of types are.
pub(super) const FOLDER: &str = "#/components/schemas/";

/// The license of the definitions of telegrammar.
const LICENSE: &str = "MIT OR Apache-2.0";

/// Builds a [`Document`]. What is not set is that of the Bot API.
///
/// ```
/// use telegrammar::openapi::{Document, Methods};
///
/// let methods = Methods::bot_api().only(|name| name.starts_with("send"));
/// let document = Document::builder()
///     .methods(methods)
///     .title("What my bot sends")
///     .version("1.0.0")
///     .server("https://bots.example.org/bot{token}", "My own server")
///     .build();
/// let title = document.json().pointer("/info/title").unwrap();
/// assert_eq!(title.to_string(), "\"What my bot sends\"");
/// ```
#[derive(Clone, Debug)]
pub struct DocumentBuilder {
    pub(in crate::openapi) methods: Methods,
    pub(in crate::openapi) title: String,
    pub(in crate::openapi) version: String,
    pub(in crate::openapi) description: String,
    /// Addresses and descriptions.
    pub(in crate::openapi) servers: Vec<(String, String)>,
    license: Option<String>,
    has_webhook: Option<bool>,
}

impl Default for DocumentBuilder {
    fn default() -> Self {
        Self {
            methods: Methods::bot_api(),
            title: "Telegram Bot API".to_owned(),
            version: BOT_API_VERSION.to_owned(),
            description: format!(
                "The methods and types of the Telegram Bot API {BOT_API_VERSION}, derived from the definitions of telegrammar."
            ),
            servers: Vec::new(),
            license: None,
            has_webhook: None,
        }
    }
}

impl DocumentBuilder {
    /// Sets the methods.
    #[must_use]
    pub fn methods(mut self, methods: Methods) -> Self {
        self.methods = methods;
        self
    }

    /// Sets the title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Sets the version of what the document describes.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = version.into();
        self
    }

    /// Sets the description, in Markdown.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// Adds a server. `{token}` in its address is a variable. Default: the official one, its test
    /// environment, and a local one.
    #[must_use]
    pub fn server(mut self, url: impl Into<String>, description: impl Into<String>) -> Self {
        self.servers.push((url.into(), description.into()));
        self
    }

    /// Sets the license of the document, as an SPDX expression. Default: that of telegrammar for its own
    /// definitions, and none for a list that did not start as [`Methods::bot_api`].
    #[must_use]
    pub fn license(mut self, license: impl Into<String>) -> Self {
        self.license = Some(license.into());
        self
    }

    /// Sets whether the document has the webhook that receives updates. Default: it has, if the list
    /// started as [`Methods::bot_api`].
    #[must_use]
    pub fn webhook(mut self, has_webhook: bool) -> Self {
        self.has_webhook = Some(has_webhook);
        self
    }

    /// Builds the document.
    #[must_use]
    pub fn build(self) -> Document {
        let mut methods = self.methods.clone().without_types();
        let has_webhook = self.has_webhook.unwrap_or(methods.is_bot_api());
        if has_webhook {
            methods = methods.with_type::<crate::types::Update>();
        }
        methods = methods.with_type::<crate::types::ResponseParameters>();
        let schemas = Schemas::of(&methods, &[responses::ERROR]);
        let groups = groups(&methods);
        let (mut paths, mut bodies) = (Map::new(), Map::new());
        for group in &groups {
            let names = group.iter().map(|(index, _)| schemas.request(*index));
            let names: Vec<_> = names.collect();
            let entries: Vec<_> = group.iter().map(|(_, entry)| *entry).collect();
            let Some(first) = entries.first() else {
                continue;
            };
            if let Some(body) = request::body(&entries, &names, &schemas) {
                bodies.set(first.name(), body);
            }
            let operation = operation::operation(&entries, &schemas, &self.title);
            paths.set(
                format!("/{}", first.name()),
                Map::new().with("post", operation),
            );
        }
        let mut all = schemas.all(&methods, FOLDER, true);
        all.set(responses::ERROR, responses::error());
        let components = Map::new()
            .with("schemas", all)
            .with("requestBodies", bodies)
            .with("responses", responses::all())
            .with("headers", responses::headers());
        let mut document = Map::new()
            .with("openapi", "3.1.1")
            .with("info", self.info())
            .with_some("externalDocs", self.docs())
            .with("servers", self.server_list())
            // The token is in the address.
            .with("security", list(Vec::<Node>::new()))
            .with("tags", operation::tags(&groups, &self.title, has_webhook))
            .with("paths", paths);
        if has_webhook {
            document.set("webhooks", webhook::all(&schemas));
        }
        document.set("components", components);
        Node::from(document).into()
    }

    fn info(&self) -> Map {
        let of_ours = || self.methods.is_bot_api().then(|| LICENSE.to_owned());
        let license = self.license.clone().or_else(of_ours).map(|license| {
            Map::new()
                .with("name", license.clone())
                .with("identifier", license)
        });
        Map::new()
            .with("title", self.title.clone())
            .with("version", self.version.clone())
            .with("description", self.description.clone())
            .with_some("license", license)
    }

    fn docs(&self) -> Option<Map> {
        let docs = || Map::new().with("url", "https://core.telegram.org/bots/api");
        self.methods.is_bot_api().then(docs)
    }

    fn server_list(&self) -> Node {
        let official = [
            ("https://api.telegram.org/bot{token}", "Telegram"),
            (
                "https://api.telegram.org/bot{token}/test",
                "The test environment of Telegram",
            ),
            ("http://localhost:8081/bot{token}", "A local Bot API server"),
        ];
        let own = self.servers.iter();
        let own: Vec<_> = own
            .map(|(url, description)| server(url, description))
            .collect();
        if own.is_empty() {
            list(official.map(|(url, description)| server(url, description)))
        } else {
            list(own)
        }
    }
}

fn server(url: &str, description: &str) -> Map {
    let token = Map::new().with("default", "TOKEN").with(
        "description",
        "The token of the bot, as BotFather gives it. Whoever has it has the bot.",
    );
    let variables = url
        .contains("{token}")
        .then(|| Map::new().with("token", token));
    Map::new()
        .with("url", url.to_owned())
        .with("description", description.to_owned())
        .with_some("variables", variables)
}

/// The structs of each method, with their places in the list.
pub(in crate::openapi) fn groups(methods: &Methods) -> Vec<Vec<(usize, &MethodEntry)>> {
    let mut groups: Vec<Vec<(usize, &MethodEntry)>> = Vec::new();
    for (index, entry) in methods.iter().enumerate() {
        let is_same = |group: &&mut Vec<(usize, &MethodEntry)>| {
            group
                .first()
                .is_some_and(|(_, first)| first.name() == entry.name())
        };
        match groups.iter_mut().find(is_same) {
            Some(group) => group.push((index, entry)),
            None => groups.push(vec![(index, entry)]),
        }
    }
    groups
}
