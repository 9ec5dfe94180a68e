//! All forms of users' own definitions: their schemas accept exactly what they decode.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde_json::json;
use telegrammar::openapi::{Document, Methods};
use telegrammar::types::{ChatId, MenuButton, User};
use telegrammar::value::UnknownFields;
use telegrammar::{InputFile, Unknown, telegram_method, telegram_type};

use crate::disjoint::assert_disjoint;
use crate::documents::assert_downgraded;
use crate::validator::Validator;
use crate::values::{Comparison, Cycle, cycle, cycle_method};

/// A number that only serde knows.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
struct TreeId(i64);
telegrammar::field!(TreeId: Long, Integer = |id| id.0);

/// An object that only serde knows.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
struct Place {
    x: f64,
}
telegrammar::field!(Place);

const MOST: i64 = 9;

/// A field of each form.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Tree {
    id: TreeId,
    place: Option<Place>,
    #[telegram(rename = "type")]
    kind: Option<Kind>,
    r#in: Option<String>,
    #[telegram(skip)]
    cached: u8,
    rings: Option<u8>,
    balance: Option<i128>,
    visitors: Option<u64>,
    #[telegram(range = -1.5..=2.5)]
    lean: Option<f64>,
    #[telegram(range = 1..=MOST)]
    grade: Option<i64>,
    #[telegram(bytes = 1..=4)]
    code: Option<String>,
    #[telegram(items = 1..=2)]
    names: Option<Vec<String>>,
    rows: Option<Vec<Vec<i64>>>,
    gaps: Option<Vec<Option<i64>>>,
    pair: Option<[i16; 2]>,
    slice: Option<Box<[i32]>>,
    shared: Option<Arc<Tree>>,
    children: Option<Vec<Self>>,
    any: Option<serde_json::Value>,
    counts: Option<BTreeMap<String, i64>>,
    trees: Option<HashMap<String, Leaf>>,
    chat: Option<ChatId>,
    user: Option<User>,
    #[telegram(default = 3)]
    height: Option<i64>,
    text: Option<Box<str>>,
}

/// A set of words.
#[telegram_type(unlisted)]
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Oak,
    #[telegram(rename = "fir tree")]
    Fir,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Leaf {
    color: String,
}

/// Its base comes first.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Needle {
    #[telegram(flatten)]
    base: Leaf,
    #[telegram(rest)]
    rest: UnknownFields,
}

#[telegram_type(unlisted, one_of(seed, graft))]
#[derive(Clone, Debug, PartialEq)]
struct Origin {
    seed: Option<String>,
    graft: Option<TreeId>,
    /// A flag.
    is_wild: Option<bool>,
}

/// A union with tags, one of which is within.
#[telegram_type(unlisted, tag = "kind")]
#[derive(Clone, Debug, PartialEq)]
enum Part {
    Leaf(Leaf),
    #[telegram(rename = "NEEDLE")]
    Needle(Box<Needle>),
    Unknown(Unknown),
}

/// A union without tags.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Growth {
    Tree(Box<Tree>),
    Leaf(Leaf),
    Count(i64),
    Name(String),
    Names(Vec<String>),
    Is(bool),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Whom {
    Chat(ChatId),
    User(Box<User>),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Counted {
    Flag(bool),
    All(BTreeMap<String, i64>),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Inner {
    Button(MenuButton),
    Text(String),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
enum Shared {
    Leaf(Arc<Leaf>),
    Text(Arc<str>),
    List(Box<[i64]>),
}

/// What all methods of planting have.
#[telegram_method("plant", unlisted, returns = Vec<Tree>)]
#[derive(Clone, Debug)]
struct Plant {
    needle: Option<Needle>,
    origin: Option<Origin>,
    part: Option<Part>,
    growth: Option<Growth>,
    whom: Option<Whom>,
    counted: Option<Counted>,
    inner: Option<Inner>,
    shared: Option<Shared>,
    file: Option<InputFile>,
}

/// A method with a base.
#[telegram_method("sow", unlisted, returns = bool)]
struct Sow<'a> {
    #[telegram(flatten)]
    base: SowBase,
    name: Cow<'a, str>,
    names: &'a [&'a str],
    what: Option<&'a Leaf>,
}

#[telegram_method("sow", unlisted, returns = bool)]
#[derive(Clone, Debug)]
struct SowBase {
    depth: i64,
}

fn garden() -> Methods {
    Methods::new()
        .with::<Plant>()
        .with_documented::<Sow<'static>>()
}

pub(crate) fn document() -> Document {
    Document::builder()
        .methods(garden())
        .title("Garden")
        .version("1.0.0")
        .license("MIT")
        .server("https://garden.example.org/{token}", "The garden")
        .build()
}

#[test]
fn schemas_of_own_forms_accept_exactly_what_is_decoded() {
    let document = garden().schema().to_value();
    let mut comparison = Comparison::new(&document);
    for (name, cycle) in [
        ("Tree", cycle::<Tree> as Cycle),
        ("Leaf", cycle::<Leaf> as Cycle),
        ("Needle", cycle::<Needle> as Cycle),
        ("Origin", cycle::<Origin> as Cycle),
        ("Part", cycle::<Part> as Cycle),
        ("Growth", cycle::<Growth> as Cycle),
        ("Whom", cycle::<Whom> as Cycle),
        ("Counted", cycle::<Counted> as Cycle),
        ("Inner", cycle::<Inner> as Cycle),
        ("Shared", cycle::<Shared> as Cycle),
    ] {
        let input = format!("{name}Input");
        if document["$defs"].get(&input).is_some() {
            comparison.compare(&input, true, cycle);
            comparison.compare(name, false, cycle);
        } else {
            comparison.compare(name, true, cycle);
        }
    }
    comparison.compare("Plant", true, cycle_method::<Plant>);
    comparison.finish();
    assert!(assert_disjoint(&document) > 10);
}

#[test]
fn the_document_of_own_forms_is_said_in_the_older_version() {
    assert_downgraded(&document());
}

#[test]
fn of_two_variants_that_fit_the_schema_means_the_one_that_is_decoded() {
    let document = garden().schema().to_value();
    let mut validator = Validator::new(&document);
    let growth = validator.at("/$defs/Growth");
    let both = json!({"id": 1, "color": "green"});
    assert_eq!(validator.check(&both, growth), Ok(()));
    let decoded = cycle::<Growth>(&both.to_string(), true);
    assert_eq!(decoded, Ok(r#"{"id":1}"#.to_owned()));
}
