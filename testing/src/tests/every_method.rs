//! Every method is answered, and what is given comes back.

use serde_json::{Map, Value, json};
use telegrammar::schema::{ApiType, FieldInfo, MethodInfo};

use super::{FakeBotApi, call, connect_business, result, start};
use crate::answers::{sample, schema};

/// Members of a result that say something else than the parameter of that name.
const OTHER: [&str; 4] = ["message_id", "date", "type", "photo"];

/// Returns a value for a parameter that the fake accepts.
fn argument(method: &MethodInfo, param: &FieldInfo, message: i64) -> Value {
    match (param.name, param.api_type) {
        ("message_id", _) => message.into(),
        ("message_ids", _) => json!([message]),
        ("user_id" | "chat_id", _) | (_, ApiType::ChatId) => 42.into(),
        // With a parse mode, entities are ignored.
        (name, _) if name.ends_with("parse_mode") => "None".into(),
        (_, ApiType::Array(ApiType::Object("MessageEntity"))) => {
            json!([{"type": "bold", "offset": 0, "length": 1}])
        }
        ("button", _) if method.name() == "answerInlineQuery" => {
            json!({"text": "button", "start_parameter": "a"})
        }
        ("emoji_list", _) => json!(["🎲"]),
        ("custom_emoji_ids", _) => json!(["5368324170671202286"]),
        ("secret_token", _) => "secret-token".into(),
        ("url", _) => "https://example.com/".into(),
        ("reply_parameters", _) => json!({"message_id": message}),
        ("reply_markup", _) => {
            json!({"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]})
        }
        (_, ApiType::InputFile) => format!("FakeId-{}", param.name).into(),
        (_, ApiType::Boolean) => true.into(),
        (name, ApiType::String) => match schema::words(method.name(), name).first() {
            Some(word) => (*word).into(),
            None => name.replace('_', " ").into(),
        },
        (_, ref ty) => sample::value(ty, 1_700_000_000),
    }
}

pub(super) fn arguments(
    method: &MethodInfo,
    message: i64,
    with_optional: bool,
) -> Map<String, Value> {
    let is_inline = |param: &FieldInfo| param.name == "inline_message_id";
    let names_message = |param: &FieldInfo| matches!(param.name, "chat_id" | "message_id");
    let params = method.params().iter().filter(|param| !is_inline(param));
    let params = params.filter(|param| with_optional || param.required || names_message(param));
    let argument = |param: &FieldInfo| {
        (
            param.name.to_owned(),
            self::argument(method, param, message),
        )
    };
    params.map(argument).collect()
}

/// Sends a message, in the name of an account if there is a connection, and returns its id.
async fn message(fake: &FakeBotApi, method: &str, connection: Option<&str>) -> i64 {
    let (method, mut body) = match method {
        "stopPoll" => (
            "sendPoll",
            json!({"question": "Q", "options": [{"text": "a"}, {"text": "b"}]}),
        ),
        name if name.contains("LiveLocation") => (
            "sendLocation",
            json!({"latitude": 1.5, "longitude": 2.5, "live_period": 60}),
        ),
        "editMessageCaption" => (
            "sendPhoto",
            json!({"photo": "FakePhoto", "caption": "before"}),
        ),
        "setGameScore" => ("sendGame", json!({"game_short_name": "chess"})),
        "editMessageChecklist" => {
            let checklist = json!({"title": "T", "tasks": [{"id": 1, "text": "a"}]});
            ("sendChecklist", json!({"checklist": checklist}))
        }
        "editMessageReplyMarkup" => {
            let markup = json!({"inline_keyboard": [[{"text": "No", "callback_data": "n"}]]});
            (
                "sendMessage",
                json!({"text": "before", "reply_markup": markup}),
            )
        }
        _ => ("sendMessage", json!({"text": "before"})),
    };
    body["chat_id"] = 42.into();
    if let Some(connection) = connection {
        body["business_connection_id"] = connection.into();
    }
    let sent = result(&call(fake, method, &body.to_string()).await);
    sent["message_id"].as_i64().expect("an id")
}

#[tokio::test]
async fn every_method_is_answered_with_and_without_optional_parameters() {
    let methods = schema::all_methods();
    assert!(methods.len() > 180);
    for method in methods {
        let name = method.info.name();
        // The first waits; the others need an upload.
        if matches!(name, "getUpdates" | "setChatPhoto" | "uploadStickerFile") {
            continue;
        }
        for with_optional in [false, true] {
            let fake = start().await;
            let params = method.info.params().iter();
            let mut params = params.filter(|param| with_optional || param.required);
            let in_account = params.any(|param| param.name == "business_connection_id");
            let connection = in_account.then(|| fake.user("Ann").connects_business().result());
            let message = message(&fake, name, connection.as_deref()).await;
            let mut arguments = arguments(method.info, message, with_optional);
            if name == "pinChatMessage" || name == "unpinChatMessage" {
                let mut pin = json!({"chat_id": 42, "message_id": message});
                if let Some(id) = &connection {
                    pin["business_connection_id"] = id.as_str().into();
                }
                call(&fake, "pinChatMessage", &pin.to_string()).await;
            }
            if name == "answerShippingQuery" {
                let options =
                    json!([{"id": "1", "title": "T", "prices": [{"label": "a", "amount": 1}]}]);
                arguments.insert("shipping_options".to_owned(), options);
            }
            if name == "editMessageText" {
                arguments.insert("text".to_owned(), "after".into());
            }
            if name == "getFile" {
                let photo = json!({"chat_id": 42, "photo": "FakePhoto"});
                call(&fake, "sendPhoto", &photo.to_string()).await;
                arguments.insert("file_id".to_owned(), "FakePhoto".into());
            }
            // The owner is banned by nobody, and in private chats nobody is.
            let of_members = ["ChatMember", "ChatAdministrator"];
            if of_members.iter().any(|it| name.contains(it)) && !name.starts_with("setChatMember") {
                let ann = fake.user("Ann").in_supergroup();
                ann.joins();
                arguments.insert("chat_id".to_owned(), (-1_001_234_567_890_i64).into());
                arguments.insert("user_id".to_owned(), ann.id().into());
            }
            if name == "setChatAdministratorCustomTitle" {
                let promotion = json!({"chat_id": -1_001_234_567_890_i64, "user_id": 1001, "can_pin_messages": true});
                call(&fake, "promoteChatMember", &promotion.to_string()).await;
            }
            super::prepared::prepare_group(&fake, name, &mut arguments).await;
            if name == "sendPoll" && with_optional {
                arguments.insert("correct_option_ids".to_owned(), json!([0]));
            }
            if name == "setChatDescription" {
                let before = json!({"chat_id": arguments["chat_id"], "description": "before"});
                call(&fake, name, &before.to_string()).await;
            }
            for (member, value) in [("live_period", 60), ("heading", 90)] {
                if arguments.contains_key(member) {
                    arguments.insert(member.to_owned(), value.into());
                }
            }
            if name == "sendMediaGroup" {
                let media =
                    json!([{"type": "photo", "media": "A"}, {"type": "video", "media": "B"}]);
                arguments.insert("media".to_owned(), media);
            }
            if let Some(id) = &connection {
                arguments.insert("business_connection_id".to_owned(), id.as_str().into());
            }
            if name == "answerWebAppQuery" {
                let opened = fake.user("Ann").opens_mini_app();
                let (_, id) = opened.split_once("query_id=").expect("an id");
                let id = id.split('&').next().expect("an id");
                arguments.insert("web_app_query_id".to_owned(), id.into());
            }
            let body = Value::Object(arguments.clone()).to_string();
            let answer = call(&fake, name, &body).await;
            assert!(answer.starts_with("HTTP/1.1 200 "), "{name}: {answer}");
            let result = result(&answer);
            // Accounts have no topics.
            if connection.is_some() {
                assert!(result.get("message_thread_id").is_none(), "{result}");
                arguments.remove("message_thread_id");
            }
            comes_back(method.result, &arguments, &result, name);
        }
    }
}

/// Compares the arguments with the members of the result that have their names and types.
fn comes_back(ty: ApiType, arguments: &Map<String, Value>, result: &Value, method: &str) {
    let ty = match ty {
        ApiType::OneOf([first, ..]) => *first,
        other => other,
    };
    let ApiType::Object(object) = ty else { return };
    let Some(info) = schema::object(object) else {
        return;
    };
    let method = schema::method(&method.to_ascii_lowercase())
        .expect("a method")
        .info;
    for (name, value) in arguments {
        let field = schema::field(info, name);
        let param = method.param(name).expect("a parameter");
        let is_same = field.is_some_and(|field| field.api_type == param.api_type);
        let is_markup = name == "reply_markup" && object == "Message";
        if (is_same || is_markup) && !OTHER.contains(&name.as_str()) {
            assert_eq!(&result[name], value, "{}.{name}: {result}", method.name());
        }
    }
}

#[tokio::test]
async fn a_message_carries_what_was_given() {
    let fake = start().await;
    let first = message(&fake, "", None).await;
    let entities = json!([{"type": "bold", "offset": 0, "length": 2}]);
    let markup = json!({"inline_keyboard": [[{"text": "Yes", "callback_data": "yes"}]]});
    let body = json!({
        "chat_id": 42, "text": "Hello", "entities": entities, "protect_content": true,
        "link_preview_options": {"is_disabled": true}, "message_effect_id": "5104841245755180586",
        "reply_parameters": {"message_id": first, "quote": "bef"}, "reply_markup": markup,
    });
    let sent = result(&call(&fake, "sendMessage", &body.to_string()).await);
    assert_eq!(sent["entities"], entities);
    assert_eq!(sent["reply_markup"], markup);
    assert_eq!(sent["has_protected_content"], true);
    assert_eq!(sent["link_preview_options"], json!({"is_disabled": true}));
    assert_eq!(sent["effect_id"], "5104841245755180586");
    assert_eq!(sent["reply_to_message"]["message_id"], first);
    assert_eq!(sent["quote"]["text"], "bef");
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "a table")]
async fn every_kind_of_content_comes_back() {
    let fake = start().await;
    connect_business(&fake, "b");
    for (method, given, path, expected) in [
        (
            "sendLocation",
            json!({"latitude": 1.5, "longitude": 2.5, "live_period": 60}),
            "/location",
            json!({"latitude": 1.5, "longitude": 2.5, "live_period": 60}),
        ),
        (
            "sendVenue",
            json!({"latitude": 1.5, "longitude": 2.5, "title": "T", "address": "A"}),
            "/venue",
            json!({"location": {"latitude": 1.5, "longitude": 2.5}, "title": "T", "address": "A"}),
        ),
        (
            "sendVenue",
            json!({"latitude": 1.5, "longitude": 2.5, "title": "T", "address": "A"}),
            "/location",
            json!({"latitude": 1.5, "longitude": 2.5}),
        ),
        (
            "sendContact",
            json!({"phone_number": "1", "first_name": "Ann"}),
            "/contact",
            json!({"phone_number": "1", "first_name": "Ann"}),
        ),
        (
            "sendDice",
            json!({"emoji": "🎯"}),
            "/dice/emoji",
            json!("🎯"),
        ),
        (
            "sendPoll",
            json!({"question": "Q", "options": [{"text": "a"}, {"text": "b"}], "is_anonymous": false, "type": "quiz", "correct_option_ids": [1]}),
            "/poll/question",
            json!("Q"),
        ),
        (
            "sendPoll",
            json!({"question": "Q", "options": [{"text": "a"}, {"text": "b"}]}),
            "/poll/options/1/text",
            json!("b"),
        ),
        (
            "sendPoll",
            json!({"question": "Q", "options": [{"text": "a"}, {"text": "b"}]}),
            "/poll/is_anonymous",
            json!(true),
        ),
        (
            "sendInvoice",
            json!({"title": "T", "description": "D", "payload": "p", "currency": "XTR", "prices": [{"label": "a", "amount": 3}, {"label": "b", "amount": 4}]}),
            "/invoice/total_amount",
            json!(7),
        ),
        (
            "sendVideo",
            json!({"video": "V", "duration": 9, "width": 10, "caption": "C", "has_spoiler": true}),
            "/video/duration",
            json!(9),
        ),
        (
            "sendVideo",
            json!({"video": "V", "has_spoiler": true}),
            "/has_media_spoiler",
            json!(true),
        ),
        (
            "sendVideo",
            json!({"video": "V", "caption": "C"}),
            "/caption",
            json!("C"),
        ),
        (
            "sendAudio",
            json!({"audio": "A", "performer": "P", "title": "T"}),
            "/audio/performer",
            json!("P"),
        ),
        (
            "sendAnimation",
            json!({"animation": "N"}),
            "/document/file_id",
            json!("N"),
        ),
        (
            "sendPaidMedia",
            json!({"star_count": 5, "media": [{"type": "photo", "media": "P"}]}),
            "/paid_media/star_count",
            json!(5),
        ),
        (
            "sendPaidMedia",
            json!({"star_count": 5, "media": [{"type": "photo", "media": "P"}]}),
            "/paid_media/paid_media/0/type",
            json!("photo"),
        ),
        (
            "sendChecklist",
            json!({"business_connection_id": "b", "checklist": {"title": "T", "tasks": [{"id": 1, "text": "a"}]}}),
            "/checklist/tasks/0/text",
            json!("a"),
        ),
        (
            "sendSticker",
            json!({"sticker": "S", "emoji": "🙂"}),
            "/sticker/emoji",
            json!("🙂"),
        ),
    ] {
        let mut given = given;
        given["chat_id"] = 42.into();
        let sent = result(&call(&fake, method, &given.to_string()).await);
        assert_eq!(sent.pointer(path), Some(&expected), "{method}: {sent}");
    }
}

#[tokio::test]
async fn a_setting_is_returned() {
    let fake = start().await;
    let commands = json!([{"command": "start", "description": "Starts"}]);
    let set = json!({"commands": commands, "language_code": "de"});
    call(&fake, "setMyCommands", &set.to_string()).await;
    let german = result(&call(&fake, "getMyCommands", r#"{"language_code":"de"}"#).await);
    assert_eq!(german, commands);
    assert_eq!(result(&call(&fake, "getMyCommands", "{}").await), json!([]));
    call(&fake, "deleteMyCommands", r#"{"language_code":"de"}"#).await;
    let german = result(&call(&fake, "getMyCommands", r#"{"language_code":"de"}"#).await);
    assert_eq!(german, json!([]));

    call(&fake, "setMyName", r#"{"name":"Robo"}"#).await;
    assert_eq!(
        result(&call(&fake, "getMyName", "{}").await),
        json!({"name": "Robo"})
    );
    call(
        &fake,
        "setChatTitle",
        r#"{"chat_id":-1001234567890,"title":"New"}"#,
    )
    .await;
    let chat = result(&call(&fake, "getChat", r#"{"chat_id":-1001234567890}"#).await);
    assert_eq!(chat["title"], "New");
}

#[tokio::test]
async fn members_come_in_the_order_of_the_server() {
    let fake = start().await;
    let answer = call(&fake, "sendMessage", r#"{"text":"Hello","chat_id":42}"#).await;
    let (_, body) = answer.split_once("\r\n\r\n").expect("a body");
    let at = |name: &str| body.find(&format!("\"{name}\":")).expect(name);
    let order = ["message_id", "from", "chat", "date", "text"];
    assert!(order.map(at).is_sorted(), "{body}");
    fake.user("Ann").says("Hello");
    let answer = call(&fake, "getUpdates", "{}").await;
    assert!(
        answer.contains("{\"ok\":true,\"result\":[{\"update_id\":"),
        "{answer}"
    );
    assert!(answer.contains(",\n\"message\":"), "{answer}");
}
