//! A field that has been checked on its own.

use proc_macro2::Ident;

use crate::model::{Assertion, Field, Inner, Param};

/// A field with the information that later checks need.
pub(crate) struct CheckedField {
    pub(crate) model: Field,
    /// The parameter that an unknown name was probably meant to be.
    pub(crate) meant: Option<&'static str>,
    /// The name cannot be parsed, so it could be that of any parameter.
    pub(crate) is_nameless: bool,
}

impl CheckedField {
    pub(crate) fn wire_name(&self) -> Option<&str> {
        self.param().map(|param| param.name.as_str())
    }

    /// Whether the field is the parameter `name`, also with a misspelling that has been reported.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.wire_name() == Some(name) || self.meant == Some(name)
    }

    /// The field's own name.
    pub(crate) fn ident(&self) -> &Ident {
        match &self.model {
            Field::Param(param) => &param.ident,
            Field::Skipped { ident, .. } => ident,
            Field::Base(inner) | Field::Rest(inner) => &inner.ident,
        }
    }

    /// Records whether an error about the field was reported.
    pub(crate) fn set_broken(&mut self, is_broken: bool) {
        match &mut self.model {
            Field::Param(param) => param.is_broken = is_broken,
            Field::Base(inner) | Field::Rest(inner) => inner.is_broken |= is_broken,
            Field::Skipped { .. } => {}
        }
    }

    /// Requires a type that can do without a value, if the server may leave out the field of
    /// `owner`.
    pub(crate) fn expect_absence(&mut self, owner: &str) {
        if let Field::Param(param) = &mut self.model
            && param.may_be_unset
            && !param.is_flag
            && param.default.is_none()
        {
            param.assertions.push(Assertion::Absentable {
                ty: param.ty.clone(),
                field: param.name.clone(),
                owner: owner.to_owned(),
            });
        }
    }

    /// The base, even if it is wrong: then it may have any field.
    pub(crate) fn base(&self) -> Option<&Inner> {
        match &self.model {
            Field::Base(base) => Some(base),
            _ => None,
        }
    }

    pub(crate) fn param(&self) -> Option<&Param> {
        match &self.model {
            Field::Param(param) => Some(param),
            Field::Skipped { .. } | Field::Base(_) | Field::Rest(_) => None,
        }
    }
}
