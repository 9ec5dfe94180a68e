//! Compares a JSON value with the type that the facts list for it.

use std::fmt::{self, Display, Formatter};

use serde_json::{Map, Number, Value};

use super::known::{Known, describe, plain, words, zero_field};
use super::report::{Report, Step, kind, word};
use crate::facts::{FieldFacts, Shape, TypeExpr, TypeFacts, VariantFacts, Width};

/// The members of an object.
type Members = Map<String, Value>;

/// Where a type is expected: in a member of a type, or as a whole.
#[derive(Clone, Copy)]
struct Place<'a> {
    owner: &'a str,
    member: Option<&'a str>,
}

impl Display for Place<'_> {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        match self.member {
            Some(member) => write!(to, "`{}.{member}`", self.owner),
            None => write!(to, "`{}`", self.owner),
        }
    }
}

/// A walk through a record. It is as deep as the record, which the JSON parser limits.
pub(super) struct Check<'a> {
    pub(super) known: &'a Known,
    pub(super) report: &'a mut Report,
}

impl Check<'_> {
    /// Compares a value that is a whole record.
    pub(super) fn value(&mut self, value: &Value, ty: &TypeExpr) {
        let owner = describe(ty);
        let place = Place {
            owner: &owner,
            member: None,
        };
        self.typed(value, ty, &[], place);
    }

    /// Compares a member that belongs to no listed type.
    pub(super) fn member(&mut self, owner: &str, name: &str, value: &Value, ty: &TypeExpr) {
        let place = Place {
            owner,
            member: Some(name),
        };
        self.within(Step::Member(name.to_owned()), |check| {
            check.typed(value, ty, &[], place);
        });
    }

    /// Reports a member that the facts do not know.
    pub(super) fn unknown_member(&mut self, owner: &str, name: &str, value: &Value) {
        self.within(Step::Member(name.to_owned()), |check| {
            let (name, kind) = (word(name), kind(value));
            check
                .report
                .add(format!("unknown member `{owner}.{name}` ({kind})"));
        });
    }

    /// Goes one step into the record.
    pub(super) fn within(&mut self, step: Step, inside: impl FnOnce(&mut Self)) {
        self.report.path.push(step);
        inside(self);
        self.report.path.pop();
    }

    /// Compares a value with a type, and with the closed set of its words if there is one.
    fn typed(&mut self, value: &Value, ty: &TypeExpr, words: &[&str], place: Place<'_>) {
        match (ty, value) {
            (TypeExpr::Array(item), Value::Array(values)) => {
                for (index, value) in values.iter().enumerate() {
                    self.within(Step::Item(index), |check| {
                        check.typed(value, item, words, place);
                    });
                }
            }
            (TypeExpr::OneOf(alternatives), _) => match self.alternative(value, alternatives) {
                Some(ty) => self.typed(value, ty, words, place),
                None => self.mismatch(value, ty, place),
            },
            (TypeExpr::Ref(name), _) if self.known.ty(name).is_some() => {
                self.named(value, name, place);
            }
            _ if !is_plain(value, ty) => self.mismatch(value, ty, place),
            (TypeExpr::Integer(width), Value::Number(number)) if !is_in_range(number, *width) => {
                let bits = bits(*width);
                self.report.add(format!(
                    "out of range of {place}: expected an Integer of {bits} bits (Integer)"
                ));
            }
            _ => self.word(value, words, place),
        }
    }

    fn named(&mut self, value: &Value, name: &'static str, place: Place<'_>) {
        let known = self.known;
        let Some(ty) = known.ty(name) else { return };
        match (&ty.shape, value) {
            (Shape::Union { tag, variants, .. }, Value::Object(members)) => {
                if let Some(variant) = self.variant(ty, *tag, variants, members) {
                    self.named(value, variant, place);
                }
            }
            (Shape::Object(_) | Shape::Marker, Value::Object(members)) => {
                for (member, value) in members {
                    match ty.fields().iter().find(|field| field.name == member) {
                        Some(field) => self.field(name, value, field),
                        None => self.unknown_member(name, member, value),
                    }
                }
                let missing =
                    |field: &&FieldFacts| field.required && !members.contains_key(field.name);
                for field in ty.fields().iter().filter(missing) {
                    let member = field.name;
                    self.report
                        .add(format!("missing member `{name}.{member}` (Object)"));
                }
            }
            _ => match plain(ty) {
                Some(plain) if self.fits(value, plain) => self.typed(value, plain, &[], place),
                _ => self.mismatch(value, &TypeExpr::Ref(name), place),
            },
        }
    }

    fn field(&mut self, owner: &str, value: &Value, field: &FieldFacts) {
        let place = Place {
            owner,
            member: Some(field.name),
        };
        self.within(Step::Member(field.name.to_owned()), |check| {
            check.typed(value, &field.ty, &words(field), place);
        });
    }

    /// Reports a word that is not in the closed set.
    fn word(&mut self, value: &Value, words: &[&str], place: Place<'_>) {
        let text = text(value);
        if !words.is_empty() && !words.contains(&text.as_str()) {
            let (text, kind) = (word(&text), kind(value));
            self.report
                .add(format!("unknown word `{text}` of {place} ({kind})"));
        }
    }

    fn mismatch(&mut self, value: &Value, ty: &TypeExpr, place: Place<'_>) {
        let (ty, kind) = (describe(ty), kind(value));
        self.report
            .add(format!("wrong kind of {place}: expected {ty} ({kind})"));
    }

    /// Returns the variant that the members are of, or reports that there is none.
    fn variant(
        &mut self,
        union: &TypeFacts,
        tag: Option<&'static str>,
        variants: &[VariantFacts],
        members: &Members,
    ) -> Option<&'static str> {
        let name = union.name;
        if let Some(zero) = zero_field(union) {
            let value = members.get(zero.name);
            let is_first = value.is_some_and(|value| text(value) == zero.value);
            let [first, second] = zero.variants else {
                return None;
            };
            return Some(if is_first { first } else { second });
        }
        let value = match tag.map(|tag| (tag, members.get(tag))) {
            None => None,
            Some((_, Some(Value::String(value)))) => Some(value.as_str()),
            Some((tag, Some(value))) => {
                self.member(name, tag, value, &TypeExpr::String);
                return None;
            }
            Some((tag, None)) => {
                self.report
                    .add(format!("`{name}` without its tag `{tag}` (Object)"));
                return None;
            }
        };
        let variants = variants.iter().filter(|variant| variant.tag == value);
        let has_all = |variant: &VariantFacts| {
            let mut fields = variant.discriminating_fields.iter();
            fields.all(|field| members.contains_key(*field))
        };
        // Those with more fields go first.
        let fitting = variants.clone().filter(|variant| has_all(variant));
        let best = fitting.max_by_key(|variant| variant.discriminating_fields.len());
        // With the tag of several variants and the fields of none, the first one is compared.
        let best = best.or_else(|| variants.clone().next().filter(|_| tag.is_some()));
        if best.is_none() {
            let text = match value {
                Some(value) => format!("unknown variant `{}` of `{name}` (Object)", word(value)),
                None => format!("unknown variant of `{name}` (Object)"),
            };
            self.report.add(text);
        }
        best.map(|variant| variant.name)
    }

    /// Returns the alternative that a value is probably of: of several objects, the one that knows
    /// most of its members.
    fn alternative<'b>(&self, value: &Value, alternatives: &'b [TypeExpr]) -> Option<&'b TypeExpr> {
        let fitting = alternatives.iter().filter(|ty| self.fits(value, ty));
        fitting.min_by_key(|ty| match (ty, value) {
            (TypeExpr::Ref(name), Value::Object(members)) => self.distance(name, members),
            _ => 0,
        })
    }

    /// Returns the number of members that are unknown, that are required and missing, or that have
    /// another value than the only one.
    fn distance(&self, name: &str, members: &Members) -> usize {
        let fields = self.known.fields(name).unwrap_or_default();
        let is_unknown = |name: &&String| fields.iter().all(|field| field.name != name.as_str());
        let is_wrong = |field: &&FieldFacts| match members.get(field.name) {
            Some(value) => field
                .constant
                .is_some_and(|constant| text(value) != constant),
            None => field.required,
        };
        let unknown = members.keys().filter(is_unknown).count();
        unknown + fields.iter().filter(is_wrong).count()
    }

    /// Whether the value has the kind of the type, whatever it contains.
    fn fits(&self, value: &Value, ty: &TypeExpr) -> bool {
        match ty {
            TypeExpr::Array(_) => value.is_array(),
            TypeExpr::OneOf(alternatives) => alternatives.iter().any(|ty| self.fits(value, ty)),
            TypeExpr::Ref(name) => match self.known.ty(name) {
                Some(ty) => {
                    value.is_object() || plain(ty).is_some_and(|plain| self.fits(value, plain))
                }
                None => is_plain(value, ty),
            },
            _ => is_plain(value, ty),
        }
    }
}

/// Whether the value is a number, a text or a Boolean as the type says.
fn is_plain(value: &Value, ty: &TypeExpr) -> bool {
    match (ty, value) {
        (TypeExpr::Integer(_), Value::Number(number)) => {
            let is_whole = |number: f64| number.fract() == 0.0;
            number.is_i64() || number.is_u64() || number.as_f64().is_some_and(is_whole)
        }
        (TypeExpr::Float, Value::Number(_))
        | (TypeExpr::String | TypeExpr::Ref("InputFile"), Value::String(_))
        | (TypeExpr::Boolean | TypeExpr::True, Value::Bool(_)) => true,
        _ => false,
    }
}

/// Returns how many bits an integer can have.
fn bits(width: Width) -> i32 {
    match width {
        Width::Signed32 => 32,
        Width::Significant52 => 52,
        Width::Unsaid | Width::Signed64 => 64,
    }
}

/// Whether a whole number has no more bits than the facts say.
fn is_in_range(number: &Number, width: Width) -> bool {
    match (width, number.as_f64()) {
        (_, None) => false,
        // What does not fit into 64 bits is a float here.
        (Width::Unsaid | Width::Signed64, Some(value)) => {
            number.is_i64() || value.abs() < 63_f64.exp2()
        }
        (Width::Signed32, Some(number)) => {
            (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&number)
        }
        (Width::Significant52, Some(number)) => number.abs() < 52_f64.exp2(),
    }
}

/// Returns a plain value as the facts write it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
