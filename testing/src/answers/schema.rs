//! The definitions of the Bot API by name: what the answers are made from.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};
use telegrammar::schema::{ApiType, Discriminator, FieldInfo, MethodInfo, TypeInfo, UnionInfo};
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

/// Returns the object that a value of a type is, also if the type is a union.
pub(crate) fn object_of(ty: &ApiType, members: &Map<String, Value>) -> Option<&'static TypeInfo> {
    match ty {
        ApiType::Object(name) => match union(name) {
            Some(union) => variant(union, members),
            None => object(name),
        },
        ApiType::OneOf(types) => {
            let objects = types.iter().filter_map(|ty| object_of(ty, members));
            let (tagged, others): (Vec<_>, Vec<_>) =
                objects.partition(|info| info.tag.is_some_and(|tag| has_tag(tag, members)));
            tagged.into_iter().chain(others).next()
        }
        _ => None,
    }
}

fn has_tag((tag, value): (&str, &str), members: &Map<String, Value>) -> bool {
    members.get(tag).and_then(Value::as_str) == Some(value)
}

fn variant(union: &UnionInfo, members: &Map<String, Value>) -> Option<&'static TypeInfo> {
    let tag = match union.discriminator {
        Discriminator::Tag(tag) => members.get(tag).and_then(Value::as_str),
        _ => None,
    };
    let is_tag = |known: &str| match tag {
        Some(tag) if union.ignores_case => known.eq_ignore_ascii_case(tag),
        Some(tag) => known == tag,
        None => true,
    };
    let has = |field: &&str| members.contains_key(*field);
    let mut variants = union.variants.iter();
    let variant = variants.find(|it| is_tag(it.tag) && it.discriminating_fields.iter().all(has))?;
    object(variant.name)
}

/// A text that is sent, and the fields that say how it is formatted.
#[derive(Clone, Copy)]
pub(crate) struct FormattedText {
    pub(crate) text: &'static FieldInfo,
    /// The list of entities.
    pub(crate) entities: &'static FieldInfo,
    /// The name of the parse mode.
    pub(crate) mode: &'static str,
}

/// Returns the texts with a parse mode and entities. Their names follow from that of the entities:
/// `quote_entities` are those of `quote`, and `entities` those of `text` or `message_text`.
pub(crate) fn formatted_texts(fields: &'static [FieldInfo]) -> impl Iterator<Item = FormattedText> {
    let named = move |name: &str| fields.iter().find(|field| field.name == name);
    let is_list = |field: &&FieldInfo| {
        matches!(
            field.api_type,
            ApiType::Array(ApiType::Object("MessageEntity"))
        )
    };
    fields.iter().filter(is_list).filter_map(move |entities| {
        let start = entities.name.strip_suffix("entities")?;
        let text = match start.strip_suffix('_') {
            Some(name) => named(name),
            None => named("text").or_else(|| named("message_text")),
        };
        let mode = named(&format!("{start}parse_mode")).or_else(|| named("parse_mode"))?;
        Some(FormattedText {
            text: text?,
            entities,
            mode: mode.name,
        })
    })
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
