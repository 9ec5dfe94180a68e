//! What is damaged: random values of every type, and JSON as servers write it.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::str::FromStr;
use std::sync::LazyLock;

use serde_json::Value;

use crate::decoding::document::Document;
use crate::facts::{self, Facts};
use crate::random::{Generator, Source};

pub(crate) static FACTS: LazyLock<Facts> = LazyLock::new(facts::read);

/// A number from the environment, to try more or other values.
fn number<N: FromStr<Err: Debug>>(name: &str) -> Option<N> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().expect(name))
}

pub(crate) fn seed() -> u64 {
    number("SEED").unwrap_or(107)
}

/// How many values of each type are tried.
pub(crate) fn cases(default: usize) -> usize {
    number("CASES").unwrap_or(default)
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

/// JSON of servers, by the name of its type.
static WRITTEN: LazyLock<BTreeMap<&str, Vec<Document>>> = LazyLock::new(|| {
    macro_rules! cases {
        ($($name:literal)+) => { [$(include_str!(concat!("cases/", $name, ".json"))),+] };
    }
    let mut all = BTreeMap::<_, Vec<Document>>::new();
    let mut add = |name, value: &Value| all.entry(name).or_default().push(value.into());
    let batch = parsed(include_str!("../../../benches/data/updates100.json"));
    for update in batch["result"].as_array().into_iter().flatten() {
        add("Update", update);
    }
    add(
        "Update",
        &parsed(include_str!("../../../benches/data/update1.json")),
    );
    let message = parsed(include_str!("../../../benches/data/message1.json"));
    add("Message", &message["result"]);
    let mut photos = parsed(include_str!("../../../benches/data/photos100.json"))["result"].take();
    if let Some(photos) = photos["photos"].as_array_mut() {
        photos.truncate(3);
    }
    add("UserProfilePhotos", &photos);
    for json in cases! {
        "external_reply_empty_story" "my_chat_member_of_server_10_0" "users_shared_of_server_7_0"
        "poll_option_added_other_name" "hidden_user_without_name" "video_chat_invited_empty"
        "sticker_without_type" "sticker_without_is_video" "expandable_blockquote_with_blocks"
        "callback_query_inline_message" "poll_answer_without_persistent_ids"
        "join_request_without_user_chat_id" "business_connection_with_can_reply"
        "forward_of_older_server" "reaction_without_old_reaction"
        "giveaway_winners_without_winners"
    } {
        add("Update", &parsed(json));
    }
    for json in cases! {
        "administrator_of_server_10_0" "administrator_renamed_right"
        "restricted_member_of_older_server"
    } {
        add("ChatMember", &parsed(json));
    }
    for json in cases! {
        "channel_without_accepted_gift_types" "unique_gift_colors_in_part"
        "accepted_gift_types_older" "chat_without_reaction_count"
    } {
        add("ChatFullInfo", &parsed(json));
    }
    add(
        "User",
        &parsed(include_str!("cases/get_me_with_more_members.json")),
    );
    add(
        "Message",
        &parsed(include_str!(
            "cases/poll_options_without_persistent_id.json"
        )),
    );
    all
});

/// A value of the type called `name`, which is right, or nearly.
pub(crate) fn base(name: &'static str, source: &mut Source, case: usize) -> Document {
    if let Some(written) = WRITTEN.get(name)
        && source.chance(50)
    {
        return source.pick(written).clone();
    }
    let source = Source::new(source.next(), name, case);
    let tree = Generator::new(&FACTS, source, None).named(name);
    Document::from(&parsed(&tree.text()))
}

/// Asserts that there are no failures; otherwise names how to try the same again, and the shortest.
#[track_caller]
pub(crate) fn none_fails(mut failures: Vec<String>, tried: usize, seed: u64) {
    let failed = failures.len();
    failures.sort_by_key(String::len);
    failures.truncate(8);
    assert!(
        failed == 0,
        "{failed} of {tried} fail with SEED={seed}, such as\n{}",
        failures.join("\n\n")
    );
}
