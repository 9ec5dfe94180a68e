//! A rule that does not apply to the type.

use telegrammar::telegram_method;

type Title = String;
type Count = i64;
type Names = Vec<String>;

struct NoDefault;

#[telegram_method("newMethod", unlisted, returns = bool)]
struct Ranges {
    #[telegram(range = 1..=10)]
    text: String, //~ E0277
    #[telegram(range = 1..=10)]
    alias: Title, //~ E0277
    #[telegram(range = 1..=10)]
    list: Option<Names>, //~ E0277
}

#[telegram_method("newMethod", unlisted, returns = bool)]
struct Lengths<'a> {
    #[telegram(len = 1..=10)]
    number: i64, //~ E0277
    #[telegram(len = 1..=10)]
    alias: Option<Count>, //~ E0277
    #[telegram(bytes = 1..=10)]
    list: Names, //~ E0277
    #[telegram(items = 1..=10)]
    text: &'a str, //~ E0277
    #[telegram(items = 1..=10)]
    counted: Option<Count>, //~ E0277
}

#[telegram_method("newMethod", unlisted, returns = bool)]
struct Skipped {
    #[telegram(skip)]
    skipped: NoDefault, //~ E0277
    #[telegram(skip)]
    fine: Option<NoDefault>,
}

fn main() {
    let _ = Ranges::new("", "").list(vec![]);
    let _ = Lengths::new(1, vec![], "").alias(2);
    let _ = Skipped::new().validate();
}
