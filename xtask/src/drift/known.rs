//! The types that the facts list, all parsed once.

use std::collections::HashMap;

use crate::facts::{self, FieldFacts, RuleKind, Shape, TypeExpr, TypeFacts};

/// All types by their names.
pub(super) struct Known(HashMap<&'static str, TypeFacts>);

/// A field, and the value of it that selects the first of two variants.
pub(super) struct ZeroField<'a> {
    pub(super) name: &'static str,
    pub(super) value: &'static str,
    pub(super) variants: &'a [&'static str],
}

impl Known {
    pub(super) fn all() -> Self {
        let types = facts::type_names().filter_map(facts::ty);
        Self(types.map(|ty| (ty.name, ty)).collect())
    }

    /// Returns a type by its name. A file is received as its id, so it is no type here.
    pub(super) fn ty(&self, name: &str) -> Option<&TypeFacts> {
        self.0.get(name).filter(|ty| ty.name != "InputFile")
    }

    /// Returns the fields of an object.
    pub(super) fn fields(&self, name: &str) -> Option<&[FieldFacts]> {
        let ty = self.ty(name)?;
        (!matches!(ty.shape, Shape::Union { .. })).then(|| ty.fields())
    }
}

/// Returns how a union without a tag is discriminated, if it is by the value of a field.
pub(super) fn zero_field(ty: &TypeFacts) -> Option<ZeroField<'_>> {
    let rule = ty
        .rules
        .iter()
        .find(|rule| rule.kind == RuleKind::ZeroField)?;
    Some(ZeroField {
        name: rule.params.first()?,
        value: rule.value?,
        variants: &rule.others,
    })
}

/// Returns what a value of a union may be instead of an object.
pub(super) fn plain(ty: &TypeFacts) -> Option<&TypeExpr> {
    match &ty.shape {
        Shape::Union { plain, .. } => plain.as_ref(),
        Shape::Object(_) | Shape::Marker => None,
    }
}

/// Returns the closed set of the values of a field, or of the items of its list.
pub(super) fn words(field: &FieldFacts) -> Vec<&'static str> {
    let constant = field.constant.iter();
    let words = constant.chain(&field.values).chain(&field.each_of);
    words.copied().collect()
}

/// Returns a type in the words of the Bot API.
pub(super) fn describe(ty: &TypeExpr) -> String {
    match ty {
        TypeExpr::Integer(_) => "Integer".to_owned(),
        TypeExpr::Float => "Float".to_owned(),
        TypeExpr::String | TypeExpr::Ref("InputFile") => "String".to_owned(),
        TypeExpr::Boolean => "Boolean".to_owned(),
        TypeExpr::True => "True".to_owned(),
        TypeExpr::Ref(name) => (*name).to_owned(),
        TypeExpr::Array(item) => format!("Array of {}", describe(item)),
        TypeExpr::OneOf(all) => {
            let all: Vec<_> = all.iter().map(describe).collect();
            all.join(" or ")
        }
    }
}
