//! telegrammar under another name, and below another path.

mod face {
    //! A user's crate that re-exports telegrammar.
    pub(super) mod inner {
        pub(crate) use renamed::*;
    }
}

use renamed::{Method, telegram_method};

/// Whatever is declared here is not used.
mod telegrammar {}

#[telegram_method("getMe", crate = renamed)]
struct Short;

#[telegram_method("getUserProfilePhotos", crate = ::renamed)]
struct Absolute {
    user_id: i64,
    #[telegram(range = 1..=10)]
    limit: Option<i64>,
}

#[telegram_method("getUserProfilePhotos", crate = crate::renaming::face::inner)]
struct Inner<'a> {
    user_id: i64,
    #[telegram(unlisted, len = 1..=3)]
    note: Option<&'a str>,
}

// The result type of the facts is resolved there too.
#[telegram_method("getUserProfilePhotos", crate = self::face::inner)]
struct WithResult {
    user_id: i64,
    #[telegram(skip)]
    skipped: u8,
}

#[telegram_method("getUserProfilePhotos", crate = self::face::inner)]
struct WithBase {
    #[telegram(flatten)]
    base: WithResult,
    #[telegram(unlisted)]
    note: Option<String>,
}

#[renamed::telegram_type("User", crate = self::face::inner)]
struct WithRest {
    #[telegram(flatten)]
    base: renamed::types::User,
    #[telegram(rest)]
    rest: renamed::value::UnknownFields,
}

#[test]
fn a_crate_may_have_another_name() {
    fn result<M: Method<Response = renamed::types::UserProfilePhotos>>(_: &M) {}
    assert!(Short::new().validate().is_ok());
    assert!(Absolute::new(1).limit(11).validate().is_err());
    assert!(Inner::new(1).note("long").validate().is_err());
    assert_eq!(WithResult::new(1).skipped, 0);
    result(&WithResult::new(1));
    result(&WithBase::new(WithResult::new(1)).note("a"));
    let json = br#"{"id":1,"is_bot":false,"first_name":"A","x":2}"#;
    let user: WithRest = renamed::from_json(json).unwrap();
    assert_eq!((user.base.id, user.rest.len()), (1, 1));
}
