//! Decodes an object, member by member.

use super::default::set_absent;
use super::error::{Fault, FaultKind, Step};
use super::reader::{Failed, Read, Reader};
use crate::schema::TypeInfo;
use crate::schema::field_index::{self, FieldSet};
use crate::value::target::{ObjectTarget, Target};

/// The index of a member that is not a field.
const UNKNOWN: usize = usize::MAX;

impl Reader<'_> {
    /// Decodes the object that starts here.
    #[inline(never)]
    pub(super) fn object(
        &mut self,
        object: &mut dyn ObjectTarget,
        info: &'static TypeInfo,
    ) -> Read {
        let start = self.at;
        let all_held = self.held.len();
        self.enter(b'{')?;
        let mut seen = FieldSet::EMPTY;
        let mut nulls = FieldSet::EMPTY;
        let mut stored = None;
        let mut null = start;
        let mut next = 0;
        let mut has_tag = false;
        let mut first = self.token()?;
        if first != b'}' {
            loop {
                if first != b'"' {
                    return Err(self.unexpected());
                }
                let name = self.at;
                let field = self.key(info, next)?;
                first = self.token()?;
                if field >= info.fields.len() {
                    if info.stores_unknown {
                        self.unknown_member(object, info, [start, name], first, &mut has_tag)?;
                    } else if info.tag.is_some() || info.is_only_sent {
                        self.undeclared(info, start, name, first, &mut has_tag)?;
                    } else {
                        self.skip(first)?;
                    }
                } else if seen.has(field) {
                    // The first of several members with the same name counts, as it does for the
                    // server.
                    self.skip(first)?;
                } else if first == b'n' {
                    next = field + 1;
                    nulls.insert(field);
                    null = self.at;
                    self.literal(b"null")?;
                } else {
                    next = field + 1;
                    seen.insert(field);
                    let value = self.at;
                    let mut target = object.target(field);
                    if let Some(Target::Optional(optional)) = target {
                        target = optional.set(true);
                    }
                    // Most values are texts and integers: inlining them saves 3 %.
                    let failed = match (target, first) {
                        (Some(Target::Text(text)), b'"') => {
                            self.text().map(|read| *text = read).is_err()
                        }
                        (Some(Target::Int(slot)), b'-' | b'0'..=b'9') => {
                            self.int(first).map(|read| *slot = read).is_err()
                        }
                        (Some(target), _) => self.field(info, field, target, first).is_err(),
                        // The object cannot hold it beside another field.
                        (None, _) => {
                            self.store_member(object, name, first)?;
                            false
                        }
                    };
                    if failed {
                        self.field_failed(object, info, field, value, &mut stored)?;
                    }
                }
                // The common case: the server's own notation.
                if self.pair() == Some(*b",\"") {
                    self.at += 1;
                    first = b'"';
                    continue;
                }
                if self.token()? != b',' {
                    break;
                }
                self.at += 1;
                first = self.token()?;
            }
        }
        self.leave(b'}')?;
        if seen.first_missing(&info.required).is_some() {
            self.missing(object, info, [&seen, &nulls], [start, null])?;
        }
        if info.holds_faults {
            self.store_faults(object.target(TypeInfo::UNKNOWN), stored, start, all_held);
        }
        Ok(())
    }

    /// Decodes the value of a field that starts with `first`.
    #[inline(always)]
    fn field(
        &mut self,
        info: &'static TypeInfo,
        field: usize,
        target: Target<'_>,
        first: u8,
    ) -> Read {
        let held = self.held.len();
        let result = self.value(target, first);
        if self.held.len() != held {
            // Repairs in a value that failed are discarded.
            match result {
                Ok(()) => self.step_held(held, &field_step(info, field)),
                Err(Failed) => self.held.truncate(held),
            }
        }
        result
    }

    #[inline(always)]
    fn pair(&self) -> Option<[u8; 2]> {
        self.bytes().get(self.at..)?.first_chunk().copied()
    }

    /// Reads a name, which starts here, and its colon. Returns the index of the field.
    #[inline(always)]
    fn key(&mut self, info: &'static TypeInfo, next: usize) -> Read<usize> {
        // Members are usually in the order of the table.
        if let Some(field) = info.fields.get(next)
            && let Some(rest) = self.bytes().get(self.at + 1..)
            && let Some((head, tail)) = rest.split_at_checked(field.name.len())
            && tail.first_chunk() == Some(b"\":")
            && field_index::same(head, field.name.as_bytes())
        {
            self.at += field.name.len() + 3;
            return Ok(next);
        }
        self.other_key(info)
    }

    #[inline(always)]
    fn other_key(&mut self, info: &'static TypeInfo) -> Read<usize> {
        let start = self.at + 1;
        let end = self.special(start);
        if let Some(rest) = self.bytes().get(end..)
            && rest.first_chunk() == Some(b"\":")
            && let Some(name) = self.bytes().get(start..end)
        {
            self.at = end + 2;
            return Ok(info.find(name).unwrap_or(UNKNOWN));
        }
        self.odd_key(info)
    }

    /// Reads a name with escapes, or with white space after it.
    #[cold]
    #[inline(never)]
    fn odd_key(&mut self, info: &'static TypeInfo) -> Read<usize> {
        let start = self.at;
        let field = match self.text_in_place() {
            Ok(name) => info.find(name.as_bytes()),
            // A name that no `String` can represent is not a field.
            Err(Failed) if !self.is_broken() => None,
            Err(Failed) => return Err(Failed),
        };
        debug_assert!(self.at > start);
        self.colon()?;
        Ok(field.unwrap_or(UNKNOWN))
    }

    /// Stores a member that is not a field, unless it is the tag of the object or of its union. The
    /// object is at `start`, and the name at `name`.
    #[cold]
    #[inline(never)]
    fn unknown_member(
        &mut self,
        object: &mut dyn ObjectTarget,
        info: &'static TypeInfo,
        [start, name]: [usize; 2],
        first: u8,
        has_tag: &mut bool,
    ) -> Read {
        let value = std::mem::replace(&mut self.at, name);
        let member = self.any_name();
        self.at = value;
        let member = member?;
        let is_of_union = self.tag_of_union == Some((start, &*member));
        if is_of_union || info.tag.is_some_and(|(tag, _)| tag == member) {
            return self.undeclared(info, start, name, first, has_tag);
        }
        self.store_member(object, name, first)
    }

    /// Stores a member whose name starts at `name`.
    #[cold]
    #[inline(never)]
    fn store_member(&mut self, object: &mut dyn ObjectTarget, name: usize, first: u8) -> Read {
        let start = self.at;
        self.skip(first)?;
        let end = std::mem::replace(&mut self.at, name);
        let name = self.text_in_place();
        self.at = end;
        let store = object.target(TypeInfo::UNKNOWN);
        if let (Ok(name), Some(Target::UnknownFields(store))) = (name, store) {
            store.store(&name, self.since(start));
        }
        Ok(())
    }

    /// Leaves the field at `start` unset because its value could not be decoded, if that is
    /// possible.
    #[cold]
    #[inline(never)]
    fn field_failed(
        &mut self,
        object: &mut dyn ObjectTarget,
        info: &'static TypeInfo,
        field: usize,
        start: usize,
        stored: &mut Option<Box<Fault>>,
    ) -> Read {
        let step = field_step(info, field);
        if self.is_broken() || !self.is_lenient || info.required.has(field) {
            return Err(self.abandon(step, true));
        }
        if let Some(Target::Optional(optional)) = object.target(field) {
            optional.set(false);
        }
        if info.holds_faults {
            self.step(step);
            let fault = self.fault.take();
            *stored = stored.take().or(fault);
            return Ok(());
        }
        self.hold(start, Some(step));
        Ok(())
    }

    /// Does without required fields that are absent or `null`, if that is possible. The object starts
    /// at `start`, and at `null` is one of the latter, if there are any.
    #[cold]
    #[inline(never)]
    fn missing(
        &mut self,
        object: &mut dyn ObjectTarget,
        info: &'static TypeInfo,
        [seen, nulls]: [&FieldSet; 2],
        [start, null]: [usize; 2],
    ) -> Read {
        // Of an object without any of its fields nothing is known.
        let is_repaired = self.is_lenient && *seen != FieldSet::EMPTY;
        let held = self.held.len();
        for field in 0..info.fields.len() {
            if !info.required.has(field) || seen.has(field) {
                continue;
            }
            let name = info.fields.get(field).map_or("", |field| field.name);
            let step = Step::Field(name);
            let default = info.fields.get(field).and_then(|field| field.default);
            if object
                .target(field)
                .is_some_and(|target| set_absent(target, default))
            {
                continue;
            }
            if nulls.has(field)
                && let Some(Target::Json(target)) = object.target(field)
                && target.set("null").is_ok()
            {
                continue;
            }
            let kind = if nulls.has(field) {
                let expected = object.target(field).map_or("a value", |it| it.expected());
                let found = "null";
                FaultKind::WrongType { expected, found }
            } else {
                FaultKind::Missing(name)
            };
            let _ = self.fail(kind, start);
            if is_repaired && object.target(field).is_some_and(has_default) {
                self.hold_absent(step, nulls.has(field).then_some(null));
                continue;
            }
            self.held.truncate(held);
            if nulls.has(field) {
                self.step(step);
            }
            return Err(Failed);
        }
        Ok(())
    }

    /// Stores the faults of an object in it.
    #[cold]
    #[inline(never)]
    fn store_faults(
        &mut self,
        target: Option<Target<'_>>,
        stored: Option<Box<Fault>>,
        start: usize,
        all_held: usize,
    ) {
        if stored.is_none() && self.held.len() == all_held && self.replaced.is_empty() {
            return;
        }
        let Some(Target::UnknownFields(store)) = target else {
            return;
        };
        if let Some(fault) = stored {
            let error = fault.to_string();
            store.store_undecodable(error, self.since(start).to_owned());
            // Its repairs are discarded.
            self.held.truncate(all_held);
            self.fault = Some(fault);
            self.hold(start, None);
        }
        self.hold_replaced(start);
        let repairs = self.repairs_since(all_held);
        store.store_repairs(repairs);
    }
}

/// Returns whether an absent value defaults to `false`, an empty list, or an object of such values.
/// Identifiers, texts and numbers are never made up.
fn has_default(target: Target<'_>) -> bool {
    match target {
        Target::Bool(_) | Target::List(_) => true,
        Target::Converted(target) => target.is_list(),
        Target::Object(object, info) => {
            let required: Vec<_> = (0..info.fields.len())
                .filter(|field| info.required.has(*field))
                .collect();
            let has_default = |field: &usize| object.target(*field).is_some_and(has_default);
            !required.is_empty() && required.iter().all(has_default)
        }
        _ => false,
    }
}

fn field_step(info: &'static TypeInfo, field: usize) -> Step {
    Step::Field(info.fields.get(field).map_or("", |field| field.name))
}
