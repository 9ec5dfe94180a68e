//! A field that has been checked on its own.

use proc_macro2::Ident;

use crate::model::{Field, Param};

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
        }
    }

    pub(crate) fn param(&self) -> Option<&Param> {
        match &self.model {
            Field::Param(param) => Some(param),
            Field::Skipped { .. } => None,
        }
    }
}
