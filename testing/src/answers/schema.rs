//! The definitions of the Bot API by name: what the answers are made from.

use std::collections::HashMap;
use std::sync::LazyLock;

use telegrammar::schema::{ApiType, FieldInfo, MethodInfo, TypeInfo, UnionInfo};
use telegrammar::{Method, methods, types};
use telegrammar_macros::listed;

/// A method and the type of its result.
#[derive(Clone, Copy)]
pub(crate) struct Listed {
    pub(crate) info: &'static MethodInfo,
    pub(crate) result: ApiType,
}

static METHODS: LazyLock<HashMap<String, Listed>> = LazyLock::new(|| {
    let methods = all_methods().into_iter();
    methods
        .map(|method| (method.info.name().to_ascii_lowercase(), method))
        .collect()
});
static OBJECTS: LazyLock<HashMap<&'static str, &'static TypeInfo>> = LazyLock::new(|| {
    let objects = all_objects().into_iter().chain([types::Update::INFO]);
    objects.map(|info| (info.name, info)).collect()
});
static UNIONS: LazyLock<HashMap<&'static str, &'static UnionInfo>> = LazyLock::new(|| {
    all_unions()
        .into_iter()
        .map(|info| (info.name, info))
        .collect()
});
static WORDS: LazyLock<HashMap<&'static str, &'static [&'static str]>> =
    LazyLock::new(|| all_words().into_iter().collect());

/// Returns a method by its name in lower case.
pub(crate) fn method(name: &str) -> Option<Listed> {
    METHODS.get(name).copied()
}

/// Returns an object by its name.
pub(crate) fn object(name: &str) -> Option<&'static TypeInfo> {
    OBJECTS.get(name).copied()
}

/// Returns a union by its name.
pub(crate) fn union(name: &str) -> Option<&'static UnionInfo> {
    UNIONS.get(name).copied()
}

/// Returns the words of a closed set, such as `Chat.type`.
pub(crate) fn words(owner: &str, field: &str) -> &'static [&'static str] {
    WORDS
        .get(format!("{owner}.{field}").as_str())
        .copied()
        .unwrap_or_default()
}

/// Returns the field of an object.
pub(crate) fn field(owner: &TypeInfo, name: &str) -> Option<&'static FieldInfo> {
    owner.fields.iter().find(|field| field.name == name)
}

/// Returns whether a text is a word of a closed set, whose case is ignored. Every text is, if there is no
/// such set.
pub(crate) fn is_word(owner: &str, field: &str, text: &str) -> bool {
    let words = words(owner, field);
    words.is_empty() || words.iter().any(|word| word.eq_ignore_ascii_case(text))
}

/// Returns a name such as `VideoNote` as that of a field: `video_note`.
pub(crate) fn snake_case(name: &str) -> String {
    let mut field = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !field.is_empty() {
            field.push('_');
        }
        field.push(character.to_ascii_lowercase());
    }
    field
}

macro_rules! table {
    (results: $($name:ident ($result:expr);)+) => {
        /// Returns every method.
        pub(crate) fn all_methods() -> Vec<Listed> {
            vec![$(Listed { info: methods::$name::INFO, result: $result },)+]
        }
    };
    (objects: $($name:ident)+) => {
        fn all_objects() -> Vec<&'static TypeInfo> {
            vec![$(types::$name::INFO,)+]
        }
    };
    (unions: $($name:ident)+) => {
        fn all_unions() -> Vec<&'static UnionInfo> {
            vec![$(types::$name::INFO,)+]
        }
    };
    (values: $($path:literal [$($word:literal)+];)+) => {
        fn all_words() -> Vec<(&'static str, &'static [&'static str])> {
            vec![$(($path, &[$($word,)+]),)+]
        }
    };
}

listed!(table! results);
listed!(table! objects);
listed!(table! unions);
listed!(table! values);
