//! Batches of updates, in which one is damaged. An input is a number that selects the other updates, on the
//! first line, and then the JSON of the damaged one.

use telegrammar::error::Repair;
use telegrammar::transport::{Response, decode_response};
use telegrammar::types::{Update, UpdateKind};
use telegrammar::{Error, from_json, from_json_strict};

use super::{first_line, number_of, with_first_line, with_token};
use crate::decoding::bases::base;
use crate::decoding::damage::{damage_text, damage_tree};
use crate::decoding::outcomes::is_json;
use crate::decoding::ways::{Answer, envelope};
use crate::random::Source;

pub(crate) fn create(source: &mut Source) -> Vec<u8> {
    let mut tree = base("Update", source, 0);
    for _ in 0..=source.below(6) {
        damage_tree(&mut tree, source);
    }
    let percent = *source.pick(&[0, 0, 5]);
    let mut json = tree.text(source, percent).into_bytes();
    with_token(&mut json, source);
    if source.chance(25) {
        damage_text(&mut json, source);
    }
    with_first_line(&source.below(1000).to_string(), &json)
}

/// An update that is right.
fn neighbour(number: usize, at: usize) -> (String, Update) {
    let mut source = Source::new(1, "neighbour", number);
    let mut case = at;
    loop {
        let text = base("Update", &mut source, case).text(&mut source, 0);
        if let Ok(update) = from_json_strict(&text) {
            return (text, update);
        }
        case += 1;
    }
}

pub(crate) fn run(input: &[u8]) {
    let (line, json) = first_line(input);
    let number = number_of(line, 1000);
    let (before, first) = neighbour(number, 0);
    let (after, last) = neighbour(number, 1);
    let batch = [
        b"[",
        before.as_bytes(),
        b",",
        json,
        b",",
        after.as_bytes(),
        b"]",
    ]
    .concat();
    let alone = from_json::<Update>(json);
    let own = from_json::<Vec<Update>>(&batch);
    let result =
        decode_response::<Answer<Vec<Update>>>(&Response::new(200, envelope(&batch)), usize::MAX);
    if !is_json(String::from_utf8_lossy(json).as_bytes()) {
        // With its neighbours it may be JSON: nothing at all, or several values with commas.
        if !is_json(String::from_utf8_lossy(&batch).as_bytes()) {
            assert!(own.is_err());
            assert!(matches!(result, Err(Error::Response(_))), "{result:?}");
        }
        return;
    }
    let expected = match alone {
        Ok(alone) => [first, alone, last],
        Err(alone) => {
            // What has no number is no update, and a batch without it would lose it.
            is_without_number(json);
            let own = own.expect_err("a batch with an undecodable update");
            assert_eq!((own.problem(), own.is_syntax()), (alone.problem(), false));
            assert!(own.path().starts_with("[1]"), "{own}");
            let Err(Error::Decode(error)) = result else {
                panic!("{result:?}");
            };
            assert_eq!(error.path(), format!("result{}", own.path()));
            return;
        }
    };
    if let UpdateKind::Undecodable { raw, .. } = &expected[1].kind {
        let text = String::from_utf8_lossy(json);
        assert_eq!(raw, text.trim_matches([' ', '\n', '\r', '\t']));
        assert_eq!(serde_json::to_string(&expected[1]).ok().as_ref(), Some(raw));
    }
    let repairs = |updates: &[Update]| {
        let repairs = updates
            .iter()
            .map(|update| update.repairs().iter().map(of).collect());
        repairs.collect::<Vec<Vec<_>>>()
    };
    for (way, found) in [
        ("from_json", own.map_err(|error| error.to_string())),
        ("a result", result.map_err(|error| error.to_string())),
    ] {
        let found = found.unwrap_or_else(|error| panic!("{way}: {error}"));
        assert_eq!(found, expected, "{way}");
        assert_eq!(repairs(&found), repairs(&expected), "{way}");
        assert!(
            found[0].repairs().is_empty() && found[2].repairs().is_empty(),
            "{way}"
        );
    }
}

fn of(repair: &Repair) -> [String; 3] {
    [
        repair.path.clone(),
        repair.error.clone(),
        repair.raw.clone(),
    ]
}

/// An update that cannot be held is one whose number cannot be read.
fn is_without_number(json: &[u8]) {
    let text = String::from_utf8_lossy(json);
    let probe = from_json::<telegrammar::types::Update>(text.as_bytes()).expect_err("no update");
    let is_number = matches!(probe.path(), "" | "update_id");
    assert!(is_number, "an update with a number is lost: {probe}");
}
