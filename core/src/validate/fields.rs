//! The fields of an object by name, and inner values by path.

use super::path::Path;
use crate::schema::Number;
use crate::schema::{FieldInfo, Literal};
use crate::value::Object;
use crate::value::Value;

/// The values that constraints refer to.
pub(super) struct FieldValues<'m, 'a> {
    pub(super) object: &'a dyn Object,
    /// The path of the object.
    pub(super) path: &'m Path<'m>,
}

impl<'a> FieldValues<'_, 'a> {
    fn infos(&self) -> &'static [FieldInfo] {
        self.object.info().fields
    }

    /// Returns the value at a path: `Value::Absent` if there is none, `None` if it is unknown.
    pub(super) fn at(&self, path: &str) -> Option<Value<'a>> {
        let mut found = Value::Absent;
        self.each(path, &mut |value| found = value).then_some(found)
    }

    /// Visits the values at the path. Returns whether they are all known.
    pub(super) fn each(&self, path: &str, visit: &mut dyn FnMut(Value<'a>)) -> bool {
        let (name, rest) = first(path);
        let index = self.infos().iter().position(|info| info.name == name);
        index.is_none_or(|index| walk(self.object.value(index), rest, visit))
    }

    /// Returns the number of a parameter, or its default if it is unset.
    pub(super) fn number(&self, name: &str) -> Option<Number> {
        let value = self.at(name)?;
        if !matches!(value, Value::Absent) {
            return value.number();
        }
        self.default(name)
    }

    /// Returns the default of a parameter, if that is a number.
    pub(super) fn default(&self, name: &str) -> Option<Number> {
        let info = self.infos().iter().find(|info| info.name == name)?;
        match info.default? {
            Literal::Int(value) => Some(Number::Int(value)),
            _ => None,
        }
    }
}

/// Returns the first name of a path, and the rest.
fn first(path: &str) -> (&str, &str) {
    let end = path.bytes().position(|byte| byte == b'.' || byte == b'[');
    path.split_at(end.unwrap_or(path.len()))
}

fn walk<'a>(value: Value<'a>, path: &str, visit: &mut dyn FnMut(Value<'a>)) -> bool {
    if matches!(value, Value::Absent) {
        return true;
    }
    if path.is_empty() {
        visit(value);
        return true;
    }
    if let Some(path) = path.strip_prefix('.') {
        let (name, rest) = first(path);
        let Some(object) = object(value) else {
            return false;
        };
        let fields = object.info().fields;
        return match fields.iter().position(|info| info.name == name) {
            Some(index) => walk(object.value(index), rest, visit),
            None => !object.info().stores_unknown,
        };
    }
    if path == "[**]" {
        return below(value, visit);
    }
    let Value::List(list) = value else {
        return false;
    };
    let (count, rest) = match (path.strip_prefix("[*]"), path.strip_prefix("[0]")) {
        (Some(rest), _) => (list.len(), rest),
        (None, Some(rest)) => (list.len().min(1), rest),
        (None, None) => return false,
    };
    let mut is_known = true;
    for item in (0..count).filter_map(|index| list.item(index)) {
        is_known &= walk(item, rest, visit);
    }
    is_known
}

/// Visits all objects in the value.
fn below<'a>(value: Value<'a>, visit: &mut dyn FnMut(Value<'a>)) -> bool {
    let mut is_known = true;
    match value {
        Value::Object(object) | Value::Tagged(object, _) => {
            visit(value);
            object.visit_fields(&mut |_, value| is_known &= below(value, visit));
        }
        Value::List(list) => {
            for item in (0..list.len()).filter_map(|index| list.item(index)) {
                is_known &= below(item, visit);
            }
        }
        Value::Raw(_) | Value::Json(_) | Value::TaggedJson(..) => is_known = false,
        _ => {}
    }
    is_known
}

pub(super) fn object(value: Value<'_>) -> Option<&dyn Object> {
    match value {
        Value::Object(object) | Value::Tagged(object, _) => Some(object),
        _ => None,
    }
}
