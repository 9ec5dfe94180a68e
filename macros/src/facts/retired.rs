//! Names of earlier versions: lookups in `facts/retired.txt`, whose head explains its grammar.

use super::model::Members;

static TEXT: &str = include_str!("../../facts/retired.txt");

/// A name that the Bot API no longer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Retired {
    pub owner: &'static str,
    pub name: &'static str,
    /// What replaced it, as in the text: `a`, `a|b`, `a.b` or `Type.a`.
    pub replacement: &'static str,
    /// The version that did so.
    pub since: Option<&'static str>,
}

impl Retired {
    /// The parameter or field that holds the replacement, or the first one of several.
    pub(crate) fn root(&self) -> &'static str {
        let end = self.replacement.find(['.', '|']);
        let root = end.and_then(|end| self.replacement.get(..end));
        root.unwrap_or(self.replacement)
    }

    fn parse(line: &'static str) -> Option<Self> {
        let mut words = line.split(' ');
        let (owner, name) = (words.next()?, words.next()?);
        words.next().filter(|arrow| *arrow == "->")?;
        Some(Self {
            owner,
            name,
            replacement: words.next()?,
            since: words.next().filter(|version| *version != "-"),
        })
    }
}

/// All lines. Scans the whole text, so use it only after a mistake.
pub(crate) fn all() -> impl Iterator<Item = Retired> {
    TEXT.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(Retired::parse)
}

/// Returns what became of a method or a type: `owner` is `method` or `type`. For a word of a closed
/// set, it is the set's name.
pub(crate) fn retired(owner: &str, name: &str) -> Option<Retired> {
    all().find(|line| line.owner == owner && line.name == name)
}

/// Returns what became of a parameter or field.
pub(crate) fn retired_member(owner: &Members<'_>, name: &str) -> Option<Retired> {
    retired(owner.name, name)
        .or_else(|| retired("*", name).filter(|line| owner.field(line.root()).is_some()))
}
