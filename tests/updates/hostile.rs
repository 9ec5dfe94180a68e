//! Input that means harm gives an error or a value, and never a panic.

use telegrammar::types::{ChatMember, Message, RichText, Update, User};

const CHAT: &str = r#"{"id":-1001,"type":"supergroup"}"#;

#[test]
fn depth_ends_in_an_error_and_not_in_a_full_stack() {
    for depth in [10_000, 200] {
        let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(serde_json::from_str::<RichText>(&deep).is_err(), "{depth}");
        let unknown = format!(r#"{{"message_id":1,"date":1,"chat":{CHAT},"new":{deep}}}"#);
        // What is skipped is not entered, so it may be as deep as it likes.
        assert!(serde_json::from_str::<Message>(&unknown).is_ok(), "{depth}");
    }
    let bold = r#"{"type":"bold","text":"#;
    let deep = format!("{}\"x\"{}", bold.repeat(5_000), "}".repeat(5_000));
    assert!(serde_json::from_str::<RichText>(&deep).is_err());
}

#[test]
fn depth_with_the_tags_at_the_end_is_an_error_too() {
    // The members before a tag are read again, each by a parser that starts anew.
    for depth in [200, 10_000] {
        let deep = format!(
            "{}\"x\"{}",
            r#"{"text":"#.repeat(depth),
            r#","type":"bold"}"#.repeat(depth)
        );
        let error = serde_json::from_str::<RichText>(&deep)
            .expect_err("too deep")
            .to_string();
        assert!(error.contains("recursion limit exceeded"), "{error}");
    }
    let deep = format!(
        "{}\"x\"{}",
        r#"{"text":"#.repeat(95),
        r#","type":"bold"}"#.repeat(95)
    );
    serde_json::from_str::<RichText>(&deep).expect("a text");
}

#[test]
fn the_depth_that_the_server_sends_fits_a_small_stack() {
    let run = || {
        let bold = r#"{"type":"bold","text":"#;
        let deep = format!("{}\"x\"{}", bold.repeat(95), "}".repeat(95));
        let text: RichText = serde_json::from_str(&deep).expect("a text");
        assert_eq!(serde_json::to_string(&text).expect("JSON"), deep);
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(run);
    thread.expect("a thread").join().expect("no overflow");
}

#[test]
fn a_million_items_are_read() {
    let many = format!("[{}]", vec!["\"x\""; 1_000_000].join(","));
    let RichText::List(items) = serde_json::from_str(&many).expect("a text") else {
        panic!("no list");
    };
    assert_eq!(items.len(), 1_000_000);
}

#[test]
fn numbers_at_their_limits_are_exact_and_beyond_them_refused() {
    let user = |id: &str| format!(r#"{{"id":{id},"is_bot":false,"first_name":"a"}}"#);
    for id in [
        "4503599627370495",
        "-4503599627370496",
        "9223372036854775807",
        "0",
    ] {
        let read: User = serde_json::from_str(&user(id)).expect(id);
        assert_eq!(read.id.to_string(), id);
    }
    let read: User = serde_json::from_str(&user("12.0")).expect("a whole number");
    assert_eq!(read.id, 12);
    for id in [
        "9223372036854775808",
        "1.5",
        "1e30",
        "true",
        "\"5\"",
        "[]",
        "{}",
        "null",
        "1e400",
    ] {
        assert!(serde_json::from_str::<User>(&user(id)).is_err(), "{id}");
    }
}

#[test]
fn of_several_members_with_one_name_the_first_counts() {
    let user = r#"{"id":1,"id":2,"is_bot":false,"first_name":"a","first_name":{}}"#;
    let read: User = serde_json::from_str(user).expect("a user");
    assert_eq!(read.id, 1);
}

#[test]
fn half_a_character_is_an_error() {
    let user = r#"{"id":1,"is_bot":false,"first_name":"\ud83d"}"#;
    assert!(serde_json::from_str::<User>(user).is_err());
}

#[test]
fn an_update_cut_anywhere_is_an_error() {
    let whole = include_str!("../../benches/data/update1.json").trim();
    serde_json::from_str::<Update>(whole).expect("an update");
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)) {
        assert!(
            serde_json::from_str::<Update>(&whole[..end]).is_err(),
            "{end}"
        );
    }
}

#[test]
fn a_union_without_its_tag_or_with_a_wrong_one_says_so() {
    let error = serde_json::from_str::<ChatMember>(r#"{"user":{}}"#)
        .unwrap_err()
        .to_string();
    assert!(error.contains("status"), "{error}");
    assert!(serde_json::from_str::<ChatMember>(r#"{"status":5}"#).is_err());
    assert!(serde_json::from_str::<ChatMember>("7").is_err());
}
