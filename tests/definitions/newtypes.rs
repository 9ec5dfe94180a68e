//! Rules apply to what is inside of users' own types.

use telegrammar::types::InlineKeyboardButton;
use telegrammar::value::{Param, Value};
use telegrammar::{InputFile, Method, telegram_method, telegram_type, type_check};

macro_rules! newtypes {
    ($($name:ident($content:ty);)+) => {$(
        #[derive(Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
        struct $name($content);
    )+};
}

newtypes! {
    ByAsRef(String);
    ByClosure(String);
    ByPattern(String);
    ByFunction(String);
    Maybe(Option<String>);
    ByValue(i64);
    ByReference(i64);
    InBothWays(i64);
    Wide(u64);
    Count(u8);
    Degrees(f64);
    Flag(bool);
    Name(String);
    Wrapped(ByAsRef);
}

/// Serde writes it as a string.
#[derive(Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
struct AsText(#[serde(serialize_with = "as_text")] i64);

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn as_text<S: serde::Serializer>(value: &i64, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

impl Clone for ByValue {
    fn clone(&self) -> Self {
        Self(self.0)
    }
}

impl Clone for InBothWays {
    fn clone(&self) -> Self {
        panic!("the reference is enough")
    }
}

impl AsRef<str> for ByAsRef {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl ByFunction {
    fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! conversions {
    ($($from:ty => $into:ty;)+) => {$(
        impl From<$from> for $into {
            fn from(value: $from) -> Self {
                value.0
            }
        }
    )+};
}

conversions! {
    ByValue => i64;
    &ByReference => i64;
    InBothWays => i64;
    &InBothWays => i64;
    &Degrees => f64;
    &Flag => bool;
}

telegrammar::field!(ByAsRef: Text, Chat, File);
telegrammar::field!(ByClosure: Text = |text| &text.0);
telegrammar::field!(ByPattern: Text = |ByPattern(text)| text);
telegrammar::field!(ByFunction: Text = ByFunction::as_str);
telegrammar::field!(Maybe: Text = |text: &Maybe| text.0.as_deref());
telegrammar::field!(Wrapped: Text = |text| &text.0);
telegrammar::field!(ByValue: Integer);
telegrammar::field!(ByReference: Long, Integer);
telegrammar::field!(InBothWays: Long, Integer, Chat);
telegrammar::field!(Wide: Long, Integer = |id| id.0);
telegrammar::field!(Count: Integer = |count| count.0);
telegrammar::field!(AsText: Long, Integer = |id| id.0);
telegrammar::field!(Degrees: Float);
telegrammar::field!(Flag: Boolean);
telegrammar::field!(Name: Chat = |name| &name.0);

struct Picture(InputFile);
telegrammar::param!(Picture: File, Upload = |picture| &picture.0);

struct Upload(InputFile);
impl AsRef<InputFile> for Upload {
    fn as_ref(&self) -> &InputFile {
        &self.0
    }
}
telegrammar::param!(Upload: Upload, File);

struct Borrowed<'a>(&'a str);
telegrammar::param!(Borrowed<'_>: Text = |text| text.0);

struct BorrowedByAsRef<'a>(&'a str);
impl AsRef<str> for BorrowedByAsRef<'_> {
    fn as_ref(&self) -> &str {
        self.0
    }
}
telegrammar::param!(BorrowedByAsRef<'_>: Text);

#[derive(serde::Deserialize)]
struct Button(InlineKeyboardButton);

impl Default for Button {
    fn default() -> Self {
        Self(InlineKeyboardButton::new(""))
    }
}
telegrammar::field!(Button: Object = |button| &button.0);

/// Returns the JSON that is sent, and the violations, without the method's name.
fn sent<M: Method>(method: &M) -> (String, String) {
    let json = String::from_utf8(telegrammar::__private::json(method).expect("JSON"));
    let violations = method.validate().err();
    let violations = violations.map(|error| error.violations()[0].to_string());
    (json.expect("a text"), violations.unwrap_or_default())
}

macro_rules! texts {
    ($($test:ident $type:ty, $new:expr;)+) => {$(
        #[test]
        fn $test() {
            #[telegram_method("frobnicate", unlisted, returns = bool)]
            struct Frobnicate {
                #[telegram(len = 1..=3)]
                text: $type,
            }
            #[telegram_method("answerCallbackQuery", returns = bool)]
            struct Listed {
                callback_query_id: String,
                text: Option<$type>,
            }
            for (text, violation) in [
                ("äöü", ""),
                ("", "`text` must have 1..=3 characters, but has 0"),
                ("four", "`text` must have 1..=3 characters, but has 4"),
            ] {
                let (json, violated) = sent(&Frobnicate::new($new(text)));
                assert_eq!(json, format!(r#"{{"text":"{text}"}}"#));
                assert_eq!(violated, violation);
            }
            let long: &'static str = "0123456789".repeat(21).leak();
            let (_, violated) = sent(&Listed::new("1").text($new(long)));
            assert_eq!(violated, "`text` must have 0..=200 characters, but has 210");
        }
    )+};
}

texts! {
    a_text_by_as_ref_is_measured ByAsRef, |text: &str| ByAsRef(text.to_owned());
    a_text_by_a_closure_is_measured ByClosure, |text: &str| ByClosure(text.to_owned());
    a_text_by_a_pattern_is_measured ByPattern, |text: &str| ByPattern(text.to_owned());
    a_text_by_a_function_is_measured ByFunction, |text: &str| ByFunction(text.to_owned());
    a_text_in_an_option_is_measured Maybe, |text: &str| Maybe(Some(text.to_owned()));
    a_newtype_of_a_newtype_is_measured Wrapped, |text: &str| Wrapped(ByAsRef(text.to_owned()));
    a_borrowed_text_is_measured Borrowed<'static>, Borrowed;
    a_borrowed_text_by_as_ref_is_measured BorrowedByAsRef<'static>, BorrowedByAsRef;
    a_text_of_a_param_with_serde_is_measured BySerde<String>, |text: &str| BySerde(text.to_owned());
}

/// The user's own implementation: what is inside is known from its JSON only.
#[derive(serde::Serialize)]
struct BySerde<T>(T);

impl<T: serde::Serialize> Param for BySerde<T> {
    fn value(&self) -> Value<'_> {
        Value::Json(self)
    }
}

impl type_check::Text for BySerde<String> {}
impl<const MAX: u16> type_check::SmallInteger<MAX> for BySerde<i64> {}
impl<const MAX: u16> type_check::SmallInteger<MAX> for BySerde<u64> {}
impl type_check::Float for BySerde<f64> {}
impl type_check::Array for BySerde<Vec<i64>> {
    type Item = i64;
}

macro_rules! numbers {
    ($($test:ident $type:ty, $new:expr;)+) => {$(
        #[test]
        fn $test() {
            #[telegram_method("getUserProfilePhotos")]
            struct Photos {
                user_id: i64,
                limit: Option<$type>,
            }
            for (limit, violation) in [
                (1, ""),
                (100, ""),
                (0, "`limit` must be in 1..=100, but is 0"),
                (101, "`limit` must be in 1..=100, but is 101"),
            ] {
                let (json, violated) = sent(&Photos::new(7).limit($new(limit)));
                assert_eq!(json, format!(r#"{{"user_id":7,"limit":{limit}}}"#));
                assert_eq!(violated, violation);
            }
        }
    )+};
}

numbers! {
    a_number_by_value_is_in_range ByValue, |number: u8| ByValue(number.into());
    a_number_by_reference_is_in_range ByReference, |number: u8| ByReference(number.into());
    a_number_in_both_ways_is_in_range InBothWays, |number: u8| InBothWays(number.into());
    a_wide_number_is_in_range Wide, |number: u8| Wide(number.into());
    a_narrow_number_is_in_range Count, Count;
    a_number_that_serde_writes_as_text_is_in_range AsText, |number: u8| AsText(number.into());
    a_number_of_a_param_with_serde_is_in_range BySerde<i64>, |number: u8| BySerde(number.into());
    an_unsigned_number_of_a_param_with_serde_is_in_range BySerde<u64>,
        |number: u8| BySerde(number.into());
}

macro_rules! narrower {
    ($($test:ident $type:ty, $new:expr;)+) => {$(
        #[test]
        fn $test() {
            #[telegram_method("getUserProfilePhotos")]
            struct Photos {
                user_id: i64,
                #[telegram(range = 2..=3)]
                limit: Option<$type>,
            }
            for (limit, violation) in [
                (2, ""),
                (3, ""),
                (1, "`limit` must be in 2..=3, but is 1"),
                (4, "`limit` must be in 2..=3, but is 4"),
            ] {
                let (json, violated) = sent(&Photos::new(7).limit($new(limit)));
                assert_eq!(json, format!(r#"{{"user_id":7,"limit":{limit}}}"#));
                assert_eq!(violated, violation);
            }
        }
    )+};
}

narrower! {
    a_number_by_value_is_in_a_stated_range ByValue, |number: u8| ByValue(number.into());
    a_number_by_reference_is_in_a_stated_range ByReference,
        |number: u8| ByReference(number.into());
    a_number_in_all_ways_is_in_a_stated_range InBothWays, |number: u8| InBothWays(number.into());
    a_narrow_number_is_in_a_stated_range Count, Count;
    a_boxed_number_is_in_a_stated_range Box<u8>, u8::from;
    a_shared_number_is_in_a_stated_range std::sync::Arc<i64>,
        |number: u8| std::sync::Arc::new(number.into());
    a_boxed_number_of_an_own_type_is_in_a_stated_range Box<ByValue>,
        |number: u8| ByValue(number.into());
}

#[test]
fn degrees_are_in_a_stated_range() {
    #[telegram_method("sendLocation")]
    struct SendNorth {
        chat_id: i64,
        #[telegram(range = 0.5..=89.5)]
        latitude: Degrees,
        longitude: f64,
    }
    for (degrees, is_valid) in [(0.5, true), (89.5, true), (0.25, false), (90.0, false)] {
        let call = SendNorth::new(1, Degrees(degrees), 0.0);
        assert_eq!(call.validate().is_ok(), is_valid, "{degrees}");
    }
}

#[telegram_method("sendLocation")]
#[derive(Debug, PartialEq)]
struct SendLocation {
    chat_id: InBothWays,
    latitude: Degrees,
    longitude: f64,
    horizontal_accuracy: Option<Degrees>,
    disable_notification: Option<Flag>,
}

#[test]
fn floats_and_booleans_are_those_inside() {
    let method = SendLocation::new(InBothWays(1), Degrees(0.5), 0.25)
        .horizontal_accuracy(Degrees(1500.5))
        .disable_notification(Flag(false));
    let (json, violated) = sent(&method);
    let expected = concat!(
        r#"{"chat_id":1,"latitude":0.5,"longitude":0.25,"horizontal_accuracy":1500.5,"#,
        r#""disable_notification":false}"#
    );
    assert_eq!(json, expected);
    assert_eq!(
        violated,
        "`horizontal_accuracy` must be in 0..=1500, but is 1500.5"
    );
    let read: SendLocation = serde_json::from_str(&json).expect("the method");
    assert_eq!(read, method);
}

#[test]
fn the_rules_of_floats_apply_to_params_with_serde() {
    #[telegram_method("sendLocation")]
    struct Send {
        chat_id: i64,
        latitude: f64,
        longitude: f64,
        horizontal_accuracy: Option<BySerde<f64>>,
    }
    let send = |accuracy| sent(&Send::new(1, 0.5, 0.5).horizontal_accuracy(BySerde(accuracy))).1;
    assert_eq!(send(1500.0), "");
    assert_eq!(
        send(1500.5),
        "`horizontal_accuracy` must be in 0..=1500, but is 1500.5"
    );
}

#[test]
fn the_rules_of_lists_apply_to_newtypes_and_params_with_serde() {
    #[telegram_method("frobnicate", unlisted, returns = bool)]
    struct Frobnicate {
        #[telegram(items = 1..=2)]
        list: BySerde<Vec<i64>>,
    }
    #[telegram_method("deleteMessages", returns = bool)]
    struct Delete {
        chat_id: Name,
        message_ids: Vec<Count>,
    }
    let send = |list| sent(&Frobnicate::new(BySerde(list))).1;
    assert_eq!(send(vec![1, 2]), "");
    assert_eq!(send(vec![]), "`list` must have 1..=2 items, but has 0");
    let delete = |count| {
        let ids = (0..count).map(Count).collect::<Vec<_>>();
        sent(&Delete::new(Name("@a".to_owned()), ids))
    };
    assert_eq!(delete(2).0, r#"{"chat_id":"@a","message_ids":[0,1]}"#);
    assert_eq!(
        delete(101).1,
        "`message_ids` must have 1..=100 items, but has 101"
    );
}

#[test]
fn relations_look_at_what_is_inside() {
    #[telegram_method("setGameScore", returns = bool)]
    struct SetGameScore {
        user_id: i64,
        score: i64,
        chat_id: Option<ByReference>,
        message_id: Option<Count>,
        inline_message_id: Option<Maybe>,
    }
    let score = SetGameScore::new(1, 1).inline_message_id(Maybe(Some("a".to_owned())));
    assert_eq!(sent(&score).1, "");
    let unset = SetGameScore::new(1, 1).inline_message_id(Maybe(None));
    assert_eq!(sent(&unset).0, r#"{"user_id":1,"score":1}"#);
    assert!(sent(&unset).1.ends_with("must be given, but none is"));
}

#[test]
fn files_keep_their_rules() {
    #[telegram_method("setChatPhoto", returns = bool)]
    struct SetChatPhoto {
        chat_id: Wide2,
        photo: Upload,
    }
    #[telegram_method("sendPhoto")]
    struct SendPhoto {
        chat_id: i64,
        photo: Picture,
    }
    let by_id = SetChatPhoto::new(Wide2(1), Upload(InputFile::from("AgACAgI")));
    assert_eq!(
        sent(&by_id).1,
        "`photo` must be uploaded, as by `InputFile::path`, but is a file id"
    );
    let photo = SendPhoto::new(1, Picture(InputFile::from("AgACAgI")));
    let expected = r#"{"chat_id":1,"photo":"AgACAgI"}"#.to_owned();
    assert_eq!(sent(&photo), (expected, String::new()));
    const { assert!(SendPhoto::INFO.can_upload) };
}

/// A view may yield any value.
struct Wide2(i64);
telegrammar::param!(Wide2: Chat = |chat| Value::Int(chat.0));

#[test]
fn an_object_inside_is_checked_as_one() {
    #[telegram_type("InlineKeyboardMarkup")]
    #[derive(Default)]
    struct Keyboard {
        inline_keyboard: Vec<Vec<Button>>,
    }
    #[telegram_method("sendMessage")]
    struct Send {
        chat_id: i64,
        text: String,
        reply_markup: Option<Keyboard>,
    }
    let button = InlineKeyboardButton::new("x").callback_data("0123456789".repeat(7));
    let keyboard = Keyboard {
        inline_keyboard: vec![vec![Button(button)]],
    };
    assert_eq!(
        sent(&Send::new(1, "x").reply_markup(keyboard)).1,
        "`reply_markup.inline_keyboard[0][0].callback_data` must have 1..=64 bytes, but has 70"
    );
}

#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Everything {
    #[telegram(len = 1..=3)]
    text: ByClosure,
    count: Count,
    degrees: Degrees,
    flag: Flag,
    id: Option<AsText>,
}

#[test]
fn a_field_of_a_type_is_read_by_serde_and_written_by_its_view() {
    let json = r#"{"text":"four","count":1,"degrees":0.5,"flag":true,"id":-5}"#;
    let read: Everything = telegrammar::from_json(json).expect("a value");
    assert_eq!(read.id, Some(AsText(-5)));
    assert_eq!(serde_json::to_string(&read).expect("JSON"), json);
    let error = read.validate().expect_err("a text that is too long");
    assert!(error.to_string().contains("`text`"), "{error}");
}

/// Under lints that no `allow` overrides.
#[forbid(unused, non_snake_case, clippy::all)]
mod forbidden {
    struct ByReference(i64);
    impl From<&ByReference> for i64 {
        fn from(id: &ByReference) -> Self {
            id.0
        }
    }
    telegrammar::param!(ByReference: Long, Integer);

    #[derive(Clone)]
    struct ByValue(i64);
    impl From<ByValue> for i64 {
        fn from(id: ByValue) -> Self {
            id.0
        }
    }
    telegrammar::param!(ByValue: Integer);

    struct ByView(f64);
    telegrammar::param!(ByView: Float = |ratio| ratio.0);

    #[test]
    fn nothing_is_unused() {
        fn is<T: telegrammar::value::Param>(value: &T) -> String {
            serde_json::to_string(&value.value()).expect("JSON")
        }
        assert_eq!(is(&ByReference(1)), "1");
        assert_eq!(is(&ByValue(2)), "2");
        assert_eq!(is(&ByView(0.5)), "0.5");
    }
}
