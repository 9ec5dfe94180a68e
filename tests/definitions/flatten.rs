//! Definitions that have all fields of another one.

use serde_json::{Value, json};
use telegrammar::methods::{EditInlineMessageText, EditMessageText, SendMediaGroup, SendMessage};
use telegrammar::types::{InputMediaAudio, InputMediaPhoto, Message, User};
use telegrammar::value::UnknownFields;
use telegrammar::{InputFile, Method, from_json, from_json_strict, telegram_method, telegram_type};

/// Sends a text with a mood, which the facts do not know.
#[telegram_method("sendMessage")]
#[derive(Clone, Debug, PartialEq)]
struct SendMoodyMessage {
    /// What is known.
    #[telegram(flatten)]
    base: SendMessage,
    /// The mood.
    #[telegram(unlisted, len = 1..=5)]
    mood: Option<String>,
    /// Who is moody.
    #[telegram(unlisted)]
    who: i64,
}

#[test]
fn a_method_has_the_parameters_of_its_base() {
    let base = SendMessage::new(42, "Hello").protect_content(true);
    let call = SendMoodyMessage::new(base, 7).mood("sad");
    let json = serde_json::to_value(&call).unwrap();
    let expected = json!({
        "chat_id": 42, "text": "Hello", "protect_content": true, "mood": "sad", "who": 7,
    });
    assert_eq!(json, expected);
    assert_eq!(
        serde_json::from_value::<SendMoodyMessage>(json).unwrap(),
        call
    );

    let info = SendMoodyMessage::INFO;
    assert_eq!(info.name(), "sendMessage");
    let names = |info: &telegrammar::schema::MethodInfo| -> Vec<_> {
        info.params().iter().map(|param| param.name).collect()
    };
    let mut all = names(SendMessage::INFO);
    all.extend(["mood", "who"]);
    assert_eq!(names(info), all);
    assert_eq!(info.relations(), SendMessage::INFO.relations());
    assert_eq!(info.is_repeatable, SendMessage::INFO.is_repeatable);
}

#[test]
fn the_rules_of_the_base_and_its_own_hold_together() {
    let refused = |call: &SendMoodyMessage| call.validate().unwrap_err().to_string();
    let call = SendMoodyMessage::new(SendMessage::new(42, "x".repeat(4097)), 7).mood("too long");
    assert_eq!(
        refused(&call),
        "`sendMessage` was not sent: `text` must have 1..=4096 characters without the space around \
         it, but has 4097; `mood` must have 1..=5 characters, but has 8"
    );
}

/// Sends an album with a title.
#[telegram_method("sendMediaGroup")]
#[derive(Debug)]
struct SendAlbum {
    #[telegram(unlisted)]
    title: Option<String>,
    #[telegram(unlisted)]
    sound: Option<InputFile>,
    #[telegram(flatten)]
    base: SendMediaGroup,
}

#[test]
fn constraints_of_the_base_hold() {
    let audio = || InputMediaAudio::new(InputFile::id("a")).into();
    let photo = || InputMediaPhoto::new(InputFile::id("b")).into();
    let base = SendMediaGroup::new(1, vec![audio(), photo()]);
    let of_base = base.validate().unwrap_err().to_string();
    assert!(of_base.contains("`media`"), "{of_base}");
    let call = SendAlbum::new(base).title("A");
    assert_eq!(call.validate().unwrap_err().to_string(), of_base);
}

#[test]
fn a_file_in_the_base_and_an_own_one_are_uploaded() {
    const { assert!(SendAlbum::INFO.can_upload) };
    let photo = || InputMediaPhoto::new(InputFile::bytes(vec![1])).into();
    let base = SendMediaGroup::new(1, vec![photo(), photo()]);
    let call = SendAlbum::new(base).sound(InputFile::bytes(vec![2]));
    let error = serde_json::to_string(&call);
    // Uploads are no JSON, wherever they are.
    assert!(error.is_err(), "{error:?}");
}

/// A base that borrows.
#[telegram_method("waveAtUser", returns = Vec<User>, unlisted)]
struct Borrowing<'a> {
    name: &'a str,
    count: Option<u8>,
}

#[telegram_method("waveAtUsers", returns = Vec<User>, unlisted, one_of(left, right))]
struct Wave<'a> {
    #[telegram(flatten)]
    base: Borrowing<'a>,
    left: Option<bool>,
    right: Option<bool>,
}

#[test]
fn a_base_can_borrow_and_an_own_constraint_joins_those_of_the_base() {
    let wave = Wave::new(Borrowing::new("Rex").count(3)).left(true);
    wave.validate().unwrap();
    assert_eq!(
        serde_json::to_value(&wave).unwrap(),
        json!({"name": "Rex", "count": 3, "left": true})
    );
    let both = Wave::new(Borrowing::new("Rex")).left(true).right(true);
    assert_eq!(
        both.validate().unwrap_err().to_string(),
        "`waveAtUsers` was not sent: exactly one of `left`, `right` must be given, but `left`, `right` \
         are"
    );
}

#[test]
fn a_constraint_can_name_members_of_the_base() {
    #[telegram_method("waveAtUsers", returns = Vec<User>, unlisted, one_of(count, left))]
    struct Wave<'a> {
        #[telegram(flatten)]
        base: Borrowing<'a>,
        left: Option<bool>,
    }
    let refused = |wave: &Wave<'_>| wave.validate().unwrap_err().to_string();
    let rule = "exactly one of `count`, `left` must be given";
    let counted = || Borrowing::new("Rex").count(3);
    Wave::new(counted()).validate().unwrap();
    Wave::new(Borrowing::new("Rex"))
        .left(true)
        .validate()
        .unwrap();
    assert!(refused(&Wave::new(counted()).left(true)).contains(rule));
    assert!(refused(&Wave::new(Borrowing::new("Rex"))).contains(rule));
}

mod narrow {
    /// An own definition with the name of a listed one, and few of its parameters.
    #[telegrammar::telegram_method("sendMessage")]
    pub(super) struct SendMessage {
        chat_id: i64,
        text: String,
    }
}

#[test]
fn a_base_that_lacks_a_listed_member_can_get_it() {
    #[telegram_method("sendMessage")]
    struct SendQuietly {
        #[telegram(flatten)]
        base: narrow::SendMessage,
        disable_notification: Option<bool>,
        #[telegram(skip)]
        text: i64,
    }
    let call = SendQuietly::new(narrow::SendMessage::new(1, "a")).disable_notification(true);
    assert_eq!(call.text, 0);
    let json = json!({"chat_id": 1, "text": "a", "disable_notification": true});
    assert_eq!(serde_json::to_value(&call).unwrap(), json);
}

/// The method of a base with two possible results.
#[telegram_method("editMessageText")]
struct EditWithCare {
    #[telegram(flatten)]
    base: EditMessageText,
    #[telegram(unlisted)]
    care: Option<i64>,
}

/// A base that has a base, and a definition with nothing of its own.
#[telegram_method("editMessageText", returns = Message)]
struct EditWithMoreCare {
    #[telegram(flatten)]
    base: EditWithCare,
}

#[test]
fn the_parameters_of_the_base_select_the_result() {
    #[telegram_method("editMessageText")]
    struct EditInline {
        #[telegram(flatten)]
        base: EditInlineMessageText,
        #[telegram(unlisted)]
        care: Option<i64>,
    }
    fn chat<M: Method<Response = Message>>(_: &M) {}
    fn inline<M: Method<Response = bool>>(_: &M) {}
    let base = EditMessageText::new(1, 2).text("Hi");
    chat(&EditWithCare::new(base));
    let base = EditInlineMessageText::new("a").text("Hi");
    inline(&EditInline::new(base).care(1));
}

#[test]
fn a_base_can_have_a_base() {
    let base = EditMessageText::new(1, 2).text("Hi");
    let call = EditWithMoreCare::new(EditWithCare::new(base).care(3));
    call.validate().unwrap();
    let json = json!({"text": "Hi", "chat_id": 1, "message_id": 2, "care": 3});
    assert_eq!(serde_json::to_value(&call).unwrap(), json);
    let back: EditWithMoreCare = serde_json::from_value(json).unwrap();
    assert_eq!((back.base.care, back.base.base.message_id), (Some(3), 2));
    assert_eq!(
        EditWithMoreCare::INFO.params().len(),
        EditMessageText::INFO.params().len() + 1
    );
}

#[test]
fn a_member_that_neither_has_is_an_error_as_for_the_base() {
    let read = |json: Value| serde_json::from_value::<SendMoodyMessage>(json);
    let error = read(json!({"chat_id": 1, "text": "a", "who": 1, "whom": 2})).unwrap_err();
    assert!(
        error.to_string().contains("no parameter \"whom\""),
        "{error}"
    );
    let error = read(json!({"chat_id": 1, "who": 1})).unwrap_err();
    assert!(error.to_string().contains("`text`"), "{error}");
    let error = read(json!({"chat_id": 1, "text": 5, "who": 1})).unwrap_err();
    assert!(error.to_string().contains("parameter `text`"), "{error}");
    let error = read(json!({"chat_id": 1, "text": "a"})).unwrap_err();
    assert!(error.to_string().contains("`who`"), "{error}");
}

/// A message with two fields that the facts do not know, and everything else that they do not.
#[telegram_type("Message")]
#[derive(Clone, Debug, PartialEq)]
struct Moody {
    #[telegram(unlisted)]
    mood: Option<String>,
    #[telegram(flatten)]
    base: Message,
    #[telegram(unlisted)]
    moods: Vec<i64>,
    #[telegram(rest)]
    rest: UnknownFields,
}

fn message() -> Value {
    json!({
        "message_id": 1, "date": 2, "chat": {"id": 3, "type": "private"},
        "mood": "good", "text": "Hi", "moods": [1, 2],
        "weather": {"sun": [true, null]}, "wind": -1.50,
    })
}

#[test]
fn a_type_has_the_fields_of_its_base_and_keeps_the_rest() {
    let text = message().to_string();
    let moody: Moody = from_json(text.as_bytes()).unwrap();
    assert_eq!(moody.base.text.as_deref(), Some("Hi"));
    assert_eq!(moody.mood.as_deref(), Some("good"));
    assert_eq!(moody.moods, [1, 2]);
    let rest: Vec<_> = moody.rest.iter().collect();
    assert_eq!(
        rest,
        [("weather", r#"{"sun":[true,null]}"#), ("wind", "-1.5")]
    );
    assert_eq!(serde_json::to_value(&moody).unwrap(), message());
    // Through serde, and from a buffer.
    assert_eq!(serde_json::from_value::<Moody>(message()).unwrap(), moody);
    assert_eq!(serde_json::from_str::<Moody>(&text).unwrap(), moody);
    let fields = Moody::INFO.fields;
    let base = Message::INFO.fields.len();
    assert_eq!(fields.len(), base + 2);
    assert_eq!(
        (fields[base].name, fields[base + 1].name),
        ("mood", "moods")
    );
}

#[test]
fn a_definition_with_a_base_is_decoded_as_leniently_as_the_base() {
    let mut json = message();
    json["moods"].take();
    json["mood"] = json!(5);
    json["edit_date"] = json!("never");
    let text = json.to_string();
    let moody: Moody = from_json(text.as_bytes()).unwrap();
    assert_eq!((moody.mood, moody.base.edit_date), (None, None));
    assert!(moody.moods.is_empty());
    let strict = |json: &Value| from_json_strict::<Moody>(json.to_string().as_bytes());
    assert!(strict(&json).is_err());
    json = message();
    json["date"].take();
    let error = strict(&json).unwrap_err();
    assert!(error.to_string().contains("date"), "{error}");
}

#[test]
fn a_result_can_be_a_definition_with_a_base() {
    #[telegram_method("sendMessage", returns = Moody)]
    struct Send {
        #[telegram(flatten)]
        base: SendMessage,
    }
    fn result<M: Method<Response = Moody>>(_: &M) {}
    result(&Send::new(SendMessage::new(1, "a")));
}

/// A photo of an album with a field that the facts do not know.
#[telegram_type("InputMediaPhoto")]
#[derive(Clone, Debug, PartialEq)]
struct BlurredPhoto {
    #[telegram(flatten)]
    base: InputMediaPhoto,
    #[telegram(unlisted, range = 1..=10)]
    blur: Option<u8>,
}

#[test]
fn the_tag_and_the_rules_of_a_base_stay() {
    let photo = BlurredPhoto::new(InputMediaPhoto::new(InputFile::id("a"))).blur(3);
    let json = json!({"type": "photo", "media": "a", "blur": 3});
    assert_eq!(serde_json::to_value(&photo).unwrap(), json);
    assert_eq!(serde_json::from_value::<BlurredPhoto>(json).unwrap(), photo);
    let wrong = json!({"type": "video", "media": "a"});
    assert!(serde_json::from_value::<BlurredPhoto>(wrong).is_err());
    let unknown = json!({"type": "photo", "media": "a", "blurr": 3});
    assert!(serde_json::from_value::<BlurredPhoto>(unknown).is_err());
    let long = InputMediaPhoto::new(InputFile::id("a")).caption("x".repeat(1025));
    let error = BlurredPhoto::new(long).blur(11).validate().unwrap_err();
    let error = error.to_string();
    assert!(
        error.contains("`caption`") && error.contains("`blur`"),
        "{error}"
    );
}
