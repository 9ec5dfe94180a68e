//! Numbers that no bot sends, and lists of what they are not of: answered, and in the form that the
//! result has.

use serde_json::{Value, json};

use super::{call, result, start};

const CHAT: i64 = -1_001_234_567_890;

#[tokio::test]
async fn the_largest_numbers_are_answered() {
    let fake = start().await;
    let ann = fake.user("Ann").in_supergroup();
    ann.joins();
    let game = json!({"chat_id": 42, "game_short_name": "chess"});
    result(&call(&fake, "sendGame", &game.to_string()).await);
    for number in [i64::MIN, i64::MAX] {
        let of_member =
            json!({"chat_id": CHAT, "user_id": ann.id(), "until_date": number, "permissions": {}});
        let options = json!([{"text": "a"}, {"text": "b"}]);
        for (method, body) in [
            ("restrictChatMember", of_member.clone()),
            ("banChatMember", of_member),
            (
                "unbanChatMember",
                json!({"chat_id": CHAT, "user_id": ann.id()}),
            ),
            (
                "sendPoll",
                json!({"chat_id": 42, "question": "Q", "options": options, "open_period": number}),
            ),
            (
                "setGameScore",
                json!({"chat_id": 42, "message_id": 1, "user_id": 42, "score": number, "force": true}),
            ),
            (
                "getGameHighScores",
                json!({"chat_id": 42, "message_id": 1, "user_id": 42}),
            ),
            ("getUpdates", json!({"offset": number})),
            (
                "deleteMessages",
                json!({"chat_id": 42, "message_ids": [number]}),
            ),
            (
                "sendLocation",
                json!({"chat_id": 42, "latitude": 1, "longitude": 2, "live_period": number}),
            ),
            (
                "createChatInviteLink",
                json!({"chat_id": CHAT, "expire_date": number}),
            ),
        ] {
            let answer = call(&fake, method, &body.to_string()).await;
            let status = answer.split(' ').nth(1);
            assert!(
                matches!(status, Some("200" | "400")),
                "{method} {number}: {answer}"
            );
        }
    }
}

#[tokio::test]
async fn custom_emoji_are_asked_for_by_texts() {
    let fake = start().await;
    for (ids, refusal) in [
        (json!([7]), "custom emoji identifier must be of type String"),
        (json!(["a"]), "invalid custom emoji identifier specified"),
        (
            json!(vec!["7"; 201]),
            "too many custom emoji identifiers specified",
        ),
    ] {
        let body = json!({"custom_emoji_ids": ids}).to_string();
        let answer = call(&fake, "getCustomEmojiStickers", &body).await;
        assert!(
            answer.contains(&format!("Bad Request: {refusal}\"")),
            "{answer}"
        );
    }
    let body = json!({"custom_emoji_ids": ["7"]}).to_string();
    let stickers = result(&call(&fake, "getCustomEmojiStickers", &body).await);
    assert_eq!(stickers[0]["custom_emoji_id"], Value::from("7"));
}
