//! What a step does: an action of a user, or a call of a bot.

use serde_json::{Map, Value, json};
use telegrammar::schema::{FieldInfo, MethodInfo};
use telegrammar::types::{Message, Update};

use super::values::Values;

/// Members of a message that say how it was sent; they are not its content.
const ABOUT: [&str; 12] = [
    "chat",
    "from",
    "sender_chat",
    "message_id",
    "date",
    "reply_to_message",
    "pinned_message",
    "external_reply",
    "reply_markup",
    "forward_origin",
    "edit_date",
    "entities",
];

impl Values<'_> {
    /// Returns the arguments of a call: what is required, some of the rest, and now and then a mistake.
    pub(super) fn arguments(&mut self, method: &'static MethodInfo) -> Map<String, Value> {
        let mut arguments = Map::new();
        let names_chat = method.param("chat_id").is_some();
        for param in method.params() {
            let is_wanted = match param.name {
                "chat_id" => !self.random.once_in(30),
                "message_id" => names_chat,
                "inline_message_id" => self.random.once_in(20),
                _ if param.required => !self.random.once_in(40),
                _ => self.random.once_in(8),
            };
            if is_wanted {
                let value = self.argument(method, param);
                arguments.insert(param.name.to_owned(), value);
            }
        }
        if self.random.once_in(20) {
            arguments.insert("unknown".to_owned(), self.wrong());
        }
        arguments
    }

    fn argument(&mut self, method: &MethodInfo, param: &FieldInfo) -> Value {
        if self.random.once_in(30) {
            return self.wrong();
        }
        match param.name {
            "chat_id" if !self.random.once_in(10) => self.chat.into(),
            "from_chat_id" if !self.random.once_in(4) => self.chat.into(),
            "text" | "caption" => self.text().into(),
            "reply_parameters" => json!({"message_id": self.message()}),
            "url" => self.hook.into(),
            "timeout" => 0.into(),
            "media" | "results" | "commands" => self.field(method.name(), param, 1),
            name => self.field(method.name(), param, usize::from(name.ends_with("markup"))),
        }
    }

    /// Returns a value of a member of an action.
    pub(super) fn member(&mut self, name: &str) -> Value {
        // A test that sends what is no message gets what it wants.
        if name != "message" && self.random.once_in(25) {
            return self.wrong();
        }
        match name {
            "user" => match self.random.below(6) {
                0 => self.random.pick(&["Ann", "Bob", "Eve 👩‍👩‍👧‍👦"]).into(),
                _ => self.user().into(),
            },
            "chat" => self.some_chat(),
            "bot" => self
                .random
                .pick(&[
                    json!(123_456_789),
                    json!("123456789/test"),
                    json!(987_654_321),
                    json!(5),
                ])
                .unwrap_or_default(),
            "message_id" | "reply_to" => self.message().into(),
            "label" | "result_id" | "id" => {
                let known = self
                    .known
                    .texts(if name == "label" { "label" } else { "id" });
                self.random.pick(&known).unwrap_or_default().into()
            }
            "row" | "column" | "index" => self.random.below(2).into(),
            "options" => {
                let known = self.known.texts("label");
                let label = self.random.pick(&known).map_or(json!(1), Value::from);
                self.random
                    .pick(&[json!([]), json!([0]), json!([0, 1]), json!([label])])
                    .unwrap_or_default()
            }
            "type" => self.random.pick(&["group", "supergroup", "channel"]).into(),
            "users" => json!([self.user(), "Bob"]),
            "rights" => self
                .random
                .pick(&[
                    json!([]),
                    json!(["can_pin_messages"]),
                    json!(["can_delete_messages", "can_restrict_members"]),
                    json!(["x"]),
                ])
                .unwrap_or_default(),
            "base64" => self.random.pick(&["iVBORw0KGgo=", "", "YQ==", "%"]).into(),
            "reaction" => self
                .random
                .pick(&[
                    json!([{"type": "emoji", "emoji": "👍"}]),
                    json!([{"type": "paid"}]),
                    json!([{"type": "emoji"}, 5]),
                ])
                .unwrap_or_default(),
            "emoji" => self.random.pick(&["👍", "🔥", "x"]).into(),
            "message" => self.content().into(),
            "business_connection_id" => {
                let known = self.known.texts(name);
                self.random.pick(&known).unwrap_or_default().into()
            }
            "seconds" => {
                let times = [json!(0), json!(0.5), json!(31), json!(200), json!(90_000)];
                self.random.pick(&times).unwrap_or_default()
            }
            "on" => self.random.once_in(2).into(),
            "timeout_ms" | "delay_ms" => 0.into(),
            "times" => 1.into(),
            "method" => self
                .random
                .pick(&["sendMessage", "getMe", "editMessageText"])
                .into(),
            "error" => json!([400 + self.random.below(30), "Bad Request: scripted"]),
            "flood" => 3.into(),
            "username" => format!("name{}", self.random.below(50)).into(),
            _ => match self.random.below(8) {
                0 => 1.into(),
                1 => true.into(),
                2 => json!(["a"]),
                _ => self.text().into(),
            },
        }
    }

    /// Returns a member of a message that is its content, or now and then a wrong one.
    fn content(&mut self) -> Map<String, Value> {
        if self.random.once_in(4) {
            let field = self.random.pick(Message::INFO.fields);
            let name = field.map_or("text", |field| field.name);
            let mut content = Map::from_iter([("text".to_owned(), self.text().into())]);
            content.insert(name.to_owned(), self.wrong());
            return content;
        }
        let fields: Vec<&FieldInfo> = Message::INFO
            .fields
            .iter()
            .filter(|field| !ABOUT.contains(&field.name))
            .collect();
        let field = self.random.pick(&fields);
        let Some(field) = field else {
            return Map::new();
        };
        let value = self.field("Message", field, 1);
        Map::from_iter([(field.name.to_owned(), value)])
    }

    /// Returns an update of a random kind.
    pub(super) fn update(&mut self) -> Map<String, Value> {
        let kinds: Vec<&FieldInfo> = Update::INFO
            .fields
            .iter()
            .filter(|field| field.name != "update_id")
            .collect();
        let Some(kind) = self.random.pick(&kinds) else {
            return Map::new();
        };
        self.is_event = true;
        let mut value = self.field("Update", kind, 1);
        if let Some(members) = value.as_object_mut() {
            // What is left out is filled in.
            let names: Vec<String> = members.keys().cloned().collect();
            for name in names {
                if self.random.once_in(3) {
                    members.remove(&name);
                }
            }
        }
        self.is_event = false;
        Map::from_iter([(kind.name.to_owned(), value)])
    }
}
