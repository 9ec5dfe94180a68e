//! Lists of methods: what documents are made of, and what can be called by name.

use std::any::type_name;
use std::fmt;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;

use super::call::{self, CallByName};
use super::json::Json;
use super::schema::whole;
use crate::schema::{MethodDefinition, MethodInfo, Shape};
use crate::value::Param;
use crate::{Method, methods, types};

/// A list of methods, in the order of a document.
///
/// ```
/// use telegrammar::openapi::Methods;
/// use telegrammar::telegram_method;
///
/// /// Sets the name of a dog.
/// #[telegram_method("setDogName", unlisted, returns = bool)]
/// struct SetDogName {
///     /// The new name.
///     #[telegram(len = 1..=32)]
///     name: String,
/// }
///
/// let methods = Methods::bot_api().with::<SetDogName>();
/// assert!(methods.iter().any(|method| method.name() == "setDogName"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Methods {
    entries: Vec<MethodEntry>,
    types: Vec<fn() -> Shape>,
    is_bot_api: bool,
}

/// A method of a list.
#[derive(Clone, Copy)]
pub struct MethodEntry {
    type_name: fn() -> &'static str,
    info: &'static MethodInfo,
    definition: fn() -> &'static MethodDefinition,
    /// The function that calls it, if it is more than documented.
    pub(super) call: Option<CallByName>,
}

impl Methods {
    /// Creates an empty list.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns all methods of the Bot API, in the order of its page. A method with two results is two
    /// structs of one name.
    #[must_use]
    pub fn bot_api() -> Self {
        bot_api().clone()
    }

    /// Adds a method. It replaces those of its name that are of another crate or module: a definition
    /// of your own knows better than that of the Bot API.
    #[must_use]
    pub fn with<M: Method + DeserializeOwned>(self) -> Self {
        self.with_entry(MethodEntry::of::<M>())
    }

    /// Adds a method to documents only, as [`with`](Self::with) does: one that borrows its parameters
    /// cannot be made from JSON, and so is not called by name.
    #[must_use]
    pub fn with_documented<M: Method>(self) -> Self {
        self.with_entry(MethodEntry::documented::<M>())
    }

    fn with_entry(mut self, entry: MethodEntry) -> Self {
        let module = |entry: &MethodEntry| module(entry.full_name());
        let place = |known: &MethodEntry| known.name() == entry.name();
        let first = self.entries.iter().position(place);
        self.entries.retain(|known| {
            known.name() != entry.name()
                || (module(known) == module(&entry) && known.full_name() != entry.full_name())
        });
        let same = |known: &MethodEntry| known.name() == entry.name();
        match (self.entries.iter().rposition(same), first) {
            (Some(last), _) => self.entries.insert(last + 1, entry),
            (None, Some(first)) => self.entries.insert(first, entry),
            (None, None) => self.entries.push(entry),
        }
        self
    }

    /// Adds a type that is received but belongs to no method, for [`schema`](Self::schema).
    #[must_use]
    pub fn with_type<T: Param>(mut self) -> Self {
        self.types.push(T::shape);
        self
    }

    /// Keeps only the methods whose names fulfil a condition.
    #[must_use]
    pub fn only(mut self, is_kept: impl Fn(&str) -> bool) -> Self {
        self.entries.retain(|entry| is_kept(entry.name()));
        self
    }

    /// Returns the methods. Several structs of one name follow each other.
    pub fn iter(&self) -> impl Iterator<Item = &MethodEntry> {
        self.entries.iter()
    }

    /// Returns the methods with this name on the wire; empty if there is none.
    pub fn named(&self, name: &str) -> impl Iterator<Item = &MethodEntry> {
        self.entries
            .iter()
            .filter(move |entry| entry.name() == name)
    }

    /// Returns the JSON Schema (2020-12) of all types and methods of the list, under `$defs`. If an
    /// [`Update`](types::Update) is among them, the whole schema is that of an update.
    #[must_use]
    pub fn schema(&self) -> Json {
        whole::schema(self)
    }

    pub(super) fn without_types(mut self) -> Self {
        self.types.clear();
        self
    }

    pub(super) fn types(&self) -> &[fn() -> Shape] {
        &self.types
    }

    pub(super) fn is_bot_api(&self) -> bool {
        self.is_bot_api
    }
}

impl MethodEntry {
    fn of<M: Method + DeserializeOwned>() -> Self {
        Self {
            call: Some(call::by_name::<M>),
            ..Self::documented::<M>()
        }
    }

    fn documented<M: Method>() -> Self {
        Self {
            type_name: type_name::<M>,
            info: M::INFO,
            definition: M::definition,
            call: None,
        }
    }

    /// Returns the method's name on the wire.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.info.name()
    }

    /// Returns the description: parameters, rules, class.
    #[must_use]
    pub fn info(&self) -> &'static MethodInfo {
        self.info
    }

    /// Returns the rest of the definition: documentation, forms of parameters and result.
    #[must_use]
    pub fn definition(&self) -> &'static MethodDefinition {
        (self.definition)()
    }

    /// Returns the name of the struct, such as `GetUserProfilePhotos`.
    #[must_use]
    pub fn struct_name(&self) -> &'static str {
        let path = self.full_name().split('<').next().unwrap_or_default();
        path.rsplit("::").next().unwrap_or(path)
    }

    pub(super) fn full_name(&self) -> &'static str {
        (self.type_name)()
    }
}

impl fmt::Debug for MethodEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("MethodEntry")
            .field(&self.full_name())
            .finish()
    }
}

/// All methods of the Bot API.
pub(super) fn bot_api() -> &'static Methods {
    static ALL: LazyLock<Methods> = LazyLock::new(all);
    &ALL
}

/// The path of the module that a type is in.
fn module(full_name: &str) -> &str {
    let path = full_name.split('<').next().unwrap_or_default();
    path.rsplit_once("::").map_or("", |(module, _)| module)
}

macro_rules! list {
    (methods: $($name:ident)+) => {
        fn all() -> Methods {
            Methods {
                entries: vec![$(MethodEntry::of::<methods::$name>(),)+],
                types: vec![
                    <types::Update as Param>::shape,
                    <types::ResponseParameters as Param>::shape,
                ],
                is_bot_api: true,
            }
        }
    };
}

telegrammar_macros::listed!(list! methods);
