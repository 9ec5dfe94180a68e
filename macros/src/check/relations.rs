//! Constraints on several parameters.

use syn::DeriveInput;

use super::checked_field::CheckedField;
use super::implications::implications;
use super::one_of;
use crate::diagnostics::Diagnostics;
use crate::facts::{MethodFacts, RuleFacts, RuleKind};
use crate::messages;
use crate::model::{ApiType, Param, Relation, root};
use crate::syntax::Container;

/// The constraints of the attribute and of the facts.
pub(super) fn of_method(
    item: &DeriveInput,
    container: &Container,
    fields: &[CheckedField],
    facts: Option<&MethodFacts>,
    sink: &mut Diagnostics,
) -> Vec<Relation> {
    let mut relations = one_of::relations(container, fields, sink);
    if let (Some(facts), false) = (facts, has_base(fields)) {
        for groups in alternatives(facts) {
            relations.extend(check_groups(item, facts, &groups, fields, sink));
        }
        relations.extend(exclusive(&facts.rules, fields));
        relations.extend(implications(&facts.rules, fields));
    }
    relations
}

/// The constraints of an object, which need not have all fields, because it may be used for
/// decoding only.
pub(super) fn of_object(
    container: &Container,
    fields: &[CheckedField],
    rules: &[RuleFacts],
    sink: &mut Diagnostics,
) -> Vec<Relation> {
    let mut relations = one_of::relations(container, fields, sink);
    if has_base(fields) {
        return relations;
    }
    // A field unknown to the facts may satisfy the constraint.
    let is_unlisted = |param: &Param| matches!(param.api_type, ApiType::Unlisted);
    if !fields
        .iter()
        .filter_map(CheckedField::param)
        .any(is_unlisted)
    {
        relations.extend(exclusive(rules, fields));
        relations.extend(required(rules, fields));
    }
    relations.extend(implications(rules, fields));
    relations
}

/// Whether there is a base, which has the constraints of the facts itself.
fn has_base(fields: &[CheckedField]) -> bool {
    fields.iter().any(|field| field.base().is_some())
}

/// If exactly one of several is required: at least one, because the server reads the first.
fn exclusive(rules: &[RuleFacts], fields: &[CheckedField]) -> Vec<Relation> {
    let stated = rules
        .iter()
        .filter(|rule| rule.kind == RuleKind::ExactlyOneOf);
    let found = stated.filter_map(|rule| {
        let names = givable(&rule.params, fields)?;
        Some(if rule.first_wins {
            Relation::AnyOf(names.into_iter().map(|name| vec![name]).collect())
        } else {
            Relation::OneOf(names, Vec::new())
        })
    });
    found.collect()
}

/// If one field is required unless another is set. The server takes an empty object as if it was
/// unset, but nobody declares one to say so: a field was forgotten.
fn required(rules: &[RuleFacts], fields: &[CheckedField]) -> Option<Relation> {
    let rule = rules
        .iter()
        .find(|rule| rule.kind == RuleKind::RequiredIfAbsent)?;
    let names: Vec<_> = rule.params.iter().chain(&rule.others).copied().collect();
    let groups = givable(&names, fields)?;
    Some(Relation::AnyOf(
        groups.into_iter().map(|name| vec![name]).collect(),
    ))
}

/// Those of the names that the struct has a field for; `None` if there is none, or if one is always
/// set.
fn givable(names: &[&'static str], fields: &[CheckedField]) -> Option<Vec<String>> {
    let mut found = Vec::new();
    for name in names {
        let mut params = fields.iter().filter_map(CheckedField::param);
        let param = params.find(|param| param.name == root(name));
        if let Some(param) = param {
            let is_whole = root(name) == *name;
            if is_whole && param.inner.is_none() && !param.is_flag {
                return None;
            }
            found.push((*name).to_owned());
        }
    }
    (!found.is_empty()).then_some(found)
}

/// Groups of parameters of which at least one must be set completely: the page says that a
/// parameter is required unless others are set.
fn alternatives(facts: &MethodFacts) -> Vec<Vec<Vec<&'static str>>> {
    let mut found: Vec<Vec<Vec<&'static str>>> = facts
        .rules
        .iter()
        .filter(|rule| rule.kind == RuleKind::ExactlyOneGroup)
        .map(|rule| rule.groups().collect())
        .collect();
    let required = facts
        .rules
        .iter()
        .filter(|rule| rule.kind == RuleKind::RequiredIfAbsent);
    for rule in required {
        let groups: Vec<_> = rule
            .params
            .iter()
            .chain(&rule.others)
            .map(|name| vec![*name])
            .collect();
        let is_covered = found.iter().any(|known| {
            groups
                .iter()
                .flatten()
                .all(|name| known.iter().flatten().any(|other| other == name))
        });
        if !is_covered {
            found.push(groups);
        }
    }
    found
}

/// Reports a struct that cannot set any of the groups completely. Returns the groups that it can
/// set.
fn check_groups(
    item: &DeriveInput,
    facts: &MethodFacts,
    groups: &[Vec<&'static str>],
    fields: &[CheckedField],
    sink: &mut Diagnostics,
) -> Option<Relation> {
    // A parameter with a misspelt name counts as present: the name has been reported.
    let is_there = |name: &str| {
        fields
            .iter()
            .any(|field| field.is_nameless || field.is(name))
    };
    let whole: Vec<_> = groups
        .iter()
        .filter(|group| group.iter().all(|name| is_there(name)))
        .collect();
    if whole.is_empty() {
        // The most complete group is the intended one.
        let present =
            |group: &&Vec<&'static str>| group.iter().filter(|name| is_there(name)).count();
        let meant = groups.iter().rev().max_by_key(present);
        let missing: Vec<_> = meant
            .into_iter()
            .flatten()
            .filter(|name| !is_there(name))
            .filter_map(|name| facts.field(name))
            .map(|field| (field.name, field.ty.rust_type()))
            .collect();
        sink.error(messages::missing_target(
            &item.ident,
            facts.name,
            groups,
            &missing,
        ));
        return None;
    }
    let is_required = |name: &&str| {
        fields
            .iter()
            .filter_map(CheckedField::param)
            .any(|param| param.name == **name && param.inner.is_none())
    };
    // A group of required parameters is always set.
    if whole.iter().any(|group| group.iter().all(&is_required)) {
        return None;
    }
    let owned = |group: &&Vec<&'static str>| group.iter().map(|name| (*name).to_owned()).collect();
    Some(Relation::AnyOf(whole.iter().map(owned).collect()))
}
