//! Servers of Bot API versions that are newer than this release: what is known of those of
//! November 2026 does no harm. The facts of this release say nothing about it.

use serde_json::{Value, json};
use telegrammar::methods::{GetMe, GetUpdates, SendRichMessage};
use telegrammar::types::{
    InputRichBlockParagraph, Message, RichBlock, RichText, Update, UpdateKind, User,
};
use telegrammar::value::UnknownFields;
use telegrammar::{
    Bot, Method, Server, from_json, from_json_strict, telegram_method, telegram_type,
};
use telegrammar_testing::{FakeBotApi, Reply};

async fn server() -> (FakeBotApi, Bot) {
    let fake = FakeBotApi::start().await.expect("a server");
    let server = Server::new(fake.url()).expect("its URL");
    let bot = Bot::builder(fake.token()).server(server).build();
    (fake, bot.expect("a bot"))
}

fn read<T: serde::de::DeserializeOwned + telegrammar::__private::Decode>(json: &Value) -> T {
    from_json(json.to_string().as_bytes()).expect("a value")
}

/// A user with members that no definition knows, of every kind of JSON.
fn full_info() -> Value {
    json!({
        "id": 7, "is_bot": true, "first_name": "Bot", "username": "a_bot",
        "settings": {"callback_query_mode": "inline", "deep": [[{"a": null}], []]},
        "list": [1, 2.5, "x", true, null, {}], "count": 18_446_744_073_709_551_615_u64,
        "ratio": -0.5, "flag": false, "nothing": null, "text": "\u{0}\u{1f600}",
    })
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct BotFullInfo {
    #[telegram(flatten)]
    user: User,
    settings: Option<Settings>,
    #[telegram(rest)]
    rest: UnknownFields,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Settings {
    callback_query_mode: String,
}

#[telegram_method("getMe", returns = BotFullInfo)]
struct GetFullInfo;

#[tokio::test]
async fn a_wider_result_is_the_known_one_and_can_be_had_in_full() {
    let (fake, bot) = server().await;
    fake.reply("getMe", Reply::result(full_info()).always());
    let known = GetMe::new().send(&bot).await.expect("a user");
    let narrow = json!({"id": 7, "is_bot": true, "first_name": "Bot", "username": "a_bot"});
    assert_eq!(known, read::<User>(&narrow));
    let text = full_info().to_string();
    assert_eq!(
        from_json_strict::<User>(text.as_bytes()).expect("a user"),
        known
    );

    let full = GetFullInfo::new()
        .send(&bot)
        .await
        .expect("the full information");
    assert_eq!(full.user, known);
    assert_eq!(
        full.settings.as_ref().map(|of| &*of.callback_query_mode),
        Some("inline")
    );
    assert_eq!(full.rest.len(), 6);
    // What `Settings` does not declare is skipped, everything else is written back.
    let mut expected = full_info();
    expected["settings"]
        .as_object_mut()
        .expect("settings")
        .remove("deep");
    assert_eq!(serde_json::to_value(&full).expect("JSON"), expected);
}

#[test]
fn a_callback_query_has_the_message_the_inline_id_both_or_neither() {
    let message = json!({"message_id": 1, "date": 2, "chat": {"id": 3, "type": "private"}});
    for (message, inline) in [
        (Some(&message), None),
        (None, Some("an id")),
        (Some(&message), Some("an id")),
        (None, None),
    ] {
        let mut query = json!({
            "id": "1", "from": {"id": 9, "is_bot": false, "first_name": "Ann"},
            "chat_instance": "2", "data": "3",
        });
        if let Some(message) = message {
            query["message"] = message.clone();
        }
        if let Some(inline) = inline {
            query["inline_message_id"] = inline.into();
        }
        let update = json!({"update_id": 1, "callback_query": query});
        let text = update.to_string();
        let [lenient, strict] = [from_json, from_json_strict].map(|read| read(text.as_bytes()));
        let (lenient, strict): (Update, Update) = (lenient.expect("one"), strict.expect("one"));
        assert_eq!(lenient, strict);
        assert!(lenient.repairs().is_empty());
        let UpdateKind::CallbackQuery(query) = &lenient.kind else {
            panic!("{lenient:?}")
        };
        assert_eq!(query.message.is_some(), message.is_some());
        assert_eq!(query.inline_message_id.as_deref(), inline);
        assert_eq!(serde_json::to_value(&lenient).expect("JSON"), update);
    }
}

/// A quotation with `blocks` where this release has `text`.
fn quotation() -> Value {
    json!({
        "type": "expandable_blockquote",
        "blocks": [{"type": "divider"}, {"type": "paragraph", "text": "Hi"}],
        "credit": "Ann",
    })
}

fn rich_message() -> Value {
    json!({
        "message_id": 1, "date": 2, "chat": {"id": 3, "type": "private"},
        "rich_message": {"blocks": [{"type": "divider"}, quotation(), {"type": "divider"}]},
    })
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Quotation {
    blocks: Vec<RichBlock>,
    credit: Option<RichText>,
}

#[tokio::test]
async fn a_quotation_with_other_fields_is_stored_in_its_place() {
    let updates = json!([
        {"update_id": 1, "message": rich_message()},
        {"update_id": 2, "message": {"message_id": 4, "date": 2, "chat": {"id": 3, "type": "private"}, "text": "Hi"}},
    ]);
    let (fake, bot) = server().await;
    fake.reply("getUpdates", Reply::result(updates.clone()));
    let read = GetUpdates::new().send(&bot).await.expect("updates");
    let [first, second] = read.as_slice() else {
        panic!("{read:?}")
    };
    let UpdateKind::Message(message) = &first.kind else {
        panic!("{first:?}")
    };
    let blocks = &message
        .rich_message
        .as_ref()
        .expect("a rich message")
        .blocks;
    let [
        RichBlock::Divider(_),
        RichBlock::Unknown(stored),
        RichBlock::Divider(_),
    ] = &blocks[..]
    else {
        panic!("{blocks:?}")
    };
    assert_eq!(stored.tag(), "expandable_blockquote");
    assert!(stored.error().expect("a known variant").contains("text"));
    // It says so, and nothing is lost.
    let [repair] = first.repairs() else {
        panic!("{:?}", first.repairs())
    };
    assert_eq!(repair.path, "message.rich_message.blocks[1]");
    assert!(second.repairs().is_empty());
    assert_eq!(serde_json::to_value(&read).expect("JSON"), updates);
    // The stored one can be read by whoever knows its fields.
    let known: Quotation = from_json(stored.json()).expect("a quotation");
    assert!(matches!(
        &known.blocks[..],
        [RichBlock::Divider(_), RichBlock::Paragraph(_)]
    ));

    let strict = from_json_strict::<Message>(rich_message().to_string().as_bytes());
    let error = strict.expect_err("no text").to_string();
    assert!(
        error.contains("rich_message.blocks[1]") && error.contains("text"),
        "{error}"
    );
}

/// Blocks to send, one of them with `blocks` where this release has `text`.
#[telegram_type(unlisted, tag = "type")]
#[derive(Clone, Debug, PartialEq)]
enum Block {
    Paragraph(InputRichBlockParagraph),
    #[telegram(rename = "expandable_blockquote")]
    Quotation(InputQuotation),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct InputQuotation {
    blocks: Vec<Block>,
    credit: Option<RichText>,
}

#[telegram_type("InputRichMessage")]
#[derive(Clone, Debug, PartialEq)]
struct RichMessage {
    blocks: Vec<Block>,
}

#[telegram_method("sendRichMessage")]
struct SendBlocks {
    chat_id: i64,
    rich_message: RichMessage,
}

#[test]
fn the_new_quotation_can_be_sent() {
    let paragraph = || Block::Paragraph(InputRichBlockParagraph::new("Hi"));
    let quotation = InputQuotation::new(vec![paragraph()]);
    let blocks = vec![paragraph(), Block::Quotation(quotation)];
    let call = SendBlocks::new(1, RichMessage::new(blocks));
    call.validate().expect("a valid call");
    let paragraph = json!({"type": "paragraph", "text": "Hi"});
    let quotation = json!({"type": "expandable_blockquote", "blocks": [paragraph]});
    assert_eq!(
        serde_json::to_value(&call).expect("JSON"),
        json!({"chat_id": 1, "rich_message": {"blocks": [paragraph, quotation]}})
    );
    assert_eq!(SendBlocks::INFO.name(), SendRichMessage::INFO.name());
}

/// The new method, with parameters that are guesses.
#[telegram_method("setMySettings", returns = bool, unlisted)]
struct SetMySettings {
    callback_query_mode: Option<String>,
}

/// A known method with a new parameter, alone and beside all known ones.
#[telegram_method("answerCallbackQuery")]
struct Answer {
    callback_query_id: String,
    #[telegram(unlisted)]
    callback_query_mode: Option<String>,
}

#[telegram_method("answerCallbackQuery")]
struct AnswerWithAll {
    #[telegram(flatten)]
    base: telegrammar::methods::AnswerCallbackQuery,
    #[telegram(unlisted)]
    callback_query_mode: Option<String>,
}

#[tokio::test]
async fn a_new_method_and_a_new_parameter_can_be_sent() {
    let (fake, bot) = server().await;
    fake.reply("setMySettings", Reply::result(json!(true)).always());
    fake.reply("answerCallbackQuery", Reply::result(json!(true)).always());
    for call in [
        SetMySettings::new(),
        SetMySettings::new().callback_query_mode("inline"),
    ] {
        assert!(call.send(&bot).await.expect("a result"));
    }
    let call = Answer::new("1").callback_query_mode("inline");
    assert!(call.send(&bot).await.expect("a result"));
    let base = telegrammar::methods::AnswerCallbackQuery::new("1").text("Hi");
    let call = AnswerWithAll::new(base).callback_query_mode("inline");
    assert!(call.send(&bot).await.expect("a result"));
    let sent: Vec<_> = fake
        .requests()
        .iter()
        .map(|request| {
            (
                request.parameter("callback_query_mode").map(str::to_owned),
                request.parameter("text").map(str::to_owned),
            )
        })
        .collect();
    let inline = || Some("inline".to_owned());
    let text = Some("Hi".to_owned());
    assert_eq!(
        sent,
        [
            (None, None),
            (inline(), None),
            (inline(), None),
            (inline(), text)
        ]
    );
}
