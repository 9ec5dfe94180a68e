//! A union: an enum of objects.

use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{DataEnum, DeriveInput, Type};

use super::listed_type::{Declared, direction, listed_type};
use super::variant::{self, VariantName, is_unknown, nearest_free};
use crate::diagnostics::Diagnostics;
use crate::facts::{self, Direction, RuleKind, TypeFacts};
use crate::messages;
use crate::model::{Discriminator, Shape, Variant};
use crate::syntax::Container;
use crate::types;

/// Listed unions that can also be a bare text or a list.
const WITH_TEXT: &[&str] = &["RichText"];

/// Checks the variants of an enum.
pub(super) fn check(
    item: &DeriveInput,
    data: &DataEnum,
    container: &Container,
    name: &str,
    sink: &mut Diagnostics,
) -> (Shape, Direction) {
    let found = listed_type(item, container, name, Declared::Union, sink);
    let mut is_wrong = found.is_none() && container.unlisted.is_none();
    let discriminator = discriminator(container, found.as_ref());
    if let (Some(found), Some((Some(key), _))) = (&found, &container.tag) {
        let field = match &found.shape {
            facts::Shape::Union { tag, .. } => *tag,
            _ => None,
        };
        sink.error(messages::tag_without_effect(key, "a listed union", field));
    }
    let mut union = Union {
        item,
        name,
        facts: found.as_ref(),
        is_tagged: matches!(discriminator, Discriminator::Tag(_)),
        variants: Vec::new(),
        own_names: Vec::new(),
        there: names_of(data),
        meant: Vec::new(),
    };
    let (mut unknown, mut has_unknown) = (None, false);
    for variant in &data.variants {
        let names = variant::name(variant, sink);
        is_wrong |= names.name.is_none();
        let ty = types::only_field(variant);
        if is_unknown(variant) {
            has_unknown = true;
            match ty.filter(|ty| can_be_unknown(ty)) {
                Some(ty) => unknown = Some((variant.ident.clone(), ty.clone())),
                None => sink.error(messages::unknown_form(variant, true)),
            }
        } else if let Some(ty) = ty.filter(|ty| holds(ty, &item.ident)) {
            is_wrong = true;
            sink.error(messages::holds_itself(ty, &item.ident));
        } else if ty.is_some_and(types::is_unsized) {
            // The compiler reports it.
            is_wrong = true;
        } else if let Some(ty) = ty {
            union.add(ty, names, sink);
        } else {
            is_wrong = true;
            sink.error(messages::variant_form(variant, &union.content_of(variant)));
        }
    }
    variant::check_names(&union.own_names, sink);
    union.check_new_tags(sink);
    // After a variant of the wrong form or name, it is uncertain which ones are missing.
    if !is_wrong {
        union.check_completeness(has_unknown, &discriminator, sink);
    }
    let mut variants = union.variants;
    let is_complete = variants.len() + usize::from(unknown.is_some()) == data.variants.len();
    if let Some(rule) = zero_field(found.as_ref()) {
        // The decoder reads the value as the first variant, and expects zero for the second.
        variants.sort_by_key(|variant| rule.others.first() == Some(&variant.name.as_str()));
    } else if found.is_some() {
        // First the objects that the facts know, last what is no object.
        variants.sort_by_key(|variant| (variant.is_plain, variant.is_own));
    }
    let shape = Shape::Union {
        discriminator,
        variants,
        unknown,
        is_complete,
    };
    (shape, direction(found.as_ref()))
}

/// Whether a type may be that of unknown values, as far as its name says.
fn can_be_unknown(ty: &Type) -> bool {
    let name = types::simple_name(ty).unwrap_or_default();
    let is_text = name == "String" || name == "str";
    !types::is_scalar(&name) && !is_text && types::argument(ty, "Vec").is_none()
}

/// Whether a variant of this type holds its own union, as far as its name says.
fn holds(ty: &Type, union: &Ident) -> bool {
    let content = types::boxed(ty).unwrap_or(ty);
    let is_path = matches!(content, Type::Path(path) if path.path.get_ident().is_some());
    is_path && types::simple_name(content).is_some_and(|name| *union == name || name == "Self")
}

fn zero_field(found: Option<&TypeFacts>) -> Option<&facts::RuleFacts> {
    let mut rules = found.iter().flat_map(|found| &found.rules);
    rules.find(|rule| rule.kind == RuleKind::ZeroField)
}

fn discriminator(container: &Container, found: Option<&TypeFacts>) -> Discriminator {
    let Some(found) = found else {
        let tag = container.tag.as_ref();
        return tag.map_or(Discriminator::Fields, |(_, tag)| {
            Discriminator::Tag(tag.value())
        });
    };
    if let facts::Shape::Union { tag: Some(tag), .. } = &found.shape {
        return Discriminator::Tag((*tag).to_owned());
    }
    match zero_field(Some(found)).and_then(|rule| rule.params.first()) {
        Some(field) => Discriminator::ZeroField((*field).to_owned()),
        None => Discriminator::Fields,
    }
}

/// The names of the variants of an enum and of the types that they hold.
fn names_of(data: &DataEnum) -> Vec<(String, String)> {
    let variants = data.variants.iter();
    let names = variants.map(|variant| {
        let held = variant.fields.iter().next().map(|field| &field.ty);
        let content = held.map(|ty| types::boxed(ty).unwrap_or(ty));
        let content = content.and_then(types::simple_name);
        (
            variant.ident.unraw().to_string(),
            content.unwrap_or_default(),
        )
    });
    names.collect()
}

/// The variants of a union that have been checked.
struct Union<'a> {
    item: &'a DeriveInput,
    name: &'a str,
    facts: Option<&'a TypeFacts>,
    is_tagged: bool,
    variants: Vec<Variant>,
    /// The names of variants that the facts do not know.
    own_names: Vec<VariantName>,
    /// The names of all variants and of the types that they hold.
    there: Vec<(String, String)>,
    /// What misspelt variants should hold.
    meant: Vec<&'static str>,
}

impl Union<'_> {
    /// Adds a variant, found by the type that it holds or by its own name.
    fn add(&mut self, ty: &Type, names: VariantName, sink: &mut Diagnostics) {
        let content = types::boxed(ty).unwrap_or(ty);
        let held = types::simple_name(content).unwrap_or_default();
        let is_plain = held == "String" || types::argument(content, "Vec").is_some();
        let is_known = self.facts.is_none() || (is_plain && WITH_TEXT.contains(&self.name));
        let model = Variant {
            ident: names.ident.clone(),
            ty: ty.clone(),
            content: content.clone(),
            name: types::simple_name(content).unwrap_or_else(|| messages::typed(content)),
            tag: names.name.clone().unwrap_or_default(),
            is_renamed: names.renamed.is_some(),
            is_own: true,
            adds_tag: self.is_tagged && !is_plain,
            is_plain,
            discriminating_fields: Vec::new(),
        };
        if is_known || (is_plain && names.unlisted.is_some()) {
            self.check_rename(is_plain, &names, sink);
            if self.is_tagged && !is_plain {
                self.own_names.push(names);
            }
            self.variants.push(model);
            return;
        }
        if let Some(listed) = self.listed(&held, &names) {
            if let Some(unlisted) = &names.unlisted {
                sink.warn(messages::parameter_is_listed(unlisted, listed.name));
            }
            self.check_tag(listed, &names, sink);
            let mut earlier = self.variants.iter();
            if let Some(first) = earlier.find(|earlier| earlier.name == listed.name) {
                let name = listed.name;
                sink.error(messages::same_variant(&names.ident, name, &first.ident));
            }
            let fields = listed.discriminating_fields.iter();
            self.variants.push(Variant {
                name: listed.name.to_owned(),
                tag: listed.tag.unwrap_or_default().to_owned(),
                is_own: false,
                // The object of this name has its own one.
                adds_tag: self.is_tagged && held != listed.name,
                discriminating_fields: fields.map(|field| (*field).to_owned()).collect(),
                ..model
            });
            return;
        }
        match (&names.unlisted, zero_field(self.facts)) {
            (Some(unlisted), Some(rule)) => {
                let field = rule.params.first().copied().unwrap_or_default();
                sink.error(messages::closed_union(unlisted, self.name, field));
            }
            (Some(_), None) => {
                self.check_rename(false, &names, sink);
                if self.is_tagged {
                    self.own_names.push(names);
                }
                self.variants.push(model);
            }
            (None, _) => self.report(&held, &names, sink),
        }
    }

    /// The variant of the Bot API's union.
    fn listed(&self, held: &str, names: &VariantName) -> Option<&facts::VariantFacts> {
        let variants = self.facts?.variants();
        let own = names.ident.unraw().to_string();
        let whole = format!("{}{own}", self.name);
        let renamed = names.renamed.as_ref().and(names.name.as_deref());
        if let Some(renamed) = renamed {
            let mut tagged = variants.iter().filter(|listed| listed.tag == Some(renamed));
            if let (Some(listed), None) = (tagged.next(), tagged.next()) {
                return Some(listed);
            }
        }
        let find = |name: &str| variants.iter().find(|listed| listed.name == name);
        let by_name = || find(&own).or_else(|| find(&whole));
        match (renamed, &names.unlisted) {
            (Some(renamed), Some(_)) => find(renamed),
            (Some(renamed), None) => find(renamed).or_else(|| find(held)).or_else(by_name),
            (None, _) => {
                let found = find(held);
                // If another variant stands for the object, this one holds it by mistake.
                let is_taken = found.is_some_and(|found| self.is_claimed(found.name, &own));
                by_name().filter(|_| is_taken).or(found).or_else(by_name)
            }
        }
    }

    /// Whether a variant other than `own` has the name of the object, and does not hold another one
    /// of the union.
    fn is_claimed(&self, object: &str, own: &str) -> bool {
        let variants = self.facts.iter().flat_map(|facts| facts.variants());
        let listed: Vec<_> = variants.map(|listed| listed.name).collect();
        let is_name = |name: &str| name == object || format!("{}{name}", self.name) == object;
        self.there.iter().any(|(name, held)| {
            let holds_other = held != object && listed.contains(&held.as_str());
            name != own && is_name(name) && !holds_other
        })
    }

    /// Reports a variant that the facts do not know.
    fn report(&mut self, held: &str, names: &VariantName, sink: &mut Diagnostics) {
        let variants = self.facts.iter().flat_map(|facts| facts.variants());
        let known: Vec<_> = variants.map(|listed| listed.name).collect();
        let there = self.there.iter().flat_map(|(name, held)| [name, held]);
        let taken: Vec<_> = there
            .map(String::as_str)
            .chain(self.meant.iter().copied())
            .collect();
        // The name of the content or of the variant may be the one that is meant.
        let whole = format!("{}{}", self.name, names.ident.unraw());
        let similar = [held, &whole]
            .into_iter()
            .find_map(|name| nearest_free(name, &known, &taken));
        let (at, name) = (&names.ident, self.name);
        let can_grow = zero_field(self.facts).is_none();
        sink.error(match similar {
            Some(similar) => messages::misspelt_variant(at, name, held, similar),
            None => messages::unknown_variant(at, name, held, &known, can_grow),
        });
        self.meant.extend(similar);
    }

    /// Reports a `rename` that is neither the tag nor the name of the object.
    fn check_tag(&self, listed: &facts::VariantFacts, names: &VariantName, sink: &mut Diagnostics) {
        let (Some(literal), Some(name)) = (&names.renamed, &names.name) else {
            return;
        };
        match listed.tag {
            _ if name == listed.name => {}
            Some(tag) if name == tag => {}
            Some(tag) => sink.error(messages::other_tag(literal, listed.name, tag)),
            None => self.check_rename(false, names, sink),
        }
    }

    /// Reports new variants with the tag of one that the facts know.
    fn check_new_tags(&self, sink: &mut Diagnostics) {
        let listed = || self.variants.iter().filter(|variant| !variant.is_own);
        for names in &self.own_names {
            let Some(name) = &names.name else { continue };
            // Others are distinguished by their fields.
            let is_same =
                |other: &&Variant| other.tag == *name && other.discriminating_fields.is_empty();
            if let Some(first) = listed().find(is_same) {
                sink.error(messages::same_variant(names.tokens(), name, &first.ident));
            }
        }
    }

    /// Reports a `rename` without effect.
    fn check_rename(&self, is_plain: bool, names: &VariantName, sink: &mut Diagnostics) {
        let why = match (self.is_tagged, is_plain) {
            (true, false) => return,
            (true, true) => "a text or a list has no tag",
            (false, _) => "the union has no `tag`",
        };
        if let Some(literal) = &names.renamed {
            sink.error(messages::rename_without_effect(literal, why));
        }
    }

    /// The object that a variant should hold.
    fn content_of(&self, variant: &syn::Variant) -> String {
        let own = variant.ident.unraw().to_string();
        let whole = format!("{}{own}", self.name);
        let mut listed = self.facts.iter().flat_map(|facts| facts.variants());
        let is_listed = listed.any(|listed| listed.name == whole);
        if is_listed { whole } else { own }
    }

    /// Reports what the Bot API has and the enum leaves out.
    fn check_completeness(
        &self,
        has_unknown: bool,
        discriminator: &Discriminator,
        sink: &mut Diagnostics,
    ) {
        let Some(facts) = self.facts else { return };
        let (at, name) = (&self.item.ident, self.name);
        for listed in facts.variants() {
            let is_there = self.variants.iter().any(|found| found.name == listed.name);
            if !is_there && !self.meant.contains(&listed.name) {
                sink.error(messages::missing_variant(at, name, listed.name, listed.tag));
            }
        }
        let is_closed = matches!(discriminator, Discriminator::ZeroField(_));
        if facts.direction.comes_in() && !has_unknown && !is_closed {
            sink.error(messages::missing_unknown(at, name, true));
        }
    }
}
