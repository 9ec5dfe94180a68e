//! Writes one member of an object, for any kind of value.

use super::writer::Writer;
use crate::validate::Path;
use crate::value::Value;

/// Writes a member of the object at `path`, and a comma.
pub(super) fn write(
    name: &'static str,
    value: Value<'_>,
    writer: &mut Writer<'_>,
    path: &Path<'_>,
) {
    let before = writer.out.len();
    // Names of fields are identifiers or checked literals and need no escapes.
    writer.out.push(b'"');
    writer.out.extend_from_slice(name.as_bytes());
    writer.out.extend_from_slice(b"\":");
    let written = writer.out.len();
    writer.value(value, &Path::Field(path, name));
    // A type that serde writes as `null` is omitted, like an `Option` without a value.
    if matches!(value, Value::Json(_) | Value::TaggedJson(..))
        && writer.out.get(written..) == Some(b"null")
    {
        writer.out.truncate(before);
    } else {
        writer.out.push(b',');
    }
}
