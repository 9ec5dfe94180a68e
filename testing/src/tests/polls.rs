//! Polls and checklists, which users and the bot change.

use std::time::Duration;

use serde_json::{Value, json};

use super::refusals::{error, refused};
use super::start;
use super::texts::ok;

#[tokio::test]
async fn a_stopped_poll_keeps_its_votes() {
    let fake = start().await;
    let ann = fake.first_user();
    let poll = json!({"question": "When?", "options": ["Spring", "Autumn"], "allows_multiple_answers": true});
    let id = ok(&fake, "sendPoll", poll).await["message_id"]
        .as_i64()
        .expect("an id");
    assert_eq!(ann.sees(), "Fake Bot: <poll> When? (Spring, Autumn)\n");
    ann.votes(id, &["Spring", "Autumn"]);
    let stopped = ok(&fake, "stopPoll", json!({"message_id": id})).await;
    assert_eq!(stopped["total_voter_count"], 1);
    assert_eq!(stopped["options"][1]["voter_count"], 1);
    assert_eq!(
        ann.sees(),
        "Fake Bot: <poll> When? (Spring: 1, Autumn: 1) (closed)\n"
    );
    let updates = ok(&fake, "getUpdates", json!({})).await;
    let last = updates
        .as_array()
        .and_then(|updates| updates.last())
        .expect("an update");
    assert_eq!(last["poll"]["is_closed"], true);
    let text = ok(&fake, "sendMessage", json!({"text": "x"})).await;
    refused(
        &fake,
        &[
            (
                "stopPoll",
                json!({"message_id": id}),
                "poll has already been closed",
            ),
            (
                "stopPoll",
                json!({"message_id": text["message_id"]}),
                "message is not a poll",
            ),
            (
                "stopPoll",
                json!({"message_id": 99}),
                "message with poll to stop not found",
            ),
        ],
    )
    .await;
}

#[tokio::test]
#[should_panic(expected = "the poll is closed")]
async fn nobody_votes_in_a_stopped_poll() {
    let fake = start().await;
    let poll = json!({"question": "Q", "options": ["a", "b"]});
    let id = ok(&fake, "sendPoll", poll).await["message_id"]
        .as_i64()
        .expect("an id");
    ok(&fake, "stopPoll", json!({"message_id": id})).await;
    fake.first_user().votes(id, &["a"]);
}

#[tokio::test]
#[should_panic(expected = "the poll is closed")]
async fn nobody_votes_when_the_time_is_over() {
    let fake = start().await;
    let poll = json!({"question": "Q", "options": ["a", "b"], "open_period": 60});
    let id = ok(&fake, "sendPoll", poll).await["message_id"]
        .as_i64()
        .expect("an id");
    fake.advance(Duration::from_secs(61));
    fake.first_user().votes(id, &["a"]);
}

#[tokio::test]
async fn a_poll_must_be_possible() {
    let fake = start().await;
    let poll = |options: Value, more: Value| {
        let mut body = json!({"question": "Q", "options": options});
        let more = more.as_object().cloned().unwrap_or_default();
        body.as_object_mut().expect("an object").extend(more);
        body
    };
    let quiz = |ids: Value| json!({"type": "quiz", "correct_option_ids": ids});
    refused(
        &fake,
        &[
            (
                "sendPoll",
                poll(json!([]), json!({})),
                "poll must have at least one answer option",
            ),
            (
                "sendPoll",
                poll(json!(vec!["a"; 13]), json!({})),
                "poll can't have more than 12 options",
            ),
            (
                "sendPoll",
                poll(json!(["a", "b"]), json!({"type": "quiz"})),
                "correct quiz option list must be non-empty",
            ),
            (
                "sendPoll",
                poll(json!(["a", "b"]), quiz(json!([2]))),
                "wrong correct option ID specified",
            ),
            (
                "sendPoll",
                poll(json!(["a", "b"]), quiz(json!(["0"]))),
                "correct option identifier must be of type Number",
            ),
            (
                "sendPoll",
                poll(json!(["a"]), json!({"type": "zzz"})),
                "unsupported poll type specified",
            ),
            (
                "sendPoll",
                poll(json!([" "]), json!({})),
                "text must be non-empty",
            ),
        ],
    )
    .await;
    let quiz = poll(
        json!(["a", "b"]),
        json!({"type": "quiz", "correct_option_ids": [1], "explanation": "*why*", "explanation_parse_mode": "MarkdownV2"}),
    );
    let sent = ok(&fake, "sendPoll", quiz).await;
    assert_eq!(sent["poll"]["correct_option_ids"], json!([1]));
    assert_eq!(sent["poll"]["explanation"], "why");
    assert_eq!(sent["poll"]["allows_revoting"], false);
    let channel = ok(&fake, "getChat", json!({})).await;
    assert_eq!(channel["type"], "private");
}

#[tokio::test]
async fn users_mark_and_add_tasks() {
    let fake = start().await;
    let (ann, bob) = (
        fake.user("Ann").in_supergroup(),
        fake.user("Bob").in_supergroup(),
    );
    let tasks = json!([{"id": 1, "text": "Pack"}, {"id": 4, "text": "Go"}]);
    let checklist = json!({"title": "Trip", "tasks": tasks, "others_can_mark_tasks_as_done": true});
    let id = ann.sends(&json!({"checklist": checklist})).result();
    let service = bob.checks(id, &[4]).result();
    assert!(
        bob.sees()
            .starts_with("Ann: <checklist> Trip (Pack, ✓ Go)\n"),
        "{}",
        bob.sees()
    );
    ann.adds_tasks(id, &["Rest"]);
    bob.unchecks(id, &[4]);
    assert!(
        bob.sees()
            .starts_with("Ann: <checklist> Trip (Pack, Go, Rest)\n"),
        "{}",
        bob.sees()
    );
    let updates = ok(&fake, "getUpdates", json!({})).await;
    let message = |at: usize| updates[at]["message"].clone();
    assert_eq!(message(1)["message_id"], service);
    assert_eq!(message(1)["from"]["first_name"], "Bob");
    let done = &message(1)["checklist_tasks_done"];
    assert_eq!(done["marked_as_done_task_ids"], json!([4]));
    assert_eq!(done["checklist_message"]["message_id"], id);
    assert_eq!(
        message(2)["checklist_tasks_added"]["tasks"],
        json!([{"id": 5, "text": "Rest"}])
    );
    assert_eq!(
        message(3)["checklist_tasks_done"]["marked_as_not_done_task_ids"],
        json!([4])
    );
    let copy =
        json!({"chat_id": 42, "from_chat_id": message(1)["chat"]["id"], "message_id": service});
    assert_eq!(
        error(&fake, "copyMessage", &copy).await,
        "Bad Request: message can't be copied"
    );
}

#[tokio::test]
#[should_panic(expected = "the checklist lacks `others_can_add_tasks`")]
async fn only_who_may_adds_tasks() {
    let fake = start().await;
    let (ann, bob) = (
        fake.user("Ann").in_supergroup(),
        fake.user("Bob").in_supergroup(),
    );
    let checklist = json!({"title": "Trip", "tasks": [{"id": 1, "text": "Pack"}]});
    let id = ann.sends(&json!({"checklist": checklist})).result();
    bob.adds_tasks(id, &["Rest"]);
}
