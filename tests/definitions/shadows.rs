//! Definitions among user-defined names that shadow everything that the expansion could refer to.
#![allow(
    dead_code,
    non_upper_case_globals,
    non_camel_case_types,
    non_snake_case,
    unused_macros,
    clippy::module_inception
)]

use telegrammar::telegram_method;

struct Option;
struct Result;
struct String;
struct Vec;
struct Box;
struct Bot;
struct Call;
struct ValidationError;
struct MethodInfo;
struct TypeInfo;
struct FieldInfo;
struct FieldVisitor;
struct Fields;
struct FieldOf;
struct Target;
struct ApiType;
struct Rule;
struct Value;
struct i32;
struct usize;
struct str;

trait Send {}
trait Into<T> {
    fn into(self) -> T;
}
trait From<T> {}
trait Default {
    fn default() -> u8;
}
trait Clone {}
trait Copy {}
trait Sized {}
trait Method {
    const INFO: u8;
    fn param(&self) -> u8;
    fn validate(&self) -> u8;
}
trait Param {
    fn value(&self) -> u8;
    fn visit(&self) -> u8;
    fn visit_optional(&self) -> u8;
    fn visit_flag(&self) -> u8;
}
trait Object {
    fn info(&self) -> u8;
    fn visit_fields(&self) -> u8;
}
trait Decode {
    fn empty() -> u8;
    fn target(&self) -> u8;
}
trait Serialize {}
trait Serializer {}
trait Deserialize {}
trait Deserializer {}

impl<T> Into<u8> for T {
    fn into(self) -> u8 {
        0
    }
}
impl<T> Method for T {
    const INFO: u8 = 0;
    fn param(&self) -> u8 {
        0
    }
    fn validate(&self) -> u8 {
        0
    }
}
impl<T> Param for T {
    fn value(&self) -> u8 {
        0
    }
    fn visit(&self) -> u8 {
        0
    }
    fn visit_optional(&self) -> u8 {
        0
    }
    fn visit_flag(&self) -> u8 {
        0
    }
}
impl<T> Object for T {
    fn info(&self) -> u8 {
        0
    }
    fn visit_fields(&self) -> u8 {
        0
    }
}
impl<T> Decode for T {
    fn empty() -> u8 {
        0
    }
    fn target(&self) -> u8 {
        0
    }
}

const None: u8 = 0;
const Ok: u8 = 0;
const Err: u8 = 0;

fn Some() {}
fn index() {}
fn fields() {}
fn bot() {}

mod core {}
mod std {}
mod alloc {}
mod serde {}
mod telegrammar_core {}
mod kind {}
mod __private {}

macro_rules! compile_error {
    () => {};
}
macro_rules! concat {
    () => {};
}
macro_rules! vec {
    () => {};
}

#[telegram_method("getMe")]
struct GetMe;

#[telegram_method("everything", unlisted, returns = ::std::vec::Vec<i64>, one_of(a, b))]
struct Everything<'a, 'b: 'a> {
    index: i64,
    #[telegram(len = 1..=5, default = "x")]
    a: ::std::option::Option<::std::string::String>,
    #[telegram(bytes = 1..=5)]
    b: ::std::option::Option<&'a ::core::primitive::str>,
    #[telegram(items = 1..=2)]
    fields: ::std::vec::Vec<i64>,
    #[telegram(range = 0.0..=1.0)]
    value: ::std::option::Option<f64>,
    #[telegram(rename = "type", default = true)]
    serializer: ::std::option::Option<bool>,
    deserializer: ::std::option::Option<&'b ::core::primitive::str>,
    bot: ::std::option::Option<bool>,
    name: bool,
    #[telegram(skip)]
    skipped: ::std::option::Option<i64>,
}

#[telegram_method("everything", unlisted, returns = ::core::primitive::bool, one_of(c, d))]
struct More<'a, 'b: 'a> {
    index: ::std::option::Option<i64>,
    #[telegram(flatten)]
    fields: Base<'a, 'b>,
    c: ::std::option::Option<i64>,
    d: ::std::option::Option<i64>,
}

#[telegram_method("everything", unlisted, returns = ::core::primitive::bool)]
struct Base<'a, 'b> {
    target: &'a ::core::primitive::str,
    value: ::std::option::Option<&'b ::core::primitive::str>,
}

#[telegrammar::telegram_type("User")]
struct Known {
    #[telegram(flatten)]
    info: ::telegrammar::types::User,
    #[telegram(unlisted)]
    empty: ::std::option::Option<bool>,
    #[telegram(rest)]
    index: ::telegrammar::value::UnknownFields,
}

#[test]
fn definitions_work_among_user_items_of_the_same_names() {
    let all = Everything::new(1, ::std::vec![1], true)
        .a("a")
        .value(0.5)
        .serializer(true)
        .deserializer("d")
        .bot(true);
    let checked: ::core::result::Result<(), ::telegrammar::error::ValidationError> = all.validate();
    assert!(checked.is_ok());
    assert!(all.b("b").validate().is_err());
    let more = More::new(Base::new("a").value("b")).index(1).c(2);
    let checked: ::core::result::Result<(), ::telegrammar::error::ValidationError> =
        more.validate();
    assert!(checked.is_ok());
    let json = br#"{"id":1,"is_bot":false,"first_name":"A","empty":true,"info":2}"#;
    let known: Known = ::telegrammar::from_json(json).unwrap();
    assert_eq!(
        (known.info.id, known.index.get("info").is_some()),
        (1, true)
    );
    let checked: ::core::result::Result<(), ::telegrammar::error::ValidationError> =
        GetMe::new().validate();
    assert!(checked.is_ok());
}
