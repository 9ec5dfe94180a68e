//! Writes the members of an object, or the arguments of a call.

use super::{Failure, Writer, short, write};
use crate::json::escape;
use crate::schema::ParamInfo;
use crate::value::Value;

/// Members of an object, and whether one of them failed.
pub(super) struct Members<'a> {
    writer: &'a mut Writer,
    pub(super) result: Result<(), Failure>,
}

impl<'a> Members<'a> {
    #[inline]
    pub(super) fn new(writer: &'a mut Writer) -> Self {
        let result = Ok(());
        Self { writer, result }
    }

    /// Writes one that has a value. Most are short texts. They need no more registers than need not
    /// be saved, as long as all else is left to others.
    #[inline(never)]
    pub(super) fn write(&mut self, info: &ParamInfo, value: Value<'_>) {
        match value {
            Value::Text(text) if short::write_text(info.name, text, &mut self.writer.out) => {}
            _ => self.write_number(info, value),
        }
    }

    /// The same for what is rather a small integer.
    #[inline(never)]
    pub(super) fn write_number(&mut self, info: &ParamInfo, value: Value<'_>) {
        match value {
            Value::Int(number) if short::write_small(info.name, number, &mut self.writer.out) => {}
            _ => self.write_large(info, value),
        }
    }

    #[inline(never)]
    fn write_large(&mut self, info: &ParamInfo, value: Value<'_>) {
        match value {
            Value::Int(number) if short::write_integer(info.name, number, &mut self.writer.out) => {
            }
            _ => self.write_any(info, value),
        }
    }

    /// Writes a member that an object does not know.
    #[cold]
    pub(super) fn write_kept(&mut self, value: Value<'_>) {
        if let Value::Kept(keeper) = value
            && let Some((name, json)) = keeper.kept()
        {
            let out = &mut self.writer.out;
            escape::write(name, out);
            out.push(b':');
            out.extend_from_slice(json.as_bytes());
            out.push(b',');
        }
    }

    #[inline(never)]
    fn write_any(&mut self, info: &ParamInfo, value: Value<'_>) {
        if self.result.is_ok() {
            self.result = write_member(info.name, value, self.writer)
                .map_err(|failure| failure.below_member(info.name));
        }
    }
}

/// Writes one member of an object, and a comma.
pub(super) fn write_member(
    name: &str,
    value: Value<'_>,
    writer: &mut Writer,
) -> Result<(), Failure> {
    let out = &mut writer.out;
    let before = out.len();
    // Names of parameters are identifiers or checked literals and need no escapes.
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.extend_from_slice(b"\":");
    let written = out.len();
    write(value, writer)?;
    // A type that serde writes as `null` is as absent as an `Option` without a value.
    if matches!(value, Value::Json(_)) && writer.out.get(written..) == Some(b"null") {
        writer.out.truncate(before);
    } else {
        writer.out.push(b',');
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::encode::{Uploads, close};
    use crate::schema::Kind;

    /// `serde_json` is the judge, behind a member that leaves so much room.
    fn check(info: &ParamInfo, value: Value<'_>, room: usize) {
        let mut writer = Writer::new(Uploads::Noticed(false));
        writer.out = Vec::with_capacity(1000);
        let before = writer.out.capacity() - room - 7;
        writer.out.extend_from_slice(b"{\"a\":\"");
        writer.out.resize(before + 5, b'a');
        writer.out.extend_from_slice(b"\",");
        let start = writer.out.len();
        let mut members = Members::new(&mut writer);
        members.write(info, value);
        assert!(members.result.is_ok());
        let value = serde_json::to_string(&value).expect("JSON");
        let written = String::from_utf8_lossy(&writer.out[start..]);
        assert_eq!(written, format!("\"{}\":{value},", info.name));
        close(b'}', &mut writer.out);
        assert!(serde_json::from_slice::<serde_json::Value>(&writer.out).is_ok());
    }

    /// A field with a name of so many letters.
    fn named(len: usize) -> ParamInfo {
        let name: &'static str = "abcdefghijklmnopqrstuvwxyzabcdefghijklmn";
        ParamInfo::required(&name[..len], Kind::String, "")
    }

    #[test]
    fn texts_of_each_length_are_written_as_they_must() {
        let letters =
            "abcdefghijklmnopqrstuvwxyz0123456789 !#$%&'()*+,-./:;<=>?@[]^_`{|}~ABCDEFGHIJKLMN";
        for name in [1, 7, 26, 27, 28, 29, 40].map(named) {
            for len in 0..=80 {
                check(&name, Value::Text(&letters[..len]), 500);
                for place in 0..len {
                    for special in ["\"", "\\", "\n", "\u{1f}", "\0", "\u{7f}", "é", "日", "😀"]
                    {
                        let mut text = letters[..len].to_owned();
                        text.replace_range(place..=place, special);
                        check(&name, Value::Text(&text), 500);
                    }
                }
            }
        }
    }

    #[test]
    fn names_of_each_length_stand_before_any_value() {
        for info in (1..=40).map(named) {
            for number in [0, -1, 42, 9_999, 10_000, i64::MIN, i64::MAX] {
                check(&info, Value::Int(number), 500);
            }
            check(&info, Value::Text("text"), 500);
            check(&info, Value::Bool(true), 500);
        }
    }

    #[test]
    fn more_room_is_made_where_there_is_too_little() {
        for room in 0..=140 {
            check(
                &named(7),
                Value::Text("a text of thirty-one characters"),
                room,
            );
            check(&named(7), Value::Int(i64::MIN), room);
        }
    }
}
