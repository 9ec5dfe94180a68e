//! The default of a parameter.

use super::target::Target;
use crate::diagnostics::Diagnostics;
use crate::facts::{Category, FieldFacts, TypeExpr};
use crate::messages;
use crate::model::{Number, Rule};
use crate::syntax::{DefaultValue, FieldKeys, RawDefault};
use crate::types;

/// Returns the default: that of the attribute if it is valid, or that of the facts.
pub(crate) fn default(
    keys: &FieldKeys,
    target: &Target<'_>,
    is_optional: bool,
    rules: &[Rule],
    sink: &mut Diagnostics,
) -> Option<DefaultValue> {
    let listed = target
        .facts
        .and_then(|facts| Some(parse_default(facts, facts.default?)));
    let Some(default) = &keys.default else {
        return listed;
    };
    if target.facts.is_some_and(|facts| facts.required) || (target.facts.is_none() && !is_optional)
    {
        sink.error(messages::no_default(&default.tokens, target.name));
        return None;
    }
    if default.value == DefaultValue::TooLarge {
        let is_negative = messages::typed(&default.tokens).starts_with('-');
        let known = target.facts.and_then(|facts| facts.default);
        let limit = known.map_or_else(|| types::largest(target.ty, is_negative), ToOwned::to_owned);
        sink.error(messages::too_large(&default.tokens, &limit));
        return listed;
    }
    if let (Some(listed), Some(facts)) = (&listed, target.facts) {
        if !is_same(listed, &default.value) {
            let text = facts.default.unwrap_or_default();
            let quoted = format!("{text:?}");
            let (value, displayed) = match &facts.ty {
                TypeExpr::String => (Some(quoted.as_str()), quoted.as_str()),
                // No literal can express it.
                TypeExpr::Ref(_) => (None, text),
                _ => (Some(text), text),
            };
            sink.error(messages::wrong_default(
                &default.tokens,
                target.name,
                value,
                displayed,
            ));
        }
        return Some(listed.clone());
    }
    check_default(default, target, rules, sink).then(|| default.value.clone())
}

/// Whether a default that the facts do not have is possible.
fn check_default(
    default: &RawDefault,
    target: &Target<'_>,
    rules: &[Rule],
    sink: &mut Diagnostics,
) -> bool {
    let category = match target.facts {
        Some(facts) => Some(facts.ty.category()),
        None => types::simple_name(target.ty).and_then(|name| category_of(&name)),
    };
    let is_one_of_several = target
        .facts
        .is_some_and(|facts| matches!(facts.ty, TypeExpr::OneOf(_)));
    let suits = match (category, &default.value) {
        (Some(Category::Integer), DefaultValue::Int(_))
        | (Some(Category::Number), DefaultValue::Int(_) | DefaultValue::Float(_))
        | (Some(Category::Text), DefaultValue::Text(_))
        | (Some(Category::Boolean), DefaultValue::Bool(_))
        | (None, _) => true,
        (Some(_), _) => is_one_of_several,
    };
    if let (Some(category), false) = (category, suits) {
        sink.error(messages::default_kind(
            &default.tokens,
            target.name,
            category,
        ));
        return false;
    }
    let Some(value) = as_number(&default.value) else {
        return true;
    };
    let Some((min, max)) = rules.iter().find_map(bounds) else {
        return true;
    };
    let below = min.filter(|min| value < *min);
    if let Some(bound) = below.or_else(|| max.filter(|max| value > *max)) {
        let low = min.map(|min| min.to_string()).unwrap_or_default();
        let high = max.map(|max| format!("={max}")).unwrap_or_default();
        sink.error(messages::default_outside(
            &default.tokens,
            &format!("{low}..{high}"),
            bound,
        ));
        return false;
    }
    true
}

/// The category of a value whose type is known by its name.
fn category_of(ty: &str) -> Option<Category> {
    match ty {
        "f32" | "f64" => Some(Category::Number),
        "bool" => Some(Category::Boolean),
        "String" | "str" => Some(Category::Text),
        _ => types::integer_limits(ty).map(|_| Category::Integer),
    }
}

fn bounds(rule: &Rule) -> Option<(Option<f64>, Option<f64>)> {
    #[allow(clippy::cast_precision_loss)] // Bounds are small numbers.
    let number = |number: &Number| match number {
        Number::Int(value) => Some(*value as f64),
        Number::Float(value) => Some(*value),
        Number::Const(_) => None,
    };
    match rule {
        Rule::Range { min, max, also } if also.is_empty() => {
            Some((min.as_ref().and_then(number), max.as_ref().and_then(number)))
        }
        _ => None,
    }
}

#[allow(clippy::cast_precision_loss)] // Defaults are small numbers.
fn as_number(value: &DefaultValue) -> Option<f64> {
    match value {
        DefaultValue::Int(value) => Some(*value as f64),
        DefaultValue::Float(value) => Some(*value),
        _ => None,
    }
}

fn is_same(left: &DefaultValue, right: &DefaultValue) -> bool {
    match (as_number(left), as_number(right)) {
        (Some(left), Some(right)) => left.total_cmp(&right).is_eq(),
        _ => left == right,
    }
}

fn parse_default(facts: &FieldFacts, text: &str) -> DefaultValue {
    match &facts.ty {
        TypeExpr::Boolean | TypeExpr::True => DefaultValue::Bool(text == "true"),
        TypeExpr::Integer(_) => text.parse().map_or(DefaultValue::Other, DefaultValue::Int),
        TypeExpr::Float => text
            .parse()
            .map_or(DefaultValue::Other, DefaultValue::Float),
        TypeExpr::String | TypeExpr::OneOf(_) => DefaultValue::Text(text.to_owned()),
        // An object is not a literal.
        TypeExpr::Ref(_) | TypeExpr::Array(_) => DefaultValue::Other,
    }
}
