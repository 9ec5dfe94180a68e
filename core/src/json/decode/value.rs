//! Decodes one value into its target. Scalars, lists and maps are here.

use std::borrow::Cow;

use super::error::{Fault, FaultKind, Step};
use super::locate::Locator;
use super::number::INTEGER;
use super::reader::{DEPTH, Failed, Read, Reader};
use crate::value::target::{ConvertedTarget, JsonTarget, ListTarget, MapTarget, Target, Word};

impl<'t> Reader<'t> {
    /// Decodes the next value into the target.
    pub(crate) fn read(&mut self, target: Target<'_>) -> Read {
        let first = self.token()?;
        self.value(target, first)
    }

    /// Decodes the value that starts with `first`. Kept free of slow paths, so that no callee-saved
    /// registers are spilled.
    pub(super) fn value(&mut self, target: Target<'_>, first: u8) -> Read {
        match (target, first) {
            (Target::Text(text), b'"') => self.text_value(text),
            (Target::Int(slot), b'-' | b'0'..=b'9') => self.int_value(slot, first),
            (Target::Object(object, info), b'{') => self.object(object, info),
            (Target::Bool(slot), b't' | b'f') => {
                *slot = first == b't';
                self.literal(if first == b't' { b"true" } else { b"false" })
            }
            (Target::List(list), b'[') => self.list(list),
            (Target::Word(word), b'"') => self.word(word),
            (Target::Union(union), _) => self.union(union, first),
            (target, _) => self.rare_value(target, first),
        }
    }

    #[inline(never)]
    fn text_value(&mut self, text: &mut String) -> Read {
        *text = self.text()?;
        Ok(())
    }

    #[inline(never)]
    fn int_value(&mut self, slot: &mut i64, first: u8) -> Read {
        *slot = self.int(first)?;
        Ok(())
    }

    #[inline(never)]
    fn rare_value(&mut self, target: Target<'_>, first: u8) -> Read {
        match target {
            Target::Optional(_) if first == b'n' => self.literal(b"null"),
            Target::Optional(optional) => match optional.set(true) {
                Some(target) => self.value(target, first),
                None => self.skip(first),
            },
            Target::Integer(slot) => {
                let start = self.at;
                let value = self.integer(first)?;
                if slot.set(value) {
                    return Ok(());
                }
                Err(self.out_of_range(INTEGER, start))
            }
            Target::Float(slot) => {
                *slot = self.float(first)?;
                Ok(())
            }
            Target::Float32(slot) => {
                *slot = self.float32(first)?;
                Ok(())
            }
            Target::Map(map) if first == b'{' => self.map(map),
            Target::Converted(target) => self.converted(target, first),
            Target::Json(target) => self.json(target, first),
            Target::Raw(json) => {
                let start = self.at;
                self.skip(first)?;
                *json = self.since(start).into();
                Ok(())
            }
            target => Err(self.wrong_type(target.expected(), first)),
        }
    }

    /// Decodes a value into another type than that of the target.
    #[inline(never)]
    fn converted(&mut self, target: &mut dyn ConvertedTarget, first: u8) -> Read {
        let start = self.at;
        let mut result = Ok(());
        let is_stored = target.convert(&mut |target| {
            result = self.value(target, first);
            result.is_ok()
        });
        if result.is_ok() && !is_stored {
            let (expected, found) = ("a list of another length", kind(first));
            return Err(self.fail(FaultKind::WrongType { expected, found }, start));
        }
        result
    }

    /// Skips a value of the wrong type.
    #[cold]
    #[inline(never)]
    pub(super) fn wrong_type(&mut self, expected: &'static str, first: u8) -> Failed {
        let start = self.at;
        if self.skip(first).is_err() {
            return Failed;
        }
        let found = kind(first);
        self.fail(FaultKind::WrongType { expected, found }, start)
    }

    fn word(&mut self, word: &mut dyn Word) -> Read {
        let start = self.at;
        let text = self.text_in_place()?;
        if word.set(&text) {
            return Ok(());
        }
        let (word, known) = (text.into_owned(), word.words());
        Err(self.fail(FaultKind::UnknownWord { word, known }, start))
    }

    /// Decodes a value with the type's own `serde::Deserialize`, from its part of the text.
    #[inline(never)]
    fn json(&mut self, target: &mut dyn JsonTarget, first: u8) -> Read {
        let start = self.at;
        let json = self.raw(first)?;
        let result = target.set(json);
        result.map_err(|error| self.foreign(start, &error))
    }

    /// Returns the text of a value that another decoder reads. That decoder counts the depth from
    /// 0, so the depth is checked here.
    pub(crate) fn raw(&mut self, first: u8) -> Read<&'t str> {
        let start = self.at;
        let depth = self.skip_measured(first)?;
        if self.depth + depth > DEPTH {
            return Err(self.fail(FaultKind::Depth, start));
        }
        Ok(self.since(start))
    }

    /// Records the error of another decoder in the value from `start` to the current position.
    #[cold]
    #[inline(never)]
    pub(super) fn foreign(&mut self, start: usize, error: &serde_json::Error) -> Failed {
        let at = offset(self.since(start), error).map(|offset| start + offset);
        let found = at.and_then(|at| Locator::new(self.text, start).locate(at));
        let (path, (offset, _)) = found.unwrap_or((Vec::new(), (start, start)));
        self.fault = Some(Box::new(Fault {
            kind: FaultKind::Custom(words(error)),
            offset,
            path,
        }));
        Failed
    }

    /// Enters a container, unless it is nested too deeply.
    #[inline]
    pub(super) fn enter(&mut self, first: u8) -> Read {
        if self.depth >= DEPTH {
            return Err(self.too_deep(first));
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    #[cold]
    fn too_deep(&mut self, first: u8) -> Failed {
        let start = self.at;
        if self.skip(first).is_err() {
            return Failed;
        }
        self.fail(FaultKind::Depth, start)
    }

    #[inline(never)]
    fn list(&mut self, list: &mut dyn ListTarget) -> Read {
        self.enter(b'[')?;
        let mut first = self.token()?;
        if first != b']' {
            let mut index = 0;
            loop {
                let held = self.held.len();
                let result = match list.push() {
                    Some(target) => self.value(target, first),
                    None => self.skip(first),
                };
                if result.is_err() {
                    return Err(self.abandon(Step::Index(index), false));
                }
                if self.held.len() != held {
                    self.step_held(held, &Step::Index(index));
                }
                if self.token()? != b',' {
                    break;
                }
                self.at += 1;
                first = self.token()?;
                index += 1;
            }
        }
        self.leave(b']')
    }

    fn map(&mut self, map: &mut dyn MapTarget) -> Read {
        self.enter(b'{')?;
        if self.token()? != b'}' {
            loop {
                let Ok(key) = self.name() else {
                    return Err(self.abandon_key());
                };
                let held = self.held.len();
                let first = self.token()?;
                // The first of several members with one name counts, as in objects.
                let result = match map.insert(key.clone()) {
                    Some(target) => self.value(target, first),
                    None => self.skip(first),
                };
                if result.is_err() {
                    return Err(self.abandon(Step::key(&key), true));
                }
                if self.held.len() != held {
                    self.step_held(held, &Step::key(&key));
                }
                if self.token()? != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.leave(b'}')
    }

    /// Skips the rest of a map after a key that no `String` can represent.
    #[cold]
    fn abandon_key(&mut self) -> Failed {
        if self.is_broken() {
            return Failed;
        }
        let fault = self.fault.take();
        let skipped = self.colon().and_then(|()| {
            let first = self.token()?;
            self.skip(first)?;
            self.skip_rest(true)
        });
        if skipped.is_ok() {
            self.depth -= 1;
            self.fault = fault;
        }
        Failed
    }

    /// Calls `visit` for each member of the object that starts here, with its name and the first
    /// byte of its value. The callback consumes the value.
    pub(crate) fn members(&mut self, visit: &mut dyn FnMut(&mut Self, &str, u8) -> Read) -> Read {
        self.at += 1;
        if self.token()? == b'}' {
            self.at += 1;
            return Ok(());
        }
        self.more_members(visit)
    }

    /// Calls `visit` for each member after others.
    pub(crate) fn more_members(
        &mut self,
        visit: &mut dyn FnMut(&mut Self, &str, u8) -> Read,
    ) -> Read {
        loop {
            if self.token()? != b'"' {
                return Err(self.unexpected());
            }
            let start = self.at + 1;
            let end = self.special(start);
            if self.bytes().get(end) == Some(&b'"') {
                self.at = end + 1;
                self.colon()?;
                let first = self.token()?;
                visit(self, self.text.get(start..end).unwrap_or_default(), first)?;
            } else {
                let name = self.any_name()?;
                self.colon()?;
                let first = self.token()?;
                visit(self, &name, first)?;
            }
            if self.token()? != b',' {
                break;
            }
            self.at += 1;
        }
        self.take(b'}')
    }

    /// Reads a name. One that no `String` can represent matches no other name.
    pub(super) fn any_name(&mut self) -> Read<Cow<'t, str>> {
        if self.token()? != b'"' {
            return Err(self.unexpected());
        }
        match self.text_in_place() {
            Err(Failed) if !self.is_broken() => Ok(Cow::Borrowed("\u{fffd}")),
            name => name,
        }
    }

    /// Reads the name of a member and its colon.
    pub(super) fn name(&mut self) -> Read<String> {
        if self.token()? != b'"' {
            return Err(self.unexpected());
        }
        let name = self.text()?;
        self.colon()?;
        Ok(name)
    }

    /// Consumes the closing bracket of a container.
    #[inline]
    pub(super) fn leave(&mut self, bracket: u8) -> Read {
        if self.bytes().get(self.at) != Some(&bracket) {
            return Err(self.unexpected());
        }
        self.at += 1;
        self.depth -= 1;
        Ok(())
    }

    /// Skips the rest of a container after a value that failed.
    #[cold]
    #[inline(never)]
    pub(super) fn abandon(&mut self, step: Step, is_object: bool) -> Failed {
        self.step(step);
        if self.is_broken() {
            return Failed;
        }
        // If that fails, the text is invalid JSON, and that fault is reported.
        if self.skip_rest(is_object).is_ok() {
            self.depth -= 1;
        }
        Failed
    }
}

/// Returns the type of a value from its first byte.
pub(super) fn kind(first: u8) -> &'static str {
    match first {
        b'"' => "a String",
        b'{' => "an object",
        b'[' => "an Array",
        b't' | b'f' => "a Boolean",
        b'n' => "null",
        _ => "a number",
    }
}

/// Returns the byte offset of a `serde_json` error in the text.
fn offset(json: &str, error: &serde_json::Error) -> Option<usize> {
    let line = error.line().checked_sub(1)?;
    let before = json.split_inclusive('\n').take(line).map(str::len);
    Some(before.sum::<usize>() + error.column())
}

/// Returns the message of a `serde_json` error without its position, which refers to another text.
pub(super) fn words(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rsplit_once(" at line ") {
        Some((words, _)) => words.to_owned(),
        None => text,
    }
}
