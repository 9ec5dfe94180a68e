//! Shapes of structs.

use std::borrow::Cow;
use std::collections::HashSet;

use telegrammar::{Method, telegram_method};

#[telegram_method("getMe")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Unit;

#[telegram_method("getMe")]
#[derive(Debug, Default)]
struct Braces {}

#[telegram_method("one", unlisted, returns = bool)]
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct One {
    only: i64,
}

#[telegram_method("many", unlisted, returns = bool)]
#[derive(Clone, Debug, Default, PartialEq)]
struct Many {
    p01: i64,
    p02: Option<i64>,
    p03: Option<String>,
    p04: Option<bool>,
    p05: Option<f64>,
    p06: String,
    p07: Option<Vec<String>>,
    p08: Option<u8>,
    p09: Option<i64>,
    p10: bool,
    p11: Option<i64>,
    p12: Option<i64>,
    p13: Option<i64>,
    p14: Option<i64>,
    p15: Option<i64>,
    p16: Option<i64>,
    p17: Option<i64>,
    p18: Option<i64>,
    p19: Option<i64>,
    p20: Option<i64>,
}

#[telegram_method("borrowed", unlisted, returns = bool)]
#[derive(Clone, Debug, PartialEq)]
struct Borrowed<'a, 'b: 'a> {
    text: &'a str,
    cow: Option<Cow<'b, str>>,
    list: Option<&'a [&'b str]>,
}

#[telegram_method("conditional", unlisted, returns = bool)]
struct Conditional {
    always: i64,
    #[cfg(any())]
    never: NoSuchType,
    #[cfg(not(any()))]
    here: Option<i64>,
    #[cfg_attr(all(), telegram(range = 1..=3))]
    ranged: Option<i64>,
}

#[telegram_method("raw", unlisted, returns = bool)]
struct Raw {
    r#type: i64,
    r#match: Option<String>,
    r#self_: Option<i64>,
}

#[telegram_method("loop", unlisted, returns = bool)]
struct r#Loop {
    r#loop: bool,
}

mod visible {
    use telegrammar::telegram_method;

    #[telegram_method("inner", unlisted, returns = bool)]
    pub(super) struct Public {
        pub(super) shown: i64,
        hidden: Option<i64>,
    }

    #[telegram_method("inner", unlisted, returns = bool)]
    pub(crate) struct Crate {
        pub(crate) shown: i64,
        pub(super) above: Option<i64>,
        pub(in crate::forms::visible) below: Option<i64>,
    }

    impl Crate {
        pub(super) fn get_below(&self) -> Option<i64> {
            self.below
        }
    }

    impl Public {
        pub(super) fn get_hidden(&self) -> Option<i64> {
            self.hidden
        }
    }
}

/// Returns the indices of the parameters that have a value.
fn given(method: &impl Method) -> Vec<usize> {
    let mut given = Vec::new();
    method.visit_fields(&mut |index, _| given.push(index));
    given
}

#[test]
fn a_struct_may_have_no_field_one_or_many() {
    assert!(Unit::INFO.params().is_empty());
    assert!(given(&Unit::new()).is_empty());
    assert!(given(&Braces::new()).is_empty());
    assert_eq!(One::INFO.params().len(), 1);
    let many = Many::new(1, "six", true).p20(20).p02(2);
    assert_eq!(Many::INFO.params().len(), 20);
    assert_eq!(given(&many), [0, 1, 5, 9, 19]);
    assert_eq!((many.p02, many.p20), (Some(2), Some(20)));
}

#[test]
fn derives_of_the_user_work_as_usual() {
    let one = One::new(3);
    assert_eq!(one.clone(), One { only: 3 });
    assert_eq!(format!("{one:?}"), "One { only: 3 }");
    assert_eq!(One::default(), One::new(0));
    assert!(One::new(1) < One::new(2));
    let set: HashSet<_> = [one, One::new(3), One::new(4)].into();
    assert_eq!(set.len(), 2);
    assert_eq!(Unit, Unit::new());
    assert_eq!(format!("{:?}", Braces::default()), "Braces");
    assert_eq!(Many::default().p06, "");
}

#[test]
fn a_struct_may_borrow() {
    let text = String::from("text");
    let list = ["a", "b"];
    let borrowed = Borrowed::new(text.as_str()).cow("cow").list(&list[..]);
    assert_eq!(
        borrowed,
        Borrowed {
            text: "text",
            cow: Some(Cow::Borrowed("cow")),
            list: Some(&["a", "b"]),
        }
    );
    // The borrowed data outlives the struct.
    let text = {
        let short = borrowed.clone();
        short.text
    };
    assert_eq!(text, "text");
}

#[test]
fn a_field_disabled_by_cfg_is_not_a_parameter() {
    let names: Vec<_> = Conditional::INFO.params().iter().map(|p| p.name).collect();
    assert_eq!(names, ["always", "here", "ranged"]);
    let method = Conditional::new(1).here(2).ranged(4);
    assert_eq!((method.always, method.here), (1, Some(2)));
    assert!(method.validate().is_err());
}

#[test]
fn raw_identifiers_are_sent_without_their_prefix() {
    let names: Vec<_> = Raw::INFO.params().iter().map(|p| p.name).collect();
    assert_eq!(names, ["type", "match", "self_"]);
    let raw = Raw::new(1).r#match("x").self_(3);
    assert_eq!(raw.r#type, 1);
    assert_eq!(
        serde_json::to_string(&raw).unwrap(),
        r#"{"type":1,"match":"x","self_":3}"#
    );
    assert!(r#Loop::new(true).r#loop);
}

#[test]
fn a_struct_may_be_declared_inside_a_function() {
    type Id = i64;
    #[derive(serde::Serialize, serde::Deserialize, Debug, PartialEq)]
    struct Local(u8);
    telegrammar::param!(Local);

    #[telegram_method("getUserProfilePhotos", returns = Local)]
    #[derive(Debug, PartialEq)]
    struct Photos {
        user_id: Id,
    }

    #[telegram_method("local", unlisted, returns = Local)]
    struct WithLocal {
        local: Local,
    }

    assert_eq!(Photos::new(3), Photos { user_id: 3 });
    assert_eq!(Photos::INFO.name(), "getUserProfilePhotos");
    assert_eq!(WithLocal::new(Local(1)).local, Local(1));
}

#[test]
fn visibility_is_that_of_the_struct_and_its_fields() {
    let public = visible::Public::new(1).hidden(2);
    assert_eq!((public.shown, public.get_hidden()), (1, Some(2)));
    let inner = visible::Crate::new(1).above(2).below(3);
    assert_eq!(
        (inner.shown, inner.above, inner.get_below()),
        (1, Some(2), Some(3))
    );
}

macro_rules! declare {
    ($name:ident, $wire:literal, $ty:ty, $($field:ident),*) => {
        #[telegram_method($wire, unlisted, returns = bool)]
        struct $name {
            id: $ty,
            $($field: Option<$ty>,)*
        }
    };
}

declare!(Made, "made", i64, left, right);

#[test]
fn a_macro_of_the_user_may_declare_a_method() {
    assert_eq!(Made::INFO.name(), "made");
    assert_eq!(Made::new(1).left(2).right(3).right, Some(3));
    assert_eq!(Made::new(1).id, 1);
    assert!(Made::new(1).left.is_none());
}
