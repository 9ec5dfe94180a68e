//! Every method that can upload a file, with a file in every field that can contain one. The name
//! and the content of a file are those of its position.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use telegrammar::__private::send;
use telegrammar::schema::MethodInfo;
use telegrammar::{Bot, InputFile, Method, methods, types};
use telegrammar_macros::listed;

use super::list::{Members, Sending, method};
use crate::facts::{Facts, read};
use crate::sample::{Extent, Samples};

/// Sends a call with these parameters, after files have been set in them.
pub(crate) type Sender = dyn Fn(&Bot, &Members) -> Sending;

/// A call with files.
pub(crate) struct Upload {
    pub(crate) info: &'static MethodInfo,
    pub(crate) send: Box<Sender>,
}

/// How many unions may be inside of each other: blocks of a rich message contain blocks.
const DEPTH: usize = 3;

/// What values with files are made of.
#[derive(Clone, Copy)]
struct Maker<'a> {
    facts: &'a Facts,
    /// How many further unions may be inside.
    depth: usize,
}

/// A type that can contain files.
trait Files: Clone {
    /// Returns values with all files that they can contain, as many as there are alternatives. It
    /// returns none where unions are too deep inside of each other. A file itself is at `place`.
    fn all(maker: Maker<'_>, place: &'static str) -> Vec<Self>;
}

impl Files for InputFile {
    fn all(_: Maker<'_>, place: &'static str) -> Vec<Self> {
        vec![file(place)]
    }
}

fn file(place: &'static str) -> InputFile {
    InputFile::bytes(place).file_name(place)
}

impl<T: Files> Files for Option<T> {
    fn all(maker: Maker<'_>, place: &'static str) -> Vec<Self> {
        T::all(maker, place).into_iter().map(Some).collect()
    }
}

impl<T: Files> Files for Box<T> {
    fn all(maker: Maker<'_>, place: &'static str) -> Vec<Self> {
        T::all(maker, place).into_iter().map(Self::new).collect()
    }
}

/// One list of all alternatives.
impl<T: Files> Files for Vec<T> {
    fn all(maker: Maker<'_>, place: &'static str) -> Vec<Self> {
        let items = T::all(maker, place);
        if items.is_empty() {
            vec![]
        } else {
            vec![items]
        }
    }
}

/// Sets a field to the value with this index, or to one before it if there are fewer.
type Set<O> = dyn Fn(&mut O, usize);

/// Sets one field to one of several values.
struct Setter<O> {
    count: usize,
    set: Rc<Set<O>>,
}

impl<O: 'static> Setter<O> {
    fn new<T: Clone + 'static>(values: Vec<T>, set: fn(&mut O, T)) -> Self {
        let count = values.len();
        let set = move |owner: &mut O, index: usize| {
            if let Some(value) = values.get(index % count.max(1)) {
                set(owner, value.clone());
            }
        };
        Self {
            count,
            set: Rc::new(set),
        }
    }
}

/// Returns the number of owners that are needed to set each value of each field once.
fn needed<O>(setters: &[Setter<O>]) -> usize {
    let counts = setters.iter().map(|setter| setter.count);
    counts.max().unwrap_or_default()
}

/// Returns the object with its required fields, once for each of the values to set.
fn objects<O: DeserializeOwned>(maker: Maker<'_>, name: &str, setters: &[Setter<O>]) -> Vec<O> {
    let sample = Samples(maker.facts).of(name, Extent::Required);
    let object = |index| {
        let mut object = serde_json::from_value(sample.clone()).expect(name);
        for setter in setters {
            (setter.set)(&mut object, index);
        }
        object
    };
    (0..needed(setters)).map(object).collect()
}

/// Returns the calls with each of the values to set.
fn calls<M: Method + DeserializeOwned + 'static>(setters: Vec<Setter<M>>) -> Vec<Upload> {
    let setters = Rc::new(setters);
    let upload = |index| {
        let setters = Rc::clone(&setters);
        let send = move |bot: &Bot, arguments: &Members| -> Sending {
            let mut call: M = method(arguments);
            for setter in setters.iter() {
                (setter.set)(&mut call, index);
            }
            let call = send(bot, &call);
            Box::pin(async move { call.await.map(drop) })
        };
        Upload {
            info: M::INFO,
            send: Box::new(send),
        }
    };
    (0..needed(&setters)).map(upload).collect()
}

/// The values of a field: those of its type, or of alternatives without a name.
macro_rules! values {
    ($maker:ident $place:literal $form:ident []) => {
        Files::all($maker, $place)
    };
    ($maker:ident $place:literal required [$($name:ident)+]) => {{
        let mut values = Vec::new();
        $(values.extend(types::$name::all($maker, $place).into_iter().map(Into::into));)+
        values
    }};
    ($maker:ident $place:literal required_list [$($name:ident)+]) => {
        vec![values!($maker $place required [$($name)+])]
    };
    ($maker:ident $place:literal optional [$($name:ident)+]) => {
        values!($maker $place required [$($name)+]).into_iter().map(Some).collect()
    };
    ($maker:ident $place:literal optional_list [$($name:ident)+]) => {
        vec![Some(values!($maker $place required [$($name)+]))]
    };
}

macro_rules! list {
    (uploads:
        $(object $object:ident { $($field:ident $place:literal $form:ident [$($of:ident)*];)+ })+
        $(union $union:ident { $($variant:ident)+ })+
        $(method $method:ident { $($param:ident $at:literal $kind:ident [$($any:ident)*];)+ })+
    ) => {
        $(impl Files for types::$object {
            fn all(maker: Maker<'_>, _: &'static str) -> Vec<Self> {
                let setters = [$(Setter::<Self>::new(
                    values!(maker $place $form [$($of)*]),
                    |object, value| object.$field = value,
                )),+];
                objects(maker, stringify!($object), &setters)
            }
        })+

        $(impl Files for types::$union {
            fn all(maker: Maker<'_>, place: &'static str) -> Vec<Self> {
                let Some(depth) = maker.depth.checked_sub(1) else {
                    return Vec::new();
                };
                let maker = Maker { depth, ..maker };
                let mut all = Vec::new();
                $(all.extend(types::$variant::all(maker, place).into_iter().map(Self::from));)+
                // A server does not accept any number of files.
                if depth + 1 < DEPTH {
                    all.truncate(1);
                }
                all
            }
        })+

        pub(crate) fn uploads() -> Vec<Upload> {
            let facts = read();
            let maker = Maker { facts: &facts, depth: DEPTH };
            let mut uploads = Vec::new();
            $(uploads.extend(calls(vec![$(Setter::<methods::$method>::new(
                values!(maker $at $kind [$($any)*]),
                |call, value| call.$param = value,
            )),+]));)+
            uploads
        }
    };
}

listed!(list! uploads);
