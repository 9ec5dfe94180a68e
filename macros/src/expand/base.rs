//! The base of a definition: its fields are the first ones of the table, and are visited and decoded
//! in place.

use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;

use crate::model::{Field, Inner, Param, Relation, base, rest};
use crate::spans::{associated, at, places, without_lifetimes};

/// A base, and how the generated code refers to it.
#[derive(Clone, Copy)]
pub(super) struct Base<'a> {
    inner: &'a Inner,
    krate: &'a TokenStream,
    is_method: bool,
}

impl<'a> Base<'a> {
    /// The base of a method.
    pub(super) fn of_method(fields: &'a [Field], krate: &'a TokenStream) -> Option<Self> {
        Self::of(fields, krate, true)
    }

    /// The base of a type.
    pub(super) fn of_type(fields: &'a [Field], krate: &'a TokenStream) -> Option<Self> {
        Self::of(fields, krate, false)
    }

    fn of(fields: &'a [Field], krate: &'a TokenStream, is_method: bool) -> Option<Self> {
        base(fields).map(|inner| Self {
            inner,
            krate,
            is_method,
        })
    }

    /// An item of the trait that the base must implement.
    pub(super) fn item(self, name: &str) -> TokenStream {
        associated(&self.inner.ty, self.krate, self.question(), name)
    }

    /// Its type.
    pub(super) fn ty(self) -> &'a Type {
        &self.inner.ty
    }

    fn question(self) -> &'static str {
        if self.is_method {
            "FlattenedMethod"
        } else {
            "FlattenedType"
        }
    }

    /// The call of a function of that trait with the base of `receiver`.
    pub(super) fn call(
        self,
        name: &str,
        borrow: &TokenStream,
        receiver: &Ident,
        more: &TokenStream,
    ) -> TokenStream {
        let (function, ident) = (self.item(name), &self.inner.ident);
        quote!(#function(#borrow #receiver.#ident #more))
    }

    /// The number of its fields.
    pub(super) fn count(self) -> TokenStream {
        let info = self.item("INFO");
        let fields = self.fields();
        quote!(#info.#fields.len())
    }

    fn fields(self) -> TokenStream {
        if self.is_method {
            quote!(parameters.fields)
        } else {
            quote!(fields)
        }
    }

    /// An item of that trait, in a constant outside of the definition.
    pub(super) fn constant(self, name: &str) -> TokenStream {
        let ty = without_lifetimes(&self.inner.ty);
        associated(ty, self.krate, self.question(), name)
    }

    /// The visit of its fields, and the index of the first field of the definition if it has any.
    pub(super) fn visit(self, receiver: &Ident, has_own: bool) -> TokenStream {
        let visit = if self.is_method {
            self.call("visit_fields", &quote!(&), receiver, &quote!(, __visit))
        } else {
            let more = quote!(, Self::INFO, __visit);
            self.call("visit_base", &quote!(&), receiver, &more)
        };
        let own = has_own.then(|| self.own());
        quote!(#visit; #own)
    }

    /// The variable that [`index`] refers to.
    pub(super) fn own(self) -> TokenStream {
        let count = self.count();
        quote!(let __own = #count;)
    }

    /// The description of the base as that of an object, in a constant.
    fn object(self) -> TokenStream {
        let info = self.constant("INFO");
        if self.is_method {
            quote!(&#info.parameters)
        } else {
            info
        }
    }

    /// The constants `__BASE` and `__FIELDS`, which the description of the definition refers to.
    pub(super) fn tables(self, entries: &[TokenStream]) -> TokenStream {
        let private = self.private();
        let (object, count) = (self.object(), Literal::usize_unsuffixed(entries.len()));
        quote! {
            const __BASE: &#private::TypeInfo = #object;
            const __FIELDS: &[#private::FieldInfo] =
                &#private::joined::<{ #private::joined_count(__BASE, #count) }>(
                    __BASE,
                    &[#(#entries,)*],
                );
        }
    }

    /// `.with_more_relations(…)`, which refers to `__BASE`; empty if there are none.
    pub(super) fn relations(self, own: &[TokenStream]) -> TokenStream {
        if own.is_empty() {
            return quote!();
        }
        let private = self.private();
        let count = Literal::usize_unsuffixed(own.len());
        quote! {
            .with_more_relations({
                const __RELATIONS: &[#private::Relation] =
                    &#private::joined_relations::<{ __BASE.relations.len() + #count }>(
                        __BASE.relations,
                        &[#(#own),*],
                    );
                __RELATIONS
            })
        }
    }

    /// Checks that need the description of the base. `name` is that of a listed definition.
    pub(super) fn assertions<'p>(
        self,
        name: Option<&str>,
        params: impl Iterator<Item = &'p Param>,
        fields: &[Field],
        relations: &[Relation],
    ) -> TokenStream {
        let (object, private) = (self.object(), self.private());
        let check = |(start, end): (Span, Span), function: &str, more: TokenStream| {
            let private = at(&private, start);
            let function = Ident::new(function, start);
            let mut arguments = Group::new(Delimiter::Parenthesis, quote!(#object #more));
            arguments.set_span(end);
            let path = quote_spanned!(start=> #private::#function);
            quote!(const _: () = #path #arguments;)
        };
        let named = name.map(|name| check(places(&self.inner.ty), "check_base", quote!(, #name)));
        let params: Vec<_> = params.collect();
        let count = Literal::usize_unsuffixed(params.len());
        let counted = check(places(&self.inner.ty), "check_count", quote!(, #count));
        let members = params.into_iter().map(|param| {
            let name = &param.name;
            check(places(&param.ident), "check_member", quote!(, #name))
        });
        let rest = rest(fields).map(|rest| check(places(&rest.ident), "check_rest", quote!()));
        let constrained = relations.iter().flat_map(|relation| match relation {
            Relation::OneOf(_, of_base) => of_base.as_slice(),
            Relation::AnyOf(_) | Relation::Implies(..) => &[],
        });
        let constrained = constrained.map(|ident| {
            let name = ident.unraw().to_string();
            check(places(ident), "check_constrained", quote!(, #name))
        });
        quote!(#named #counted #(#members)* #rest #(#constrained)*)
    }

    /// The value of an object with this base.
    pub(super) fn whole_value(self) -> TokenStream {
        let this = Ident::new("self", Span::call_site());
        self.call("whole_value", &quote!(&), &this, &quote!(, self))
    }

    fn private(self) -> TokenStream {
        let krate = self.krate;
        quote!(#krate::__private)
    }
}

/// The index of a field in the table, where `__own` is that of the first one of a definition with a
/// base.
pub(super) fn index(position: usize, base: Option<Base<'_>>) -> TokenStream {
    let position = Literal::usize_unsuffixed(position);
    if base.is_some() {
        quote!(__own + #position)
    } else {
        quote!(#position)
    }
}

/// The targets of what is no field of the definition itself: the unknown members, and the fields of
/// the base.
pub(super) fn other_target(
    base: Option<Base<'_>>,
    rest: Option<&Inner>,
    krate: &TokenStream,
    receiver: &Ident,
) -> TokenStream {
    let private = quote!(#krate::__private);
    let stored = rest.map(|rest| {
        let function = associated(&rest.ty, krate, "RestField", "rest_target");
        let ident = &rest.ident;
        quote! {
            if __index == #private::TypeInfo::UNKNOWN {
                return #private::Option::Some(#function(&mut #receiver.#ident));
            }
        }
    });
    let inherited = base.map(|base| {
        let own = base.own();
        let unknown = rest
            .is_none()
            .then(|| quote!(|| __index == #private::TypeInfo::UNKNOWN));
        let target = base.call("base_target", &quote!(&mut), receiver, &quote!(, __index));
        quote! {
            #own
            if __index < __own #unknown {
                return #target;
            }
        }
    });
    quote!(#stored #inherited)
}
