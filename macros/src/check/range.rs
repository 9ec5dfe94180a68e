//! The rules of one field: as its attribute has them, as the facts have them, and whether the two
//! agree.

use syn::Type;

use super::bounds::{accepted, closed, is_empty, is_one_of, is_wider, literal, number, within};
use super::field::describe;
use super::{FieldKeys, further, types};
use crate::diagnostics::Diagnostics;
use crate::facts::{Bounds, FieldFacts, LenUnit, TypeExpr};
use crate::messages;
use crate::model::{Assertion, Number, Rule};
use crate::syntax::{Bound, BoundValue, RangeForm, RawRule};

/// The field whose rules are checked.
pub(crate) struct Target<'a> {
    pub(crate) name: &'a str,
    /// The type of a value, without the `Option` around it.
    pub(crate) ty: &'a Type,
    pub(crate) facts: Option<&'a FieldFacts>,
    pub(crate) method: &'a str,
}

/// The rules that a value must keep. What the attribute says stands in for the same rule of the
/// facts, which it may only narrow.
pub(crate) fn rules(
    keys: &FieldKeys,
    target: &Target<'_>,
    assertions: &mut Vec<Assertion>,
    sink: &mut Diagnostics,
) -> Vec<Rule> {
    if let [first, others @ ..] = keys.rules.as_slice() {
        for other in others {
            sink.error(messages::rules_combined(&other.key, &first.key));
        }
    }
    let own = keys
        .rules
        .first()
        .and_then(|rule| own_rule(rule, target, assertions, sink));
    let listed = target.facts.map(listed_rules).unwrap_or_default();
    let is_replaced = |rule: &Rule| {
        own.as_ref()
            .is_some_and(|own| std::mem::discriminant(own) == std::mem::discriminant(rule))
    };
    let mut rules: Vec<_> = listed
        .into_iter()
        .filter(|rule| !is_replaced(rule))
        .collect();
    rules.extend(own);
    rules
}

/// The rules of the facts that hold for the argument alone.
fn listed_rules(facts: &FieldFacts) -> Vec<Rule> {
    let mut rules = Vec::new();
    if let Some(bounds) = &facts.range {
        rules.push(listed_range(bounds, &facts.also_allowed));
    }
    if let Some(len) = &facts.len {
        let (min, max) = counts(&len.bounds);
        rules.push(match len.unit {
            LenUnit::Bytes => Rule::Bytes { min, max },
            LenUnit::Chars => Rule::Len {
                min,
                max,
                after_entities: len.after_entities,
            },
        });
    }
    // A count that the page calls the present state of affairs may have grown since.
    if let Some(bounds) = facts.items.as_ref().filter(|_| !facts.hedged) {
        let (min, max) = counts(bounds);
        rules.push(Rule::Items { min, max });
    }
    rules.extend(further::rules(facts));
    rules
}

pub(super) fn listed_range(bounds: &Bounds, also: &[&str]) -> Rule {
    let number = |text: &str| match text.parse() {
        Ok(value) => Some(Number::Int(value)),
        Err(_) => text.parse().ok().map(Number::Float),
    };
    let also = also.iter().filter_map(|value| value.parse().ok());
    Rule::Range {
        min: bounds.min.and_then(number),
        max: bounds.max.and_then(number),
        also: also.collect(),
    }
}

pub(super) fn counts(bounds: &Bounds) -> (Option<usize>, Option<usize>) {
    let count = |text: Option<&str>| text.and_then(|text| text.parse().ok());
    (count(bounds.min), count(bounds.max))
}

/// What the attribute says.
fn own_rule(
    rule: &RawRule,
    target: &Target<'_>,
    assertions: &mut Vec<Assertion>,
    sink: &mut Diagnostics,
) -> Option<Rule> {
    let (low, high) = match &rule.range.form {
        RangeForm::Inclusive(low, high) => (low, high),
        RangeForm::HalfOpen(low, high) => {
            let (low, high) = (messages::typed(&low.tokens), messages::typed(&high.tokens));
            sink.error(messages::half_open_range(&rule.range.tokens, &low, &high));
            return None;
        }
        RangeForm::Open(low, high) => {
            let key = rule.key.to_string();
            let accepted = target.facts.and_then(|facts| accepted(facts, &key));
            let closed = closed(low.as_ref(), high.as_ref(), accepted);
            sink.error(messages::open_range(&rule.range.tokens, &closed));
            return None;
        }
        RangeForm::Computed => {
            sink.error(messages::computed_bound(&rule.range.tokens));
            return None;
        }
        RangeForm::Other => {
            sink.error(messages::not_a_range(&rule.range.tokens));
            return None;
        }
    };
    let key = rule.key.to_string();
    if !suits(rule, (low, high), target, sink) {
        return None;
    }
    if is_empty(low, high) {
        let (low, high) = (messages::typed(&low.tokens), messages::typed(&high.tokens));
        sink.error(messages::empty_range(&rule.range.tokens, &low, &high));
        return None;
    }
    if key == "range" {
        range(rule, low, high, target, assertions, sink)
    } else {
        count(rule, &key, low, high, target, assertions, sink)
    }
}

/// Whether the key measures what the parameter is, as far as the facts tell.
fn suits(
    rule: &RawRule,
    (low, high): (&Bound, &Bound),
    target: &Target<'_>,
    sink: &mut Diagnostics,
) -> bool {
    let Some(facts) = target.facts else {
        return true;
    };
    let key = rule.key.to_string();
    let key = key.as_str();
    let measured_by = if key == "bytes" { "len" } else { key };
    if let TypeExpr::OneOf(kinds) = &facts.ty {
        // Which of them the field holds is known to the type checker.
        if kinds
            .iter()
            .any(|kind| describe(kind).1 == Some(measured_by))
        {
            return true;
        }
    }
    let (kind, measure) = describe(&facts.ty);
    if measure != Some(measured_by) {
        let is_bytes = facts
            .len
            .as_ref()
            .is_some_and(|len| len.unit == LenUnit::Bytes);
        let measure = if is_bytes { Some("bytes") } else { measure };
        sink.error(messages::wrong_rule(rule, target.name, kind, measure));
        return false;
    }
    let Some(len) = &facts.len else { return true };
    let (unit, other) = match (key, len.unit) {
        ("len", LenUnit::Bytes) => ("bytes", "bytes"),
        ("bytes", LenUnit::Chars) => ("characters", "len"),
        _ => return true,
    };
    let instead = format!("{other} = {}", within(low, high, &len.bounds));
    sink.error(messages::wrong_unit(&rule.key, target.name, unit, &instead));
    false
}

fn range(
    rule: &RawRule,
    low: &Bound,
    high: &Bound,
    target: &Target<'_>,
    assertions: &mut Vec<Assertion>,
    sink: &mut Diagnostics,
) -> Option<Rule> {
    let name = types::simple_name(target.ty);
    let limits = name.as_deref().and_then(types::integer_limits);
    let is_integer = limits.is_some()
        || target
            .facts
            .is_some_and(|facts| matches!(facts.ty, TypeExpr::Integer(_)));
    for bound in [low, high] {
        if let (BoundValue::Float(value), true) = (bound.value, is_integer) {
            sink.error(messages::fractional_bound(&bound.tokens, value));
            return None;
        }
    }
    let accepted = target.facts.and_then(|facts| accepted(facts, "range"));
    if let Some(accepted) = accepted {
        let is_also_allowed = target
            .facts
            .is_some_and(|facts| is_one_of(low, high, facts));
        if is_wider(low, high, accepted) && !is_also_allowed {
            let within = within(low, high, accepted);
            let also = target.facts.map_or(&[][..], |facts| &facts.also_allowed);
            sink.error(messages::wider_range(
                rule,
                target,
                accepted.text,
                &within,
                also,
            ));
            return None;
        }
    }
    if let (Some(limits), Some(name)) = (limits, &name)
        && !fits(rule, low, high, limits, name, sink)
    {
        return None;
    }
    let is_const = low.value == BoundValue::Const || high.value == BoundValue::Const;
    if is_const {
        assertions.push(Assertion::Bounds {
            low: low.tokens.clone(),
            high: high.tokens.clone(),
            min: accepted.and_then(Bounds::min_int),
            max: accepted.and_then(Bounds::max_int),
        });
    }
    let is_float = name
        .as_deref()
        .is_some_and(|name| name == "f64" || name == "f32")
        || [low, high]
            .iter()
            .any(|bound| matches!(bound.value, BoundValue::Float(_)));
    assertions.push(Assertion::Range {
        ty: target.ty.clone(),
        low: literal(low, is_float),
        high: literal(high, is_float),
    });
    Some(Rule::Range {
        min: Some(number(low, is_float)),
        max: Some(number(high, is_float)),
        also: Vec::new(),
    })
}

/// Whether the bounds fit an integer type that is known by its name.
fn fits(
    rule: &RawRule,
    low: &Bound,
    high: &Bound,
    (min, max): (i128, u128),
    name: &str,
    sink: &mut Diagnostics,
) -> bool {
    let above = |value: i128| u128::try_from(value).is_ok_and(|value| value > max);
    for bound in [low, high] {
        if let BoundValue::Int(value) = bound.value
            && (value < min || above(value))
        {
            let below = value < min;
            let limit = if below {
                min.to_string()
            } else {
                max.to_string()
            };
            sink.error(messages::bound_does_not_fit(
                &bound.tokens,
                name,
                below,
                &limit,
            ));
            return false;
        }
    }
    if let (BoundValue::Int(low), BoundValue::Int(high)) = (low.value, high.value)
        && low == min
        && u128::try_from(high) == Ok(max)
    {
        sink.warn(messages::full_range(&rule.range.tokens, name));
    }
    true
}

fn count(
    rule: &RawRule,
    key: &str,
    low: &Bound,
    high: &Bound,
    target: &Target<'_>,
    assertions: &mut Vec<Assertion>,
    sink: &mut Diagnostics,
) -> Option<Rule> {
    let mut bounds = [None, None];
    for (bound, slot) in [low, high].into_iter().zip(&mut bounds) {
        match bound.value {
            BoundValue::Int(value) if value < 0 => {
                sink.error(messages::negative_length(&bound.tokens));
                return None;
            }
            BoundValue::Int(value) => *slot = usize::try_from(value).ok(),
            BoundValue::Float(value) => {
                sink.error(messages::fractional_bound(&bound.tokens, value.max(0.0)));
                return None;
            }
            BoundValue::Const => {
                sink.error(messages::constant_count(&rule.range.tokens, &rule.key));
                return None;
            }
        }
    }
    let [min, max] = bounds;
    if max == Some(0) {
        sink.error(messages::zero_length(&rule.range.tokens, &rule.key));
        return None;
    }
    if let Some(accepted) = target.facts.and_then(|facts| accepted(facts, key))
        && is_wider(low, high, accepted)
    {
        let within = within(low, high, accepted);
        sink.error(messages::wider_range(
            rule,
            target,
            accepted.text,
            &within,
            &[],
        ));
        return None;
    }
    // The facts answer the question of the kind where they know the one kind of the parameter.
    if target
        .facts
        .is_none_or(|facts| matches!(facts.ty, TypeExpr::OneOf(_)))
    {
        let ty = target.ty.clone();
        assertions.push(if key == "items" {
            Assertion::List { ty }
        } else {
            Assertion::Text {
                ty,
                key: rule.key.clone(),
            }
        });
    }
    let after_entities = target
        .facts
        .and_then(|facts| facts.len.as_ref())
        .is_some_and(|len| len.after_entities);
    Some(match key {
        "items" => Rule::Items { min, max },
        "bytes" => Rule::Bytes { min, max },
        _ => Rule::Len {
            min,
            max,
            after_entities,
        },
    })
}
