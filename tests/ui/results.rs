//! A result that cannot be decoded.

use telegrammar::telegram_method;

struct Undecodable;

#[derive(serde::Deserialize)]
struct Borrowed<'a> {
    #[serde(borrow)]
    text: &'a str,
}

#[telegram_method("newMethod", unlisted, returns = Undecodable)] //~ E0277
struct NotDeserialize;

#[telegram_method("newMethods", unlisted, returns = Vec<Undecodable>)] //~ E0277
struct NotDeserializeInside;

#[telegram_method("newText", unlisted, returns = Borrowed<'static>)] //~ error
struct NotOwned;

#[telegram_method("newName", unlisted, returns = Missing)] //~ E0425
struct NoSuchType;

fn main() {
    let _ = (NotDeserialize::new(), NotDeserializeInside::new());
    let _ = (NotOwned::new().validate(), NoSuchType::new().validate());
}
