//! T: bases, and the storage of unknown members.

use super::Entry;

pub(super) const FLATTEN: &[Entry] = &[
    Entry::new(
        "T17",
        "a base or a storage of the wrong type",
        "A method has the parameters of another method, and a type the fields of another object: the struct
itself, without `Box` or a list around it. Unknown members are stored in `UnknownFields`.",
        r#"
#[telegram_type("Message")]
pub struct MoodyMessage {
    #[telegram(flatten)]
    pub base: Box<Message>,
    #[telegram(unlisted)]
    pub mood: Option<String>,
}
"#,
        r#"
#[telegram_type("Message")]
pub struct MoodyMessage {
    #[telegram(flatten)]
    pub base: Message,
    #[telegram(unlisted)]
    pub mood: Option<String>,
}
"#,
    )
    .says("`Box<Message>` has no fields to flatten"),
    Entry::new(
        "T18",
        "a member that the base has too",
        "Every member is sent and received once. That of the base is a field of the base.",
        r#"
#[telegram_method("sendMessage")]
pub struct SendMoodyMessage {
    #[telegram(flatten)]
    pub base: SendMessage,
    pub text: String,
}
"#,
        r#"
#[telegram_method("sendMessage")]
pub struct SendMoodyMessage {
    #[telegram(flatten)]
    pub base: SendMessage,
}
"#,
    ),
    Entry::new(
        "T19",
        "a base of another name",
        "What is known of a method or type of the Bot API also holds for its base, so both have the same
name. A definition that is `unlisted` can have any base.",
        r#"
#[telegram_method("sendMessage")]
pub struct SendMoodyMessage {
    #[telegram(flatten)]
    pub base: SendPhoto,
}
"#,
        r#"
#[telegram_method("sendPhoto")]
pub struct SendMoodyPhoto {
    #[telegram(flatten)]
    pub base: SendPhoto,
}
"#,
    )
    .says("this base declares `sendPhoto`, not `sendMessage`"),
];
