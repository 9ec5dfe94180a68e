//! Writes the members of an object.

use super::writer::Writer;
use super::{member, short};
use crate::json::escape;
use crate::schema::{FieldInfo, Rule};
use crate::validate::{self, Path};
use crate::value::Object;
use crate::value::Value;
use crate::value::input_file::InputFile;

/// Writer for the members of an object.
pub(super) struct Members<'a, 'u> {
    pub(super) writer: &'a mut Writer<'u>,
    pub(super) object: &'a dyn Object,
    /// The path of the object.
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

    /// Checks and writes a member that is not a short text; most are small integers.
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
            _ => self.write_other(field, value),
        }
    }

    #[inline(never)]
    fn write_other(&mut self, field: &'static FieldInfo, value: Value<'_>) {
        if let Value::File(file) = value {
            return self.write_file(field, file);
        }
        member::write(field.name, value, self.writer, self.path);
    }

    #[cold]
    fn write_file(&mut self, field: &'static FieldInfo, file: &InputFile) {
        if field.rules.is_empty()
            && let Some(violations) = &mut self.writer.violations
        {
            validate::file(file, field, self.path, violations);
        }
        let url = self.writer.is_local.then(|| local_url(field, file));
        let url = url.flatten();
        let value = url.as_deref().map_or(Value::File(file), Value::Text);
        member::write(field.name, value, self.writer, self.path);
    }

    /// Writes a member that is not a field.
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

/// Returns the URL by which a server reads a file from the disk of the bot. `None` if the file is to
/// be uploaded: the field accepts nothing else, or the file has settings of its own or cannot be
/// read, which the upload reports.
pub(crate) fn local_url(field: &FieldInfo, file: &InputFile) -> Option<String> {
    let uploads = [Rule::Uploaded, Rule::UploadedOrDropped];
    if field.rules.iter().any(|rule| uploads.contains(rule)) {
        return None;
    }
    let url = file.as_local_url()?;
    file.as_upload()?.content.measure().ok()?;
    Some(url)
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

    /// Compares with `serde_json`, for a buffer with `spare` bytes of spare capacity.
    fn check(info: &'static FieldInfo, value: Value<'_>, spare: usize) {
        let mut writer = Writer::new(Uploads::Noticed(false));
        writer.out = Vec::with_capacity(1000);
        let before = writer.out.capacity() - spare - 7;
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

    /// A field with a name of `len` letters.
    fn named(len: usize) -> &'static FieldInfo {
        let name: &'static str = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
        Box::leak(Box::new(FieldInfo::required(
            &name[..len],
            ApiType::String,
            "",
        )))
    }

    #[test]
    fn texts_of_each_length_are_written_correctly() {
        let letters =
            "abcdefghijklmnopqrstuvwxyz0123456789 !#$%&'()*+,-./:;<=>?@[]^_`{|}~ABCDEFGHIJKLMN";
        for name in [1, 7, 26, 27, 28, 29, 40].map(named) {
            for len in 0..=80 {
                check(name, Value::Text(&letters[..len]), 500);
                for position in 0..len {
                    for special in ["\"", "\\", "\n", "\u{1f}", "\0", "\u{7f}", "é", "日", "😀"]
                    {
                        let mut text = letters[..len].to_owned();
                        text.replace_range(position..=position, special);
                        check(name, Value::Text(&text), 500);
                    }
                }
            }
        }
    }

    #[test]
    fn names_of_each_length_precede_any_value() {
        for info in (1..=40).map(named) {
            for number in [0, -1, 42, 9_999, 10_000, i64::MIN, i64::MAX] {
                check(info, Value::Int(number), 500);
            }
            check(info, Value::Text("text"), 500);
            check(info, Value::Bool(true), 500);
        }
    }

    #[test]
    fn the_buffer_grows_when_its_capacity_is_exceeded() {
        for spare in 0..=140 {
            check(
                named(7),
                Value::Text("a text of thirty-one characters"),
                spare,
            );
            check(named(7), Value::Int(i64::MIN), spare);
        }
    }
}
