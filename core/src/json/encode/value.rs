//! Encodes values: the JSON of each kind of value.

use super::error::EncodeProblem;
use super::member;
use super::members::Members;
use super::writer::{Uploads, Writer, close};
use crate::json::{escape, tag};
use crate::schema::TypeInfo;
use crate::validate::{self, Path};
use crate::value::input_file::InputFile;
use crate::value::{List, Object, Value};

impl Writer<'_> {
    /// Encodes a value at `path`.
    pub(crate) fn value(&mut self, value: Value<'_>, path: &Path<'_>) {
        let out = &mut self.out;
        match value {
            // Only reached inside of a list, where the server accepts no `null`.
            Value::Absent | Value::Unknown(..) => self.fail(EncodeProblem::AbsentItem, path),
            Value::Bool(true) => out.extend_from_slice(b"true"),
            Value::Bool(false) => out.extend_from_slice(b"false"),
            Value::Int(value) => self.integer(value),
            Value::Uint(value) => self.integer(value),
            Value::Int128(value) => self.integer(value),
            Value::Uint128(value) => self.integer(value),
            Value::Float(value) => self.float(value, value.is_finite(), value, path),
            Value::Float32(value) => self.float(value, value.is_finite(), value.into(), path),
            Value::Text(text) => escape::write(text, out),
            Value::File(file) => self.file(file, path),
            Value::List(list) => self.list(list, path),
            Value::Object(object) => {
                let info = object.info();
                self.object(object, info, info.tag, path);
            }
            Value::Tagged(object, tag) => {
                let info = object.info();
                let stores = tag::Tagged { object, tag: tag.0 };
                let object = if info.stores_unknown { &stores } else { object };
                match tag::both(*tag, info.tag) {
                    [tag, None] => self.object(object, info, tag, path),
                    [tag, own] => self.twice_tagged(object, info, [tag, own], path),
                }
            }
            Value::Raw(json) => out.extend_from_slice(json.as_bytes()),
            Value::Json(value) => {
                if let Err(error) = value.write_json(out) {
                    self.fail(error.into(), path);
                }
            }
            Value::TaggedJson(value, tag) => {
                let mut json = Vec::new();
                if let Err(error) = value.write_json(&mut json) {
                    self.fail(error.into(), path);
                }
                tag::add(&mut json, *tag);
                self.out.extend_from_slice(&json);
            }
        }
    }

    fn integer(&mut self, value: impl itoa::Integer) {
        let mut buffer = itoa::Buffer::new();
        self.out.extend_from_slice(buffer.format(value).as_bytes());
    }

    fn float(
        &mut self,
        value: impl serde::Serialize,
        is_finite: bool,
        lossy: f64,
        path: &Path<'_>,
    ) {
        if !is_finite {
            self.fail(EncodeProblem::NotFinite(lossy), path);
        } else if let Err(error) = serde_json::to_writer(&mut self.out, &value) {
            self.fail(error.into(), path);
        }
    }

    #[cold]
    fn file(&mut self, file: &InputFile, path: &Path<'_>) {
        if let Some(text) = file.as_str() {
            escape::write(text, &mut self.out);
            return;
        }
        match &mut self.uploads {
            Uploads::Noticed(is_there) => *is_there = true,
            Uploads::Attached(attachments) => match attachments.attach(file) {
                Ok(part) => {
                    self.out.extend_from_slice(b"\"attach://");
                    self.out.extend_from_slice(part.as_bytes());
                    self.out.push(b'"');
                }
                Err(problem) => self.fail(problem, path),
            },
        }
    }

    fn list(&mut self, list: &dyn List, path: &Path<'_>) {
        self.out.push(b'[');
        // Whether all previous items are empty lists.
        let mut is_first = true;
        let mut index = 0;
        while let Some(item) = list.item(index) {
            let path = Path::Item(path, index, is_first);
            match item {
                // A shortcut for rows of buttons.
                Value::Object(object) => {
                    let info = object.info();
                    self.object(object, info, info.tag, &path);
                    is_first = false;
                }
                Value::List(row) => {
                    self.list(row, &path);
                    is_first &= row.is_empty();
                }
                value => {
                    self.value(value, &path);
                    is_first = false;
                }
            }
            self.out.push(b',');
            index += 1;
        }
        close(b']', &mut self.out);
    }

    #[inline(always)]
    #[allow(clippy::inline_always)] // For lists, which the compiler takes for rare.
    pub(super) fn object(
        &mut self,
        object: &dyn Object,
        info: &'static TypeInfo,
        tag: Option<(&'static str, &'static str)>,
        path: &Path<'_>,
    ) {
        self.out.push(b'{');
        if let Some((name, value)) = tag {
            member::write(name, Value::Text(value), self, path);
        }
        self.fields(object, info, path);
    }

    /// Writes an object of a union whose discriminator is not that of the object itself.
    #[cold]
    #[inline(never)]
    fn twice_tagged(
        &mut self,
        object: &dyn Object,
        info: &'static TypeInfo,
        tags: [Option<(&'static str, &'static str)>; 2],
        path: &Path<'_>,
    ) {
        self.out.push(b'{');
        for (name, value) in tags.into_iter().flatten() {
            member::write(name, Value::Text(value), self, path);
        }
        self.fields(object, info, path);
    }

    /// Writes the fields of an object, and the bracket after them.
    #[inline(always)]
    #[allow(clippy::inline_always)] // Part of `object`.
    fn fields(&mut self, object: &dyn Object, info: &'static TypeInfo, path: &Path<'_>) {
        let mut given = 0;
        let mut members = Members {
            writer: self,
            object,
            path,
        };
        object.visit_fields(&mut |index, value| match info.fields.get(index) {
            Some(field) => {
                given |= validate::bit(index);
                members.write(field, value);
            }
            None => members.write_unknown(value),
        });
        if !info.relations.is_empty()
            && let Some(violations) = &mut self.violations
        {
            validate::relations(object, info, given, path, violations);
        }
        close(b'}', &mut self.out);
    }
}
