//! The rules of one field, from its attribute and from the facts, and whether they agree.

use super::bounds::{accepted, closed, is_empty, is_one_of, is_wider, literal, number, within};
use super::listed_rules::listed_rules;
use super::lone_bounds;
use super::target::Target;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::facts::{Bounds, LenUnit, TypeExpr};
use crate::keys::Measure;
use crate::messages;
use crate::model::{Assertion, Rule};
use crate::syntax::{Bound, BoundValue, FieldKeys, RangeForm, RawRule};
use crate::types;

/// The rules for a value. A rule of the attribute replaces the same rule of the facts, which it may
/// only narrow.
pub(crate) fn rules(
    keys: &FieldKeys,
    target: &Target<'_>,
    assertions: &mut Vec<Assertion>,
    sink: &mut Diagnostics,
) -> Vec<Rule> {
    lone_bounds::check(&keys.bounds, target, sink);
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

/// The rule of the attribute.
fn own_rule(
    rule: &RawRule,
    target: &Target<'_>,
    assertions: &mut Vec<Assertion>,
    sink: &mut Diagnostics,
) -> Option<Rule> {
    let accepted = target.facts.and_then(|facts| accepted(facts, rule.measure));
    if let Some(bound) = rule.range.form.too_large() {
        let limit = limit(bound, rule.measure, target, accepted);
        sink.error(messages::too_large(&bound.tokens, &limit));
        return None;
    }
    let (low, high) = match &rule.range.form {
        RangeForm::Inclusive(low, high) => (low, high),
        RangeForm::HalfOpen(low, high) => {
            let (low, high) = (messages::typed(&low.tokens), messages::typed(&high.tokens));
            sink.error(messages::half_open_range(&rule.range.tokens, &low, &high));
            return None;
        }
        RangeForm::Open(low, high) => {
            let closed = closed(low.as_ref(), high.as_ref(), accepted);
            sink.error(messages::open_range(&rule.range.tokens, &closed));
            return None;
        }
        RangeForm::Full => {
            let closed = closed(None, None, accepted);
            sink.error(messages::range_without_bounds(&rule.range.tokens, &closed));
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
    if !suits(rule, (low, high), target, sink) {
        return None;
    }
    if is_empty(low, high) {
        let (low, high) = (messages::typed(&low.tokens), messages::typed(&high.tokens));
        sink.error(messages::empty_range(&rule.range.tokens, &low, &high));
        return None;
    }
    match rule.measure {
        Measure::Range => range(rule, low, high, target, assertions, sink),
        Measure::Len | Measure::Bytes | Measure::Items => {
            count(rule, low, high, target, assertions, sink)
        }
    }
}

/// The largest bound instead of one that exceeds every number type.
fn limit(
    bound: &Bound,
    measure: Measure,
    target: &Target<'_>,
    accepted: Option<&Bounds>,
) -> String {
    let is_negative = messages::typed(&bound.tokens).starts_with('-');
    let listed = accepted.and_then(|accepted| {
        if is_negative {
            accepted.min
        } else {
            accepted.max
        }
    });
    if let Some(listed) = listed {
        return listed.to_owned();
    }
    if measure != Measure::Range {
        return "100".to_owned();
    }
    types::largest(target.ty, is_negative)
}

/// Whether the key is valid for the parameter, as far as the facts tell.
fn suits(
    rule: &RawRule,
    (low, high): (&Bound, &Bound),
    target: &Target<'_>,
    sink: &mut Diagnostics,
) -> bool {
    let Some(facts) = target.facts else {
        return true;
    };
    if let TypeExpr::OneOf(alternatives) = &facts.ty {
        // Only the type checker knows which of them the field is.
        if alternatives
            .iter()
            .any(|ty| ty.category().is_measured_by(rule.measure))
        {
            return true;
        }
    }
    let category = facts.ty.category();
    if !category.is_measured_by(rule.measure) {
        let is_bytes = facts
            .len
            .as_ref()
            .is_some_and(|len| len.unit == LenUnit::Bytes);
        let instead = if is_bytes {
            Some(Measure::Bytes)
        } else {
            category.measure()
        };
        sink.error(messages::wrong_rule(
            &rule.key,
            &rule.range.tokens,
            rule.measure,
            target.name,
            category,
            instead,
        ));
        return false;
    }
    let Some(len) = &facts.len else { return true };
    let right = match (rule.measure, len.unit) {
        (Measure::Len, LenUnit::Bytes) => Measure::Bytes,
        (Measure::Bytes, LenUnit::Chars) => Measure::Len,
        _ => return true,
    };
    let within = within(low, high, &len.bounds);
    sink.error(messages::wrong_unit(&rule.key, target.name, right, &within));
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
    let accepted = target
        .facts
        .and_then(|facts| accepted(facts, Measure::Range));
    if let Some(accepted) = accepted {
        let is_also_allowed = target
            .facts
            .is_some_and(|facts| is_one_of(low, high, facts));
        if is_wider(low, high, accepted) && !is_also_allowed {
            sink.error(wider_range(rule, low, high, target, accepted));
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
        let typed = |bound: &Bound| messages::typed(&bound.tokens);
        let empty = messages::empty_constant_range(target.name, &typed(low), &typed(high));
        let wider = accepted.map(|accepted| wider_range(rule, low, high, target, accepted));
        assertions.push(Assertion::Bounds {
            ty: target.ty.clone(),
            low: low.tokens.clone(),
            high: high.tokens.clone(),
            min: accepted.and_then(Bounds::min_int),
            max: accepted.and_then(Bounds::max_int),
            texts: [empty, wider.map(|wider| wider.text()).unwrap_or_default()],
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

/// The error for a range that is wider than that of the facts.
fn wider_range(
    rule: &RawRule,
    low: &Bound,
    high: &Bound,
    target: &Target<'_>,
    accepted: &Bounds,
) -> Diagnostic {
    let also = target.facts.map_or(&[][..], |facts| &facts.also_allowed);
    messages::wider_range(
        &rule.range.tokens,
        rule.measure,
        target.method,
        target.name,
        accepted.text,
        &within(low, high, accepted),
        also,
    )
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
    low: &Bound,
    high: &Bound,
    target: &Target<'_>,
    assertions: &mut Vec<Assertion>,
    sink: &mut Diagnostics,
) -> Option<Rule> {
    let mut bounds = [None, None];
    for (bound, count) in [low, high].into_iter().zip(&mut bounds) {
        match bound.value {
            BoundValue::Int(value) if value < 0 => {
                sink.error(messages::negative_length(&bound.tokens));
                return None;
            }
            BoundValue::Int(value) if u32::try_from(value).is_err() => {
                sink.error(messages::too_large(&bound.tokens, &u32::MAX.to_string()));
                return None;
            }
            BoundValue::Int(value) => *count = usize::try_from(value).ok(),
            BoundValue::Float(value) => {
                sink.error(messages::fractional_bound(&bound.tokens, value.max(0.0)));
                return None;
            }
            BoundValue::Const | BoundValue::TooLarge => {
                sink.error(messages::constant_count(&rule.range.tokens, &rule.key));
                return None;
            }
        }
    }
    let [min, max] = bounds;
    if max == Some(0) {
        sink.error(messages::zero_length(&rule.range.tokens, rule.measure));
        return None;
    }
    if let Some(accepted) = target.facts.and_then(|facts| accepted(facts, rule.measure))
        && is_wider(low, high, accepted)
    {
        sink.error(wider_range(rule, low, high, target, accepted));
        return None;
    }
    // If the parameter has a single type, the facts suffice.
    if target
        .facts
        .is_none_or(|facts| matches!(facts.ty, TypeExpr::OneOf(_)))
    {
        let ty = target.ty.clone();
        assertions.push(match rule.measure {
            Measure::Items => Assertion::List { ty },
            Measure::Len | Measure::Bytes | Measure::Range => Assertion::Text {
                ty,
                key: rule.key.clone(),
            },
        });
    }
    let after_entities = target
        .facts
        .and_then(|facts| facts.len.as_ref())
        .is_some_and(|len| len.after_entities);
    Some(match rule.measure {
        Measure::Items => Rule::Items { min, max },
        Measure::Bytes => Rule::Bytes { min, max },
        Measure::Len | Measure::Range => Rule::Len {
            min,
            max,
            after_entities,
        },
    })
}
