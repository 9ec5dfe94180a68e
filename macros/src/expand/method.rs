//! `impl Method`: the description, and the visit of each parameter.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::ask::ask;
use super::base::{self, Base};
use super::question::Place;
use super::{description, relation, rule, uploads};
use crate::facts::TypeExpr;
use crate::model::{ApiType, Method, Param};
use crate::spans::at;
use crate::syntax::DefaultValue;

pub(super) fn expand(method: &Method) -> TokenStream {
    let Method {
        krate,
        ident,
        name,
        response,
        ..
    } = method;
    let (impl_generics, ty_generics, where_clause) = method.generics.split_for_impl();
    let sound = || method.params().filter(|param| !param.is_broken);
    let entries: Vec<_> = sound().map(|param| entry(param, krate)).collect();
    let base = Base::of_method(&method.fields, krate);
    let relations =
        (!method.broken).then(|| relation::table(&method.relations, method.params(), base, krate));
    let class = class(method);
    let visits = visits(method);
    let read = read(method);
    let description = description::of_method(method);
    let private = quote!(#krate::__private);
    // The compiler displays this span in lists of methods: better the struct than the attribute.
    let head = quote!(impl #impl_generics #private::Method for #ident #ty_generics);
    let head = at(&head, ident.span());
    let info = match base {
        None => quote!(&#private::MethodInfo::new(#name, &[#(#entries,)*])#class #relations),
        Some(base) => {
            let tables = base.tables(&entries);
            let info = base.constant("INFO");
            quote!({
                #tables
                &#private::MethodInfo::new(#name, __FIELDS).with_base(#info)#class #relations
            })
        }
    };
    quote! {
        #[automatically_derived]
        #head #where_clause {
            type Response = #response;
            const INFO: &'static #private::MethodInfo = #info;
            #read
            #visits
            #description
        }
    }
}

/// The decoder of the result: its target if it has one, as all results of the Bot API do.
fn read(method: &Method) -> TokenStream {
    let krate = &method.krate;
    let private = quote!(#krate::__private);
    let read = if method.broken {
        return quote!();
    } else if method.says_response {
        quote!({
            use #private::ReadBySerde as _;
            #private::ReadByTarget::<Self::Response>::READ
        })
    } else {
        quote!(#private::Option::Some(#private::read_target))
    };
    quote!(const READ: #private::Reading<Self::Response> = #read;)
}

/// The class of the method: what a client may do with a call.
fn class(method: &Method) -> TokenStream {
    let repeatable = method.is_repeatable.then(|| quote!(.repeatable()));
    let long_poll = method.is_long_poll.then(|| quote!(.long_poll()));
    let uploads = if method.carries_files {
        quote!(.uploads())
    } else {
        uploads::of_method(method)
    };
    quote!(#repeatable #long_poll #uploads)
}

fn visits(method: &Method) -> TokenStream {
    let krate = &method.krate;
    let private = quote!(#krate::__private);
    // One `self` for the signature and all visits, with the hygiene of the user's code.
    let receiver = Ident::new("self", method.ident.span());
    let params: Vec<_> = method.params().filter(|param| !param.is_broken).collect();
    let base = Base::of_method(&method.fields, krate);
    let inherited = base.map(|base| base.visit(&receiver, !params.is_empty()));
    let visits = params.iter().enumerate().map(|(index, param)| {
        let index = base::index(index, base);
        visit(&index, param, Place::Parameter, krate, &receiver)
    });
    let visitor = if params.is_empty() && base.is_none() {
        quote!(_)
    } else {
        quote!(__visit)
    };
    quote! {
        #[inline]
        fn visit_fields<'__fields>(
            &'__fields #receiver,
            #visitor: &mut #private::FieldVisitor<'_, '__fields>,
        ) {
            #inherited
            #(#visits)*
        }
    }
}

/// The visit of one field.
pub(super) fn visit(
    index: &TokenStream,
    param: &Param,
    place: Place,
    krate: &TokenStream,
    receiver: &Ident,
) -> TokenStream {
    // A flag is unset when it is false.
    let function = if param.inner.is_some() {
        "visit_optional"
    } else if param.is_flag && !param.is_required {
        "visit_flag"
    } else {
        "visit"
    };
    let more = quote!(, #index, __visit);
    let visited = ask(param, place, krate, receiver, function, &quote!(&), &more);
    quote!(#visited;)
}

pub(super) fn entry(param: &Param, krate: &TokenStream) -> TokenStream {
    let Param { name, summary, .. } = param;
    let private = quote!(#krate::__private);
    let constructor = if param.is_required {
        quote!(required)
    } else {
        quote!(optional)
    };
    let kind = match &param.api_type {
        ApiType::Listed(ty, _) => kind(ty, &private),
        ApiType::Unlisted => quote!(#private::ApiType::Unlisted),
    };
    let rules = if param.rules.is_empty() {
        quote!()
    } else {
        let rules = param
            .rules
            .iter()
            .map(|rule| rule::expand(rule, param, &private));
        quote!(.rules(&[#(#rules),*]))
    };
    let default = param
        .default
        .as_ref()
        .and_then(|default| self::default(default, &private));
    quote!(#private::FieldInfo::#constructor(#name, #kind, #summary)#rules #default)
}

/// Returns the type as an `ApiType`.
pub(super) fn kind(ty: &TypeExpr, private: &TokenStream) -> TokenStream {
    let kind = match ty {
        TypeExpr::Integer(_) => quote!(Integer),
        TypeExpr::Float => quote!(Float),
        TypeExpr::String => quote!(String),
        TypeExpr::Boolean | TypeExpr::True => quote!(Boolean),
        TypeExpr::Ref("InputFile") => quote!(InputFile),
        TypeExpr::Ref(name) => quote!(Object(#name)),
        TypeExpr::Array(item) => {
            let item = self::kind(item, private);
            quote!(Array(&#item))
        }
        TypeExpr::OneOf(alternatives) if alternatives.contains(&TypeExpr::Ref("InputFile")) => {
            quote!(InputFile)
        }
        TypeExpr::OneOf(alternatives) if alternatives.contains(&TypeExpr::String) => quote!(ChatId),
        TypeExpr::OneOf(alternatives) => {
            let kinds = alternatives.iter().map(|ty| self::kind(ty, private));
            quote!(OneOf(&[#(#kinds),*]))
        }
    };
    quote!(#private::ApiType::#kind)
}

fn default(value: &DefaultValue, private: &TokenStream) -> Option<TokenStream> {
    let literal = match value {
        DefaultValue::Int(value) => {
            let value = Literal::i128_unsuffixed(*value);
            quote!(Int(#value))
        }
        DefaultValue::Float(value) => {
            let value = rule::float(*value);
            quote!(Float(#value))
        }
        DefaultValue::Bool(value) => quote!(Bool(#value)),
        DefaultValue::Text(value) => quote!(Text(#value)),
        DefaultValue::TooLarge | DefaultValue::Other => return None,
    };
    Some(quote!(.default(#private::Literal::#literal)))
}
