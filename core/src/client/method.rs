//! The trait that every Bot API method implements.

use serde::de::DeserializeOwned;

use crate::json::decode::{ReadResult, Reading, read_serde};
use crate::json::encode;
#[cfg(feature = "openapi")]
use crate::schema::MethodDefinition;
use crate::schema::{MethodInfo, TypeInfo};
use crate::type_check::FlattenedMethod;
use crate::validate::ValidationError;
use crate::value::{FieldVisitor, Object};

/// A method of the Bot API. `#[telegram_method]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Bot API method",
    label = "not a Bot API method",
    note = "help: annotate it with `#[telegram_method(\"...\")]`"
)]
pub trait Method {
    /// The type of the result.
    type Response: FromResult;

    /// The method's name and parameters.
    const INFO: &'static MethodInfo;

    /// The function that decodes the result, if it is not `serde::Deserialize`. Types of the Bot
    /// API are decoded by the decoder in this crate, which is not compiled again in every program.
    #[doc(hidden)]
    const READ: Reading<Self::Response> = None;

    /// Visits the parameters that are set, with their indices in [`INFO`](Self::INFO)`.params()`.
    #[doc(hidden)]
    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>);

    /// Checks every rule that can be checked without the server. Nothing is sent.
    ///
    /// # Errors
    ///
    /// All violations, not only the first.
    fn validate(&self) -> Result<(), ValidationError>
    where
        Self: Sized,
    {
        encode::check_call(&Parameters(self))
    }

    /// The rest of the definition, for documents.
    #[cfg(feature = "openapi")]
    #[doc(hidden)]
    #[must_use]
    fn definition() -> &'static MethodDefinition {
        MethodDefinition::UNKNOWN
    }
}

impl<M: Method + ?Sized> Method for &M {
    type Response = M::Response;

    const INFO: &'static MethodInfo = M::INFO;

    const READ: Reading<Self::Response> = M::READ;

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        (**self).visit_fields(visit);
    }

    #[cfg(feature = "openapi")]
    fn definition() -> &'static MethodDefinition {
        M::definition()
    }
}

#[diagnostic::do_not_recommend]
impl<M: Method> FlattenedMethod for M {
    const INFO: &'static MethodInfo = <M as Method>::INFO;

    #[inline]
    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        Method::visit_fields(self, visit);
    }

    #[cfg(feature = "openapi")]
    fn definition() -> &'static MethodDefinition {
        <M as Method>::definition()
    }
}

/// Adapter that presents the parameters of a method as an [`Object`].
pub struct Parameters<'m, M>(pub &'m M);

impl<M: Method> Object for Parameters<'_, M> {
    fn info(&self) -> &'static TypeInfo {
        &M::INFO.parameters
    }

    #[inline]
    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        self.0.visit_fields(visit);
    }
}

/// A type that the result of a method can be decoded into: any type that implements
/// `serde::Deserialize` and owns its data.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from a Bot API result",
    label = "not a result type",
    note = "help: derive `serde::Deserialize` for it, or use `#[telegram_type]`",
    note = "[telegrammar::diagnostics C06]"
)]
pub trait FromResult: Sized + Send + 'static {
    /// The function that decodes a value with `serde::Deserialize`. This is all that is compiled
    /// for each result type: the envelope is not.
    #[doc(hidden)]
    const READ: ReadResult<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + Send + 'static> FromResult for T {
    const READ: ReadResult<Self> = read_serde;
}

/// Returns the function that decodes the result of `M`. The compiler makes the choice, so the other
/// function is not part of the program.
pub(super) fn reader<M: Method>() -> ReadResult<M::Response> {
    const {
        match M::READ {
            Some(read) => read,
            None => <M::Response as FromResult>::READ,
        }
    }
}
