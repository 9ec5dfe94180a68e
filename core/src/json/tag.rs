//! Tags of unions: in JSON that another serializer wrote, and beside unknown members.

use super::decode::members;
use super::escape;
use crate::schema::TypeInfo;
use crate::value::{FieldVisitor, Object, Value};

/// Adds the tag to an object that does not have it. Other JSON cannot have a tag, and is not
/// changed.
pub(super) fn add(json: &mut Vec<u8>, (name, value): (&str, &str)) {
    let is_needed = str::from_utf8(json)
        .ok()
        .filter(|text| text.starts_with('{'))
        .and_then(|text| members(text).ok())
        .is_some_and(|members| members.iter().all(|(member, _)| member != name));
    if !is_needed {
        return;
    }
    let rest = json.split_off(1);
    escape::write(name, json);
    json.push(b':');
    escape::write(value, json);
    if rest.first() != Some(&b'}') {
        json.push(b',');
    }
    json.extend_from_slice(&rest);
}

/// Returns the tags to write of an object: that of its union, and its own if that is another field.
pub(super) fn both(
    tag: (&'static str, &'static str),
    own: Option<(&'static str, &'static str)>,
) -> [Option<(&'static str, &'static str)>; 2] {
    match own {
        Some(own) if own.0 == tag.0 => [Some(own), None],
        own => [Some(tag), own],
    }
}

/// An object of a union, without an unknown member that has the name of the union's tag.
pub(super) struct Tagged<'a> {
    pub(super) object: &'a dyn Object,
    /// The name of the tag.
    pub(super) tag: &'static str,
}

impl Object for Tagged<'_> {
    fn info(&self) -> &'static TypeInfo {
        self.object.info()
    }

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.object.visit_fields(&mut |index, value| match value {
            Value::Unknown(name, _) if name == self.tag => {}
            value => visit(index, value),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_added_only_where_it_is_missing() {
        for (json, expected) in [
            ("{}", r#"{"k":"a"}"#),
            (r#"{"x":1}"#, r#"{"k":"a","x":1}"#),
            (r#"{"x":{"k":1}}"#, r#"{"k":"a","x":{"k":1}}"#),
            (r#"{"x":1,"k":"b"}"#, r#"{"x":1,"k":"b"}"#),
            ("[1]", "[1]"),
            (r#""{""#, r#""{""#),
            ("null", "null"),
        ] {
            let mut bytes = json.as_bytes().to_vec();
            add(&mut bytes, ("k", "a"));
            assert_eq!(str::from_utf8(&bytes), Ok(expected));
        }
    }

    #[test]
    fn an_object_has_its_own_tag_and_that_of_its_union() {
        let tag = ("kind", "a");
        assert_eq!(both(tag, None), [Some(tag), None]);
        assert_eq!(both(tag, Some(("kind", "b"))), [Some(("kind", "b")), None]);
        assert_eq!(
            both(tag, Some(("type", "b"))),
            [Some(tag), Some(("type", "b"))]
        );
    }
}
