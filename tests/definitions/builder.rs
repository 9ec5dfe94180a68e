//! `new`, the setters, `validate` and `send`: their signatures.

use std::borrow::Cow;

use telegrammar::error::ValidationError;
use telegrammar::{Bot, Call, Method, telegram_method};

#[telegram_method("build", unlisted, returns = i64)]
#[derive(Debug, PartialEq)]
struct Build<'a> {
    id: i64,
    maybe: Option<i64>,
    name: String,
    borrowed: &'a str,
    list: Vec<String>,
    cow: Option<Cow<'a, str>>,
    texts: Option<Vec<String>>,
    own: Option<Own>,
    #[telegram(skip)]
    cache: Vec<u8>,
}

#[derive(Debug, PartialEq, serde::Serialize)]
struct Own(u8);
telegrammar::param!(Own);

impl From<u8> for Own {
    fn from(value: u8) -> Self {
        Self(value)
    }
}

#[test]
fn new_takes_the_required_fields_in_their_order() {
    let build = Build::new(1, "name", "borrowed", vec![]);
    assert_eq!(
        build,
        Build {
            id: 1,
            maybe: None,
            name: "name".to_owned(),
            borrowed: "borrowed",
            list: vec![],
            cow: None,
            texts: None,
            own: None,
            cache: vec![],
        }
    );
    // A `String` is taken by value, a number is inferred.
    let _: Build<'static> = Build::new("1".parse().unwrap(), String::new(), "", Vec::new());
}

#[test]
fn a_setter_takes_the_value_itself_and_returns_the_struct() {
    let build = Build::new(1, "", "", vec![])
        .maybe(2)
        .cow("cow")
        .texts(vec!["a".to_owned()])
        .own(7);
    assert_eq!(build.maybe, Some(2));
    assert_eq!(build.cow.as_deref(), Some("cow"));
    assert_eq!(build.texts, Some(vec!["a".to_owned()]));
    assert_eq!(build.own, Some(Own(7)));
    // The last value counts.
    assert_eq!(build.maybe(3).maybe, Some(3));
}

#[test]
fn functions_have_the_documented_signatures() {
    let _: fn(One, i64) -> One = One::optional;
    let _: fn(i64) -> One = One::new;
    let _: fn(&One) -> Result<(), ValidationError> = One::validate;
    let _: fn(&One, &Bot) -> Call<String> = One::send;
    let _: &'static telegrammar::schema::MethodInfo = One::INFO;
}

#[telegram_method("one", unlisted, returns = String)]
struct One {
    required: i64,
    optional: Option<i64>,
}

#[test]
fn the_result_is_the_methods_own() {
    fn result<M: Method<Response = R>, R>(_: &M) {}
    result::<_, String>(&One {
        required: 1,
        optional: None,
    });
    result::<_, i64>(&Build::new(1, "", "", vec![]));
}

#[test]
fn a_method_and_a_call_may_go_to_another_thread() {
    fn movable<T: Send>() {}
    movable::<One>();
    movable::<Build<'static>>();
    movable::<Call<String>>();
}

#[allow(
    clippy::box_collection,
    reason = "what is rare is boxed, whatever it is"
)]
#[telegram_method("buildBoxed", unlisted, returns = i64)]
#[derive(Debug, PartialEq)]
struct BuildBoxed {
    name: Box<str>,
    own: Box<Own>,
    title: Option<Box<String>>,
    list: Option<Box<Vec<String>>>,
}

#[test]
fn boxed_fields_accept_what_their_content_accepts() {
    let build = BuildBoxed::new("name", 7).title("title").list(vec![]);
    assert_eq!(
        build,
        BuildBoxed {
            name: "name".into(),
            own: Box::new(Own(7)),
            title: Some(Box::new("title".to_owned())),
            list: Some(Box::default()),
        }
    );
}
