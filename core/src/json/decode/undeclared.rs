//! Checks members that are not fields: the tag of an object, and those that nobody knows.

use super::error::{FaultKind, Step};
use super::reader::{Read, Reader};
use crate::schema::TypeInfo;
use crate::schema::union_info::is_tag;

impl Reader<'_> {
    /// Checks and skips a member that is not a field of the object at `start`. Its name is at `name`,
    /// and its value starts with `first`.
    ///
    /// The tag of an object must have its value. It may be absent, even without any repair: whoever
    /// reads the object by its own type knows which one it is, and a union needs the tag anyway.
    #[inline(never)]
    pub(super) fn undeclared(
        &mut self,
        info: &'static TypeInfo,
        start: usize,
        name: usize,
        first: u8,
        has_tag: &mut bool,
    ) -> Read {
        if let Some((tag, value)) = info.tag
            && self.is_at(name, tag)
        {
            // Mostly it is right.
            if self.is_at(self.at, value) {
                self.at += value.len() + 2;
                *has_tag = true;
                return Ok(());
            }
            return self.rare_tag(info, first, has_tag);
        }
        self.unknown_or_tag(info, start, name, first, has_tag)
    }

    /// Returns whether this text without escapes is at a position.
    #[inline]
    fn is_at(&self, at: usize, text: &str) -> bool {
        let rest = self.bytes().get(at..);
        let rest = rest.and_then(|rest| rest.strip_prefix(b"\""));
        let rest = rest.and_then(|rest| rest.strip_prefix(text.as_bytes()));
        rest.is_some_and(|rest| rest.starts_with(b"\""))
    }

    /// Checks the value of a tag that is not the expected one, at least not in its usual notation.
    #[cold]
    fn rare_tag(&mut self, info: &'static TypeInfo, first: u8, has_tag: &mut bool) -> Read {
        let Some((tag, expected)) = info.tag else {
            return self.skip(first);
        };
        // The first of several members with the same name counts, and `null` counts as absent.
        if *has_tag || first == b'n' {
            return self.skip(first);
        }
        *has_tag = true;
        let start = self.at;
        let result = if first == b'"' {
            self.text_in_place().and_then(|found| {
                if is_tag(expected, &found, info.ignores_case) {
                    return Ok(());
                }
                let found = found.into_owned();
                Err(self.fail(FaultKind::WrongTag { expected, found }, start))
            })
        } else {
            Err(self.wrong_type("a String", first))
        };
        result.map_err(|_| self.abandon(Step::Field(tag), true))
    }

    /// Checks a member whose name is not the tag, at least not in its usual notation.
    #[cold]
    fn unknown_or_tag(
        &mut self,
        info: &'static TypeInfo,
        start: usize,
        name: usize,
        first: u8,
        has_tag: &mut bool,
    ) -> Read {
        let value = std::mem::replace(&mut self.at, name);
        let name = self.any_name();
        self.at = value;
        let name = name?;
        if info.tag.is_some_and(|(tag, _)| name == tag) {
            return self.rare_tag(info, first, has_tag);
        }
        self.skip(first)?;
        let is_of_union = self.tag_of_union == Some((start, &*name));
        if !info.is_only_sent || is_of_union {
            return Ok(());
        }
        let fault = FaultKind::UnknownField {
            object: info,
            name: name.clone().into_owned(),
        };
        let _ = self.fail(fault, value);
        Err(self.abandon(Step::key(&name), true))
    }
}
