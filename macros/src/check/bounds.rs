//! Two bounds: their values, and how they compare with those of the Bot API.

use proc_macro2::{TokenStream, TokenTree};

use crate::facts::{Bounds, FieldFacts};
use crate::keys::Measure;
use crate::messages::typed;
use crate::model::Number;
use crate::syntax::{Bound, BoundValue, ends};

pub(super) fn is_empty(low: &Bound, high: &Bound) -> bool {
    match (low.value, high.value) {
        (BoundValue::Int(low), BoundValue::Int(high)) => low > high,
        (low, high) => matches!((as_f64(low), as_f64(high)), (Some(low), Some(high)) if low > high),
    }
}

#[allow(clippy::cast_precision_loss)] // Only compared with a float.
fn as_f64(value: BoundValue) -> Option<f64> {
    match value {
        BoundValue::Int(value) => Some(value as f64),
        BoundValue::Float(value) => Some(value),
        BoundValue::Const | BoundValue::TooLarge => None,
    }
}

/// The bound as a literal of the field's type: an integer is converted to a float if necessary.
pub(super) fn literal(bound: &Bound, is_float: bool) -> TokenStream {
    match bound.value {
        BoundValue::Int(value) if is_float => {
            let text = format!("{value}.0");
            let literal = text
                .parse::<TokenStream>()
                .unwrap_or_else(|_| bound.tokens.clone());
            let place = ends(&bound.tokens).map(|(start, _)| start);
            let at_place = |mut token: TokenTree| {
                token.set_span(place.unwrap_or_else(|| token.span()));
                token
            };
            literal.into_iter().map(at_place).collect()
        }
        _ => bound.tokens.clone(),
    }
}

#[allow(clippy::cast_precision_loss)] // The user's own bound, in the field's own type.
pub(super) fn number(bound: &Bound, is_float: bool) -> Number {
    match bound.value {
        BoundValue::Int(value) if is_float => Number::Float(value as f64),
        BoundValue::Int(value) => Number::Int(value),
        BoundValue::Float(value) => Number::Float(value),
        // A bound that is too large has been reported.
        BoundValue::Const | BoundValue::TooLarge => Number::Const(bound.tokens.clone()),
    }
}

/// Whether the attribute accepts what the Bot API does not.
pub(super) fn is_wider(low: &Bound, high: &Bound, accepted: &Bounds) -> bool {
    is_below(low, accepted) || is_above(high, accepted)
}

fn is_below(low: &Bound, accepted: &Bounds) -> bool {
    let min = accepted.min.and_then(|min| min.parse().ok());
    matches!((as_f64(low.value), min), (Some(low), Some(min)) if low < min)
}

fn is_above(high: &Bound, accepted: &Bounds) -> bool {
    let max = accepted.max.and_then(|max| max.parse().ok());
    matches!((as_f64(high.value), max), (Some(high), Some(max)) if high > max)
}

/// Whether the range contains a single value, and that is one of those allowed beside the range of
/// the facts.
pub(super) fn is_one_of(low: &Bound, high: &Bound, facts: &FieldFacts) -> bool {
    let BoundValue::Int(value) = low.value else {
        return false;
    };
    high.value == low.value && facts.also_allowed.contains(&value.to_string().as_str())
}

/// The bounds that the facts have for the measure, unless the page says that they may change.
pub(super) fn accepted(facts: &FieldFacts, measure: Measure) -> Option<&Bounds> {
    match measure {
        Measure::Range => facts.range.as_ref(),
        Measure::Items => facts.items.as_ref().filter(|_| !facts.hedged),
        Measure::Len | Measure::Bytes => facts.len.as_ref().map(|len| &len.bounds),
    }
}

/// The widest range that the attribute may have. If the facts lack a bound, the attribute's own is
/// used, because a range in an attribute has two.
pub(super) fn within(low: &Bound, high: &Bound, accepted: &Bounds) -> String {
    let min = accepted
        .min
        .filter(|_| accepted.max.is_some() || is_below(low, accepted));
    let max = accepted
        .max
        .filter(|_| accepted.min.is_some() || is_above(high, accepted));
    let min = min.map_or_else(|| typed(&low.tokens), ToOwned::to_owned);
    let max = max.map_or_else(|| typed(&high.tokens), ToOwned::to_owned);
    format!("{min}..={max}")
}

/// The range with its missing bounds filled in: with those of the facts, or with round numbers. A
/// bound that the Bot API does not accept is replaced.
pub(super) fn closed(
    low: Option<&Bound>,
    high: Option<&Bound>,
    accepted: Option<&Bounds>,
) -> String {
    let min = accepted.and_then(|accepted| accepted.min);
    let max = accepted.and_then(|accepted| accepted.max);
    let fits = |bound: &&Bound| {
        accepted.is_none_or(|accepted| !is_below(bound, accepted) && !is_above(bound, accepted))
    };
    let (low, high) = (low.filter(fits), high.filter(fits));
    let own = |bound: Option<&Bound>| bound.map(|bound| typed(&bound.tokens));
    let low = own(low).or_else(|| min.map(ToOwned::to_owned));
    let high = own(high).or_else(|| max.map(ToOwned::to_owned));
    match (low, high) {
        (Some(low), Some(high)) => match (low.parse::<f64>(), high.parse::<f64>()) {
            (Ok(least), Ok(most)) if least > most => format!("{high}..={low}"),
            _ => format!("{low}..={high}"),
        },
        (Some(low), None) => format!("{low}..={}", round_above(&low)),
        (None, Some(high)) => format!("{}..={high}", round_below(&high)),
        (None, None) => "1..=100".to_owned(),
    }
}

/// The first of 100, 1000, … above the number.
fn round_above(low: &str) -> i128 {
    let low = low.parse::<f64>().unwrap_or_default();
    let powers = (2..38).map(|power| 10_i128.pow(power));
    #[allow(clippy::cast_precision_loss)] // Only a suggestion.
    let above = powers.clone().find(|power| *power as f64 > low);
    above.unwrap_or(i128::MAX)
}

/// 1, or the first of -100, -1000, … below the number.
fn round_below(high: &str) -> i128 {
    let high = high.parse::<f64>().unwrap_or(1.0);
    if high >= 1.0 {
        1
    } else if high >= 0.0 {
        0
    } else {
        -round_above(&high.abs().to_string())
    }
}
