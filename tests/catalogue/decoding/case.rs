//! One input that servers write, by every way in.

use std::fmt::Debug;

use serde::Serialize;
use telegrammar::types::Update;
use telegrammar::{from_json, from_json_strict};

use crate::decoding::ways::{
    Decoded, Outcome, by_serde, call, envelope, in_every_way, repaired, result,
};

/// The text of a file.
macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("cases/", $name, ".json"))
    };
}

pub(crate) use file;

/// Reads the JSON in every way, and hands each value to `check`. These repairs are told, and no others:
/// their paths and errors, in any order.
#[track_caller]
pub(crate) fn is_read<T>(json: &str, repairs: &[[&str; 2]], check: impl Fn(&T))
where
    T: Decoded + Serialize + PartialEq + Debug,
{
    if T::IS_RECEIVED {
        in_every_way(json, &check);
    } else {
        check(&result(json).expect("a result"));
        assert_eq!(from_json::<T>(json).is_ok(), repairs.is_empty());
        let all = by_serde::<T>(json).into_iter();
        assert!(
            all.map(|(_, read)| read.is_ok())
                .all(|is_ok| is_ok == repairs.is_empty())
        );
    }
    let (value, told) = repaired::<T>(json);
    check(&value);
    let mut told: Vec<_> = told
        .into_iter()
        .map(|[path, error, _]| [path, error])
        .collect();
    told.sort_unstable();
    let expected = |root: &str| {
        let mut repairs: Vec<_> = repairs
            .iter()
            .map(|[path, error]| [format!("{root}{path}"), (*error).to_owned()])
            .collect();
        repairs.sort_unstable();
        repairs
    };
    assert_eq!(told, expected("result."));
    // The first of a list, as updates come.
    let (_, listed) = repaired::<Vec<T>>(format!("[{json}]"));
    let mut listed: Vec<_> = listed
        .into_iter()
        .map(|[path, error, _]| [path, error])
        .collect();
    listed.sort_unstable();
    assert_eq!(listed, expected("result[0]."));
    // Strict reading refuses whatever is repaired.
    assert_eq!(from_json_strict::<T>(json).is_ok(), repairs.is_empty());
    let Outcome { value: strict, .. } = call::<T>(envelope(json), true);
    assert_eq!(strict.is_ok(), repairs.is_empty(), "{strict:?}");
    // What it is written as needs no repair.
    let again = serde_json::to_string(&value).expect("JSON");
    let (read, told) = repaired::<T>(&again);
    if repairs.is_empty() {
        assert_eq!(read, value);
        assert!(told.is_empty(), "{told:?}");
    }
}

/// Reads an update as [`is_read`] does; the update tells of the same repairs.
#[track_caller]
pub(crate) fn is_update(json: &str, repairs: &[[&str; 2]], check: impl Fn(&Update)) {
    is_read::<Update>(json, repairs, |update| {
        let mut told: Vec<_> = update.repairs().iter().collect();
        told.sort_unstable_by_key(|repair| &repair.path);
        let told: Vec<_> = told
            .iter()
            .map(|repair| [&*repair.path, &*repair.error])
            .collect();
        let mut expected = repairs.to_vec();
        expected.sort_unstable();
        assert_eq!(told, expected);
        check(update);
    });
}
