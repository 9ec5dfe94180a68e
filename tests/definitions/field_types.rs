//! Methods and types accept the same types of fields, and each is read back as it was sent.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::Arc;

use serde_json::{Value, json};
use telegrammar::transport::{self, Response};
use telegrammar::types::User;
use telegrammar::{from_json, from_json_strict, telegram_method, telegram_type};

type Maybe = Option<String>;

macro_rules! definitions {
    ($($field:ident: $type:ty = $json:tt;)+) => {
        #[telegram_method("everything", unlisted, returns = bool)]
        #[derive(Clone, Debug, PartialEq)]
        struct Method {
            $($field: $type,)+
        }

        #[telegram_method("everything", unlisted, returns = bool)]
        #[derive(Clone, Debug, PartialEq)]
        struct OptionalMethod {
            $($field: Option<$type>,)+
        }

        #[telegram_type(unlisted)]
        #[derive(Clone, Debug, PartialEq)]
        struct Type {
            $($field: $type,)+
        }

        #[telegram_type(unlisted)]
        #[derive(Clone, Debug, PartialEq)]
        struct OptionalType {
            $($field: Option<$type>,)+
        }

        fn value() -> Value {
            let members = [$((stringify!($field).to_owned(), json!($json))),+];
            Value::Object(members.into_iter().collect())
        }
    };
}

definitions! {
    boxed_str: Box<str> = "a";
    arc_str: Arc<str> = "b\n";
    rc_str: Rc<str> = "ü";
    cow_str: Cow<'static, str> = "\"";
    boxed: Box<i64> = 1;
    arc: Arc<User> = { "id": 1, "is_bot": false, "first_name": "A" };
    rc: Rc<User> = { "id": 2, "is_bot": true, "first_name": "B" };
    arc_string: Arc<String> = "c";
    slice: Box<[i64]> = [1, 2];
    arc_slice: Arc<[User]> = [{ "id": 3, "is_bot": false, "first_name": "C" }];
    rc_slice: Rc<[bool]> = [true, false];
    cow: Cow<'static, User> = { "id": 4, "is_bot": false, "first_name": "D" };
    cow_string: Cow<'static, String> = "f";
    cows: Vec<Cow<'static, User>> = [{ "id": 5, "is_bot": true, "first_name": "E" }];
    cow_slice: Cow<'static, [String]> = ["d"];
    arc_vec: Arc<Vec<f64>> = [1.5];
    array: [u16; 3] = [7, 8, 9];
    nested: Vec<Box<[Arc<str>]>> = [["e"], []];
    map: BTreeMap<String, i64> = { "x": 1 };
    hash_map: HashMap<String, String> = { "y": "z" };
    boxed_keys: BTreeMap<Box<str>, Vec<String>> = { "k": ["l"] };
    arc_keys: HashMap<Arc<str>, User> = { "m": { "id": 6, "is_bot": false, "first_name": "F" } };
    rc_keys: BTreeMap<Rc<str>, i64> = { "n\n": 1 };
    cow_keys: HashMap<Cow<'static, str>, bool> = { "\"": true };
    any: Value = { "anything": [1, null, "x"] };
}

#[test]
fn each_type_of_a_method_is_read_back() {
    let value = value();
    let method: Method = serde_json::from_value(value.clone()).expect("a method");
    assert_eq!(serde_json::to_value(&method).expect("JSON"), value);
    let method: OptionalMethod = serde_json::from_value(value.clone()).expect("a method");
    assert_eq!(serde_json::to_value(&method).expect("JSON"), value);
    assert_eq!(
        serde_json::to_string(&OptionalMethod::new()).expect("JSON"),
        "{}"
    );
}

#[test]
fn each_type_of_a_type_is_read_back() {
    let value = value();
    let text = value.to_string();
    let read: Type = from_json(text.as_bytes()).expect("a type");
    assert_eq!(serde_json::to_value(&read).expect("JSON"), value);
    let strict: Type = from_json_strict(text.as_bytes()).expect("a type");
    let by_serde: Type = serde_json::from_value(value.clone()).expect("a type");
    assert_eq!((&strict, &by_serde), (&read, &read));
    let read: OptionalType = from_json(text.as_bytes()).expect("a type");
    assert_eq!(serde_json::to_value(&read).expect("JSON"), value);
    let empty: OptionalType = from_json(b"{}").expect("a type");
    assert_eq!(empty, OptionalType::new());
}

#[test]
fn a_wrong_value_in_a_pointer_is_an_error_at_its_path() {
    for (field, wrong, path) in [
        ("boxed_str", json!(1), "boxed_str"),
        ("arc", json!({ "id": "x" }), "arc.id"),
        ("arc_slice", json!([{ "id": 1.5 }]), "arc_slice[0].id"),
        ("slice", json!([1, "x"]), "slice[1]"),
        ("array", json!([1, 2]), "array"),
        ("array", json!([1, 2, 70000]), "array[2]"),
    ] {
        let mut value = value();
        value[field] = wrong;
        let error = from_json_strict::<Type>(value.to_string().as_bytes()).expect_err(field);
        assert_eq!(error.path(), path, "{error}");
    }
}

/// A field with a default or hidden behind an alias, which the server leaves out.
#[telegram_type("Chat")]
#[derive(Debug, PartialEq)]
struct Chat {
    id: i64,
    r#type: telegrammar::types::ChatType,
    title: Maybe,
    #[telegram(default = "nobody")]
    username: Arc<str>,
    is_forum: bool,
}

#[test]
fn an_absent_field_is_none_or_its_default() {
    for text in [
        r#"{"id":1,"type":"private"}"#,
        r#"{"id":1,"type":"private","title":null,"username":null}"#,
    ] {
        let chat: Chat = from_json(text.as_bytes()).expect("a chat");
        assert_eq!(
            (chat.title, &*chat.username, chat.is_forum),
            (None, "nobody", false)
        );
        let chat: Chat = from_json_strict(text.as_bytes()).expect("a chat");
        assert_eq!(&*chat.username, "nobody");
    }
}

#[telegram_method("getMe", returns = Option<User>)]
struct MaybeMe;

#[telegram_method("getUpdates", returns = Box<[telegrammar::types::Update]>)]
struct Updates;

#[test]
fn a_result_may_be_optional_or_a_slice() {
    let read = |result: &str| Response::new(200, format!(r#"{{"ok":true,"result":{result}}}"#));
    let none = transport::decode_response::<MaybeMe>(&read("null"), 1 << 20);
    assert_eq!(none.expect("nobody"), None);
    let user = r#"{"id":1,"is_bot":true,"first_name":"A"}"#;
    let some = transport::decode_response::<MaybeMe>(&read(user), 1 << 20);
    assert_eq!(some.expect("a user").map(|user| user.id), Some(1));
    let updates = transport::decode_response::<Updates>(&read(r#"[{"update_id":7}]"#), 1 << 20);
    assert_eq!(updates.expect("updates")[0].update_id, 7);
}
