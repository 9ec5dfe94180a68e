//! The world in which the examples are recorded: a library's bot, its readers, and what they have done.

use serde_json::{Map, Value, json};
use telegrammar::InputFile;
use telegrammar::openapi::Methods;
use telegrammar_testing::FakeBotApi;

/// A group with topics, which 42 owns; the bot is an administrator.
const READERS: i64 = -1_001_000_000_001;
/// A channel.
const NEWS: i64 = -1_001_000_000_002;
/// Another group with topics, whose general one is hidden.
const WRITERS: i64 = -1_001_000_000_003;

/// A request for each method with parameters. `$name` is something that the server has named.
pub(crate) static REQUESTS: &str = include_str!("examples/requests.json");

pub(crate) struct World {
    pub(crate) fake: FakeBotApi,
    methods: Methods,
    requests: Map<String, Value>,
    /// What the server has named, such as an invite link.
    named: Map<String, Value>,
}

impl World {
    pub(crate) async fn start() -> Self {
        let fake = FakeBotApi::builder().world(include_str!("examples/world.json"));
        let mut world = Self {
            fake: fake.start().await.expect("a port"),
            methods: Methods::bot_api(),
            requests: serde_json::from_str(REQUESTS).expect("requests"),
            named: Map::new(),
        };
        world.private_chat().await;
        world.business_account().await;
        world.groups().await;
        world.settings().await;
        world.payments().await;
        world.queries().await;
        world
    }

    /// The parameters of the example of a method; `None` if it has none.
    pub(crate) fn request(&self, method: &str) -> Option<Value> {
        let mut request = self.requests.get(method)?.clone();
        self.fill(&mut request);
        Some(request)
    }

    /// Calls a method, with a file for each `attach://…`.
    pub(crate) async fn call(&self, method: &str, parameters: &Value) -> Result<Value, String> {
        let text = parameters.to_string();
        let names = text.split("attach://").skip(1);
        let names = names.filter_map(|rest| rest.split('"').next());
        let file = |name: &str| {
            let file = InputFile::bytes(&b"a file"[..]).file_name(format!("{name}.jpg"));
            (name.to_owned(), file)
        };
        let files = names.map(file).collect();
        let bot = self.fake.bot();
        let call = self
            .methods
            .call_with_files(&bot, method, parameters, files);
        let call = call.map_err(|error| error.to_string())?;
        call.await.map_err(|error| error.to_string())
    }

    fn fill(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                if let Some(name) = text.strip_prefix('$') {
                    *value = self.named.get(name).expect(name).clone();
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.fill(item)),
            Value::Object(members) => members.values_mut().for_each(|it| self.fill(it)),
            _ => {}
        }
    }

    fn name(&mut self, name: &str, value: impl Into<Value>) {
        self.named.insert(name.to_owned(), value.into());
    }

    async fn done(&self, method: &str, parameters: Value) -> Value {
        let result = self.call(method, &parameters).await;
        result.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Makes the call of an example.
    async fn example(&self, method: &str) -> Value {
        let request = self.request(method).expect(method);
        self.done(method, request).await
    }

    async fn private_chat(&mut self) {
        self.fake.first_user().says("/start");
        let open = json!({"chat_id": 42, "text": "The library is open."});
        self.done("sendMessage", open).await;
        let button = json!({"text": "A novel", "callback_data": "novel"});
        let ask = json!({
            "chat_id": 42, "text": "Which book?", "reply_markup": {"inline_keyboard": [[button]]},
        });
        self.done("sendMessage", ask).await;
        let photo = self.example("sendPhoto").await;
        let sizes = photo["photo"].as_array().expect("sizes");
        self.name("photo", sizes.last().expect("a size")["file_id"].clone());
        self.example("sendPoll").await;
        let live =
            json!({"chat_id": 42, "latitude": 51.5, "longitude": -0.12, "live_period": 3600});
        self.done("sendLocation", live).await;
        self.example("sendGame").await;
        let score = json!({"user_id": 42, "score": 10, "chat_id": 42, "message_id": 7});
        self.done("setGameScore", score).await;
        let sticker = self.example("sendSticker").await;
        self.name("sticker", sticker["sticker"]["file_id"].clone());
        for text in [
            "Ten minutes left",
            "Five minutes left",
            "The library is closed.",
        ] {
            let message = json!({"chat_id": 42, "text": text});
            self.done("sendMessage", message).await;
        }
    }

    async fn business_account(&mut self) {
        let connection = self.fake.first_user().connects_business().result();
        self.name("connection", connection);
        let max = self.fake.user("Max").as_customer_of(self.fake.first_user());
        max.says("Is the library open?");
        self.example("sendChecklist").await;
        let ann = self.fake.first_user();
        ann.creates_managed_bot("Ann's books", "anns_books_bot");
    }

    async fn groups(&mut self) {
        let hidden = json!({"chat_id": WRITERS});
        self.done("hideGeneralForumTopic", hidden).await;
        let promoted = json!({"chat_id": READERS, "user_id": 44, "can_delete_messages": true});
        self.done("promoteChatMember", promoted).await;
        let link = self.example("createChatInviteLink").await;
        self.name("link", link["invite_link"].clone());
        let link = self.example("createChatSubscriptionInviteLink").await;
        self.name("subscription_link", link["invite_link"].clone());
        for name in ["Tom", "Kim"] {
            self.fake.user(name).in_chat(READERS).requests_to_join();
        }
        for name in ["Max", "Bob"] {
            self.fake.user(name).in_chat(READERS).reacts(5, "👍");
        }
        self.fake.first_user().in_chat(NEWS).boosts();
    }

    async fn settings(&self) {
        for method in [
            "setMyCommands",
            "setMyDescription",
            "setMyShortDescription",
            "setChatMenuButton",
            "setMyDefaultAdministratorRights",
        ] {
            self.example(method).await;
        }
    }

    async fn payments(&mut self) {
        let ann = self.fake.first_user();
        let mut stars = self.request("sendInvoice").expect("an invoice");
        let members = stars.as_object_mut().expect("an object");
        members.remove("provider_token");
        members.insert("currency".to_owned(), "XTR".into());
        let prices = json!([{"label": "Book", "amount": 50}]);
        members.insert("prices".to_owned(), prices);
        let invoice = self.done("sendInvoice", stars.clone()).await;
        let payment = ann.pays(invoice["message_id"].as_i64().expect("an id"));
        self.confirm().await;
        let charge = payment.result().charge_id().expect("a charge");
        let link = self.example("createInvoiceLink").await;
        let payment = ann.pays_with(&json!({"link": link}));
        self.confirm().await;
        let subscription = payment.result().charge_id().expect("a charge");
        // These two wait.
        let invoice = self.done("sendInvoice", stars).await;
        ann.pays(invoice["message_id"].as_i64().expect("an id"));
        let mut parcel = self.request("sendInvoice").expect("an invoice");
        parcel["is_flexible"] = true.into();
        parcel["need_shipping_address"] = true.into();
        let invoice = self.done("sendInvoice", parcel).await;
        ann.pays(invoice["message_id"].as_i64().expect("an id"));
        self.name("charge", charge);
        self.name("subscription_charge", subscription);
    }

    /// Lets the newest payment go on.
    async fn confirm(&self) {
        let query = self.newest("pre_checkout_query").await["id"].clone();
        let answer = json!({"pre_checkout_query_id": query, "ok": true});
        self.done("answerPreCheckoutQuery", answer).await;
    }

    async fn queries(&mut self) {
        let ann = self.fake.first_user();
        ann.queries_inline("novel");
        ann.summons_bot("Is the library open?");
        ann.presses("A novel");
        let opened = ann.opens_mini_app();
        let id = opened
            .split('&')
            .find_map(|it| it.strip_prefix("query_id="));
        let id = id.expect("an id").to_owned();
        self.name("web_app_query", id);
        for (kind, pointer, name) in [
            ("callback_query", "/id", "callback_query"),
            ("inline_query", "/id", "inline_query"),
            ("guest_message", "/guest_query_id", "guest_query"),
            ("pre_checkout_query", "/id", "pre_checkout_query"),
            ("shipping_query", "/id", "shipping_query"),
            ("managed_bot", "/bot/id", "managed_bot"),
        ] {
            let update = self.newest(kind).await;
            self.name(name, update.pointer(pointer).expect(pointer).clone());
        }
    }

    /// Returns the newest update of a kind.
    async fn newest(&self, kind: &str) -> Value {
        let updates = self.done("getUpdates", json!({})).await;
        let mut updates = updates.as_array().expect("updates").iter().rev();
        let found = updates.find_map(|update| update.get(kind));
        found.expect(kind).clone()
    }
}
