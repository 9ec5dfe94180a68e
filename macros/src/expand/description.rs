//! The rest of a definition, for documents: all of its documentation, and for each member the function
//! that leads from its type to the definition of that. Generated with the feature `openapi` only.
//!
//! It is passed to a macro of telegrammar, which expands to nothing if that is built without the
//! feature. The types of members are asked the questions that they are checked by.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, Meta};

use super::ask::asked;
use super::base::Base;
use super::question::Place;
use super::union;
use crate::facts::{self, FieldFacts, Members, MethodFacts, TypeExpr, TypeFacts};
use crate::model::{ApiType, Definition, Docs, Field, Method, Param, Shape, Variant};

/// The function of `Param` that returns the definition of a type.
pub(super) fn of_type(definition: &Definition) -> Option<TokenStream> {
    if !cfg!(feature = "openapi") || definition.broken {
        return None;
    }
    let krate = &definition.krate;
    let private = quote!(#krate::__private);
    let name = quote!(::core::any::type_name::<Self>);
    let doc = text(&definition.docs.own);
    let content = match &definition.shape {
        Shape::Object { fields, .. } => {
            let facts = facts::ty(&definition.name).filter(|_| definition.is_listed);
            let facts = facts.as_ref().map(TypeFacts::members);
            let members = members(fields_of(fields), Place::Field, facts, krate, &private);
            let base = Base::of_type(fields, krate).map(|base| {
                let shape = base.item("shape");
                quote!(.with_base(#shape))
            });
            quote!(object(Self::INFO, #name, #doc, #members) #base)
        }
        Shape::Union {
            variants, unknown, ..
        } => {
            // In the order of the description.
            let (plain, objects): (Vec<_>, Vec<_>) = variants
                .iter()
                .partition(|variant| variant.is_plain && definition.is_listed);
            let members = objects.into_iter().chain(plain);
            let members = members.map(|variant| self::variant(definition, variant, &private));
            let is_open = unknown.is_some();
            quote!(union(Self::INFO, #name, #doc, &[#(#members),*], #is_open))
        }
        Shape::Word { words, unknown, .. } => {
            let own = definition.ident.unraw().to_string();
            let words = words.iter().map(|(ident, word)| {
                let doc = text(definition.docs.of_variant(ident));
                quote!(#private::DefinedWord { word: #word, doc: #doc })
            });
            let is_open = unknown.is_some();
            let ignores_case = definition.is_listed && facts::ignores_case(&definition.name);
            let may_grow = definition.is_listed && facts::may_grow(&definition.name);
            let growing = may_grow.then(|| quote!(.growing()));
            quote!(words(#own, #name, #doc, &[#(#words),*], #is_open, #ignores_case) #growing)
        }
    };
    let section = definition.is_listed.then(|| section(&definition.name));
    let sent = definition.direction.goes_out().then(|| quote!(.sent()));
    let received = definition.direction.comes_in().then(|| quote!(.received()));
    Some(quote! {
        #private::describe! { type #private::Definition::#content #section #sent #received }
    })
}

/// The function of `Method` that returns the definition of a method.
pub(super) fn of_method(method: &Method) -> Option<TokenStream> {
    if !cfg!(feature = "openapi") || method.broken {
        return None;
    }
    let krate = &method.krate;
    let private = quote!(#krate::__private);
    let doc = text(&method.docs.own);
    let facts = facts::method(&method.name).filter(|_| method.listed);
    let result = result(facts.as_ref(), &private);
    let facts = facts.as_ref().map(MethodFacts::members);
    let fields = fields_of(&method.fields);
    let members = members(fields, Place::Parameter, facts, krate, &private);
    let section = facts::section(&method.name).filter(|_| method.listed);
    let section = section.unwrap_or_default();
    let base = Base::of_method(&method.fields, krate).map(|base| {
        let definition = base.item("definition");
        quote!(.with_base(#definition))
    });
    Some(quote! {
        #private::describe! {
            method #private::MethodDefinition::new(#doc, #section, #members, #result) #base
        }
    })
}

/// The function that returns the form of a result.
fn result(facts: Option<&MethodFacts>, private: &TokenStream) -> TokenStream {
    let shape = quote!(#private::KnownShape::<<Self as #private::Method>::Response>::shape);
    let is_true = facts.is_some_and(|facts| match &facts.returns {
        TypeExpr::OneOf(results) => results.contains(&TypeExpr::True),
        result => *result == TypeExpr::True,
    });
    let shape = if is_true {
        quote!(|| #shape().only_true())
    } else {
        shape
    };
    quote!({
        use #private::UnknownShape as _;
        #shape
    })
}

/// `.in_section("…")`. A set of words is in the section of its owner.
fn section(name: &str) -> Option<TokenStream> {
    let owner = name.split('.').next().unwrap_or(name);
    let section = facts::section(owner)?;
    Some(quote!(.in_section(#section)))
}

fn fields_of(fields: &[Field]) -> impl Iterator<Item = &Param> {
    fields.iter().filter_map(|field| match field {
        Field::Param(param) => Some(&**param),
        Field::Skipped { .. } | Field::Base(_) | Field::Rest(_) => None,
    })
}

fn members<'p>(
    params: impl Iterator<Item = &'p Param>,
    place: Place,
    facts: Option<Members<'_>>,
    krate: &TokenStream,
    private: &TokenStream,
) -> TokenStream {
    let members = params.map(|param| {
        let doc = text(&param.docs);
        let shape = match &param.api_type {
            ApiType::Listed(TypeExpr::True, _) => quote!(|| #private::Shape::True),
            _ => asked(param, place, krate, None, "shape").0,
        };
        let facts = facts.as_ref().and_then(|facts| facts.field(&param.name));
        let values = facts.and_then(|facts| values(facts, private));
        let may_grow = values.is_some() && facts.is_some_and(|facts| facts.hedged);
        member(&doc, &shape, values.as_ref(), may_grow, private)
    });
    quote!(&[#(#members),*])
}

fn member(
    doc: &TokenStream,
    shape: &TokenStream,
    values: Option<&TokenStream>,
    may_grow: bool,
    private: &TokenStream,
) -> TokenStream {
    quote!(#private::Member { doc: #doc, shape: #shape, values: &[#values], may_grow: #may_grow })
}

/// The values that the page lists for a field, with commas between them.
fn values(facts: &FieldFacts, private: &TokenStream) -> Option<TokenStream> {
    let values = facts.values.iter().map(|value| match facts.ty {
        TypeExpr::Integer(_) => {
            let value = Literal::i128_unsuffixed(value.parse().ok()?);
            Some(quote!(#private::Literal::Int(#value)))
        }
        TypeExpr::String => Some(quote!(#private::Literal::Text(#value))),
        _ => None,
    });
    let values = values.collect::<Option<Vec<_>>>()?;
    (!values.is_empty()).then(|| quote!(#(#values),*))
}

fn variant(definition: &Definition, variant: &Variant, private: &TokenStream) -> TokenStream {
    let doc = text(definition.docs.of_variant(&variant.ident));
    let shape = union::content(definition, variant, "shape");
    member(&doc, &shape, None, false, private)
}

/// The whole text of a documentation, a line for each attribute. It may come from a macro, as in
/// `#[doc = include_str!("…")]`.
fn text(docs: &[Attribute]) -> TokenStream {
    let mut lines = docs.iter().filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) => Some(&pair.value),
        _ => None,
    });
    let Some(first) = lines.next() else {
        return quote!("");
    };
    quote!(::core::concat!(#first #(, "\n", #lines)*))
}

impl Docs {
    /// The documentation of a variant.
    fn of_variant(&self, ident: &Ident) -> &[Attribute] {
        let mut variants = self.variants.iter();
        let found = variants.find(|(variant, _)| variant == ident);
        found.map_or(&[], |(_, docs)| docs)
    }
}
