//! Commands, deep links and callback data.

use telegrammar::text::{
    CallbackDataError, Command, DeepLink, DeepLinkKind, PayloadError, callback_data,
    parse_callback_data,
};
use telegrammar::types::Message;

use super::random::{LETTERS, Random};

fn message(text: &str, command: Option<usize>) -> Message {
    let entities: Vec<_> = command
        .map(|length| serde_json::json!({"type": "bot_command", "offset": 0, "length": length}))
        .into_iter()
        .collect();
    let json = serde_json::json!({
        "message_id": 1, "date": 1, "chat": {"id": 1, "type": "private", "first_name": "Ann"},
        "text": text, "entities": entities,
    });
    telegrammar::from_json(json.to_string().as_bytes()).expect("a message")
}

#[test]
fn a_command_has_a_name_a_mention_and_arguments() {
    let whole = message("/Help@My_Bot  a\nb 🚀 ", Some(12));
    let command = Command::parse(&whole, "@my_bot").expect("a command");
    assert_eq!(
        (command.name(), command.mention()),
        ("Help", Some("My_Bot"))
    );
    assert!(command.is("help") && !command.is("hel"));
    assert_eq!(command.text(), "a\nb 🚀");
    assert_eq!(command.arguments().collect::<Vec<_>>(), ["a", "b", "🚀"]);
    assert_eq!(Command::parse(&whole, "your_bot"), None);
    let short = message("/start", Some(6));
    let command = Command::parse(&short, "any").expect("a command");
    assert_eq!(
        (command.name(), command.mention(), command.text()),
        ("start", None, "")
    );
}

#[test]
fn only_entities_make_a_command() {
    assert_eq!(Command::parse(&message("/start", None), "any"), None);
    // What no server sends.
    assert_eq!(Command::parse(&message("start", Some(5)), "any"), None);
    assert_eq!(Command::parse(&message("/start", Some(7)), "any"), None);
    assert_eq!(Command::parse(&message("/@any", Some(5)), "any"), None);
}

#[test]
fn deep_links_are_parsed_in_all_forms() {
    let kinds = [
        (DeepLinkKind::Start, "start"),
        (DeepLinkKind::StartGroup, "startgroup"),
        (DeepLinkKind::StartApp, "startapp"),
        (DeepLinkKind::StartAttach, "startattach"),
    ];
    for (kind, name) in kinds {
        let link = DeepLink::new("@my_bot", kind, "a-B_9").expect("a link");
        assert_eq!(
            link.to_string(),
            format!("https://t.me/my_bot?{name}=a-B_9")
        );
        let forms = [
            link.to_string(),
            format!("http://telegram.me/my_bot/?{name}=a-B_9#x"),
            format!("t.me/my_bot?x&{name}=a-B_9"),
            format!("tg://resolve?domain=my_bot&{name}=a-B_9"),
            format!("tg:resolve/?{name}=a-B_9&domain=my_bot"),
            format!("HTTPS://T.Me/my_bot?{name}=a-B_9&admin=ban_users"),
        ];
        for form in forms {
            assert_eq!(DeepLink::parse(&form).as_ref(), Some(&link), "{form}");
        }
        assert_eq!(
            (link.username(), link.kind(), link.payload()),
            ("my_bot", kind, "a-B_9")
        );
    }
    for link in [
        "",
        "https://t.me/my_bot",
        "https://t.me/a/b?start=c",
        "https://t.me/a/b/c?startapp=d",
        "https://t.me/ann?attach=my_bot&startattach=a",
        "tg://resolve?domain=ann&attach=my_bot&startattach=a",
        "https://e.org/a?start=b",
    ] {
        assert_eq!(DeepLink::parse(link), None, "{link}");
    }
}

#[test]
fn links_to_apps_keep_the_short_name() {
    let link = DeepLink::to_app("@My_Bot", "Shop", "a-B_9").expect("a link");
    assert_eq!(link.to_string(), "https://t.me/My_Bot/Shop?startapp=a-B_9");
    assert_eq!(
        (link.app(), link.kind()),
        (Some("Shop"), DeepLinkKind::StartApp)
    );
    let other = "tg://resolve?domain=My_Bot&appname=Shop&startapp=a-B_9";
    for form in [link.to_string().as_str(), other] {
        assert_eq!(DeepLink::parse(form).as_ref(), Some(&link), "{form}");
    }
}

#[test]
fn payloads_have_limits() {
    let link = |payload: &str| DeepLink::new("a", DeepLinkKind::Start, payload);
    assert_eq!(link("").unwrap_err(), PayloadError::Length(0));
    assert_eq!(link(&"a".repeat(65)).unwrap_err(), PayloadError::Length(65));
    assert_eq!(link("a b").unwrap_err(), PayloadError::Character(' '));
    assert!(link(&"a".repeat(64)).is_ok());
    for name in ["", "@", "my bot", "t.me/my_bot"] {
        let link = DeepLink::new(name, DeepLinkKind::Start, "a");
        assert_eq!(link, Err(PayloadError::Name), "{name}");
        let link = DeepLink::to_app("my_bot", name, "a");
        assert_eq!(link, Err(PayloadError::Name), "{name}");
    }
    let bytes = |length| DeepLink::with_bytes("a", DeepLinkKind::Start, &vec![255; length]);
    assert!(bytes(48).is_ok() && bytes(49).is_err() && bytes(0).is_err());
}

#[test]
fn bytes_survive_a_link() {
    for seed in 0..2000 {
        let mut random = Random::new(seed);
        let length = 1 + random.below(48);
        let number = |random: &mut Random| u8::try_from(random.below(256)).expect("a byte");
        let bytes: Vec<_> = (0..length).map(|_| number(&mut random)).collect();
        let link = DeepLink::with_bytes("a", DeepLinkKind::Start, &bytes).expect("a link");
        assert_eq!(DeepLink::bytes(link.payload()), Some(bytes));
    }
    for invalid in ["a", "ab=", "a+", "aaaaa", "ab"] {
        assert_eq!(DeepLink::bytes(invalid), None, "{invalid}");
    }
}

#[derive(Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
struct Filter {
    page: Option<u8>,
}

#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
struct Open {
    filter: Filter,
}

#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
enum Ids {
    Some(Vec<i64>),
    One(i64),
}

#[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
enum Action {
    Ban(i64),
    Close,
}

#[track_caller]
fn check_inverse<T>(value: &T)
where
    T: std::fmt::Debug + PartialEq + serde::Serialize + serde::de::DeserializeOwned,
{
    let data = callback_data("a", value).expect("short data");
    assert_eq!(
        parse_callback_data("a", &data).as_ref(),
        Some(value),
        "{data}"
    );
}

#[test]
fn callback_data_of_any_type_has_an_inverse() {
    check_inverse(&Open {
        filter: Filter { page: Some(2) },
    });
    check_inverse(&Ids::One(5));
    check_inverse(&Ids::Some(vec![5]));
    check_inverse(&Ids::Some(vec![]));
    check_inverse(&None::<Vec<Option<i32>>>);
    check_inverse(&Some(vec![None::<i32>]));
    check_inverse(&serde_json::json!(-5));
    check_inverse(&serde_json::json!([[]]));
    check_inverse(&(Action::Ban(-7), Action::Close));
    check_inverse(&Action::Ban(-7));
    check_inverse(&Action::Close);
    check_inverse(&(String::new(), true, ":,]\"".to_owned(), ()));
    check_inverse(&(5,));
    check_inverse(&());
}

#[test]
fn callback_data_has_a_limit_and_an_inverse() {
    assert_eq!(callback_data("a", 5).as_deref(), Ok("a:5"));
    assert_eq!(parse_callback_data("a", "a:5"), Some(5));
    assert_eq!(
        parse_callback_data::<Vec<i32>>("a", "a:5,6"),
        Some(vec![5, 6])
    );
    assert_eq!(parse_callback_data::<Vec<i32>>("a", "a:"), Some(vec![]));
    let nested = callback_data("a", [[1, 2]]).expect("short data");
    assert_eq!(parse_callback_data("a", &nested), Some(vec![vec![1, 2]]));
    assert_eq!(parse_callback_data::<i32>("a", "ab:5"), None);
    assert_eq!(callback_data("", 5), Err(CallbackDataError::Name));
    assert_eq!(callback_data("a:", 5), Err(CallbackDataError::Name));
    assert_eq!(
        callback_data("a", "b".repeat(60)).map(|data| data.len()),
        Ok(64)
    );
    assert_eq!(
        callback_data("a", "b".repeat(61)),
        Err(CallbackDataError::Length(65))
    );
    for seed in 0..2000 {
        let mut random = Random::new(seed);
        let value = (
            random.string(&LETTERS, 5),
            random.below(1000),
            random.string(&LETTERS, 2),
        );
        if let Ok(data) = callback_data("name", &value) {
            assert_eq!(parse_callback_data("name", &data), Some(value), "{data}");
        }
    }
}
