//! Kinds that do not exist, of users' own types.

use telegrammar::telegram_method;

struct Title(String);
telegrammar::param!(Title: Txt = |title| &title.0); //~ E0405

struct UserId(i64);
telegrammar::param!(UserId: Long, Int = |id| id.0); //~ E0405

#[telegram_method("sendMessage")]
struct SendMessage {
    chat_id: i64,
    text: Title,
}

fn main() {
    let _ = SendMessage::new(1, Title(String::new())).chat_id;
    let _ = UserId(1);
}
