//! Decodes a union: selects the variant by its discriminator, then decodes it.

use std::borrow::Cow;

use super::error::{FaultKind, Step};
use super::reader::{Failed, Read, Reader};
use super::value::kind;
use crate::schema::union_info::is_tag;
use crate::schema::{Content, Discriminator, UnionInfo, VariantInfo, needs_more};
use crate::value::target::{Plain, Target, Union};
use crate::value::unknown::Unknown;

/// The variant that the discriminator selects.
enum Choice<'t> {
    Variant(usize),
    /// An unknown variant, and its tag.
    Unknown(Cow<'t, str>),
}

impl<'t> Reader<'t> {
    /// Decodes the value that starts with `first`.
    #[inline(never)]
    pub(super) fn union(&mut self, union: &mut dyn Union, first: u8) -> Read {
        let start = self.at;
        let held = self.held.len();
        let mut tag = "";
        let result = match first {
            b'{' => self.tagged(union, &mut tag),
            _ => self.plain(union, first),
        };
        if result.is_err() {
            return self.hold_in_union(union, tag, start, held);
        }
        Ok(())
    }

    /// Decodes an object. Its tag, if known, is stored in `tag`.
    fn tagged(&mut self, union: &mut dyn Union, tag: &mut &'static str) -> Read {
        let info = union.info();
        let start = self.at;
        match self.choose(info) {
            Ok(Choice::Variant(index)) => {
                self.at = start;
                *tag = info.variants.get(index).map_or("", |variant| variant.tag);
                let Some(target) = union.select(index) else {
                    self.skip(b'{')?;
                    return Err(self.no_variant(info, "", start));
                };
                // To an object without a tag of its own, that of the union is unknown. If the variant
                // is a union itself, its objects have tags.
                let outer = self.tag_of_union;
                let is_inner = outer.is_some_and(|(of, _)| of == start);
                if let (Discriminator::Tag(field), false) = (info.discriminator, is_inner) {
                    self.tag_of_union = Some((start, field));
                }
                let result = match target {
                    Target::Object(object, content) => self.object(object, content),
                    target => self.value(target, b'{'),
                };
                self.tag_of_union = outer;
                result
            }
            Ok(Choice::Unknown(word)) => {
                self.at = start;
                self.skip(b'{')?;
                if union.store(Unknown::new(&word, self.since(start))) {
                    return Ok(());
                }
                let kind = match info.discriminator {
                    Discriminator::Tag(field) => FaultKind::UnknownTag {
                        union: info.name,
                        field,
                        tag: word.into_owned(),
                    },
                    _ => FaultKind::NoVariant {
                        union: info.name,
                        tag: String::new(),
                    },
                };
                Err(self.fail(kind, start))
            }
            Err(Failed) => {
                if !self.is_broken() {
                    let fault = self.fault.take();
                    self.at = start;
                    self.skip(b'{')?;
                    self.fault = fault;
                }
                Err(Failed)
            }
        }
    }

    #[cold]
    fn no_variant(&mut self, info: &'static UnionInfo, tag: &str, start: usize) -> Failed {
        let (union, tag) = (info.name, tag.to_owned());
        self.fail(FaultKind::NoVariant { union, tag }, start)
    }

    /// Decodes a value that is not an object.
    fn plain(&mut self, union: &mut dyn Union, first: u8) -> Read {
        let plain = match first {
            b'"' => Some(Plain::Text),
            b'[' => Some(Plain::List),
            b'-' | b'0'..=b'9' => Some(Plain::Integer),
            b't' | b'f' => Some(Plain::Boolean),
            _ => None,
        };
        let name = union.info().name;
        match plain.and_then(|plain| union.select_plain(plain)) {
            Some(target) => self.value(target, first),
            None => Err(self.wrong_type(name, first)),
        }
    }

    /// Stores a value that could not be decoded as an unknown one, if the union allows that.
    #[cold]
    #[inline(never)]
    fn hold_in_union(
        &mut self,
        union: &mut dyn Union,
        tag: &'static str,
        start: usize,
        held: usize,
    ) -> Read {
        if self.is_broken() || !self.is_lenient {
            return Err(Failed);
        }
        let error = match &self.fault {
            Some(fault) if self.may_record() => fault.to_string(),
            Some(_) => "the value could not be decoded".to_owned(),
            None => return Err(Failed),
        };
        if !union.store(Unknown::damaged(tag, self.since(start), error)) {
            return Err(Failed);
        }
        self.held.truncate(held);
        self.hold(start, None);
        Ok(())
    }

    /// Selects the variant of the object that starts here. Reads no further than necessary.
    fn choose(&mut self, info: &'static UnionInfo) -> Read<Choice<'t>> {
        match info.discriminator {
            Discriminator::Tag(field) => self.choose_by_tag(info, field),
            Discriminator::Fields => {
                let start = self.at;
                let names = self.names()?;
                let found = if info
                    .variants
                    .iter()
                    .any(|variant| variant.content.is_some())
                {
                    self.by_content(info, &names, start, &|_| true)?
                } else {
                    by_fields(info, &names)
                };
                Ok(found.map_or(Choice::Unknown("".into()), Choice::Variant))
            }
            Discriminator::ZeroField(field) => {
                let is_zero = match self.find_member(field)? {
                    // If the type is wrong, the error comes from the first variant.
                    Some(b'-' | b'0'..=b'9') => {
                        let start = self.at;
                        super::number::skip(self)?;
                        let digits = self.since(start).split(['e', 'E']).next();
                        digits.is_some_and(|digits| !digits.contains(|c| matches!(c, '1'..='9')))
                    }
                    _ => false,
                };
                Ok(Choice::Variant(usize::from(is_zero)))
            }
        }
    }

    fn choose_by_tag(&mut self, info: &'static UnionInfo, field: &'static str) -> Read<Choice<'t>> {
        let start = self.at;
        let found = match self.find_member(field)? {
            Some(b'"') => self.text_in_place()?,
            Some(first) => {
                let (expected, found) = ("a String", kind(first));
                let at = self.at;
                let failed = self.fail(FaultKind::WrongType { expected, found }, at);
                self.step(Step::Field(field));
                return Err(failed);
            }
            None => {
                return Err(self.fail(FaultKind::Missing(field), start));
            }
        };
        let has_tag = |variant: &VariantInfo| info.has_tag(variant, &found) && variant.is_object();
        let mut variants = info.variants.iter().enumerate();
        let mut having = variants.by_ref().filter(|(_, variant)| has_tag(variant));
        let Some((index, variant)) = having.next() else {
            return Ok(Choice::Unknown(found));
        };
        if having.next().is_none() {
            return Ok(Choice::Variant(index));
        }
        // Several variants have this tag and are distinguished by their fields.
        self.at = start;
        let names = self.names()?;
        let index = if variant.content.is_some() {
            self.by_content(info, &names, start, &has_tag)?
        } else {
            let having = info.variants.iter().enumerate();
            having
                .filter(|(_, variant)| has_tag(variant))
                .find(|(_, variant)| has_all(&names, variant.discriminating_fields))
                .map(|(index, _)| index)
        };
        match index {
            Some(index) => Ok(Choice::Variant(index)),
            None => Err(self.no_variant(info, &found, start)),
        }
    }

    /// Returns the variant whose content fits the object at `start`, which has these members. Of
    /// several, it is the one that needs a member that the others do not have.
    fn by_content(
        &mut self,
        info: &'static UnionInfo,
        names: &[Cow<'_, str>],
        start: usize,
        is_eligible: &dyn Fn(&VariantInfo) -> bool,
    ) -> Read<Option<usize>> {
        let mut best: Option<(usize, &VariantInfo)> = None;
        for (index, variant) in info.variants.iter().enumerate() {
            let fits =
                is_eligible(variant) && variant.is_object() && self.fits(variant, names, start)?;
            let is_better = best.is_none_or(|(_, best)| {
                needs_more(info, variant, best) && !needs_more(info, best, variant)
            });
            if fits && is_better {
                best = Some((index, variant));
            }
        }
        Ok(best.map(|(index, _)| index))
    }

    /// Returns whether the object at `start` can be what the variant holds.
    fn fits(&mut self, variant: &VariantInfo, names: &[Cow<'_, str>], start: usize) -> Read<bool> {
        let object = match variant.content {
            Some(Content::Object(object)) => object,
            Some(Content::Union(union)) => {
                return Ok(match union.discriminator {
                    Discriminator::Tag(field) => has_all(names, &[field]),
                    _ => true,
                });
            }
            _ => return Ok(has_all(names, variant.discriminating_fields)),
        };
        let mut required = object.fields.iter().filter(|field| field.required);
        if !required.all(|field| has_all(names, &[field.name])) {
            return Ok(false);
        }
        let Some((name, value)) = object.tag else {
            return Ok(true);
        };
        self.at = start;
        Ok(match self.find_member(name)? {
            Some(b'"') => is_tag(value, &self.text_in_place()?, object.ignores_case),
            _ => false,
        })
    }

    /// Moves to the value of the member with this name in the object that starts here. Returns the
    /// first byte of the value.
    fn find_member(&mut self, name: &str) -> Read<Option<u8>> {
        let mut null = None;
        self.at += 1;
        if self.token()? == b'}' {
            return Ok(None);
        }
        loop {
            let is_it = self.is_name(name)?;
            let first = self.token()?;
            if is_it && first != b'n' {
                return Ok(Some(first));
            }
            if is_it {
                null = Some(self.at);
            }
            self.look_through(first)?;
            if self.token()? != b',' {
                self.take(b'}')?;
                self.at = null.unwrap_or(self.at);
                return Ok(null.map(|_| b'n'));
            }
            self.at += 1;
        }
    }

    /// Returns the names of the members of the object that starts here.
    fn names(&mut self) -> Read<Vec<Cow<'t, str>>> {
        let mut names = Vec::new();
        self.at += 1;
        if self.token()? == b'}' {
            return Ok(names);
        }
        loop {
            names.push(self.any_name()?);
            self.colon()?;
            let first = self.token()?;
            // `null` counts as absent.
            if first == b'n' {
                names.pop();
            }
            self.look_through(first)?;
            if self.token()? != b',' {
                self.take(b'}')?;
                return Ok(names);
            }
            self.at += 1;
        }
    }

    /// Reads a name and its colon. Returns whether it is `name`.
    fn is_name(&mut self, name: &str) -> Read<bool> {
        let is_it = self.any_name()? == name;
        self.colon()?;
        Ok(is_it)
    }
}

/// Returns the variant whose discriminating fields are all present. Of several, the one with the
/// most such fields is selected: a venue has all fields of a location.
fn by_fields(info: &'static UnionInfo, names: &[Cow<'_, str>]) -> Option<usize> {
    let variants = info.variants.iter().enumerate();
    variants
        .filter(|(_, variant)| has_all(names, variant.discriminating_fields))
        .max_by_key(|(index, variant)| {
            (
                variant.discriminating_fields.len(),
                std::cmp::Reverse(*index),
            )
        })
        .map(|(index, _)| index)
}

fn has_all(names: &[Cow<'_, str>], fields: &[&str]) -> bool {
    fields
        .iter()
        .all(|field| names.iter().any(|name| name == field))
}
