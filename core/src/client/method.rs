//! A method of the Bot API, as the type system sees it.

use serde::de::DeserializeOwned;

use crate::schema::MethodInfo;
use crate::validate::{self, Invalid};
use crate::value::Param;

/// A method of the Bot API. `#[telegram_method]` implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a Bot API method",
    label = "not a Bot API method",
    note = "help: annotate it with `#[telegram_method(\"...\")]`"
)]
pub trait Method {
    /// What the server answers with on success.
    type Response: FromResult;

    /// The method's name and parameters.
    const INFO: &'static MethodInfo;

    /// How the result is read, if not by its `serde::Deserialize`. Types of the Bot API are read by
    /// the engine that is compiled in core, and not once more in every program.
    #[doc(hidden)]
    const READ: Reading<Self::Response> = None;

    /// The parameter at `index` of [`INFO`](Self::INFO)`.params`; nothing past its end.
    fn param(&self, index: usize) -> Option<&dyn Param>;

    /// Checks every rule that is known from the arguments alone. Nothing is sent.
    ///
    /// # Errors
    ///
    /// All violations at once, not only the first.
    fn validate(&self) -> Result<(), Invalid>
    where
        Self: Sized,
    {
        validate::validate(Self::INFO, self)
    }
}

impl<M: Method + ?Sized> Method for &M {
    type Response = M::Response;

    const INFO: &'static MethodInfo = M::INFO;

    const READ: Reading<Self::Response> = M::READ;

    fn param(&self, index: usize) -> Option<&dyn Param> {
        (**self).param(index)
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
    /// Reads a value. This is all that is compiled for each result type: the envelope around it is
    /// not.
    #[doc(hidden)]
    fn decode(json: &str) -> Result<Self, serde_json::Error>;
}

/// Reads a value from JSON that holds nothing else.
pub(crate) type Read<R> = fn(json: &str) -> Result<R, serde_json::Error>;

/// What reads a result instead of its `serde::Deserialize`, if anything does.
pub type Reading<R> = Option<Read<R>>;

/// What reads the result of `M`. The choice is made by the compiler, so that the way not taken is
/// not in the program.
pub(crate) fn reader<M: Method>() -> Read<M::Response> {
    const {
        match M::READ {
            Some(read) => read,
            None => M::Response::decode,
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + Send + 'static> FromResult for T {
    fn decode(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }
}

/// The parameters of a call, without its type: what the engine works on.
pub(crate) trait Arguments {
    /// The parameter at `index`; nothing past the end.
    fn argument(&self, index: usize) -> Option<&dyn Param>;
}

impl<M: Method> Arguments for M {
    fn argument(&self, index: usize) -> Option<&dyn Param> {
        self.param(index)
    }
}
