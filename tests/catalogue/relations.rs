//! Each constraint between parameters, or between the fields of an object: an example that
//! satisfies it is accepted, and one that violates it is rejected with the expected text.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use telegrammar::schema::{Condition, Relation};

use crate::facts::read;
use crate::list::{Check, calls, objects};
use crate::sample::{Extent, Samples};

/// An example of a constraint: what satisfies it and what violates it, in addition to what is
/// required.
struct Example {
    owner: &'static str,
    good: Value,
    bad: Value,
    words: &'static str,
}

fn example(owner: &'static str, good: Value, bad: Value, words: &'static str) -> Example {
    Example {
        owner,
        good,
        bad,
        words,
    }
}

/// Objects whose constraints have their own tests: `files.rs` sets files to upload, which JSON
/// cannot express, and a button can be at a wrong position only inside of a keyboard.
const ELSEWHERE: [(&str, usize); 5] = [
    ("EditInlineMessageMedia", 1),
    ("EditInlineMessageText", 1),
    ("InlineKeyboardButton", 2),
    ("InputRichMessageContent", 1),
    ("SendRichMessageDraft", 1),
];

const EPHEMERAL: &str = "`ephemeral_message_parameters` must be given, when \
                         `reply_parameters.ephemeral_message_id` is given";
const THINKING: &str = "`rich_message.blocks[**]` must not be `InputRichBlockThinking`";
const TEXT: &str = "`text` or `rich_message` must be given, but none is";
const TIPS: &str = "`suggested_tip_amounts[*]` must not be more than `max_tip_amount`, but is 101";

fn thought(deep: bool) -> Value {
    let thinking = json!({"type": "thinking", "text": "a"});
    let quote = json!({"type": "blockquote", "blocks": [thinking]});
    json!({"rich_message": {"blocks": [if deep { quote } else { thinking }]}})
}

fn photo() -> Value {
    json!({"type": "photo", "media": "a"})
}

fn document() -> Value {
    json!({"type": "document", "media": "a"})
}

/// An invoice in each way of sending it.
fn invoice(owner: &'static str) -> Vec<Example> {
    let price = json!({"label": "a", "amount": 100});
    vec![
        example(
            owner,
            json!({"currency": "XTR", "provider_token": ""}),
            json!({"currency": "XTR", "provider_token": "a"}),
            "`provider_token` must be \"\", when `currency` is \"XTR\" and `provider_token` is given",
        ),
        example(
            owner,
            json!({"currency": "XTR", "prices": [price]}),
            json!({"currency": "XTR", "prices": [price, price]}),
            "`prices` must have 1..=1 items, when `currency` is \"XTR\"",
        ),
        example(
            owner,
            // The default counts as unset.
            json!({"currency": "XTR", "max_tip_amount": 0}),
            json!({"currency": "XTR", "max_tip_amount": 1}),
            "`max_tip_amount` must be left out, when `currency` is \"XTR\"",
        ),
        example(
            owner,
            json!({"max_tip_amount": 101, "suggested_tip_amounts": [1, 101]}),
            json!({"max_tip_amount": 100, "suggested_tip_amounts": [1, 101]}),
            TIPS,
        ),
    ]
}

#[allow(clippy::too_many_lines, reason = "a table")]
fn examples() -> Vec<Example> {
    let button = |kind: &str| json!({"text": "a", kind: "a"});
    let pay = json!({"text": "a", "pay": true});
    let game = json!({"text": "a", "callback_game": {}});
    let keyboard = |rows: Value| json!({"reply_markup": {"inline_keyboard": rows}});
    let one_button = "`url` or `callback_data` or `web_app` or `login_url` or \
                      `switch_inline_query` or `switch_inline_query_current_chat` or \
                      `switch_inline_query_chosen_chat` or `copy_text` or `callback_game` or `pay` \
                      or `disabled` must be given, but none is";
    let rich_button = "`url` or `callback_data` or `web_app` or `login_url` or \
                       `switch_inline_query` or `switch_inline_query_current_chat` or \
                       `switch_inline_query_chosen_chat` or `copy_text` or `disabled` must be \
                       given, but none is";
    let task = |id: i64| json!({"id": id, "text": "a"});
    let mut examples = vec![
        example(
            "SendMediaGroup",
            json!({"media": [document(), document()]}),
            json!({"media": [photo(), photo(), document()]}),
            "`media` must be all of one type, where one is `InputMediaDocument` or \
             `InputMediaAudio`",
        ),
        example(
            "SendLocation",
            json!({"ephemeral_message_parameters": {"receiver_user_id": 1}, "live_period": 0}),
            json!({"ephemeral_message_parameters": {"receiver_user_id": 1}, "live_period": 60}),
            "`live_period` must be 0, when `ephemeral_message_parameters` is given and \
             `live_period` is given",
        ),
        example(
            "SendPoll",
            json!({"open_period": 60}),
            json!({"open_period": 60, "close_date": 2}),
            "`close_date` must be left out, when `open_period` is given",
        ),
        example(
            "SendPoll",
            json!({"type": "quiz", "correct_option_ids": [0]}),
            json!({"type": "quiz"}),
            "`correct_option_ids` must be given, when `type` is \"quiz\"",
        ),
        example(
            "SendPoll",
            json!({"allow_adding_options": true, "is_anonymous": false}),
            json!({"allow_adding_options": true}),
            "`is_anonymous` must be false, when `allow_adding_options` is true",
        ),
        example(
            "SendPoll",
            json!({"allow_adding_options": false, "type": "quiz", "correct_option_ids": [0]}),
            json!({"allow_adding_options": true, "type": "quiz"}),
            "`type` must not be \"quiz\", when `allow_adding_options` is true",
        ),
        example(
            "SetMessageReaction",
            json!({"reaction": [{"type": "emoji", "emoji": "👍"}]}),
            json!({"reaction": [{"type": "paid"}]}),
            "`reaction[*]` must not be `ReactionTypePaid`",
        ),
        example(
            "UnpinChatMessage",
            json!({"business_connection_id": "a", "message_id": 1}),
            json!({"business_connection_id": "a"}),
            "`message_id` must be given, when `business_connection_id` is given",
        ),
        example(
            "SendGift",
            json!({"user_id": 1, "chat_id": 1}),
            json!({}),
            "`user_id` or `chat_id` must be given, but none is",
        ),
        example(
            "SavePreparedKeyboardButton",
            // The server reads one of them.
            json!({"button": {
                "text": "a",
                "request_users": {"request_id": 1},
                "request_chat": {"request_id": 1, "chat_is_channel": true},
            }}),
            json!({"button": {"text": "a"}}),
            "`button.request_users` or `button.request_chat` or `button.request_managed_bot` must \
             be given, but none is",
        ),
        example("EditMessageText", json!({"text": "a"}), json!({}), TEXT),
        example(
            "EditMessageText",
            json!({"text": "a"}),
            thought(false),
            THINKING,
        ),
        example(
            "EditInlineMessageText",
            json!({"text": "a"}),
            json!({}),
            TEXT,
        ),
        example(
            "EditInlineMessageText",
            json!({"text": "a"}),
            thought(true),
            THINKING,
        ),
        example(
            "EditEphemeralMessageText",
            json!({"text": "a"}),
            json!({}),
            TEXT,
        ),
        example(
            "EditEphemeralMessageText",
            json!({"text": "a"}),
            thought(true),
            THINKING,
        ),
        example(
            "SendRichMessage",
            json!({"rich_message": {"html": "a"}}),
            thought(true),
            THINKING,
        ),
        example(
            "CreateNewStickerSet",
            json!({"needs_repainting": true, "sticker_type": "custom_emoji"}),
            json!({"needs_repainting": true}),
            "`sticker_type` must be \"custom_emoji\", when `needs_repainting` is true",
        ),
        example(
            "SendInvoice",
            // Without any button, the client adds one.
            keyboard(json!([[pay, button("url")]])),
            keyboard(json!([[button("url"), button("url")]])),
            "`reply_markup.inline_keyboard[0][0].pay` must be given, when \
             `reply_markup.inline_keyboard[0][0]` is given",
        ),
        example(
            "SendGame",
            keyboard(json!([[game], [button("url")]])),
            keyboard(json!([[button("url")]])),
            "`reply_markup.inline_keyboard[0][0].callback_game` must be given, when \
             `reply_markup.inline_keyboard[0][0]` is given",
        ),
        example(
            "CreateInvoiceLink",
            json!({"business_connection_id": "a", "currency": "XTR"}),
            json!({"business_connection_id": "a"}),
            "`currency` must be \"XTR\", when `business_connection_id` is given",
        ),
        example(
            "CreateInvoiceLink",
            json!({"subscription_period": 2_592_000, "currency": "XTR"}),
            json!({"subscription_period": 2_592_000}),
            "`currency` must be \"XTR\", when `subscription_period` is given",
        ),
        example(
            "CreateInvoiceLink",
            json!({
                "subscription_period": 2_592_000,
                "currency": "XTR",
                "prices": [{"label": "a", "amount": 10000}],
            }),
            json!({
                "subscription_period": 2_592_000,
                "prices": [{"label": "a", "amount": 10000}, {"label": "a", "amount": 1}],
            }),
            "`prices[*].amount` must be at most 10000 in sum, but is 10001, when \
             `subscription_period` is given",
        ),
        example(
            "AnswerShippingQuery",
            json!({"ok": false, "error_message": "a"}),
            json!({"ok": true}),
            "`shipping_options` must be given, when `ok` is true",
        ),
        example(
            "AnswerShippingQuery",
            json!({"ok": false, "error_message": "a"}),
            json!({"ok": false}),
            "`error_message` must be given, when `ok` is false",
        ),
        example(
            "AnswerPreCheckoutQuery",
            json!({"ok": true}),
            json!({"ok": false}),
            "`error_message` must be given, when `ok` is false",
        ),
        example(
            "GetGameHighScores",
            json!({"inline_message_id": "a"}),
            json!({"chat_id": 1}),
            "`chat_id`, `message_id` or `inline_message_id` must be given, but only `chat_id` is",
        ),
        example(
            "ReplyParameters",
            json!({"message_id": 1}),
            // The server treats it as no reply, which is not what anyone means.
            json!({}),
            "`message_id` or `ephemeral_message_id` must be given, but none is",
        ),
        example(
            "ReplyParameters",
            json!({"message_id": 1, "chat_id": 1}),
            json!({"ephemeral_message_id": 1, "chat_id": 1}),
            "`ephemeral_message_id` must be left out, when `chat_id` is given",
        ),
        example(
            "InputChecklist",
            json!({"tasks": [task(1), task(2)]}),
            json!({"tasks": [task(1), task(2), task(1)]}),
            "`tasks[*].id` must not be the same twice, but 1 is",
        ),
        example(
            "InlineKeyboardButton",
            // The server reads the URL.
            json!({"url": "a", "callback_data": "a"}),
            json!({}),
            one_button,
        ),
        example(
            "InputRichMessage",
            json!({"html": "a"}),
            json!({"html": "a", "markdown": "a"}),
            "exactly one of `html`, `markdown`, `blocks` must be given, but `html`, `markdown` are",
        ),
        example(
            "RichMessageButton",
            json!({"disabled": {}}),
            json!({}),
            rich_button,
        ),
        example(
            "RichMessageButton",
            json!({"style": "link", "callback_data": "a"}),
            json!({"style": "link", "url": "a"}),
            "`callback_data` must be given, when `style` is \"link\"",
        ),
        example(
            "RichMessageButton",
            json!({"login_url": {"url": "a"}}),
            json!({"login_url": {"url": "a", "bot_username": "a"}}),
            "`login_url.bot_username` must be left out",
        ),
        example(
            "InputRichBlockMap",
            json!({"width": 5000, "height": 5000}),
            json!({"width": 5000, "height": 5001}),
            "`width` must be at most 10000 in sum with `height`, but is 10001",
        ),
        example(
            "InputRichBlockMap",
            json!({"width": 1, "height": 20}),
            json!({"width": 21, "height": 1}),
            "`width` must be at most 20 times `height`, and the other way round",
        ),
        example(
            "InlineQueryResultsButton",
            json!({"start_parameter": "a"}),
            json!({}),
            "exactly one of `web_app`, `start_parameter` must be given, but none is",
        ),
        example(
            "InlineQueryResultVideo",
            json!({"mime_type": "text/html", "input_message_content": {"message_text": "a"}}),
            json!({"mime_type": "text/html"}),
            "`input_message_content` must be given, when `mime_type` is \"text/html\"",
        ),
    ];
    for (months, stars) in [(3, 1000), (6, 1500), (12, 2500)] {
        let words: &'static str =
            format!("`star_count` must be {stars}, when `month_count` is {months}").leak();
        let of = |stars: i64| json!({"month_count": months, "star_count": stars});
        examples.push(example("GiftPremiumSubscription", of(stars), of(1), words));
    }
    for owner in ["CreateChatInviteLink", "EditChatInviteLink"] {
        examples.push(example(
            owner,
            json!({"creates_join_request": false, "member_limit": 1}),
            json!({"creates_join_request": true, "member_limit": 1}),
            "`member_limit` must be left out, when `creates_join_request` is true",
        ));
    }
    for owner in [
        "SendInvoice",
        "CreateInvoiceLink",
        "InputInvoiceMessageContent",
    ] {
        examples.extend(invoice(owner));
    }
    for call in calls() {
        let has = |name| call.info.param(name).is_some();
        if has("reply_parameters") && has("ephemeral_message_parameters") {
            let reply = json!({"ephemeral_message_id": 1});
            examples.push(example(
                call.name,
                json!({"reply_parameters": reply, "ephemeral_message_parameters": {"receiver_user_id": 1}}),
                json!({"reply_parameters": reply}),
                EPHEMERAL,
            ));
        }
    }
    examples
}

/// Everything with constraints: these, what is required, and the check.
fn owners() -> BTreeMap<&'static str, (Vec<Relation>, Value, Check)> {
    let facts = read();
    let samples = Samples(&facts);
    let calls = calls().into_iter().map(|call| {
        let required = call.info.params().iter().filter(|param| param.required);
        let members = required.map(|param| {
            let value = samples.field(facts[call.info.name()].field(param.name), 0);
            (param.name.to_owned(), value)
        });
        let mut base = Value::Object(members.collect());
        if let Some(message) = base.get_mut("rich_message") {
            *message = json!({"html": "a"});
        }
        let relations = call.info.relations().to_vec();
        (call.name, (relations, base, call.check))
    });
    let objects = objects().into_iter().map(|object| {
        let base = samples.of(object.name, Extent::Required);
        (
            object.name,
            (object.info.relations.to_vec(), base, object.check),
        )
    });
    calls
        .chain(objects)
        .filter(|(_, (relations, ..))| !relations.is_empty())
        .collect()
}

#[test]
fn every_form_of_constraint_accepts_and_rejects_its_examples() {
    let owners = owners();
    let mut seen: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for Example {
        owner,
        good,
        bad,
        words,
    } in examples()
    {
        let (_, base, check) = owners.get(owner).unwrap_or_else(|| panic!("{owner}"));
        let says = |patch: &Value| {
            let mut value = base.clone();
            let patch = patch.as_object().expect("members").clone();
            value.as_object_mut().expect("an object").extend(patch);
            check(&value.to_string()).unwrap_or_else(|error| panic!("{owner} {value}: {error}"))
        };
        assert_eq!(says(&good), Vec::<String>::new(), "{owner} {good}");
        let found = says(&bad);
        assert!(
            found.iter().any(|found| found == words),
            "{owner} {bad}: {found:?}"
        );
        let seen = seen.entry(owner).or_default();
        assert!(!seen.contains(&words), "{owner}: {words} twice");
        seen.push(words);
    }
    // Without an example of its own, a constraint has the form of others that have one.
    let mut forms = BTreeSet::new();
    let mut without = Vec::new();
    for (owner, (relations, ..)) in owners {
        let other = ELSEWHERE.iter().find(|(other, _)| *other == owner);
        let elsewhere = other.map_or(0, |(_, count)| *count);
        let tried = elsewhere + seen.get(owner).map_or(0, Vec::len);
        assert!(
            tried <= relations.len(),
            "{owner} has more examples than constraints"
        );
        let of_owner = relations.iter().map(form);
        if tried == relations.len() {
            forms.extend(of_owner);
        } else {
            without.extend(of_owner.map(|form| (owner, form)));
        }
    }
    for (owner, form) in without {
        assert!(
            forms.contains(&form),
            "{owner}: no example has the form {form}"
        );
    }
}

/// Returns what a constraint tests, without the names and values that it is about.
fn form(relation: &Relation) -> String {
    let test = |condition: &Condition| {
        let test = format!("{:?}", condition.test);
        test.split('(').next().unwrap_or_default().to_owned()
    };
    match relation {
        Relation::Implies(conditions, last) => {
            let tests: Vec<_> = conditions.iter().map(test).collect();
            format!("{} -> {}", tests.join(" and "), test(last))
        }
        other => format!("{other:?}")
            .split('(')
            .next()
            .unwrap_or_default()
            .to_owned(),
    }
}

#[test]
fn what_is_sent_without_any_of_several_fields_is_invalid() {
    let facts = read();
    let samples = Samples(&facts);
    let none = "must be given, but none is";
    let (mut alternatives, mut nested) = (0, 0);
    let owners = owners();
    for object in objects() {
        let entry = &facts[object.name];
        if entry.direction() == "in" {
            continue;
        }
        let needs_one = entry.stated.iter().any(|rule| {
            let kind = rule.split(' ').find(|word| *word != "stated");
            matches!(kind, Some("exactly_one_of" | "required_if_absent"))
        });
        let base = samples.of(object.name, Extent::Required);
        let found = (object.check)(&base.to_string()).expect("an object");
        // Rules of inner objects have a path.
        let is_found = found.iter().any(|found| {
            let is_inner = found.contains("`: ");
            found.ends_with(none) && !is_inner
        });
        assert_eq!(is_found, needs_one, "{}: {found:?}", object.name);
        if !needs_one {
            continue;
        }
        alternatives += 1;
        for call in calls() {
            let fields = facts[call.info.name()].fields.iter();
            for field in fields.filter(|field| field.ty == object.name) {
                let Some((_, call_base, check)) = owners.get(call.name) else {
                    continue;
                };
                let mut method = call_base.clone();
                method[field.name] = base.clone();
                let found = check(&method.to_string()).expect("a method");
                let start = format!("`{}`: ", field.name);
                assert!(
                    found
                        .iter()
                        .any(|found| found.starts_with(&start) && found.ends_with(none)),
                    "{} {}: {found:?}",
                    call.name,
                    field.name
                );
                nested += 1;
            }
        }
    }
    assert!(alternatives > 0 && nested > 0);
}

#[test]
fn pay_and_game_buttons_come_first() {
    let owners = owners();
    let (_, base, check) = &owners["SendMessage"];
    let says = |rows: Value| {
        let mut message = base.clone();
        message["reply_markup"] = json!({"inline_keyboard": rows});
        check(&message.to_string()).expect("a message")
    };
    let url = json!({"text": "a", "url": "a"});
    for (kind, value) in [("pay", json!(true)), ("callback_game", json!({}))] {
        let button = json!({"text": "a", kind: value});
        assert_eq!(says(json!([[button, url], [url]])), Vec::<String>::new());
        // An empty row does not count.
        assert_eq!(says(json!([[], [button, url]])), Vec::<String>::new());
        // The server reads the URL.
        let both = json!({"text": "a", "url": "a", kind: value});
        assert_eq!(says(json!([[url], [both]])), Vec::<String>::new());
        for (rows, place) in [
            (json!([[url, button]]), "[0][1]"),
            (json!([[url], [button]]), "[1][0]"),
        ] {
            let words = format!(
                "`reply_markup.inline_keyboard{place}`: `{kind}` must be in the first object of all"
            );
            assert_eq!(says(rows), [words]);
        }
    }
}

#[test]
fn a_violation_inside_a_parameter_has_its_path() {
    let owners = owners();
    let (_, base, check) = &owners["SendMessage"];
    let mut message = base.clone();
    let row = json!([{"text": "a", "url": "a"}, {"text": "b"}]);
    message["reply_markup"] = json!({"inline_keyboard": [[], row]});
    let found = check(&message.to_string()).expect("a message");
    assert_eq!(found.len(), 1, "{found:?}");
    let start = "`reply_markup.inline_keyboard[1][1]`: `url` or `callback_data` or ";
    assert!(found[0].starts_with(start), "{found:?}");
}
