//! Rules of the page that say what one parameter demands of another.

use super::field::CheckedField;
use crate::facts::{self, MethodFacts, Op, RuleFacts, RuleKind, Strength};
use crate::model::{Condition, Relation, Test};

/// Those that the page states, that concern parameters and not what is inside of them, and that
/// nothing beyond the arguments decides.
pub(crate) fn implications(facts: &MethodFacts, fields: &[CheckedField]) -> Vec<Relation> {
    let stated = facts
        .rules
        .iter()
        .filter(|rule| rule.strength == Strength::Stated && rule.needs.is_none() && !rule.hedged);
    let found = stated.flat_map(|rule| implied(rule).unwrap_or_default());
    let can_be_given = |name: &str| fields.iter().any(|field| field.wire_name() == Some(name));
    found
        .filter(|(conditions, _)| {
            // Without a parameter that starts it, the rule cannot be broken.
            conditions.iter().all(|condition| match condition.test {
                Test::Given | Test::Equals(_) => can_be_given(condition.param),
                _ => true,
            })
        })
        .map(|(conditions, then)| Relation::Implies(conditions, then))
        .collect()
}

type Implication = (Vec<Condition>, Condition);

/// The rule as implications; nothing for a rule of another kind.
#[allow(
    clippy::too_many_lines,
    reason = "a table with one entry per kind of rule"
)]
fn implied(rule: &RuleFacts) -> Option<Vec<Implication>> {
    let conditions: Vec<_> = rule
        .conditions
        .iter()
        .map(condition)
        .collect::<Option<_>>()?;
    let concerned = rule.params.iter().chain(&rule.others);
    if concerned
        .chain(rule.conditions.iter().map(|condition| &condition.param))
        .any(is_path)
    {
        return None;
    }
    let param = *rule.params.first()?;
    let given = |param| Condition {
        param,
        test: Test::Given,
    };
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
        RuleKind::ForbiddenIf => {
            vec![(
                conditions,
                Condition {
                    param,
                    test: Test::Absent,
                },
            )]
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
            // A condition on one of the two says when that one counts as used.
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

fn is_path(name: &&str) -> bool {
    name.contains(['.', '['])
}

fn condition(condition: &facts::Condition) -> Option<Condition> {
    let test = match &condition.op {
        Op::Absent => Test::Absent,
        Op::Present => Test::Given,
        Op::Equals(value) => Test::Equals(value),
        Op::Differs(value) => Test::Differs(value),
        Op::IsUpload | Op::AtMost(_) | Op::In(_) => return None,
    };
    Some(Condition {
        param: condition.param,
        test,
    })
}
