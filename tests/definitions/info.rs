//! The description in `INFO`.

use telegrammar::__private::{Object, Parameters};
use telegrammar::schema::{ApiType, FieldInfo, Literal, Relation, Rule};
use telegrammar::value::Value;
use telegrammar::{Method, telegram_method};

const LEAST: i64 = 2;

mod limits {
    pub(super) const MOST: i64 = 40;
}

/// Does something.
#[telegram_method("described", unlisted, returns = bool)]
struct Described {
    /// The first line.
    /// The second line.
    ///
    /// Another paragraph.
    first: i64,
    #[telegram(range = -5..=5, default = -1)]
    second: Option<i64>,
    #[telegram(range = 0.5..=1.5, default = 1.0)]
    third: Option<f64>,
    #[telegram(len = 1..=64, default = "text")]
    fourth: Option<String>,
    #[telegram(bytes = 0..=64)]
    fifth: String,
    #[telegram(items = 2..=10)]
    sixth: Vec<String>,
    #[telegram(default = true)]
    seventh: Option<bool>,
    #[telegram(range = LEAST..=limits::MOST)]
    eighth: Option<i64>,
    #[telegram(range = 1..=i64::MAX)]
    ninth: Option<i64>,
    /** Other comments work too. */
    #[telegram(rename = "wire_name", range = 1..=2)]
    tenth: Option<u8>,
    #[doc = "As does the attribute."]
    eleventh: Option<f32>,
    #[telegram(skip)]
    #[allow(dead_code)]
    twelfth: u8,
}

/// As in the Bot API.
#[telegram_method("getUserProfilePhotos")]
struct Listed {
    user_id: i64,
    offset: Option<i64>,
    limit: Option<i64>,
}

#[telegram_method("getUserProfilePhotos")]
struct Narrower {
    user_id: i64,
    #[telegram(range = 1..=10)]
    limit: i32,
    #[telegram(unlisted)]
    brand_new: Option<bool>,
}

#[telegram_method("related", unlisted, returns = bool, one_of(a, b), one_of(c, d, e))]
struct Related {
    a: Option<i64>,
    #[telegram(rename = "bee")]
    b: Option<i64>,
    c: Option<i64>,
    d: Option<i64>,
    e: Option<i64>,
}

fn param<M: Method>(name: &str) -> FieldInfo {
    *M::INFO.param(name).unwrap()
}

#[test]
fn parameters_are_in_the_order_of_the_fields() {
    let names: Vec<_> = Described::INFO.params().iter().map(|p| p.name).collect();
    assert_eq!(
        names,
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "wire_name",
            "eleventh"
        ]
    );
    let required: Vec<_> = Described::INFO
        .params()
        .iter()
        .filter(|param| param.required)
        .map(|param| param.name)
        .collect();
    assert_eq!(required, ["first", "fifth", "sixth"]);
    assert_eq!(Described::INFO.name(), "described");
}

#[test]
fn rules_and_defaults_are_as_written() {
    let param = param::<Described>;
    assert_eq!(param("first").rules, []);
    assert_eq!(param("second").rules, [Rule::range(-5, 5)]);
    assert_eq!(param("second").default, Some(Literal::Int(-1)));
    assert_eq!(param("third").rules, [Rule::float_range(0.5, 1.5)]);
    assert_eq!(param("third").default, Some(Literal::Float(1.0)));
    assert_eq!(param("fourth").rules, [Rule::len(1, 64)]);
    assert_eq!(param("fourth").default, Some(Literal::Text("text")));
    assert_eq!(param("fifth").rules, [Rule::bytes(0, 64)]);
    assert_eq!(param("sixth").rules, [Rule::items(2, 10)]);
    assert_eq!(param("seventh").default, Some(Literal::Bool(true)));
    assert_eq!(param("eighth").rules, [Rule::range(2, 40)]);
    assert_eq!(param("ninth").rules, [Rule::range(1, i64::MAX.into())]);
    assert_eq!(param("wire_name").rules, [Rule::range(1, 2)]);
}

#[test]
fn the_first_line_of_the_documentation_is_stored() {
    let param = param::<Described>;
    assert_eq!(param("first").doc, "The first line.");
    assert_eq!(param("second").doc, "");
    assert_eq!(param("wire_name").doc, "Other comments work too.");
    assert_eq!(param("eleventh").doc, "As does the attribute.");
}

#[test]
fn facts_complete_the_definition() {
    let param = param::<Listed>;
    assert_eq!(param("user_id").api_type, ApiType::Integer);
    assert!(param("user_id").required);
    assert_eq!(param("offset").rules, []);
    assert_eq!(param("limit").rules, [Rule::range(1, 100)]);
    assert_eq!(param("limit").default, Some(Literal::Int(100)));
    assert_eq!(Listed::new(1).validate(), Ok(()));
    assert!(Listed::new(1).offset(-1).limit(0).validate().is_err());
}

#[test]
fn a_definition_may_be_narrower_than_the_facts() {
    let param = param::<Narrower>;
    assert_eq!(param("limit").rules, [Rule::range(1, 10)]);
    assert!(param("limit").required);
    assert_eq!(param("brand_new").api_type, ApiType::Unlisted);
    let method = Narrower::new(1, 11).brand_new(true);
    assert_eq!(method.user_id, 1);
    assert!(method.validate().is_err());
}

#[test]
fn constraints_refer_to_parameters_by_their_wire_names() {
    assert_eq!(
        Related::INFO.relations(),
        [
            Relation::OneOf(&["a", "bee"]),
            Relation::OneOf(&["c", "d", "e"])
        ]
    );
    let text = |method: Related| method.validate().unwrap_err().to_string();
    assert_eq!(
        text(Related::new().c(1)),
        "`related` was not sent: exactly one of `a`, `bee` must be given, but none is"
    );
    assert_eq!(
        text(Related::new().a(1).b(2).e(3)),
        "`related` was not sent: exactly one of `a`, `bee` must be given, but `a`, `bee` are"
    );
    assert_eq!(Related::new().b(2).d(3).validate(), Ok(()));
}

/// Its first verb is that of methods that may be repeated.
#[telegram_method("getAndSpendMoney", unlisted, returns = bool)]
struct GetAndSpendMoney {
    amount: i64,
}

#[telegram_method("getDogName", unlisted, repeatable, returns = bool)]
struct GetDogName;

#[telegram_method("getDogName", unlisted, returns = bool)]
struct GetDogNameAndAge {
    #[telegram(flatten)]
    base: GetDogName,
    age: i64,
}

#[telegram_method("setDogName", unlisted, returns = bool)]
struct SetDogName {
    #[telegram(flatten)]
    base: GetDogName,
    name: String,
}

#[test]
fn an_unlisted_method_is_repeatable_only_if_it_says_so() {
    const {
        assert!(!GetAndSpendMoney::INFO.is_repeatable && !GetAndSpendMoney::INFO.is_long_poll);
        assert!(!Described::INFO.is_repeatable);
        assert!(GetDogName::INFO.is_repeatable && !GetDogName::INFO.is_long_poll);
        // The same method with more parameters, and another one.
        assert!(GetDogNameAndAge::INFO.is_repeatable);
        assert!(!SetDogName::INFO.is_repeatable);
        assert!(Listed::INFO.is_repeatable);
    }
    let call = SetDogName::new(GetDogName::new(), "Rex");
    assert_eq!(serde_json::to_string(&call).unwrap(), r#"{"name":"Rex"}"#);
    assert_eq!(GetAndSpendMoney::new(1).amount, 1);
    assert_eq!(GetDogNameAndAge::new(GetDogName::new(), 3).age, 3);
}

#[test]
fn a_parameter_is_found_by_its_index() {
    let method = Related::new().b(2);
    let is_given = |index| {
        !matches!(
            <dyn Object>::value(&Parameters(&method), index),
            Value::Absent
        )
    };
    assert!(is_given(1));
    for index in [0, 4, 5, usize::MAX] {
        assert!(!is_given(index), "{index}");
    }
}
