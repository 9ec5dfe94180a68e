//! What an erroneous definition refers to instead of types and values that are unknown.

/// Placeholder for the result type of an erroneous definition.
#[doc(hidden)]
#[derive(Debug)]
pub enum Undeclared {}

impl<'de> serde::Deserialize<'de> for Undeclared {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        broken(deserializer)
    }
}

/// The body of `deserialize` for an erroneous definition. It never runs.
#[doc(hidden)]
pub fn broken<'de, D: serde::Deserializer<'de>, T>(_: D) -> Result<T, D::Error> {
    Err(serde::de::Error::custom("the definition has errors"))
}

/// The body of a function that creates a value of an erroneous definition. It never runs.
#[doc(hidden)]
#[must_use]
pub fn undeclared<T>() -> T {
    std::process::abort()
}
