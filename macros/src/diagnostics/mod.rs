//! Errors and warnings about a definition. Here: one diagnostic, its code, and the sink that
//! collects the diagnostics of all passes. Not here: their texts (`messages`).

mod code;

pub(crate) use code::Code;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

/// One message about a definition, at the tokens that are wrong.
#[derive(Clone, Debug)]
pub(crate) struct Diagnostic {
    pub(crate) code: Code,
    pub(crate) start: Span,
    pub(crate) end: Span,
    pub(crate) head: String,
    pub(crate) help: Option<String>,
    pub(crate) note: Option<String>,
}

impl Diagnostic {
    /// Creates a diagnostic with only a head, which underlines all tokens of `at`.
    pub(crate) fn new(code: Code, at: impl ToTokens, head: impl Into<String>) -> Self {
        let mut spans = at.into_token_stream().into_iter().map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::call_site);
        let end = spans.last().unwrap_or(start);
        Self {
            code,
            start,
            end,
            head: head.into(),
            help: None,
            note: None,
        }
    }

    /// Creates a diagnostic at one span.
    pub(crate) fn at(code: Code, span: Span, head: impl Into<String>) -> Self {
        Self {
            code,
            start: span,
            end: span,
            head: head.into(),
            help: None,
            note: None,
        }
    }

    /// Sets the help: what to type instead.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Sets the note: the reason.
    pub(crate) fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Returns the whole text, as the compiler prints it after `error: `.
    pub(crate) fn text(&self) -> String {
        let mut text = self.head.clone();
        if let Some(help) = &self.help {
            text.push_str("\n= help: ");
            text.push_str(help);
        }
        text.push_str("\n= note: ");
        if let Some(note) = &self.note {
            text.push_str(note);
            text.push(' ');
        }
        text.push_str("[telegrammar::diagnostics ");
        text.push_str(self.code.name());
        text.push(']');
        text
    }

    /// Returns the tokens that report it, as an item or an expression.
    fn error(&self) -> TokenStream {
        let text = self.text();
        let path = quote_spanned!(self.start=> ::core::compile_error!);
        let argument = quote_spanned!(self.end=> { #text });
        quote_spanned!(self.start=> #path #argument)
    }

    /// On stable Rust, the only warning that a macro can cause is the use of a deprecated item. The
    /// item's name is displayed, and looks like a lint.
    fn warning(&self) -> TokenStream {
        let name = Ident::new(self.code.lint(), self.start);
        let text = self.text();
        quote_spanned! {self.start=>
            const _: () = {
                #[deprecated(note = #text)]
                #[allow(non_upper_case_globals)]
                const #name: () = ();
                #name
            };
        }
    }
}

/// Returns the line and column of a span.
fn position(span: Span) -> (usize, usize) {
    #[cfg(test)]
    let position = (span.start().line, span.start().column);
    // Without a compiler there are no positions: where `fuzz` calls this.
    #[cfg(not(test))]
    let position = if proc_macro::is_available() {
        (span.unwrap().line(), span.unwrap().column())
    } else {
        (0, 0)
    };
    position
}

/// Collects the diagnostics of all passes.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    pub(crate) errors: Vec<Diagnostic>,
    pub(crate) warnings: Vec<Diagnostic>,
    /// The first error is reported by the type that it stands for.
    is_first_a_type: bool,
}

impl Diagnostics {
    pub(crate) fn error(&mut self, diagnostic: Diagnostic) {
        self.errors.push(diagnostic);
    }

    pub(crate) fn warn(&mut self, diagnostic: Diagnostic) {
        self.warnings.push(diagnostic);
    }

    /// Adds an error of the syntax parser unchanged.
    pub(crate) fn syntax(&mut self, error: &syn::Error) {
        let head = error.to_string();
        let head = head.trim_start_matches("unexpected end of input, ");
        self.error(Diagnostic::at(Code::Syntax, error.span(), head));
    }

    /// Adds all diagnostics of another sink.
    pub(crate) fn append(&mut self, other: Self) {
        self.errors.extend(other.errors);
        self.warnings.extend(other.warnings);
    }

    /// Returns the diagnostics to report, in source order. Warnings are reported only if there is
    /// no error.
    pub(crate) fn reported(&self) -> Vec<&Diagnostic> {
        let reported = if self.has_errors() {
            &self.errors
        } else {
            &self.warnings
        };
        let mut reported: Vec<_> = reported.iter().collect();
        reported.sort_by_key(|diagnostic| position(diagnostic.start));
        reported
    }

    /// Returns a type for one that is unknown because of an error. The type reports the first
    /// error, so to the compiler it is erroneous, and whatever uses it causes no further error.
    pub(crate) fn as_type(&mut self) -> Option<TokenStream> {
        let error = self.has_errors().then(|| self.reported())?.first()?.error();
        self.is_first_a_type = true;
        // In the place of a type, the macro would be replaced by `()`.
        Some(quote!(::core::marker::PhantomData<[::core::primitive::u8; #error]>))
    }

    pub(crate) fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }
}

impl ToTokens for Diagnostics {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let is_broken = self.has_errors();
        let reported = self.reported().into_iter();
        let reported = reported.skip(usize::from(self.is_first_a_type));
        tokens.extend(reported.map(|diagnostic| {
            if is_broken {
                diagnostic.error()
            } else {
                diagnostic.warning()
            }
        }));
    }
}
