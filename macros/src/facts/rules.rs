//! Rules that tie several parameters or fields together.

use super::model::{Bounds, words};
use super::parse::{Words, list, value};

/// One rule. All kinds share this form; the documentation of [`RuleKind`] says which parts a kind
/// uses.
#[derive(Clone, Debug)]
pub(crate) struct RuleFacts {
    pub strength: Strength,
    pub kind: RuleKind,
    /// What the rule is about: names or paths, `[*]` for every item and `[**]` for every level
    /// below.
    pub params: Vec<&'static str>,
    /// The other side: further parameters, variants, or fields.
    pub others: Vec<&'static str>,
    pub value: Option<&'static str>,
    pub range: Option<Bounds>,
    /// A number or range (in the text's notation) per value of the other parameter.
    pub cases: Vec<(&'static str, &'static str)>,
    /// When the rule applies: all of these hold. Empty means always.
    pub conditions: Vec<Condition>,
    /// What the words of the page come down to, as a code word.
    pub about: Option<&'static str>,
    /// Leaving the parameter out satisfies the rule too.
    pub or_absent: bool,
    /// The page calls the rule a present state of affairs.
    pub hedged: bool,
    /// Of several parameters that are given, the server reads one and is content.
    pub first_wins: bool,
    /// What a check needs beyond the arguments: `run_time`, `sticker_set_type` or `ordered_list`.
    pub needs: Option<&'static str>,
}

impl RuleFacts {
    /// Whether a line holds a rule rather than a field.
    pub(super) fn starts(line: &str) -> bool {
        let line = line.trim_start();
        line.starts_with("stated ") || line.starts_with("implied ")
    }

    /// The alternatives of [`RuleKind::ExactlyOneGroup`].
    pub(crate) fn groups(&self) -> impl Iterator<Item = Vec<&'static str>> {
        self.params.iter().map(|group| group.split('+').collect())
    }
}

words! {
    /// How sure a rule is.
    Strength {
        /// The page says so.
        Stated = "stated",
        /// It follows from the page or from the server; think before refusing code because of it.
        Implied = "implied",
    }
}

words! {
    /// What a rule demands.
    RuleKind {
        /// Two ways to say the same; giving both is harmless.
        Alternatives = "alternatives",
        /// At most one of `params` is given.
        AtMostOneOf = "at_most_one_of",
        /// `params` exclude each other (while the conditions hold).
        Conflicts = "conflicts",
        /// A restriction that only words describe; `about` is its code word.
        Context = "context",
        /// Exactly one of the [`RuleFacts::groups`] is given, and wholly.
        ExactlyOneGroup = "exactly_one_group",
        /// Exactly one of `params` is given.
        ExactlyOneOf = "exactly_one_of",
        /// The first button of the keyboard has the field in `others`.
        FirstButton = "first_button",
        /// The parameter has `value` while the conditions hold.
        FixedValue = "fixed_value",
        /// The parameter is not to be given here.
        Forbidden = "forbidden",
        /// The parameter is not to be given while the conditions hold.
        ForbiddenIf = "forbidden_if",
        /// The value is none of the variants in `others`.
        ForbiddenVariant = "forbidden_variant",
        /// If an item is one of the variants in `others`, all items are of that same variant.
        HomogeneousIfAny = "homogeneous_if_any",
        /// The server ignores the parameter while the conditions hold.
        IgnoredIf = "ignored_if",
        /// The items are positions in the list in `others`.
        IndexInto = "index_into",
        /// The number of items lies in `range` while the conditions hold.
        ItemCount = "item_count",
        /// Per variant of the field in `others`, the number of items is limited by `cases`.
        MaxItemsByVariant = "max_items_by_variant",
        /// No new file inside the parameter (while the conditions hold).
        NoUpload = "no_upload",
        /// The parameter is at most the one in `others`.
        NotGreaterThan = "not_greater_than",
        /// The parameter (with `value`, if there is one) is only for when the conditions hold.
        OnlyIf = "only_if",
        /// An object with one of `params` stands in the place that `about` names.
        Position = "position",
        /// The range of the parameter follows from the one in `others`, see `cases`.
        RangeBy = "range_by",
        /// The larger of `params` is at most `range.max` times the smaller.
        RatioMax = "ratio_max",
        /// The date lies in `range` seconds from now.
        RelativeTime = "relative_time",
        /// The parameter is required while the conditions hold.
        RequiredIf = "required_if",
        /// The parameter is required when all of `others` are left out.
        RequiredIfAbsent = "required_if_absent",
        /// The parameter is required when all of `others` are given.
        RequiredIfPresent = "required_if_present",
        /// The parameter is required depending on the chat.
        RequiredInContext = "required_in_context",
        /// The parameter is only for use together with all of `others`.
        Requires = "requires",
        /// The parameter is only for use together with one of `others`.
        RequiresAny = "requires_any",
        /// The parameter may be negative only while the conditions hold.
        Sign = "sign",
        /// The rights in the parameter are among those in the one in `others`.
        SubsetOf = "subset_of",
        /// The sum of `params` lies in `range`.
        SumMax = "sum_max",
        /// A field with `value` means the first variant in `others`, any other value the second.
        TellApart = "tell_apart",
        /// The values at the path are unique.
        Unique = "unique",
        /// The value of the parameter follows from the one in `others`, see `cases`.
        ValueMap = "value_map",
    }
}

/// A condition on one parameter.
#[derive(Clone, Debug)]
pub(crate) struct Condition {
    pub param: &'static str,
    pub op: Op,
}

/// What a condition asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Op {
    Absent,
    Present,
    /// The value is a new file.
    IsUpload,
    Equals(&'static str),
    Differs(&'static str),
    AtMost(&'static str),
    In(Vec<&'static str>),
}

/// Reads a rule line; words without a meaning go to `odd`.
pub(super) fn rule(line: &'static str, odd: &mut Vec<&'static str>) -> Option<RuleFacts> {
    let mut words = line.split_ascii_whitespace();
    let mut rule = RuleFacts {
        strength: Strength::parse(words.next()?)?,
        kind: RuleKind::parse(words.next()?)?,
        params: list(&mut words)?,
        others: Vec::new(),
        value: None,
        range: None,
        cases: Vec::new(),
        conditions: Vec::new(),
        about: None,
        or_absent: false,
        hedged: false,
        first_wins: false,
        needs: None,
    };
    while let Some(word) = words.next() {
        if part(&mut rule, word, &mut words).is_none() {
            odd.push(word);
        }
    }
    Some(rule)
}

/// Adds one part to the rule; `None` when the word, or what follows it, makes no sense.
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
        "about" => rule.about = Some(words.next()?),
        "or_absent" => rule.or_absent = true,
        "hedged" => rule.hedged = true,
        "first_wins" => rule.first_wins = true,
        "needs" => rule.needs = Some(words.next()?),
        _ => return None,
    }
    Some(())
}

fn condition(words: &mut Words) -> Option<Condition> {
    let param = words.next()?;
    let op = match words.next()? {
        "absent" => Op::Absent,
        "present" => Op::Present,
        "is_upload" => Op::IsUpload,
        "eq" => Op::Equals(value(words.next()?)),
        "ne" => Op::Differs(value(words.next()?)),
        "le" => Op::AtMost(words.next()?),
        "in" => Op::In(list(words)?),
        _ => return None,
    };
    Some(Condition { param, op })
}
