//! Bounds that are constants, once their values are known.

use telegrammar::telegram_method;

const ONE: i64 = 1;
const TEN: i64 = 10;

mod limits {
    pub const MOST: i64 = 101;
    pub const LEAST: i64 = 0;
}

#[telegram_method("newMethod", unlisted, returns = bool)]
struct Empty {
    #[telegram(range = TEN..=ONE)] //~ E0080
    empty: Option<i64>,
    #[telegram(range = 2..=ONE)] //~ E0080
    half: Option<i64>,
    #[telegram(range = ONE..=TEN)]
    fine: Option<i64>,
}

#[telegram_method("getUserProfilePhotos")]
struct Above {
    user_id: i64,
    #[telegram(range = ONE..=limits::MOST)] //~ E0080
    limit: Option<i64>,
}

#[telegram_method("getUserProfilePhotos")]
struct Below {
    user_id: i64,
    #[telegram(range = limits::LEAST..=100)] //~ E0080
    limit: Option<i64>,
}

const TEXT: &str = "5";

#[telegram_method("getUserProfilePhotos")]
struct Mistyped {
    user_id: i64,
    #[telegram(range = 1..=TEXT)] //~ E0308
    limit: Option<i64>,
}

#[telegram_method("newText", unlisted, returns = bool)]
struct NotANumber {
    #[telegram(range = ONE..=TEN)]
    text: String, //~ E0277
}

fn main() {
    let _ = Empty::new().empty(1);
    let _ = (Above::new(1).limit(2), Below::new(1).validate());
}
