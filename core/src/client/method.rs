//! A method of the Bot API, as the type system sees it.

use serde::de::DeserializeOwned;

use crate::json::decode::{ReadResult, Reading, read_serde};
use crate::json::encode;
use crate::schema::{MethodInfo, TypeInfo};
use crate::validate::ValidationError;
use crate::value::{FieldVisitor, Object};

/// A method of the Bot API. `#[telegram_method]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Bot API method",
    label = "not a Bot API method",
    note = "help: annotate it with `#[telegram_method(\"...\")]`"
)]
pub trait Method {
    /// The type of the result that the server answers with on success.
    type Response: FromResult;

    /// The method's name and parameters.
    const INFO: &'static MethodInfo;

    /// What reads the result, if not its `serde::Deserialize`. Types of the Bot API are read by the
    /// engine that is compiled in core, and not once more in every program.
    #[doc(hidden)]
    const READ: Reading<Self::Response> = None;

    /// Visits the parameters that are set, with their indices in [`INFO`](Self::INFO)`.params()`.
    #[doc(hidden)]
    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>);

    /// Checks every rule that can be checked without the server. Nothing is sent.
    ///
    /// # Errors
    ///
    /// All violations at once, not only the first.
    fn validate(&self) -> Result<(), ValidationError>
    where
        Self: Sized,
    {
        encode::check(&Parameters(self))
    }
}

impl<M: Method + ?Sized> Method for &M {
    type Response = M::Response;

    const INFO: &'static MethodInfo = M::INFO;

    const READ: Reading<Self::Response> = M::READ;

    fn visit_fields<'a>(&'a self, visit: &mut FieldVisitor<'_, 'a>) {
        (**self).visit_fields(visit);
    }
}

/// A method as the engine sees it: the object that a call sends.
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

/// A type that a method's result can be decoded into: anything that is `serde::Deserialize` and
/// owns what it holds.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be decoded from a Bot API result",
    label = "not a result type",
    note = "help: derive `serde::Deserialize` for it, or use `#[telegram_type]`",
    note = "[telegrammar::diagnostics C06]"
)]
pub trait FromResult: Sized + Send + 'static {
    /// What reads a value by its `serde::Deserialize`. This is all that is compiled for each result
    /// type: the envelope around it is not.
    #[doc(hidden)]
    const READ: ReadResult<Self>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + Send + 'static> FromResult for T {
    const READ: ReadResult<Self> = read_serde;
}

/// Returns what reads the result of `M`. The choice is made by the compiler, so that the way not
/// taken is not in the program.
pub(super) fn reader<M: Method>() -> ReadResult<M::Response> {
    const {
        match M::READ {
            Some(read) => read,
            None => <M::Response as FromResult>::READ,
        }
    }
}
