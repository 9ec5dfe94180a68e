//! Values of unions and of types that contain themselves.

use serde_json::{Value, json};

use crate::{chat, finds, message, update};

#[test]
fn a_union_is_told_apart_by_its_tag() {
    let user = json!({"id": 1, "is_bot": false, "first_name": "A"});
    let member = |status: Value| json!({"status": status, "user": user, "is_anonymous": true});
    let ty = ["--type", "ChatMember"];
    finds(&ty, &member(json!("creator")), &[]);
    finds(
        &ty,
        &member(json!("left")),
        &["unknown member `ChatMemberLeft.is_anonymous` (Boolean) at $.is_anonymous, once"],
    );
    finds(
        &ty,
        &member(json!("ghost")),
        &["unknown variant `ghost` of `ChatMember` (Object) at $, once"],
    );
    finds(
        &ty,
        &member(json!(5)),
        &["wrong kind of `ChatMember.status`: expected String (Integer) at $.status, once"],
    );
    finds(
        &ty,
        &json!({"user": user}),
        &["`ChatMember` without its tag `status` (Object) at $, once"],
    );
    // What looks like a text of a person is not printed.
    finds(
        &ty,
        &member(json!("some private words")),
        &["unknown variant `(18 characters)` of `ChatMember` (Object) at $, once"],
    );
}

#[test]
fn a_union_is_told_apart_by_its_fields() {
    let query = |message: Value| {
        let from = json!({"id": 1, "is_bot": false, "first_name": "A"});
        json!({"update_id": 1, "callback_query": {
            "id": "a", "from": from, "chat_instance": "b", "message": message,
        }})
    };
    let old = json!({"chat": chat(), "message_id": 1, "date": 0});
    finds(&[], &query(old.clone()), &[]);
    let mut known = old;
    known["text"] = json!("a");
    finds(
        &[],
        &query(known.clone()),
        &[
            "unknown member `InaccessibleMessage.text` (String) at $.callback_query.message.text, once",
        ],
    );
    known["date"] = json!(1);
    finds(&[], &query(known), &[]);

    // Several variants have the tag, or there is none.
    let ty = ["--type", "InlineQueryResult"];
    let audio = json!({"type": "audio", "id": "a", "audio_url": "b", "title": "c", "hue": 1});
    finds(
        &ty,
        &audio,
        &["unknown member `InlineQueryResultAudio.hue` (Integer) at $.hue, once"],
    );
    let audio = json!({"type": "audio", "id": "a", "audio_file_id": "b", "hue": 1});
    finds(
        &ty,
        &audio,
        &["unknown member `InlineQueryResultCachedAudio.hue` (Integer) at $.hue, once"],
    );
    let ty = ["--type", "InputMessageContent"];
    let venue = json!({"latitude": 1, "longitude": 1, "title": "a", "address": "b", "hue": 1});
    finds(
        &ty,
        &venue,
        &["unknown member `InputVenueMessageContent.hue` (Integer) at $.hue, once"],
    );
    finds(
        &ty,
        &json!({"hue": 1}),
        &["unknown variant of `InputMessageContent` (Object) at $, once"],
    );
}

#[test]
fn alternatives_without_a_name_are_told_apart_too() {
    let media = json!({"type": "video", "media": "a", "hue": 1});
    finds(
        &["--type", "InputRichMessageMedia"],
        &json!({"id": "a", "media": media}),
        &["unknown member `InputMediaVideo.hue` (Integer) at $.media.hue, once"],
    );
}

#[test]
fn recursive_types_are_followed_to_their_end() {
    let text = |text: Value| json!({"type": "bold", "text": text});
    let rich = |text: Value| json!({"blocks": [{"type": "paragraph", "text": text}]});
    let ty = ["--type", "RichMessage"];
    finds(&ty, &rich(json!("a")), &[]);
    finds(
        &ty,
        &rich(json!(["a", text(json!(["b", text(json!("c"))]))])),
        &[],
    );
    finds(
        &ty,
        &rich(json!([
            "a",
            text(json!(["b", {"type": "wavy", "text": "c"}]))
        ])),
        &["unknown variant `wavy` of `RichText` (Object) at $.blocks[0].text[1].text[1], once"],
    );
    finds(
        &ty,
        &rich(json!([5])),
        &[
            "wrong kind of `RichBlockParagraph.text`: expected RichText (Integer) at $.blocks[0].text[0], once",
        ],
    );
    let reply = message(json!({"mood": 1}));
    finds(
        &[],
        &update(json!({"mood": 1, "reply_to_message": reply})),
        &["unknown member `Message.mood` (Integer) at $.message.mood, 2 times"],
    );
}
