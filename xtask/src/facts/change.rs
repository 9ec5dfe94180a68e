//! One difference between the facts and a page, and how it is printed.

use std::fmt;

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Change {
    Version {
        from: String,
        to: String,
        date: Option<String>,
    },
    Added {
        name: String,
    },
    Removed {
        name: String,
    },
    Renamed {
        from: String,
        to: String,
    },
    Result {
        method: String,
        from: String,
        to: String,
    },
    MemberAdded {
        owner: String,
        name: String,
    },
    MemberRemoved {
        owner: String,
        name: String,
    },
    MemberRenamed {
        owner: String,
        from: String,
        to: String,
    },
    Type {
        owner: String,
        name: String,
        from: String,
        to: String,
    },
    Need {
        owner: String,
        name: String,
        is_required: bool,
    },
    VariantAdded {
        owner: String,
        name: String,
    },
    VariantRemoved {
        owner: String,
        name: String,
    },
    Stated {
        owner: String,
        name: String,
        key: &'static str,
        from: Option<String>,
        to: String,
    },
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Version { from, to, .. } => write!(f, "version: {from}, now {to}"),
            Self::Added { name } => write!(f, "{name}: new"),
            Self::Removed { name } => write!(f, "{name}: removed"),
            Self::Renamed { from, to } => write!(f, "{from}: renamed to {to} (likely)"),
            Self::Result { method, from, to } => {
                write!(f, "{method}: returns {from}, now {to}")
            }
            Self::MemberAdded { owner, name } => write!(f, "{owner}.{name}: new"),
            Self::MemberRemoved { owner, name } => write!(f, "{owner}.{name}: removed"),
            Self::MemberRenamed { owner, from, to } => {
                write!(f, "{owner}.{from}: renamed to {to} (likely)")
            }
            Self::Type {
                owner,
                name,
                from,
                to,
            } => {
                write!(f, "{owner}.{name}: type {from}, now {to}")
            }
            Self::Need {
                owner,
                name,
                is_required,
            } => {
                let [from, to] = if *is_required {
                    ["optional", "required"]
                } else {
                    ["required", "optional"]
                };
                write!(f, "{owner}.{name}: {from}, now {to}")
            }
            Self::VariantAdded { owner, name } => write!(f, "{owner}: new variant {name}"),
            Self::VariantRemoved { owner, name } => write!(f, "{owner}: variant {name} removed"),
            Self::Stated {
                owner,
                name,
                key,
                from: Some(from),
                to,
            } => {
                write!(f, "{owner}.{name}: {key} {from}, now {to}")
            }
            Self::Stated {
                owner,
                name,
                key,
                from: None,
                to,
            } => {
                write!(f, "{owner}.{name}: {key} {to} is stated")
            }
        }
    }
}
