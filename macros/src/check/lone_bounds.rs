//! Bounds with a key of their own, such as `max_len = 50`.

use super::bounds::{accepted, closed};
use super::target::Target;
use crate::diagnostics::Diagnostics;
use crate::facts::LenUnit;
use crate::keys::Measure;
use crate::messages;
use crate::syntax::LoneBound;
use crate::types;

/// Reports each of them, with the whole range to write instead.
pub(super) fn check(bounds: &[LoneBound], target: &Target<'_>, sink: &mut Diagnostics) {
    for bound in bounds {
        let other = bounds
            .iter()
            .find(|other| other.measure == bound.measure && other.is_min != bound.is_min);
        let other = other.and_then(|other| other.value.as_ref());
        let (low, high) = if bound.is_min {
            (bound.value.as_ref(), other)
        } else {
            (other, bound.value.as_ref())
        };
        let measure = measure(bound.measure, target);
        let accepted = target.facts.and_then(|facts| accepted(facts, measure));
        let range = closed(low, high, accepted);
        sink.error(messages::lone_bound(&bound.key, measure, &range));
    }
}

/// What the bound limits: `min` and `max` do not say it, and the facts know better.
fn measure(stated: Measure, target: &Target<'_>) -> Measure {
    if let Some(facts) = target.facts {
        let is_bytes = facts
            .len
            .as_ref()
            .is_some_and(|len| len.unit == LenUnit::Bytes);
        return match facts.ty.category().measure() {
            Some(Measure::Len) if is_bytes => Measure::Bytes,
            known => known.unwrap_or(stated),
        };
    }
    if stated != Measure::Range {
        stated
    } else if types::simple_name(target.ty).is_some_and(|name| name == "String") {
        Measure::Len
    } else if types::argument(target.ty, "Vec").is_some() {
        Measure::Items
    } else {
        stated
    }
}
