//! The decoder of JSON, for types of the catalogue and of users. An input is the name of a type on the first
//! line, and then its JSON.

mod create;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;

use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use telegrammar::error::JsonError;
use telegrammar::types::{
    BackgroundType, BotCommandScope, Chat, ChatFullInfo, ChatId, ChatMember, ChatMemberUpdated,
    ChatPermissions, ExternalReplyInfo, InlineKeyboardMarkup, InlineQueryResult, InputMedia,
    InputMessageContent, InputRichBlock, LinkPreviewOptions, MaybeInaccessibleMessage, MenuButton,
    Message, MessageOrigin, OwnedGifts, PaidMedia, PassportData, PassportElementError, Poll,
    ReactionType, ReplyParameters, RichBlock, RichText, StarTransactions, Sticker, StickerSet,
    TransactionPartner, Update, User, UserProfilePhotos, WebhookInfo,
};
use telegrammar::{Error, from_json, from_json_strict};

use super::envelope::Members;
use super::own_types::{Event, Everything, Extended, Mood, Note};
use super::{can_be, first_line, has_no_token, number_of, offset};
use crate::decoding::bases::FACTS;
use crate::decoding::outcomes::{Outcomes, is_json, outcomes};
use crate::decoding::reference::Reference;
use crate::decoding::ways::Decoded;

pub(crate) use create::create;

/// A type to decode.
struct Subject {
    name: &'static str,
    check: fn(&str, &[u8]),
}

macro_rules! subjects {
    ($($type:ident)+) => {
        [$(Subject { name: stringify!($type), check: check::<$type> }),+]
    };
}

/// Types with every kind of field and union, received and sent.
static CATALOGUE: &[Subject] = &subjects! {
    Update Message User Chat ChatFullInfo ChatMember ChatMemberUpdated MessageOrigin ExternalReplyInfo
    MaybeInaccessibleMessage ReactionType Poll Sticker StickerSet RichText RichBlock OwnedGifts UserProfilePhotos
    StarTransactions TransactionPartner BackgroundType WebhookInfo MenuButton InlineKeyboardMarkup PaidMedia
    PassportData InputMedia InputMessageContent InlineQueryResult InputRichBlock BotCommandScope
    PassportElementError ReplyParameters LinkPreviewOptions ChatPermissions
};

/// Types that are not in the facts.
static OTHERS: &[Subject] = &subjects! { Extended Everything Event Note Mood ChatId };

/// Decodes the input in every way.
pub(crate) fn run(input: &[u8]) {
    let (name, json) = first_line(input);
    let all = || CATALOGUE.iter().chain(OTHERS);
    let named = all().find(|subject| subject.name.as_bytes() == name);
    let count = all().count();
    let subject = named.or_else(|| all().nth(number_of(name, count)));
    if let Some(subject) = subject {
        (subject.check)(subject.name, json);
    }
}

fn check<T>(name: &str, json: &[u8])
where
    T: Decoded + Serialize + PartialEq + Debug,
{
    let Outcomes {
        strict,
        lenient,
        repairs,
        problems,
    } = outcomes::<T>(json);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    if let Err(error) = &strict {
        is_at_its_place(error, json);
        has_no_token(&format!("{error} {error:?}"));
    }
    if let Err(error) = &lenient {
        has_no_token(&format!("{error} {error:?}"));
    }
    for repair in &repairs {
        has_no_token(&format!("{repair} {} {}", repair.path, repair.error));
    }
    if is_json(json) {
        is_none_when_truncated::<T>(json);
        if let Some(subject) = CATALOGUE.iter().find(|subject| subject.name == name)
            && let Ok(value) = serde_json::from_slice(json)
        {
            is_what_the_rules_say::<T>(subject.name, &value);
        }
    } else if str::from_utf8(json).is_ok() {
        // `is_json` is about values that are skipped. Those that are read can also be at fault in themselves.
        let error = strict.expect_err("no JSON");
        assert!(error.is_syntax(), "{error}");
        is_where_serde_says(&error, json);
    }
    if let Ok(text) = str::from_utf8(json) {
        is_as_serde_reads::<Vec<f64>>(text);
        is_as_serde_reads::<Vec<String>>(text);
        is_as_serde_reads::<Vec<i64>>(text);
        // Of two members with one name, the first counts, and the last for serde.
        if has_unique_names(text) {
            is_as_serde_reads::<BTreeMap<String, Option<bool>>>(text);
        }
        is_as_serde_reads::<Value>(text);
        is_skipped_as_serde_does(text);
    }
}

/// The position of an error is one in the text, and says the same in both forms.
fn is_at_its_place(error: &JsonError, json: &[u8]) {
    let (offset, line, column) = (error.offset(), error.line(), error.column());
    let (Some(offset), Some(line), Some(column)) = (offset, line, column) else {
        panic!("{error} has no position");
    };
    assert!(offset <= json.len(), "{error}: {offset} of {}", json.len());
    let before = &json[..offset];
    let start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let lines = before.split(|byte| *byte == b'\n').count();
    assert_eq!((line, column), (lines, offset - start + 1), "{error}");
}

/// A text that is no JSON is reported where `serde_json`, which skips the whole, reports it: it has read a
/// little more at most.
fn is_where_serde_says(error: &JsonError, json: &[u8]) {
    let Err(serde) = serde_json::from_slice::<IgnoredAny>(json) else {
        return;
    };
    let (at, offset) = (offset(&serde, json), error.offset().unwrap_or_default());
    // A whole escape at most.
    assert!(
        (at.saturating_sub(6)..=at + 1).contains(&offset),
        "{error} at {offset}, but by serde {serde} at {at}"
    );
    assert!(
        can_be(error.is_end(), &serde, json),
        "{error}, but by serde {serde}"
    );
}

/// JSON that is cut within its outermost brackets is reported as such.
fn is_none_when_truncated<T: Decoded + Debug>(json: &[u8]) {
    let json = json.trim_ascii_end();
    if !matches!(json.last(), Some(b'}' | b']' | b'"')) {
        return;
    }
    let step = json.len() / 20 + 1;
    for end in (0..json.len()).rev().step_by(step) {
        let cut = &json[..end];
        let error = from_json::<T>(cut).expect_err("truncated JSON");
        let strict = from_json_strict::<T>(cut).expect_err("truncated JSON");
        assert!(error.is_syntax() && strict.is_syntax(), "{error} {strict}");
        if str::from_utf8(cut).is_ok() {
            assert!(error.is_end() && strict.is_end(), "{error} {strict}");
        }
        is_at_its_place(&error, cut);
        is_at_its_place(&strict, cut);
    }
}

/// The decoder that is written for comparison makes the same of the value. It knows neither duplicate names
/// nor what a `Value` cannot hold, so both get what is left of the text as a `Value`.
fn is_what_the_rules_say<T>(name: &'static str, value: &Value)
where
    T: Decoded + Serialize + PartialEq + Debug,
{
    if has_several_kinds(name, value) || !has_plain_names(value) {
        return;
    }
    let Outcomes {
        strict,
        lenient,
        repairs,
        ..
    } = outcomes::<T>(value.to_string().as_bytes());
    let strict = strict.map_err(|error| error.path().to_owned());
    let expected = Reference::new(false).named(name, value, "");
    assert_eq!(strict, expected, "strictly");
    let mut reference = Reference::new(true);
    match (lenient, reference.named(name, value, "result")) {
        (Ok(found), Ok(expected)) => {
            assert_eq!(found, expected, "leniently");
            let paths: Vec<_> = repairs.iter().map(|repair| &repair.path).collect();
            assert_eq!(
                paths,
                reference.repairs.iter().collect::<Vec<_>>(),
                "repairs"
            );
        }
        (Err(Error::Decode(found)), Err(expected)) => assert_eq!(found.path(), expected),
        (found, expected) => panic!("leniently {found:?} and not {expected:?}"),
    }
}

/// An update has one kind at most, and what becomes of several is not compared.
fn has_several_kinds(name: &str, value: &Value) -> bool {
    let fields = &FACTS["Update"].fields[1..];
    let is_there = |name| value.get(name).is_some_and(|value| !value.is_null());
    name == "Update" && fields.iter().filter(|field| is_there(field.name)).count() > 1
}

/// The member of an object that is not known can be any JSON, and nothing else.
fn is_skipped_as_serde_does(text: &str) {
    let whole = format!("{{\"id\":1,\"is_bot\":true,\"newer\":{text},\"first_name\":\"a\"}}");
    let found = from_json_strict::<User>(&whole);
    let is_json = is_json(whole.as_bytes());
    // A text can end the object, and begin another member.
    let is_plain = self::is_json(text.as_bytes());
    assert!(found.is_ok() || !is_plain, "{found:?}");
    match found {
        Ok(_) => assert!(is_json, "not JSON, but skipped"),
        Err(error) => assert_eq!(error.is_syntax(), !is_json, "{error}"),
    }
}

/// Whether all names are such that a path does not quote them.
fn has_plain_names(value: &Value) -> bool {
    let is_plain = |it: char| it.is_ascii_alphanumeric() || it == '_';
    match value {
        Value::Array(items) => items.iter().all(has_plain_names),
        Value::Object(members) => members.iter().all(|(name, value)| {
            !name.is_empty() && name.chars().all(is_plain) && has_plain_names(value)
        }),
        _ => true,
    }
}

fn has_unique_names(text: &str) -> bool {
    let Ok(Members(members)) = serde_json::from_str(text) else {
        return true;
    };
    let names: BTreeSet<_> = members.iter().map(|(name, _)| name).collect();
    names.len() == members.len()
}

/// Whatever `serde_json` reads as one of these types is read as the same value.
fn is_as_serde_reads<T: Decoded + PartialEq + Debug + DeserializeOwned>(text: &str) {
    let Ok(expected) = serde_json::from_str::<T>(text) else {
        return;
    };
    let found = from_json_strict::<T>(text).map_err(|error| error.to_string());
    assert_eq!(found.as_ref(), Ok(&expected));
}
