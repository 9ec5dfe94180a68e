//! Definitions that store unknown members.

use serde_json::json;
use telegrammar::error::JsonError;
use telegrammar::value::UnknownFields;
use telegrammar::{from_json, telegram_method, telegram_type};

/// Objects of a union: one with a base, and one that stores what it does not know.
#[telegram_type(unlisted, tag = "kind")]
#[derive(Clone, Debug, PartialEq)]
enum Pet {
    Dog(Dog),
    Cat(Box<Cat>),
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Animal {
    name: String,
    age: Option<i64>,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Dog {
    #[telegram(flatten)]
    base: Animal,
    tricks: Vec<String>,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Cat {
    #[telegram(flatten)]
    base: Animal,
    #[telegram(rest)]
    rest: UnknownFields,
}

#[test]
fn variants_can_have_a_base_and_store_the_rest() {
    for json in [
        json!({"kind": "dog", "name": "Rex", "tricks": ["sit"]}),
        json!({"kind": "cat", "name": "Tom", "age": 9, "lives": 8, "kinds": ["x"]}),
    ] {
        let pet: Pet = serde_json::from_value(json.clone()).unwrap();
        if let Pet::Cat(cat) = &pet {
            let names: Vec<_> = cat.rest.iter().map(|(name, _)| name).collect();
            assert_eq!(names, ["kinds", "lives"]);
        }
        assert_eq!(serde_json::to_value(&pet).unwrap(), json);
        let text = serde_json::to_string(&pet).unwrap();
        assert_eq!(text.matches("\"kind\"").count(), 1, "{text}");
        assert_eq!(from_json::<Pet>(text.as_bytes()).unwrap(), pet);
    }
    // The tag last, and with escapes.
    let text = r#"{"lives":8,"name":"Tom","\u006bind":"cat"}"#;
    let Pet::Cat(cat) = from_json(text.as_bytes()).unwrap() else {
        panic!("a cat")
    };
    assert_eq!(cat.rest.len(), 1);
    let mut cat = Cat::new(Animal::new("Tom"));
    assert!(cat.rest.is_empty());
    // A field of the definition is never written twice.
    cat.rest.insert("name", "Tim").unwrap();
    cat.rest.insert("lives", &9).unwrap();
    let text = serde_json::to_string(&cat).unwrap();
    assert_eq!(text, r#"{"name":"Tom","lives":9}"#);
}

/// Sends objects in each place that an encoder reaches.
#[telegram_method("sendPets", returns = bool, unlisted)]
struct SendPets {
    pet: Pet,
    pets: Option<Vec<Pet>>,
}

#[test]
fn the_tag_of_a_union_is_that_of_the_variant() {
    // Read by its own type, an object stores the tag of a union, which it does not know.
    let text = r#"{"kind":"dog","name":"Tom","lives":9}"#;
    let read: Cat = from_json(text.as_bytes()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap()["kind"], "dog");
    let mut inserted = Cat::new(Animal::new("Tom"));
    inserted.rest.insert("kind", "dog").unwrap();
    inserted.rest.insert("lives", &9).unwrap();
    for cat in [read, inserted] {
        let pet = Pet::Cat(Box::new(cat));
        let text = serde_json::to_string(&pet).unwrap();
        assert_eq!(text, r#"{"kind":"cat","name":"Tom","lives":9}"#);
        let json = serde_json::to_value(&pet).unwrap();
        assert_eq!(json, json!({"kind": "cat", "name": "Tom", "lives": 9}));
        let call = SendPets::new(pet.clone()).pets(vec![pet]);
        let text = serde_json::to_string(&call).unwrap();
        assert_eq!(text.matches("kind").count(), 2, "{text}");
    }
}

/// A definition whose base stores what it does not know, and one around it.
#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Kitten {
    #[telegram(flatten)]
    base: Cat,
    weeks: Option<i64>,
}

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct Tabby {
    #[telegram(flatten)]
    base: Kitten,
    stripes: Option<i64>,
}

#[test]
fn the_fields_around_a_base_are_not_written_from_its_rest() {
    let text = r#"{"name":"Tom","weeks":2,"lives":9,"stripes":7}"#;
    let cat: Cat = from_json(text.as_bytes()).unwrap();
    assert_eq!(cat.rest.len(), 3);
    let write = |value: &Tabby| serde_json::to_string(value).unwrap();
    let tabby = Tabby::new(Kitten::new(cat.clone()).weeks(3)).stripes(8);
    assert_eq!(
        write(&tabby),
        r#"{"name":"Tom","lives":9,"weeks":3,"stripes":8}"#
    );
    let unset = Tabby::new(Kitten::new(cat));
    assert_eq!(write(&unset), r#"{"name":"Tom","lives":9}"#);
    let back: Tabby = from_json(write(&tabby).as_bytes()).unwrap();
    assert_eq!(write(&back), write(&tabby));
}

#[test]
fn names_with_escapes_and_duplicates_are_stored_as_they_are() {
    let text = r#"{"name":"Tom","a\"b":1,"a\"b":{"c":"\u00e9"},"\u0000":null}"#;
    let cat: Cat = from_json(text.as_bytes()).unwrap();
    assert_eq!(cat.rest.get("a\"b"), Some("1"));
    assert_eq!(cat.rest.len(), 3);
    assert_eq!(serde_json::to_string(&cat).unwrap(), text);
    // A name can be empty, in notations of its own too.
    for text in [
        r#"{"name":"Tom","":1}"#,
        r#" {"name":"Tom","":1}"#,
        r#"{"":1,"name":"Tom"}"#,
        r#"{ "" : 1 , "name":"Tom"}"#,
    ] {
        let cat: Cat = from_json(text.as_bytes()).unwrap();
        assert_eq!(cat.rest.iter().collect::<Vec<_>>(), [("", "1")], "{text}");
    }
    // No text can hold this name.
    let text = r#"{"name":"Tom","\ud800":1,"b":2}"#;
    let cat: Cat = from_json(text.as_bytes()).unwrap();
    assert_eq!(cat.rest.iter().collect::<Vec<_>>(), [("b", "2")]);
    let error: Result<Cat, JsonError> = from_json(br#"{"name":"Tom","x":[1,}"#);
    assert!(error.is_err());
}
