//! What users send besides texts: files, albums, and messages of which a test gives only a part.

use serde_json::{Value, json};
use telegrammar::from_json_strict;
use telegrammar::methods::GetFile;
use telegrammar::schema::ApiType;
use telegrammar::types::{Message, Update};

use super::{FakeBotApi, call, result, start};
use crate::answers::schema;

async fn updates(fake: &FakeBotApi) -> Vec<Value> {
    let updates = result(&call(fake, "getUpdates", "{}").await);
    updates.as_array().cloned().unwrap_or_default()
}

#[tokio::test]
async fn an_album_is_several_messages() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let ids = ann.sends_album(["one", "two"], "#trip").result();
    ann.sends_album(["three"], "");
    let messages = updates(&fake).await;
    let [one, two, three] = [0, 1, 2].map(|index| &messages[index]["message"]);
    assert_eq!(json!([one["message_id"], two["message_id"]]), json!(ids));
    assert!(one["media_group_id"].is_string());
    assert_eq!(one["media_group_id"], two["media_group_id"]);
    assert!(three.get("media_group_id").is_none());
    assert_eq!(one["caption_entities"][0]["type"], "hashtag");
    assert_eq!(
        ann.sees(),
        "Ann: <photo> #trip\nAnn: <photo>\nAnn: <photo>\n"
    );
}

#[tokio::test]
async fn replies_are_to_messages_of_the_chat() {
    let fake = start().await;
    let [ann, ben] = ["Ann", "Ben"].map(|name| fake.user(name).in_supergroup());
    let said = ann.says("Hello");
    let reply = ben.replying_to(said);
    reply.says("Hi");
    reply.sends_photo("bytes");
    reply.sends_document("a.txt", "bytes");
    reply.sends(&json!({"dice": {}}));
    for update in updates(&fake).await.iter().skip(1) {
        let replied = &update["message"]["reply_to_message"];
        assert_eq!(replied["message_id"], said.result(), "{update}");
    }
    ben.says("no reply");
    let last = ben.last_message().expect("a message");
    assert!(last.reply_to_message.is_none());
}

/// What is inside of the content of a message may be left out, whatever the content is.
#[tokio::test]
async fn every_content_is_completed() {
    let fake = start().await;
    let ann = fake.user("Ann");
    let fields = Message::INFO.fields.iter();
    for field in fields.filter(|field| !field.required) {
        let ApiType::Object(name) = field.api_type else {
            continue;
        };
        if schema::object(name).is_none() {
            continue;
        }
        ann.sends(&json!({(field.name): {}}));
    }
    ann.sends(&json!({"photo": [{}]}));
    let updates = updates(&fake).await;
    assert!(updates.len() > 50, "{}", updates.len());
    for update in updates {
        let decoded = from_json_strict::<Update>(&update.to_string());
        assert!(decoded.is_ok(), "{update}: {decoded:?}");
    }
}

#[tokio::test]
async fn what_is_left_out_of_a_file_can_be_downloaded() {
    let fake = start().await;
    let ann = fake.user("Ann");
    for kind in [
        "voice",
        "video",
        "audio",
        "sticker",
        "video_note",
        "animation",
        "document",
    ] {
        ann.sends(&json!({(kind): {}}));
        let sent = json!(ann.last_message());
        let id = sent[kind]["file_id"].as_str().expect("an id");
        let file = GetFile::new(id).send(&fake.bot()).await.expect("a file");
        assert_eq!(file.file_size, Some(0), "{kind}");
    }
}

#[tokio::test]
#[should_panic(expected = "a message has no member `txt`")]
async fn a_misspelt_member_is_refused() {
    start().await.user("Ann").sends(&json!({"txt": "x"}));
}

#[tokio::test]
#[should_panic(expected = "`text`")]
async fn a_member_of_another_type_is_refused() {
    start().await.user("Ann").sends(&json!({"text": 5}));
}
