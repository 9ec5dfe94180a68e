//! Places that a decoded value goes into. The counterpart of [`Param`](crate::Param).

use crate::value::object::{Keeper, Object, Union, Word};

/// A place for one decoded value, by what it takes.
#[non_exhaustive]
pub enum Target<'a> {
    /// A JSON boolean.
    Bool(&'a mut bool),
    /// An integer of 64 bits.
    Int(&'a mut i64),
    /// An integer of another width.
    Integer(&'a mut dyn Integer),
    /// A floating-point number.
    Float(&'a mut f64),
    /// A floating-point number of 32 bits.
    Float32(&'a mut f32),
    /// A text.
    Text(&'a mut String),
    /// A word out of a closed set.
    Word(&'a mut dyn Word),
    /// A list.
    List(&'a mut dyn ListSlot),
    /// An object.
    Object(&'a mut dyn Object),
    /// One of several objects.
    Union(&'a mut dyn Union),
    /// What an object does not know.
    Keeper(&'a mut dyn Keeper),
    /// Anything, through the type's own `serde::Deserialize`.
    Json(&'a mut dyn JsonSlot),
}

impl Target<'_> {
    /// What is expected, for an error.
    pub(crate) fn expected(&self) -> &'static str {
        match self {
            Self::Bool(_) => "a Boolean",
            Self::Int(_) | Self::Integer(_) => "an Integer",
            Self::Float(_) | Self::Float32(_) => "a Float",
            Self::Text(_) | Self::Word(_) => "a String",
            Self::List(_) => "an Array",
            Self::Object(object) => object.info().name,
            Self::Union(union) => union.info().name,
            Self::Keeper(_) | Self::Json(_) => "a JSON value",
        }
    }
}

/// A type that a field of the Bot API can be decoded into.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a Bot API type",
    label = "not a field type",
    note = "help: annotate it with `#[telegram_type]`, or derive serde's traits and `Default` for it and name it in `telegrammar::field!`",
    note = "[telegrammar::diagnostics T11]"
)]
pub trait Slot {
    /// A value without content, to be filled. It is not seen by anyone if filling it fails.
    fn blank() -> Self
    where
        Self: Sized;

    /// Makes room for a value.
    fn open(&mut self) -> Target<'_>;
}

/// A list that is being filled.
pub trait ListSlot {
    /// Appends an item without content, and makes room for it.
    fn push(&mut self) -> Option<Target<'_>>;
}

/// An integer of any width.
pub trait Integer {
    /// Takes the value if it fits.
    fn set(&mut self, value: i128) -> bool;
}

/// A type that reads itself.
pub trait JsonSlot {
    /// Takes the value.
    ///
    /// # Errors
    ///
    /// The error of the type's own `Deserialize`.
    fn set(&mut self, value: serde_json::Value) -> Result<(), serde_json::Error>;
}

impl<T: serde::de::DeserializeOwned> JsonSlot for T {
    fn set(&mut self, value: serde_json::Value) -> Result<(), serde_json::Error> {
        *self = serde_json::from_value(value)?;
        Ok(())
    }
}

macro_rules! scalars {
    ($($type:ty => $variant:ident;)+) => {$(
        impl Slot for $type {
            #[inline]
            fn blank() -> Self {
                Self::default()
            }

            #[inline]
            fn open(&mut self) -> Target<'_> {
                Target::$variant(self)
            }
        }
    )+};
}

scalars! {
    bool => Bool;
    i64 => Int;
    f64 => Float;
    f32 => Float32;
    String => Text;
}

macro_rules! integers {
    ($($type:ty)+) => {$(
        impl Slot for $type {
            #[inline]
            fn blank() -> Self {
                0
            }

            #[inline]
            fn open(&mut self) -> Target<'_> {
                Target::Integer(self)
            }
        }

        impl Integer for $type {
            fn set(&mut self, value: i128) -> bool {
                match Self::try_from(value) {
                    Ok(value) => {
                        *self = value;
                        true
                    }
                    Err(_) => false,
                }
            }
        }
    )+};
}

integers!(i8 i16 i32 i128 u8 u16 u32 u64);

impl<T: Slot> Slot for Option<T> {
    #[inline]
    fn blank() -> Self {
        None
    }

    #[inline]
    fn open(&mut self) -> Target<'_> {
        // Unlike `insert`, this brings no code that drops what was there.
        self.get_or_insert_with(T::blank).open()
    }
}

impl<T: Slot> Slot for Box<T> {
    #[inline]
    fn blank() -> Self {
        // The room first: what comes after brings no code that drops a `T`.
        Box::write(Self::new_uninit(), T::blank())
    }

    #[inline]
    fn open(&mut self) -> Target<'_> {
        (**self).open()
    }
}

impl<T: Slot> Slot for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    #[inline]
    fn open(&mut self) -> Target<'_> {
        Target::List(self)
    }
}

impl<T: Slot> ListSlot for Vec<T> {
    fn push(&mut self) -> Option<Target<'_>> {
        Vec::push(self, T::blank());
        self.last_mut().map(Slot::open)
    }
}

/// Makes a type that implements serde's traits and `Default` a field of Bot API types and a
/// parameter of methods.
#[macro_export]
macro_rules! field {
    ($type:ty) => {
        $crate::field!($type: Object);
    };
    ($type:ty: $($kind:ident),+) => {
        $crate::param!($type: $($kind),+);

        impl $crate::Slot for $type {
            fn blank() -> Self {
                ::core::default::Default::default()
            }

            fn open(&mut self) -> $crate::Target<'_> {
                $crate::Target::Json(self)
            }
        }
    };
}
