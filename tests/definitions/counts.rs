//! `items`, and several violations at once.

use telegrammar::error::Violation;
use telegrammar::schema::{Number, Rule};
use telegrammar::telegram_method;

#[telegram_method("counted", unlisted, returns = bool)]
struct Counted<'a> {
    #[telegram(items = 2..=10)]
    list: Vec<i64>,
    #[telegram(items = 0..=1)]
    few: Option<Vec<String>>,
    #[telegram(items = 1..=2)]
    borrowed: Option<&'a [&'a str]>,
    #[telegram(items = 3..=3)]
    fixed: Option<[i64; 3]>,
}

#[telegram_method("everything", unlisted, returns = bool)]
struct Everything {
    #[telegram(range = 1..=100)]
    limit: i64,
    #[telegram(len = 1..=5)]
    title: String,
    #[telegram(bytes = 1..=5)]
    data: String,
    #[telegram(items = 1..=2)]
    list: Vec<i64>,
    #[telegram(range = 0.0..=1.0)]
    ratio: Option<f64>,
    #[telegram(rename = "type", range = -1..=1)]
    kind: Option<i8>,
    free: Option<i64>,
}

#[test]
fn items_are_counted_at_the_bounds() {
    for count in 0..=12 {
        let found = Counted::new(vec![0; count]).validate().is_ok();
        assert_eq!(found, (2..=10).contains(&count), "{count}");
    }
    for count in 0..=3 {
        let few = vec![String::new(); count];
        let found = Counted::new(vec![0; 2]).few(few).validate().is_ok();
        assert_eq!(found, count <= 1, "{count}");
        let texts = ["", "", ""];
        let method = Counted::new(vec![0; 2]).borrowed(&texts[..count]);
        assert_eq!(
            method.validate().is_ok(),
            (1..=2).contains(&count),
            "{count}"
        );
    }
    assert!(Counted::new(vec![0; 2]).fixed([0; 3]).validate().is_ok());
}

#[test]
fn every_violation_is_reported() {
    let method = Everything::new(0, "", "ääää", vec![])
        .ratio(1.5)
        .kind(2)
        .free(i64::MAX);
    let error = method.validate().unwrap_err();
    assert_eq!(error.method(), "everything");
    assert_eq!(
        error.to_string(),
        "`everything` was not sent: \
         `limit` must be in 1..=100, but is 0; \
         `title` must have 1..=5 characters, but has 0; \
         `data` must have 1..=5 bytes, but has 8; \
         `list` must have 1..=2 items, but has 0; \
         `ratio` must be in 0..=1, but is 1.5; \
         `type` must be in -1..=1, but is 2"
    );
    let paths: Vec<_> = error.violations().iter().map(Violation::path).collect();
    assert_eq!(
        paths,
        ["limit", "title", "data", "list", "ratio", "type"].map(Some)
    );
    let Violation::Value { found, rule, .. } = &error.violations()[0] else {
        panic!("{error:?}");
    };
    assert_eq!((*found, *rule), (Number::Int(0), Rule::range(1, 100)));
}

#[test]
fn only_violated_rules_are_reported() {
    let error = Everything::new(1, "a", "a", vec![1]).kind(-2).validate();
    assert_eq!(
        error.unwrap_err().to_string(),
        "`everything` was not sent: `type` must be in -1..=1, but is -2"
    );
}

#[test]
fn unset_parameters_violate_no_rule() {
    assert_eq!(Everything::new(1, "a", "a", vec![1]).validate(), Ok(()));
}
