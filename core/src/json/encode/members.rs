//! Writes the members of an object.

use super::writer::Writer;
use super::{member, short};
use crate::json::escape;
use crate::schema::FieldInfo;
use crate::validate::{self, Path};
use crate::value::Object;
use crate::value::Value;

/// The members of an object that is being written.
pub(super) struct Members<'a, 'u> {
    pub(super) writer: &'a mut Writer<'u>,
    pub(super) object: &'a dyn Object,
    /// Where the object is.
    pub(super) path: &'a Path<'a>,
}

impl Members<'_, '_> {
    /// Checks and writes a member that has a value. Most are short texts. Kept free of slow paths,
    /// so that no callee-saved registers are spilled.
    #[inline(never)]
    pub(super) fn write(&mut self, field: &'static FieldInfo, value: Value<'_>) {
        if field.rules.is_empty() {
            self.write_text(field, value);
        } else {
            self.check(field, value);
        }
    }

    #[inline(never)]
    fn check(&mut self, field: &'static FieldInfo, value: Value<'_>) {
        if let Some(violations) = &mut self.writer.violations {
            validate::rules(self.object, field, value, self.path, violations);
        }
        self.write_text(field, value);
    }

    #[inline]
    fn write_text(&mut self, field: &'static FieldInfo, value: Value<'_>) {
        match value {
            Value::Text(text) if short::write_text(field.name, text, &mut self.writer.out) => {}
            _ => self.write_number(field, value),
        }
    }

    /// The same for what is rather a small integer.
    #[inline(never)]
    fn write_number(&mut self, field: &'static FieldInfo, value: Value<'_>) {
        match value {
            Value::Int(number) if short::write_small(field.name, number, &mut self.writer.out) => {}
            _ => self.write_large(field, value),
        }
    }

    #[inline(never)]
    fn write_large(&mut self, field: &'static FieldInfo, value: Value<'_>) {
        match value {
            Value::Int(number)
                if short::write_integer(field.name, number, &mut self.writer.out) => {}
            _ => member::write(field.name, value, self.writer, self.path),
        }
    }

    /// Writes a member that the object does not know.
    #[cold]
    pub(super) fn write_unknown(&mut self, value: Value<'_>) {
        if let Value::Unknown(name, json) = value {
            let out = &mut self.writer.out;
            escape::write(name, out);
            out.push(b':');
            out.extend_from_slice(json.as_bytes());
            out.push(b',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::encode::writer::{Uploads, close};
    use crate::schema::{ApiType, TypeInfo};
    use crate::value::FieldVisitor;

    /// An object without fields.
    struct Empty;

    impl Object for Empty {
        fn info(&self) -> &'static TypeInfo {
            const INFO: &TypeInfo = &TypeInfo::new("Empty", &[]);
            INFO
        }

        fn visit_fields<'a>(&'a self, _: &mut FieldVisitor<'_, 'a>) {}
    }

    /// `serde_json` is the judge, behind a member that leaves so much room.
    fn check(info: &'static FieldInfo, value: Value<'_>, room: usize) {
        let mut writer = Writer::new(Uploads::Noticed(false));
        writer.out = Vec::with_capacity(1000);
        let before = writer.out.capacity() - room - 7;
        writer.out.extend_from_slice(b"{\"a\":\"");
        writer.out.resize(before + 5, b'a');
        writer.out.extend_from_slice(b"\",");
        let start = writer.out.len();
        let mut members = Members {
            writer: &mut writer,
            object: &Empty,
            path: &Path::Start,
        };
        members.write(info, value);
        assert!(writer.failure.is_none());
        let value = serde_json::to_string(&value).expect("JSON");
        let written = String::from_utf8_lossy(&writer.out[start..]);
        assert_eq!(written, format!("\"{}\":{value},", info.name));
        close(b'}', &mut writer.out);
        assert!(serde_json::from_slice::<serde_json::Value>(&writer.out).is_ok());
    }

    /// A field with a name of so many letters.
    fn named(len: usize) -> &'static FieldInfo {
        let name: &'static str = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
        Box::leak(Box::new(FieldInfo::required(
            &name[..len],
            ApiType::String,
            "",
        )))
    }

    #[test]
    fn texts_of_each_length_are_written_as_they_must() {
        let letters =
            "abcdefghijklmnopqrstuvwxyz0123456789 !#$%&'()*+,-./:;<=>?@[]^_`{|}~ABCDEFGHIJKLMN";
        for name in [1, 7, 26, 27, 28, 29, 40].map(named) {
            for len in 0..=80 {
                check(name, Value::Text(&letters[..len]), 500);
                for place in 0..len {
                    for special in ["\"", "\\", "\n", "\u{1f}", "\0", "\u{7f}", "é", "日", "😀"]
                    {
                        let mut text = letters[..len].to_owned();
                        text.replace_range(place..=place, special);
                        check(name, Value::Text(&text), 500);
                    }
                }
            }
        }
    }

    #[test]
    fn names_of_each_length_stand_before_any_value() {
        for info in (1..=40).map(named) {
            for number in [0, -1, 42, 9_999, 10_000, i64::MIN, i64::MAX] {
                check(info, Value::Int(number), 500);
            }
            check(info, Value::Text("text"), 500);
            check(info, Value::Bool(true), 500);
        }
    }

    #[test]
    fn more_room_is_made_where_there_is_too_little() {
        for room in 0..=140 {
            check(
                named(7),
                Value::Text("a text of thirty-one characters"),
                room,
            );
            check(named(7), Value::Int(i64::MIN), room);
        }
    }
}
