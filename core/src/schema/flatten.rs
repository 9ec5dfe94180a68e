//! Joins the tables of a definition with those of the base that it flattens, in const evaluation.

use super::api_type::ApiType;
use super::field::FieldInfo;
use super::field_index::{FieldSet, same_text};
use super::message::Message;
use super::relation::Relation;
use super::type_info::TypeInfo;

/// Returns the number of fields of a definition with a base, as far as a table can hold them.
#[must_use]
pub const fn joined_count(base: &TypeInfo, own: usize) -> usize {
    let count = base.fields.len() + own;
    if count > FieldSet::CAPACITY {
        return FieldSet::CAPACITY;
    }
    count
}

/// Returns the fields of the base, followed by the definition's own.
#[must_use]
pub const fn joined<const N: usize>(base: &TypeInfo, own: &[FieldInfo]) -> [FieldInfo; N] {
    let base = base.fields;
    let mut all = [FieldInfo::optional("", ApiType::Unlisted, ""); N];
    let mut index = 0;
    while index < N {
        all[index] = if index < base.len() {
            base[index]
        } else {
            own[index - base.len()]
        };
        index += 1;
    }
    all
}

/// Returns the constraints of the base, followed by the definition's own.
#[must_use]
pub const fn joined_relations<const N: usize>(
    base: &[Relation],
    own: &[Relation],
) -> [Relation; N] {
    let mut all = [Relation::OneOf(&[]); N];
    let mut index = 0;
    while index < N {
        all[index] = if index < base.len() {
            base[index]
        } else {
            own[index - base.len()]
        };
        index += 1;
    }
    all
}

/// Returns the size of the index of this many fields: 0 if there are too few or too many for one.
#[must_use]
pub const fn index_size(fields: usize) -> usize {
    match fields {
        5..=200 => (fields * 2).next_power_of_two(),
        _ => 0,
    }
}

/// Checks that a table can hold the fields of the base and the definition's own.
#[track_caller]
pub const fn check_count(base: &TypeInfo, own: usize) {
    if base.fields.len() + own > FieldSet::CAPACITY {
        fail(&[
            "a definition has at most 256 fields, with those of its base",
            "\n= help: leave out optional fields\n= note: [telegrammar::diagnostics A08]",
        ]);
    }
}

/// Checks that a definition has the name of its base, if the Bot API knows that name.
#[track_caller]
pub const fn check_base(base: &TypeInfo, name: &str) {
    if !same_text(base.name, name) {
        fail(&[
            "this base declares `",
            base.name,
            "`, not `",
            name,
            "`\n= help: flatten a struct that declares `",
            name,
            "`\n= note: [telegrammar::diagnostics T19]",
        ]);
    }
}

/// Checks that the base does not have a member of this name.
#[track_caller]
pub const fn check_member(base: &TypeInfo, name: &str) {
    let is_tag = matches!(base.tag, Some((tag, _)) if same_text(tag, name));
    if is_tag || base.has_field(name) {
        fail(&[
            "`",
            name,
            "` is a member of the base `",
            base.name,
            "` already\n= help: remove the field, and use that of the base",
            "\n= note: [telegrammar::diagnostics T18]",
        ]);
    }
}

/// Checks that the base has an optional member of this name, which a constraint names.
#[track_caller]
pub const fn check_constrained(base: &TypeInfo, name: &str) {
    let mut index = 0;
    while index < base.fields.len() {
        if same_text(base.fields[index].name, name) {
            if base.fields[index].required {
                fail(&[
                    "`",
                    name,
                    "` is required, so it cannot be one of several",
                    "\n= help: remove it from `one_of`",
                    "\n= note: [telegrammar::diagnostics G05]",
                ]);
            }
            return;
        }
        index += 1;
    }
    fail(&[
        "no field `",
        name,
        "`, neither here nor in the base `",
        base.name,
        "`\n= help: name fields of this definition or of its base",
        "\n= note: [telegrammar::diagnostics G03]",
    ]);
}

/// Checks that the base does not store unknown members itself.
#[track_caller]
pub const fn check_rest(base: &TypeInfo) {
    if base.stores_unknown {
        fail(&[
            "the base `",
            base.name,
            "` stores unknown members already",
            "\n= help: remove the field, and use that of the base",
            "\n= note: [telegrammar::diagnostics T18]",
        ]);
    }
}

/// Returns which of two results a method has: 0 for the first, 1 for the second one, which `by`
/// selects, or 2 if its parameters do not decide, because there are `others` too. `own` says whether
/// the definition itself has the former and any of the latter.
#[must_use]
pub const fn selects(base: &TypeInfo, by: &str, others: &[&str], own: [bool; 2]) -> u8 {
    let [mut has_by, mut has_other] = own;
    has_by |= base.has_field(by);
    let mut index = 0;
    while index < others.len() {
        has_other |= base.has_field(others[index]);
        index += 1;
    }
    match (has_by, has_other) {
        (true, true) => 2,
        (true, false) => 1,
        (false, _) => 0,
    }
}

/// Returns which of two results a method has, as [`selects`], and reports `text` if that is open.
#[must_use]
#[track_caller]
pub const fn decides(choice: u8, text: &str) -> u8 {
    if choice == 2 {
        fail(&[text]);
    }
    choice
}

/// Reports the text at the place of the call in the user's code.
#[track_caller]
const fn fail(parts: &[&str]) {
    panic!("{}", Message::new(parts).as_str());
}
