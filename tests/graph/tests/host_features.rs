//! The attributes with the feature `openapi`, which the build script enables, on a telegrammar without.

use telegrammar::{Method, telegram_method, telegram_type};

/// A dog.
#[telegram_type(unlisted)]
#[derive(Debug, PartialEq)]
struct Dog {
    /// Its name.
    name: String,
}

/// Finds a dog.
#[telegram_method("findDog", unlisted, returns = Dog)]
struct FindDog<'a> {
    /// Its name.
    name: &'a str,
}

#[test]
fn definitions_need_no_documents() {
    let methods: usize = env!("METHODS").parse().expect("a number");
    assert!(methods > 170, "{methods}");
    assert_eq!(FindDog::INFO.name(), "findDog");
    assert_eq!(Dog::INFO.fields.len(), 1);
    let call = serde_json::to_string(&FindDog::new("Rex")).expect("JSON");
    assert_eq!(call, r#"{"name":"Rex"}"#);
}
