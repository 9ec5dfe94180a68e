//! What a definition says beside what the Bot API says.

use syn::DeriveInput;

use super::field::{CheckedField, describe};
use super::range::Target;
use super::{FieldKeys, types};
use crate::diagnostics::Diagnostics;
use crate::facts::{FieldFacts, Members, TypeExpr, Width};
use crate::messages;
use crate::model::{Number, Rule};
use crate::syntax::{DefaultValue, RawDefault};

/// Reports each required parameter that no field is for.
pub(crate) fn missing(
    item: &DeriveInput,
    method: &Members<'_>,
    fields: &[CheckedField],
    sink: &mut Diagnostics,
) {
    for listed in method
        .fields
        .iter()
        .filter(|listed| listed.required && listed.constant.is_none())
    {
        let is_there = fields
            .iter()
            .any(|field| field.is_nameless || field.is(listed.name));
        if !is_there {
            let ty = rust_type(&listed.ty);
            sink.error(messages::missing_parameter(
                &item.ident,
                method.name,
                listed.name,
                &ty,
            ));
        }
    }
}

/// The default: as the attribute has it if it is true, or as the facts have it.
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
    if let (Some(listed), Some(facts)) = (&listed, target.facts) {
        if !is_same(listed, &default.value) {
            let text = facts.default.unwrap_or_default();
            let quoted = format!("{text:?}");
            let (value, shown) = match &facts.ty {
                TypeExpr::String => (Some(quoted.as_str()), quoted.as_str()),
                // No literal could say it.
                TypeExpr::Ref(_) => (None, text),
                _ => (Some(text), text),
            };
            sink.error(messages::wrong_default(
                &default.tokens,
                target.name,
                value,
                shown,
            ));
        }
        return Some(listed.clone());
    }
    check_default(default, target, rules, sink).then(|| default.value.clone())
}

/// Whether a default that the facts do not know is possible at all.
fn check_default(
    default: &RawDefault,
    target: &Target<'_>,
    rules: &[Rule],
    sink: &mut Diagnostics,
) -> bool {
    let kind = match target.facts {
        Some(facts) => Some(describe(&facts.ty).0),
        None => types::simple_name(target.ty).and_then(|name| kind_of(&name)),
    };
    let suits = match (kind, &default.value) {
        (Some("an integer"), DefaultValue::Int(_))
        | (Some("a number"), DefaultValue::Int(_) | DefaultValue::Float(_))
        | (Some("text"), DefaultValue::Text(_))
        | (Some("a Boolean"), DefaultValue::Bool(_))
        | (None, _) => true,
        // One of several kinds.
        (Some(_), _) => target
            .facts
            .is_some_and(|facts| matches!(facts.ty, TypeExpr::OneOf(_))),
    };
    if let (Some(kind), false) = (kind, suits) {
        sink.error(messages::default_kind(&default.tokens, target.name, kind));
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

/// The kind of a type that is known by its name, in the words of [`describe`].
fn kind_of(ty: &str) -> Option<&'static str> {
    match ty {
        "f32" | "f64" => Some("a number"),
        "bool" => Some("a Boolean"),
        "String" | "str" => Some("text"),
        _ => types::integer_limits(ty).map(|_| "an integer"),
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
        // An object is no literal.
        TypeExpr::Ref(_) | TypeExpr::Array(_) => DefaultValue::Other,
    }
}

/// The Rust type to declare a parameter with.
pub(crate) fn rust_type(ty: &TypeExpr) -> String {
    match ty {
        TypeExpr::Integer(Width::Signed32) => "i32".to_owned(),
        TypeExpr::Integer(_) => "i64".to_owned(),
        TypeExpr::Float => "f64".to_owned(),
        TypeExpr::String => "String".to_owned(),
        TypeExpr::Boolean | TypeExpr::True => "bool".to_owned(),
        TypeExpr::Ref(name) => (*name).to_owned(),
        TypeExpr::Array(item) => format!("Vec<{}>", rust_type(item)),
        TypeExpr::OneOf(alternatives) => {
            let has = |wanted: &TypeExpr| alternatives.contains(wanted);
            let integer = alternatives
                .iter()
                .any(|ty| matches!(ty, TypeExpr::Integer(_)));
            match alternatives.first() {
                Some(TypeExpr::Ref("InputFile")) => "InputFile".to_owned(),
                Some(TypeExpr::Ref("InlineKeyboardMarkup")) => "ReplyMarkup".to_owned(),
                Some(TypeExpr::Ref(name)) if name.starts_with("InputMedia") => {
                    "InputMedia".to_owned()
                }
                _ if integer && has(&TypeExpr::String) => "ChatId".to_owned(),
                Some(first) => rust_type(first),
                None => String::new(),
            }
        }
    }
}
