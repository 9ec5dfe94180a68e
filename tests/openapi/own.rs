//! Definitions of users' own: found through their types, whatever these are called.

use serde_json::{Value, json};
use telegrammar::openapi::{Document, MethodEntry, Methods};
use telegrammar::types::{ChatId, User};
use telegrammar::{InputFile, Unknown, telegram_method, telegram_type};

use crate::disjoint::assert_disjoint;
use crate::documents::assert_downgraded;
use crate::golden::assert_golden;
use crate::validator::Validator;

/// The name that a type goes by elsewhere.
type Alias = Option<Vec<Box<Dog>>>;

/// An id of a dog.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
struct DogId(i64);
telegrammar::field!(DogId: Long, Integer = |id| id.0);

/// A dog,
/// as the kennel knows it.
///
/// It has a second paragraph.
#[telegram_type(unlisted)]
#[derive(Debug, Clone, PartialEq)]
struct Dog {
    /// Its number.
    id: DogId,
    /// Its name.
    #[telegram(len = 1..=32)]
    name: String,
    /// Its children.
    children: Alias,
    /// Its mother.
    mother: Option<Box<Dog>>,
    /// How it is.
    mood: Option<Mood>,
    /// Its weight in kilograms.
    weight: Option<f32>,
    /// Its legs.
    legs: Option<u8>,
}

/// How a dog feels.
#[telegram_type(unlisted)]
#[derive(Debug, Clone, PartialEq)]
enum Mood {
    /// It wags.
    Happy,
    /// It growls.
    #[telegram(rename = "very_angry")]
    Angry,
    Unknown(String),
}

/// A cat.
#[telegram_type(unlisted)]
#[derive(Debug, Clone, PartialEq)]
struct Cat {
    /// What is left.
    lives: u8,
}

/// A pet of any kind.
#[telegram_type(unlisted, tag = "kind")]
#[derive(Debug, Clone, PartialEq)]
enum Pet {
    /// One that barks.
    Dog(Dog),
    /// One that does not.
    Cat(Cat),
    Unknown(Unknown),
}

/// A dog, a cat, or the name of either.
#[telegram_type(unlisted)]
#[derive(Debug, Clone, PartialEq)]
enum Named {
    Dog(Dog),
    Cat(Cat),
    Name(String),
}

/// Registers a pet.
///
/// [Bot API](https://kennel.example.org/register)
#[telegram_method("registerPet", unlisted, returns = Vec<Pet>, one_of(owner, owner_name))]
struct RegisterPet<'a> {
    /// The pet.
    pet: Pet,
    /// Its place, if it is known.
    place: Option<ChatId>,
    /// Who has it.
    owner: Option<i64>,
    /// Who has it, by name.
    #[telegram(len = 1..=10)]
    owner_name: Option<std::borrow::Cow<'a, str>>,
    /// A picture.
    picture: Option<InputFile>,
    /// Its friends.
    friends: Option<Vec<Named>>,
    /// Notes for its future.
    notes: Option<serde_json::Value>,
}

/// Lists the people of the kennel.
#[telegram_method("getPeople", unlisted, repeatable, returns = Vec<User>)]
struct GetPeople;

/// Counts pets.
#[telegram_method("countPets", unlisted, repeatable, returns = u32)]
struct CountPets {
    #[doc = concat!("Which ", "ones.")]
    mood: Option<Mood>,
}

fn kennel() -> Methods {
    Methods::new()
        .with_documented::<RegisterPet<'static>>()
        .with::<GetPeople>()
        .with::<CountPets>()
}

pub(crate) fn document() -> Document {
    Document::builder()
        .methods(kennel())
        .title("Kennel")
        .version("2.0.0")
        .description("A server of our own.")
        .license("MIT")
        .server("https://kennel.example.org/{token}", "The kennel")
        .build()
}

#[test]
fn the_documents_of_an_own_server_equal_their_golden_texts() {
    let document = document();
    assert_golden("own.json", &format!("{document:#}"));
    assert_downgraded(&document);
    assert_golden("own-3.0.json", &format!("{:#}", document.to_3_0().document));
    assert_golden("own-schema.json", &format!("{:#}", kennel().schema()));
}

fn schemas() -> Value {
    kennel().schema().to_value()["$defs"].clone()
}

#[test]
fn the_variants_of_own_unions_exclude_each_other() {
    let document = kennel().schema().to_value();
    assert!(assert_disjoint(&document) >= 4);
    let mut validator = Validator::new(&document);
    let named = validator.at("/$defs/Named");
    let both = json!({"id": 1, "name": "Rex", "lives": 9});
    assert_eq!(validator.check(&both, named), Ok(()));
}

#[test]
fn types_are_found_by_what_they_are() {
    let all = schemas();
    let dog = &all["Dog"]["properties"];
    assert_eq!(dog["id"]["type"], "integer");
    assert_eq!(dog["children"]["items"]["$ref"], "#/$defs/Dog");
    assert_eq!(dog["mother"]["$ref"], "#/$defs/Dog");
    assert_eq!(dog["legs"]["maximum"], 255);
    let request = &all["RegisterPet"]["properties"];
    assert_eq!(request["place"]["$ref"], "#/$defs/ChatId");
    assert_eq!(request["picture"]["$ref"], "#/$defs/InputFile");
    assert_eq!(request["owner_name"]["maxLength"], 10);
    assert_eq!(request["notes"].get("type"), None);
    assert!(all["User"]["properties"]["is_bot"].is_object());
}

#[test]
fn descriptions_are_whole_doc_comments() {
    let all = schemas();
    let dog = "A dog, as the kennel knows it.\n\nIt has a second paragraph.";
    assert_eq!(all["Dog"]["description"], dog);
    assert_eq!(
        all["CountPets"]["properties"]["mood"]["description"],
        "Which ones."
    );
    let mood = all["Mood"]["description"].as_str().unwrap();
    assert!(mood.contains("- `happy`: It wags."), "{mood}");
    let document = document();
    let at = |pointer: &str| document.json().pointer(pointer).unwrap().to_value();
    assert_eq!(at("/paths/~1registerPet/post/summary"), "Registers a pet");
    let url = at("/paths/~1registerPet/post/externalDocs/url");
    assert_eq!(url, "https://kennel.example.org/register");
}

/// The same definition twice, but for its documentation.
#[test]
fn a_changed_doc_comment_is_seen() {
    mod before {
        /// Feeds all.
        #[telegrammar::telegram_method("feed", unlisted, returns = bool)]
        pub(super) struct Feed {
            /// With what.
            food: String,
        }
    }
    mod after {
        /// Feeds all.
        #[telegrammar::telegram_method("feed", unlisted, returns = bool)]
        pub(super) struct Feed {
            /// With what.
            ///
            /// Not too much.
            food: String,
        }
    }
    let before = Methods::new().with::<before::Feed>().schema().to_string();
    let after = Methods::new().with::<after::Feed>().schema().to_string();
    assert!(before.contains(r#""description":"With what.""#), "{before}");
    let changed = before.replace("With what.", r"With what.\n\nNot too much.");
    assert_eq!(changed, after);
}

#[test]
fn schemas_of_own_types_check_values() {
    let document = kennel().schema().to_value();
    let mut validator = Validator::new(&document);
    let request = validator.at("/$defs/RegisterPet");
    let cat = json!({"kind": "cat", "lives": 9});
    let right = [
        json!({"pet": cat, "owner": 1}),
        json!({"pet": cat, "owner_name": "Ann", "friends": ["Rex", {"lives": 1}]}),
        json!({"pet": cat, "owner": 1, "notes": [null]}),
    ];
    for value in right {
        assert_eq!(validator.check(&value, request), Ok(()), "{value}");
    }
    let wrong = [
        json!({"pet": cat}),
        json!({"pet": cat, "owner": 1, "owner_name": "Ann"}),
        json!({"pet": {"kind": "cat"}, "owner": 1}),
        json!({"pet": {"kind": "dog", "lives": 9}, "owner": 1}),
        json!({"pet": cat, "owner": "1"}),
        json!({"pet": cat, "owner_name": "A name too long"}),
        json!({"pet": cat, "owner": 1, "more": 1}),
        json!({"pet": {"kind": "fish"}, "owner": 1}),
    ];
    for value in wrong {
        assert!(validator.check(&value, request).is_err(), "{value}");
    }
    // A later server may send one.
    let pet = validator.at("/$defs/Pet");
    assert_eq!(validator.check(&json!({"kind": "fish"}), pet), Ok(()));
}

#[test]
fn names_of_different_types_are_different() {
    mod other {
        /// Another cat.
        #[telegrammar::telegram_type(unlisted)]
        #[derive(Debug, PartialEq)]
        pub(super) struct Cat {
            pub(super) name: String,
        }
    }
    #[telegram_method("swapCats", unlisted, returns = other::Cat)]
    struct SwapCats {
        cat: Cat,
    }
    let all = Methods::new().with::<SwapCats>().schema().to_value();
    let names: Vec<_> = all["$defs"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(names, ["Cat", "Cat2", "SwapCats"]);
}

#[test]
fn an_own_definition_replaces_that_of_the_bot_api() {
    #[telegram_method("getMe")]
    struct MyGetMe;
    let methods = Methods::bot_api();
    let count = methods.iter().count();
    let methods = methods.with::<MyGetMe>();
    assert_eq!(methods.iter().count(), count);
    let mut named = methods.named("getMe");
    assert_eq!(named.next().map(MethodEntry::struct_name), Some("MyGetMe"));
}

/// A folder, which has folders.
#[telegram_type(unlisted)]
#[derive(Debug, Clone, PartialEq)]
struct Folder {
    /// Its name.
    name: String,
    /// What is in it.
    folders: Option<Vec<Self>>,
    /// The folder that it was moved from.
    before: Option<Box<Self>>,
}

/// Creates a folder.
#[telegram_method("createFolder", unlisted, returns = Folder)]
struct CreateFolder {
    /// The folder.
    folder: Folder,
}

#[test]
fn a_type_may_name_itself_by_self() {
    let methods = Methods::new().with::<CreateFolder>();
    let schema = methods.schema().to_value();
    let properties = &schema["$defs"]["Folder"]["properties"];
    let reference = json!("#/$defs/Folder");
    assert_eq!(properties["folders"]["items"]["$ref"], reference);
    assert_eq!(properties["before"]["$ref"], reference);
}
