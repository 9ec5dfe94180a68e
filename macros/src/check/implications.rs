//! Rules of the page by which one parameter constrains another.

use super::checked_field::CheckedField;
use crate::facts::{self, Op, RuleFacts, RuleKind};
use crate::model::{Condition, Relation, Test, needs_value, root};

/// The implications of the rules that the fields can violate.
pub(crate) fn implications(rules: &[RuleFacts], fields: &[CheckedField]) -> Vec<Relation> {
    let found = rules
        .iter()
        .flat_map(|rule| implied(rule).unwrap_or_default());
    let can_be_given = |path: &str| {
        let name = root(path);
        fields.iter().any(|field| field.wire_name() == Some(name))
    };
    found
        .filter(|(conditions, then)| {
            // If the struct lacks the parameter that triggers the rule, or the one that could
            // violate it, the rule always holds.
            let is_possible = |condition: &Condition| {
                needs_value(&condition.test).then(|| can_be_given(condition.param))
            };
            conditions.iter().all(|on| is_possible(on) != Some(false))
                && (needs_value(&then.test) || can_be_given(then.param))
        })
        .map(|(conditions, then)| Relation::Implies(conditions, then))
        .collect()
}

/// The fields of a button that take precedence over `callback_game` and `pay` on the server.
const READ_BEFORE: &[&str] = &["url", "callback_data"];

/// The first button of a keyboard.
const FIRST_BUTTON: &str = "reply_markup.inline_keyboard[0][0]";

/// The fields that it may have to have, and where they are.
const FIRST_BUTTON_FIELDS: &[(&str, &str)] = &[
    ("pay", "reply_markup.inline_keyboard[0][0].pay"),
    (
        "callback_game",
        "reply_markup.inline_keyboard[0][0].callback_game",
    ),
];

type Implication = (Vec<Condition>, Condition);

/// The rule as implications; `None` for a rule of another kind.
#[allow(
    clippy::too_many_lines,
    reason = "a table with one entry per kind of rule"
)]
fn implied(rule: &RuleFacts) -> Option<Vec<Implication>> {
    let conditions: Vec<_> = rule.conditions.iter().map(condition).collect();
    let param = *rule.params.first()?;
    let given = |param| Condition {
        param,
        test: Test::Given,
    };
    let demands = |test| Some(vec![(conditions.clone(), Condition { param, test })]);
    let with = |more: Condition| {
        let mut all = conditions.clone();
        all.push(more);
        all
    };
    Some(match rule.kind {
        RuleKind::RequiredIf => vec![(conditions, given(param))],
        RuleKind::RequiredIfPresent => {
            vec![(
                rule.others.iter().map(|other| given(*other)).collect(),
                given(param),
            )]
        }
        RuleKind::ForbiddenIf | RuleKind::Forbidden => return demands(Test::Absent),
        RuleKind::NotGreaterThan => return demands(Test::AtMost(rule.others.first()?)),
        RuleKind::Unique => return demands(Test::Distinct),
        RuleKind::HomogeneousIfAny => return demands(Test::Alike(rule.others.clone())),
        RuleKind::ForbiddenVariant => return demands(Test::IsNot(rule.others.first()?)),
        RuleKind::NoUpload => return demands(Test::NoUpload),
        RuleKind::Position => {
            let each = rule.params.iter().map(|param| {
                let test = Test::First(READ_BEFORE);
                (Vec::new(), Condition { param, test })
            });
            each.collect()
        }
        RuleKind::SumMax => {
            let most = rule.range?.max_int()?;
            return demands(match rule.params.get(1) {
                Some(other) => Test::SumWith(other, most),
                None => Test::Sum(most),
            });
        }
        RuleKind::RatioMax => {
            let most = rule.range?.max_int()?;
            return demands(Test::RatioWith(rule.params.get(1)?, most));
        }
        RuleKind::FirstButton => {
            let (_, field) = FIRST_BUTTON_FIELDS
                .iter()
                .find(|(name, _)| rule.others.first() == Some(name))?;
            vec![(vec![given(FIRST_BUTTON)], given(field))]
        }
        RuleKind::FixedValue => {
            let then = Condition {
                param,
                test: Test::Equals(rule.value?),
            };
            vec![(with(given(param)), then)]
        }
        RuleKind::OnlyIf => {
            let used = match rule.value {
                Some(value) => Condition {
                    param,
                    test: Test::Equals(value),
                },
                None => given(param),
            };
            conditions
                .into_iter()
                .map(|then| (vec![used.clone()], then))
                .collect()
        }
        RuleKind::Requires => rule
            .others
            .iter()
            .map(|other| (vec![given(param)], given(*other)))
            .collect(),
        RuleKind::ItemCount => {
            let range = rule.range?;
            let bound = |text: Option<&str>| text.and_then(|text| text.parse().ok());
            let (min, max) = (bound(range.min).unwrap_or(0), bound(range.max)?);
            vec![(
                conditions,
                Condition {
                    param,
                    test: Test::Items(min, max),
                },
            )]
        }
        RuleKind::Conflicts => {
            let [first, second] = rule.params.as_slice() else {
                return None;
            };
            // A condition on one of the two specifies when that one counts as used.
            let is_conditional = rule.conditions.iter().any(|on| on.param == *first);
            let start = if is_conditional {
                conditions
            } else {
                with(given(*first))
            };
            vec![(
                start,
                Condition {
                    param: second,
                    test: Test::Absent,
                },
            )]
        }
        RuleKind::ValueMap => {
            let by = *rule.others.first()?;
            let cases = rule.cases.iter().map(|(key, value)| {
                let start = Condition {
                    param: by,
                    test: Test::Equals(key),
                };
                (
                    vec![start],
                    Condition {
                        param,
                        test: Test::Equals(value),
                    },
                )
            });
            cases.collect()
        }
        _ => return None,
    })
}

fn condition(condition: &facts::Condition) -> Condition {
    let test = match &condition.op {
        Op::Absent => Test::Absent,
        Op::Present => Test::Given,
        Op::Equals(value) => Test::Equals(value),
        Op::Differs(value) => Test::Differs(value),
    };
    Condition {
        param: condition.param,
        test,
    }
}
