//! Every type and method of the catalogue. The names are those of the facts, so one that the catalogue
//! lacks does not compile; `declared.rs` finds those that the facts lack.

use std::any::type_name;
use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use telegrammar::__private::{Decode, check as check_fields, json};
use telegrammar::error::ValidationError;
use telegrammar::schema::{MethodInfo, TypeInfo, UnionInfo};
use telegrammar::value::{Param, Value};
use telegrammar::{Method, from_json, from_json_strict, methods, types};
use telegrammar_macros::listed;

use crate::decoding::list::Subject;
use crate::decoding::outcomes::outcomes;
use crate::decoding::ways::Decoded;
use crate::decoding::zero_fall_backs::Walk;

/// Decodes JSON and encodes it again.
pub(crate) type Cycle = fn(&str) -> Result<String, String>;

/// Decodes JSON and returns the rules that the value violates.
pub(crate) type Check = fn(&str) -> Result<Vec<String>, String>;

pub(crate) struct Object {
    pub(crate) subject: Subject,
    pub(crate) name: &'static str,
    pub(crate) cycle: Cycle,
    pub(crate) cycle_leniently: Cycle,
    pub(crate) check: Check,
    pub(crate) info: &'static TypeInfo,
    pub(crate) is_received: bool,
}

pub(crate) struct Union {
    pub(crate) subject: Subject,
    pub(crate) name: &'static str,
    pub(crate) cycle: Cycle,
    pub(crate) cycle_leniently: Cycle,
    pub(crate) info: &'static UnionInfo,
    pub(crate) is_received: bool,
}

pub(crate) struct Call {
    pub(crate) name: &'static str,
    /// Whether its result is decoded by the decoder that is compiled in core.
    pub(crate) is_read_in_core: bool,
    pub(crate) cycle: Cycle,
    pub(crate) check: Check,
    pub(crate) info: &'static MethodInfo,
}

/// A closed set of words.
pub(crate) struct Words {
    pub(crate) subject: Subject,
    /// The parameters and fields that it belongs to.
    pub(crate) of: Vec<&'static str>,
    pub(crate) cycle: Cycle,
}

/// The traits that everything in the catalogue implements.
trait Whole: DeserializeOwned + Serialize + PartialEq {}

impl<T: DeserializeOwned + Serialize + PartialEq> Whole for T {}

/// The traits of a closed set of words.
trait Word: Whole + Decoded + Debug {}

impl<T: Whole + Decoded + Debug> Word for T {}

/// Decodes a type strictly and encodes it again. For valid JSON, lenient decoding must have the
/// same result.
fn cycle<T: Whole + Decode>(json: &str) -> Result<String, String> {
    let strict = from_json_strict::<T>(json).map_err(|error| error.to_string());
    let lenient = lenient::<T>(json);
    // Only values that can be repaired may differ.
    let is_same = strict == lenient || (T::IS_RECEIVED && strict.is_err());
    assert!(is_same, "{json}");
    rewrite(&strict?, json, |text| {
        from_json_strict::<T>(text).map_err(|error| error.to_string())
    })
}

/// Decodes a type leniently, if it is only received, and encodes it again.
fn cycle_leniently<T: Whole + Decode>(json: &str) -> Result<String, String> {
    rewrite(&lenient::<T>(json)?, json, lenient::<T>)
}

/// Decodes from text and by serde, which must agree.
fn lenient<T: Whole + Decode>(json: &str) -> Result<T, String> {
    let by_text = from_json::<T>(json);
    let by_serde = serde_json::from_str::<T>(json);
    let is_same = match (&by_text, &by_serde) {
        (Ok(value), Ok(same)) => value == same,
        // Errors of a deserializer have no positions.
        (Err(error), Err(same)) if same.is_data() && !error.is_syntax() => {
            let position = format!(
                " at line {} column {}",
                error.line().unwrap_or_default(),
                error.column().unwrap_or_default()
            );
            error.to_string() == format!("{same}{position}")
        }
        // The error comes from serde's own parser.
        (Err(_), Err(_)) => true,
        _ => false,
    };
    let error = by_serde.err();
    assert!(is_same, "{json}: {:?}, {error:?}", by_text.err());
    by_text.map_err(|error| error.to_string())
}

/// Decodes a method by serde and encodes it again.
fn cycle_by_serde<T: Whole>(json: &str) -> Result<String, String> {
    let read = |text: &str| serde_json::from_str::<T>(text).map_err(|error| error.to_string());
    rewrite(&read(json)?, json, read)
}

/// Encodes a value, which must be decoded as the same value.
fn rewrite<T: Whole>(
    value: &T,
    json: &str,
    read: impl FnOnce(&str) -> Result<T, String>,
) -> Result<String, String> {
    let again = serde_json::to_string(value).map_err(|error| error.to_string())?;
    let is_same = read(&again).map(|again| again == *value);
    assert_eq!(is_same, Ok(true), "{again} is not {json}");
    Ok(again)
}

fn broken(outcome: Result<(), ValidationError>) -> Vec<String> {
    match outcome {
        Ok(()) => Vec::new(),
        Err(invalid) => invalid
            .violations()
            .iter()
            .map(ToString::to_string)
            .collect(),
    }
}

fn check<M: Method + DeserializeOwned>(json: &str) -> Result<Vec<String>, String> {
    let method: M = serde_json::from_str(json).map_err(|error| error.to_string())?;
    Ok(broken(method.validate()))
}

fn check_object<T: Param + DeserializeOwned>(json: &str) -> Result<Vec<String>, String> {
    let value: T = serde_json::from_str(json).map_err(|error| error.to_string())?;
    match value.value() {
        Value::Object(object) => Ok(broken(check_fields(object))),
        _ => Err("not an object".to_owned()),
    }
}

/// The body of a call must equal the output of serde.
fn cycle_call<M: Method + Whole>(text: &str) -> Result<String, String> {
    let again = cycle_by_serde::<M>(text)?;
    let method: M = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let body = json(&method).map_err(|error| error.to_string())?;
    assert_eq!(String::from_utf8_lossy(&body), again);
    Ok(again)
}

/// What is tried with the type when decoding.
macro_rules! subject {
    ($name:ident) => {
        Subject {
            name: stringify!($name),
            decode: outcomes::<types::$name>,
            walk: Walk::start::<types::$name>,
        }
    };
}

macro_rules! list {
    (objects: $($name:ident)+) => {
        pub(crate) fn objects() -> Vec<Object> {
            vec![$(Object {
                name: stringify!($name),
                cycle: cycle::<types::$name>,
                cycle_leniently: cycle_leniently::<types::$name>,
                check: check_object::<types::$name>,
                info: types::$name::INFO,
                is_received: <types::$name as Decode>::IS_RECEIVED,
                subject: subject!($name),
            },)+]
        }
    };
    (unions: $($name:ident)+) => {
        pub(crate) fn unions() -> Vec<Union> {
            vec![$(Union {
                name: stringify!($name),
                cycle: cycle::<types::$name>,
                cycle_leniently: cycle_leniently::<types::$name>,
                info: types::$name::INFO,
                is_received: <types::$name as Decode>::IS_RECEIVED,
                subject: subject!($name),
            },)+]
        }
    };
    (methods: $($name:ident)+) => {
        pub(crate) fn calls() -> Vec<Call> {
            vec![$(Call {
                name: stringify!($name),
                is_read_in_core: methods::$name::READ.is_some(),
                cycle: cycle_call::<methods::$name>,
                check: check::<methods::$name>,
                info: methods::$name::INFO,
            },)+]
        }
    };
    (words: $($of:literal $module:ident $owner:ident $field:ident $form:ident;)+) => {
        pub(crate) fn words() -> Vec<Words> {
            let mut all = Vec::new();
            $($form($of, |owner: &$module::$owner| &owner.$field, &mut all);)+
            all
        }
    };
}

fn required<O, T: Word>(of: &'static str, _: fn(&O) -> &T, all: &mut Vec<Words>) {
    add::<T>(of, all);
}

fn optional<O, T: Word>(of: &'static str, _: fn(&O) -> &Option<T>, all: &mut Vec<Words>) {
    add::<T>(of, all);
}

fn optional_list<O, T: Word>(of: &'static str, _: fn(&O) -> &Option<Vec<T>>, all: &mut Vec<Words>) {
    add::<T>(of, all);
}

/// Adds the type of a field that contains words of a closed set.
fn add<T: Word>(of: &'static str, all: &mut Vec<Words>) {
    let name = type_name::<T>().rsplit("::").next().unwrap_or_default();
    if let Some(known) = all.iter_mut().find(|known| known.subject.name == name) {
        known.of.push(of);
    } else if name != "String" {
        all.push(Words {
            subject: Subject {
                name,
                decode: outcomes::<T>,
                walk: Walk::start::<T>,
            },
            of: vec![of],
            cycle: cycle::<T>,
        });
    }
}

listed!(list! methods);
listed!(list! objects);
listed!(list! unions);
listed!(list! words);
