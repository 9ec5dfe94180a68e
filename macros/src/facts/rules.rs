//! Constraints between several parameters or fields.

use super::bounds::Bounds;
use super::words::{Words, list, value, words};

/// One rule. All kinds have this form; the documentation of [`RuleKind`] states which parts a kind
/// uses.
#[derive(Clone, Debug)]
pub(crate) struct RuleFacts {
    pub kind: RuleKind,
    /// The parameters that the rule restricts: names or paths, `[*]` for every item and `[**]` for
    /// every level below.
    pub params: Vec<&'static str>,
    /// The other side: other parameters, variants, or fields.
    pub others: Vec<&'static str>,
    pub value: Option<&'static str>,
    pub range: Option<Bounds>,
    /// A value for each value of the other parameter.
    pub cases: Vec<(&'static str, &'static str)>,
    /// The conditions, all of which must hold. Empty means always.
    pub conditions: Vec<Condition>,
    /// Of several parameters that are set, the server reads one and ignores the others.
    pub first_wins: bool,
}

impl RuleFacts {
    /// Whether a line is a rule rather than a field.
    pub(super) fn starts(line: &str) -> bool {
        let line = line.trim_start();
        line.starts_with("stated ") || line.starts_with("implied ")
    }

    /// Returns the alternatives of [`RuleKind::ExactlyOneGroup`].
    pub(crate) fn groups(&self) -> impl Iterator<Item = Vec<&'static str>> {
        self.params.iter().map(|group| group.split('+').collect())
    }
}

words! {
    /// The requirement of a rule. The text has further kinds, whose evaluation needs more than the
    /// parameters.
    RuleKind {
        /// `params` are mutually exclusive (while the conditions hold).
        Conflicts = "conflicts",
        /// All parameters of exactly one of the [`RuleFacts::groups`] are set.
        ExactlyOneGroup = "exactly_one_group",
        /// Exactly one of `params` is set.
        ExactlyOneOf = "exactly_one_of",
        /// The first button of the keyboard has the field in `others`.
        FirstButton = "first_button",
        /// The parameter has `value` while the conditions hold.
        FixedValue = "fixed_value",
        /// The parameter must be unset.
        Forbidden = "forbidden",
        /// The parameter must be unset while the conditions hold.
        ForbiddenIf = "forbidden_if",
        /// The value is none of the variants in `others`.
        ForbiddenVariant = "forbidden_variant",
        /// If an item is one of the variants in `others`, all items are of that same variant.
        HomogeneousIfAny = "homogeneous_if_any",
        /// The number of items is in `range` while the conditions hold.
        ItemCount = "item_count",
        /// No new file inside the parameter (while the conditions hold).
        NoUpload = "no_upload",
        /// The parameter is at most the one in `others`.
        NotGreaterThan = "not_greater_than",
        /// The parameter (with `value`, if there is one) is only allowed while the conditions hold.
        OnlyIf = "only_if",
        /// A button with one of `params` is the first one of the first row.
        Position = "position",
        /// The larger of `params` is at most `range.max` times the smaller.
        RatioMax = "ratio_max",
        /// The parameter is required while the conditions hold.
        RequiredIf = "required_if",
        /// The parameter is required when all of `others` are unset.
        RequiredIfAbsent = "required_if_absent",
        /// The parameter is required when all of `others` are set.
        RequiredIfPresent = "required_if_present",
        /// The parameter is only allowed together with all of `others`.
        Requires = "requires",
        /// The sum of `params` is in `range`.
        SumMax = "sum_max",
        /// The field discriminates a union: with `value` it is the first variant in `others`, with any
        /// other value the second.
        ZeroField = "tell_apart",
        /// The values at the path are unique.
        Unique = "unique",
        /// The value of the parameter is determined by the one in `others`, see `cases`.
        ValueMap = "value_map",
    }
}

/// A condition on one parameter.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub param: &'static str,
    pub op: Op,
}

/// The test of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    Absent,
    Present,
    Equals(&'static str),
    Differs(&'static str),
}

/// Parses a rule line; `None` for a rule that is not checked. An unknown part disables the whole
/// rule, because without that part it could reject valid parameters.
pub(super) fn rule(line: &'static str) -> Option<RuleFacts> {
    let mut words = line.split_ascii_whitespace();
    // Whether the page states or implies the rule makes no difference here.
    words.next()?;
    let mut rule = RuleFacts {
        kind: RuleKind::parse(words.next()?)?,
        params: list(&mut words)?,
        others: Vec::new(),
        value: None,
        range: None,
        cases: Vec::new(),
        conditions: Vec::new(),
        first_wins: false,
    };
    while let Some(word) = words.next() {
        part(&mut rule, word, &mut words)?;
    }
    Some(rule)
}

/// Adds one part to the rule; `None` if the word, or what follows it, is invalid.
fn part(rule: &mut RuleFacts, word: &str, words: &mut Words) -> Option<()> {
    match word {
        "without" | "with" | "of" | "than" | "by" | "field" | "variant" => {
            rule.others = words.next()?.split(['+', '|']).collect();
        }
        "value" => rule.value = Some(value(words.next()?)),
        "in" => rule.range = Some(Bounds::parse(words.next()?)?),
        "cases" => {
            let cases = words.next()?.split('|');
            rule.cases = cases
                .map(|case| case.split_once('='))
                .collect::<Option<_>>()?;
        }
        "if" | "and" => rule.conditions.push(condition(words)?),
        "first_wins" => rule.first_wins = true,
        // A fixed value is only required of a parameter that is set.
        "or_absent" if rule.kind == RuleKind::FixedValue => {}
        // The only position that the text has for a button.
        "about" if words.next()? == "first_button_of_first_row" => {}
        _ => return None,
    }
    Some(())
}

fn condition(words: &mut Words) -> Option<Condition> {
    let param = words.next()?;
    let op = match words.next()? {
        "absent" => Op::Absent,
        "present" => Op::Present,
        "eq" => Op::Equals(value(words.next()?)),
        "ne" => Op::Differs(value(words.next()?)),
        _ => return None,
    };
    Some(Condition { param, op })
}
