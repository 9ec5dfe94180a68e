//! A method of the Bot API, as the type system sees it.

use serde::de::DeserializeOwned;

use crate::info::MethodInfo;
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
    /// Reads one value from the start of `json`, and tells how many bytes of it that were.
    ///
    /// This is all that is compiled for each result type: the envelope around it is not.
    #[doc(hidden)]
    fn decode(json: &str) -> Result<(Self, usize), serde_json::Error>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned + Send + 'static> FromResult for T {
    fn decode(json: &str) -> Result<(Self, usize), serde_json::Error> {
        let mut values = serde_json::Deserializer::from_str(json).into_iter();
        match values.next() {
            Some(value) => Ok((value?, values.byte_offset())),
            None => Err(serde::de::Error::custom("there is no value")),
        }
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
