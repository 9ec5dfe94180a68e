//! The class of every method, compared with a list that is maintained independently of the text.

use super::*;

/// The methods whose second call has a second effect: they send, create, transfer or pay something.
const ONCE: &[&str] = &[
    "sendMessage",
    "forwardMessage",
    "forwardMessages",
    "copyMessage",
    "copyMessages",
    "sendPhoto",
    "sendLivePhoto",
    "sendAudio",
    "sendDocument",
    "sendVideo",
    "sendAnimation",
    "sendVoice",
    "sendVideoNote",
    "sendPaidMedia",
    "sendMediaGroup",
    "sendLocation",
    "sendVenue",
    "sendContact",
    "sendPoll",
    "sendChecklist",
    "sendDice",
    "sendMessageDraft",
    "sendChatAction",
    "exportChatInviteLink",
    "createChatInviteLink",
    "createChatSubscriptionInviteLink",
    "sendChatJoinRequestWebApp",
    "createForumTopic",
    "replaceManagedBotToken",
    "sendGift",
    "giftPremiumSubscription",
    "transferBusinessAccountStars",
    "convertGiftToStars",
    "upgradeGift",
    "transferGift",
    "postStory",
    "repostStory",
    "savePreparedInlineMessage",
    "savePreparedKeyboardButton",
    "sendSticker",
    "uploadStickerFile",
    "createNewStickerSet",
    "addStickerToSet",
    "replaceStickerInSet",
    "sendRichMessage",
    "sendRichMessageDraft",
    "sendInvoice",
    "createInvoiceLink",
    "refundStarPayment",
    "sendGame",
];

/// The number of repeatable methods for each verb. Their calls query, or set a state that is the
/// same after a second call.
const REPEATABLE: &[(&str, usize)] = &[
    ("answer", 7),
    ("approve", 2),
    ("ban", 2),
    ("close", 3),
    ("decline", 2),
    ("delete", 14),
    ("edit", 16),
    ("get", 32),
    ("hide", 1),
    ("leave", 1),
    ("log", 1),
    ("pin", 1),
    ("promote", 1),
    ("read", 1),
    ("remove", 4),
    ("reopen", 2),
    ("restrict", 1),
    ("revoke", 1),
    ("set", 32),
    ("stop", 2),
    ("unban", 2),
    ("unhide", 1),
    ("unpin", 4),
    ("verify", 2),
];

fn verb(method: &str) -> &str {
    method.split(char::is_uppercase).next().unwrap_or(method)
}

fn of_class(class: CallClass) -> Vec<&'static str> {
    let of_class = methods().into_iter().filter(|method| method.class == class);
    of_class.map(|method| method.name).collect()
}

#[test]
fn every_method_states_its_class() {
    for line in TEXT.lines().filter(|line| line.starts_with("method ")) {
        let classes = line
            .split(' ')
            .filter(|word| CallClass::parse(word).is_some());
        assert_eq!(classes.count(), 1, "{line}");
        let last = line.rsplit(' ').next();
        assert!(last.and_then(CallClass::parse).is_some(), "{line}");
    }
}

fn is_repeatable(name: &str) -> bool {
    method(name).is_some_and(|method| method.is_repeatable())
}

fn is_long_poll(name: &str) -> bool {
    method(name).is_some_and(|method| method.is_long_poll())
}

#[test]
fn methods_with_a_second_effect_are_called_once() {
    assert_eq!(of_class(CallClass::Once), ONCE);
    for name in ONCE {
        assert!(!is_repeatable(name) && !is_long_poll(name), "{name}");
    }
}

#[test]
fn all_other_methods_are_repeatable() {
    let repeatable: Vec<_> = method_names().filter(|name| is_repeatable(name)).collect();
    assert_eq!(repeatable.len() + ONCE.len(), 185);
    for (known, number) in REPEATABLE {
        let found = count(&repeatable, |name| verb(name) == *known);
        assert_eq!(found, *number, "{known}");
    }
    let counted: usize = REPEATABLE.iter().map(|(_, number)| number).sum();
    assert_eq!(counted, repeatable.len());
}

#[test]
fn the_one_long_poll_asks_for_updates() {
    assert_eq!(of_class(CallClass::LongPoll), ["getUpdates"]);
    assert!(is_long_poll("getUpdates") && is_repeatable("getUpdates"));
}

#[test]
fn an_unlisted_method_is_called_once() {
    for name in ["", "frobnicate", "getFoo", "setDogName"] {
        assert!(!is_repeatable(name) && !is_long_poll(name), "{name}");
    }
}
