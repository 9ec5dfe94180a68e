//! Random values of the Bot API's types: plausible ones, and wrong ones.

use serde_json::{Map, Value, json};
use telegrammar::schema::{ApiType, FieldInfo, Number, Rule, TypeInfo};

use super::known::Known;
use super::random::Random;
use crate::answers::schema;
use crate::tests::schemas;

/// Below this, only what is required is there.
const DEEPEST: usize = 4;

const TEXTS: [&str; 12] = [
    "a",
    "Hello, world",
    "/start@telegrammar_fake_bot now",
    "<b>bold</b> &amp; <i>both</i>",
    "*bold* _both_ [link](https://example.com)",
    "Ärger 👩‍👩‍👧‍👦 שלום \u{202E}x",
    "#tag @fake_supergroup https://example.com/a?b=c",
    "line\nline\n\nline",
    "<b>open",
    "1",
    "e\u{301}\u{0}\u{7}",
    "   ",
];

/// What values are made with.
pub(super) struct Values<'v> {
    pub(super) random: &'v mut Random,
    pub(super) known: &'v Known,
    /// The chat that the other values refer to.
    pub(super) chat: i64,
    /// The URL of a webhook.
    pub(super) hook: &'v str,
    /// Whether it is for an update: its chats and users are known, and its messages may be anything.
    pub(super) is_event: bool,
}

impl Values<'_> {
    /// Returns a value that fits no type, or a type by chance.
    pub(super) fn wrong(&mut self) -> Value {
        match self.random.below(14) {
            0 => Value::Null,
            1 => json!(true),
            2 => json!(-1),
            3 => json!(i64::MAX),
            4 => json!(i64::MIN),
            5 => json!(1e300),
            6 => json!(u64::MAX),
            7 => json!(""),
            8 => "x".repeat(5000).into(),
            9 => json!({}),
            10 => json!([[], {}, null, "x"]),
            11 => {
                let mut deep = json!(1);
                for _ in 0..100 {
                    deep = json!([deep]);
                }
                deep
            }
            12 => json!({"type": "x", "id": [], "text": {}, "message_id": "9"}),
            _ => "👩‍👩‍👧‍👦".repeat(300).into(),
        }
    }

    pub(super) fn text(&mut self) -> String {
        self.random.pick(&TEXTS).unwrap_or_default().to_owned()
    }

    /// Returns the id of a message: mostly one that is there.
    pub(super) fn message(&mut self) -> i64 {
        if self.is_event {
            return i64::try_from(self.random.below(400)).unwrap_or(1);
        }
        let chat = self.known.chat(self.chat);
        let found = match self.random.below(10) {
            0 => None,
            1 | 2 => self.random.pick(&chat.deleted()),
            // New ones are more likely to have what a call needs.
            3..6 => chat.newest(),
            _ => self.random.pick(&chat.there()),
        };
        found.unwrap_or_else(|| {
            let wrong = [0, -1, 7_777, i64::MAX, 0x7FFF_FFFF, 1 << 32];
            self.random.pick(&wrong).unwrap_or_default()
        })
    }

    /// Returns a chat, or now and then what is none.
    pub(super) fn some_chat(&mut self) -> Value {
        if self.random.once_in(12) {
            let wrong = [
                json!("@nobody"),
                json!("x"),
                json!(0),
                json!(-1),
                json!(i64::MIN),
                json!("@fake_supergroup"),
            ];
            return self.random.pick(&wrong).unwrap_or_default();
        }
        let chats = self.known.chats();
        self.random.pick(&chats).unwrap_or(42).into()
    }

    pub(super) fn user(&mut self) -> i64 {
        let users = self.known.users();
        let known = self.random.pick(&users).unwrap_or(42);
        if self.random.once_in(15) { 777 } else { known }
    }

    /// Returns an object with its required fields and some others.
    pub(super) fn object(&mut self, info: &TypeInfo, depth: usize) -> Map<String, Value> {
        let mut members = Map::new();
        if let Some((tag, value)) = info.tag {
            members.insert(tag.to_owned(), value.into());
        }
        for field in info.fields {
            let is_wanted = field.required || depth < DEEPEST && self.random.once_in(6);
            if is_wanted && !members.contains_key(field.name) {
                let value = self.field(info.name, field, depth);
                members.insert(field.name.to_owned(), value);
            }
        }
        members
    }

    fn named(&mut self, name: &str, depth: usize) -> Value {
        match name {
            "RichText" => return self.text().into(),
            "Chat" => return self.known.chat_object(self.chat),
            "User" => {
                let user = self.user();
                let unknown = json!({"id": user, "is_bot": false, "first_name": "New"});
                return self.known.user_object(user).unwrap_or(unknown);
            }
            _ => {}
        }
        if let Some(info) = schema::object(name) {
            return self.object(info, depth + 1).into();
        }
        let variants = schema::union(name).map_or(&[][..], |union| union.variants);
        let names: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
        match self.random.pick(&names).and_then(schema::object) {
            Some(info) => self.object(info, depth + 1).into(),
            None => Value::Null,
        }
    }

    /// Returns a value of a field of an object or method.
    pub(super) fn field(&mut self, owner: &str, field: &FieldInfo, depth: usize) -> Value {
        match (field.name, field.api_type) {
            ("message_id", ApiType::Integer) => return self.message().into(),
            ("message_ids", _) => {
                let mut ids: Vec<i64> =
                    (0..=self.random.below(3)).map(|_| self.message()).collect();
                ids.sort_unstable();
                ids.dedup();
                return json!(ids);
            }
            (name, ApiType::Integer) if name.ends_with("user_id") => return self.user().into(),
            ("date", _) => return 1_700_000_000.into(),
            (name, ApiType::Boolean) if schemas::is_always_true(owner, name) => return true.into(),
            (name, ApiType::String) if name.ends_with("parse_mode") => {
                let modes = ["HTML", "MarkdownV2", "Markdown", "None", "x"];
                return self.random.pick(&modes).into();
            }
            _ => {}
        }
        let bounds = bounds(field);
        match field.api_type {
            ApiType::Integer => {
                let (least, most) = bounds;
                let options = [
                    least,
                    least.saturating_add(1),
                    most.min(least.saturating_add(600)),
                ];
                self.random.pick(&options).unwrap_or_default().into()
            }
            ApiType::String => self.words(owner, field),
            ApiType::Array(item) => {
                let least = usize::try_from(bounds.0).unwrap_or_default();
                let count = least + self.random.below(3);
                let items = (0..count).map(|_| match item {
                    ApiType::String => self.words(owner, field),
                    item => self.of_type(item, depth),
                });
                Value::Array(items.collect())
            }
            ref ty => self.of_type(ty, depth),
        }
    }

    fn words(&mut self, owner: &str, field: &FieldInfo) -> Value {
        if let Some(word) = self.random.pick(schema::words(owner, field.name)) {
            return word.into();
        }
        let known = self.known.texts(field.name);
        match (field.name, self.random.pick(&known)) {
            (_, Some(text)) if !self.random.once_in(6) => text.into(),
            ("currency", _) => "XTR".into(),
            ("emoji", _) => self.random.pick(&["🎲", "👍", "🎯", "x"]).into(),
            ("callback_data" | "payload", _) => "data".into(),
            (name, _) if name.contains("url") => "https://example.com/a".into(),
            ("command", _) => "start".into(),
            _ => self.text().into(),
        }
    }

    pub(super) fn of_type(&mut self, ty: &ApiType, depth: usize) -> Value {
        // A type may contain itself.
        if depth > 2 * DEEPEST {
            return Value::Null;
        }
        match ty {
            ApiType::Integer => self.random.below(100).into(),
            ApiType::Float => json!(1.5),
            ApiType::Boolean => self.random.once_in(2).into(),
            ApiType::ChatId => self.some_chat(),
            ApiType::InputFile => {
                let known = self.known.texts("file_id");
                let known = self
                    .random
                    .pick(&known)
                    .unwrap_or_else(|| "FakeId".to_owned());
                let other = [
                    "attach://part",
                    "https://example.com/a.png",
                    "FakeId-new",
                    "",
                ];
                let other = self.random.pick(&other).unwrap_or_default();
                let is_known = self.random.once_in(2);
                if is_known { known.into() } else { other.into() }
            }
            ApiType::Array(item) => {
                let items = (0..self.random.below(3)).map(|_| self.of_type(item, depth + 1));
                Value::Array(items.collect())
            }
            ApiType::Object(name) => self.named(name, depth),
            ApiType::OneOf(types) => {
                let ty = self.random.pick(types);
                ty.map_or(Value::Null, |ty| self.of_type(&ty, depth))
            }
            _ => self.text().into(),
        }
    }
}

/// Returns the bounds of a number, or of the number of items.
fn bounds(field: &FieldInfo) -> (i64, i64) {
    let number = |number: Number| match number {
        Number::Int(number) => i64::try_from(number).ok(),
        Number::Uint(number) => i64::try_from(number).ok(),
        Number::Float(_) => None,
    };
    let size = |size: usize| i64::try_from(size).ok();
    let found = field.rules.iter().find_map(|rule| match rule {
        Rule::Range(bounds) | Rule::RangeOr(bounds, _) => {
            Some((bounds.min.and_then(number), bounds.max.and_then(number)))
        }
        Rule::Items(bounds) => Some((bounds.min.and_then(size), bounds.max.and_then(size))),
        _ => None,
    });
    let (least, most) = found.unwrap_or_default();
    (least.unwrap_or(0), most.unwrap_or(100))
}
