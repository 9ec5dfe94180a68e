//! Definitions with a wrong base, or with a wrong place for unknown members.

use telegrammar::methods::{EditInlineMessageText, EditMessageText, SendMessage, SendPhoto};
use telegrammar::types::{Chat, InputMediaPhoto, Message, MessageOrigin, Update, User};
use telegrammar::value::UnknownFields;
use telegrammar::{telegram_method, telegram_type};

// A base of the wrong kind.

#[telegram_method("sendMessage")]
struct SendNumber {
    #[telegram(flatten)]
    base: i64, //~ E0277
    #[telegram(unlisted)]
    mood: Option<String>,
}

#[telegram_method("sendMessage", returns = Message)]
struct SendObject {
    #[telegram(flatten)]
    base: Message, //~ E0277
}

#[telegram_method("sendMessage")]
struct SendBoxed {
    #[telegram(flatten)]
    base: Box<SendMessage>, //~ E0277
}

#[telegram_type(unlisted)]
struct OfMethod {
    #[telegram(flatten)]
    base: SendMessage, //~ E0277
    mood: Option<String>,
}

#[telegram_type(unlisted)]
struct OfUnion {
    #[telegram(flatten)]
    base: MessageOrigin, //~ E0277
    #[telegram(rest)]
    rest: UnknownFields,
}

#[telegram_type("Message")]
struct OfBoxed {
    #[telegram(flatten)]
    base: Box<Message>, //~ E0277
}

// A base of another name.

#[telegram_method("sendMessage")]
struct SendOther {
    #[telegram(flatten)]
    base: SendPhoto, //~ E0080
}

#[telegram_type("Message")]
struct OtherMessage {
    #[telegram(flatten)]
    base: User, //~ E0080
}

// Two bases.

#[telegram_type(unlisted)]
struct TwoBases {
    #[telegram(flatten)]
    user: User,
    #[telegram(flatten)] //~ error
    chat: Chat,
    count: Option<i64>,
}

#[telegram_method("sendMessage")]
struct SendTwoBases {
    #[telegram(flatten)]
    base: SendMessage,
    #[telegram(flatten)] //~ error
    photo: SendPhoto,
}

// A base that is the definition itself.

#[telegram_type(unlisted)]
#[derive(Clone, Debug, PartialEq)]
struct OfItself {
    #[telegram(flatten)]
    base: OfItself, //~ error
    count: Option<i64>,
}

#[telegram_method("sendMessage")]
struct SendItself<'a> {
    #[telegram(flatten)]
    base: Box<SendItself<'a>>, //~ error
    #[telegram(unlisted)]
    mood: Option<&'a str>,
}

// A forgotten key.

#[telegram_method("sendMessage")]
struct SendUnmarked {
    base: SendMessage, //~ error
    #[telegram(unlisted)]
    mood: Option<String>,
}

#[telegram_type("Message")]
struct Unmarked {
    base: telegrammar::types::Message, //~ error
    rest: UnknownFields, //~ error
}

#[telegram_type(unlisted)]
struct UnmarkedRest {
    count: Option<i64>,
    rest: UnknownFields, //~ error
}

// A result that the parameters of the base exclude.

#[telegram_method("editMessageText", returns = bool)] //~ E0277
struct EditText {
    #[telegram(flatten)]
    base: EditMessageText,
}

#[telegram_method("editMessageText", returns = Message)] //~ E0277
struct EditInline {
    #[telegram(flatten)]
    base: EditInlineMessageText,
}

#[telegram_method("editMessageText")] //~ E0080
struct EditEither {
    #[telegram(flatten)]
    base: EditMessageText,
    inline_message_id: Option<String>,
}

#[telegram_method("editMessageText")]
struct EditNumber {
    #[telegram(flatten)]
    base: i64, //~ E0277
}

// Members that the base has too.

#[telegram_method("sendMessage")]
struct SendTwice {
    #[telegram(flatten)]
    base: SendMessage,
    text: String, //~ error
    #[telegram(unlisted)]
    mood: Option<String>,
}

#[telegram_method("sendMessage")]
struct SendTwiceMaybe {
    #[telegram(flatten)]
    base: SendMessage,
    text: Option<String>, //~ error
}

#[telegram_method("sendMessage")]
struct SendLess {
    chat_id: i64,
    text: String,
}

#[telegram_method("sendMessage")]
struct SendLessTwice {
    #[telegram(flatten)]
    base: SendLess,
    text: Option<String>, //~ E0080
}

#[telegram_type("Message")]
struct OtherText {
    #[telegram(flatten)]
    base: Message,
    text: Option<i64>, //~ error
}

#[telegram_type(unlisted)]
struct TaggedTwice {
    #[telegram(flatten)]
    base: InputMediaPhoto,
    #[telegram(rename = "type")]
    kind: String, //~ E0080
}

#[telegram_type(unlisted)]
struct StoredTwice {
    #[telegram(flatten)]
    base: Update,
    #[telegram(rest)]
    rest: UnknownFields, //~ E0080
}

// Constraints on members of the base.

#[telegram_method("sendMessage", one_of(caption, mood))] //~ E0080
struct SendNoCaption {
    #[telegram(flatten)]
    base: SendMessage,
    #[telegram(unlisted)]
    mood: Option<String>,
}

#[telegram_method("sendMessage", one_of(mood, text))] //~ E0080
struct SendTextOrMood {
    #[telegram(flatten)]
    base: SendMessage,
    #[telegram(unlisted)]
    mood: Option<String>,
}

// More fields than a table can hold, together with those of the base.

#[telegram_type(unlisted)]
struct Many {
    #[telegram(flatten)]
    base: Message, //~ E0080
    n0: Option<i64>, n1: Option<i64>, n2: Option<i64>, n3: Option<i64>, n4: Option<i64>, n5: Option<i64>, n6: Option<i64>, n7: Option<i64>,
    n8: Option<i64>, n9: Option<i64>, n10: Option<i64>, n11: Option<i64>, n12: Option<i64>, n13: Option<i64>, n14: Option<i64>, n15: Option<i64>,
    n16: Option<i64>, n17: Option<i64>, n18: Option<i64>, n19: Option<i64>, n20: Option<i64>, n21: Option<i64>, n22: Option<i64>, n23: Option<i64>,
    n24: Option<i64>, n25: Option<i64>, n26: Option<i64>, n27: Option<i64>, n28: Option<i64>, n29: Option<i64>, n30: Option<i64>, n31: Option<i64>,
    n32: Option<i64>, n33: Option<i64>, n34: Option<i64>, n35: Option<i64>, n36: Option<i64>, n37: Option<i64>, n38: Option<i64>, n39: Option<i64>,
    n40: Option<i64>, n41: Option<i64>, n42: Option<i64>, n43: Option<i64>, n44: Option<i64>, n45: Option<i64>, n46: Option<i64>, n47: Option<i64>,
    n48: Option<i64>, n49: Option<i64>, n50: Option<i64>, n51: Option<i64>, n52: Option<i64>, n53: Option<i64>, n54: Option<i64>, n55: Option<i64>,
    n56: Option<i64>, n57: Option<i64>, n58: Option<i64>, n59: Option<i64>, n60: Option<i64>, n61: Option<i64>, n62: Option<i64>, n63: Option<i64>,
    n64: Option<i64>, n65: Option<i64>, n66: Option<i64>, n67: Option<i64>, n68: Option<i64>, n69: Option<i64>, n70: Option<i64>, n71: Option<i64>,
    n72: Option<i64>, n73: Option<i64>, n74: Option<i64>, n75: Option<i64>, n76: Option<i64>, n77: Option<i64>, n78: Option<i64>, n79: Option<i64>,
    n80: Option<i64>, n81: Option<i64>, n82: Option<i64>, n83: Option<i64>, n84: Option<i64>, n85: Option<i64>, n86: Option<i64>, n87: Option<i64>,
    n88: Option<i64>, n89: Option<i64>, n90: Option<i64>, n91: Option<i64>, n92: Option<i64>, n93: Option<i64>, n94: Option<i64>, n95: Option<i64>,
    n96: Option<i64>, n97: Option<i64>, n98: Option<i64>, n99: Option<i64>, n100: Option<i64>, n101: Option<i64>, n102: Option<i64>, n103: Option<i64>,
    n104: Option<i64>, n105: Option<i64>, n106: Option<i64>, n107: Option<i64>, n108: Option<i64>, n109: Option<i64>, n110: Option<i64>, n111: Option<i64>,
    n112: Option<i64>, n113: Option<i64>, n114: Option<i64>, n115: Option<i64>, n116: Option<i64>, n117: Option<i64>, n118: Option<i64>, n119: Option<i64>,
    n120: Option<i64>, n121: Option<i64>, n122: Option<i64>, n123: Option<i64>, n124: Option<i64>, n125: Option<i64>, n126: Option<i64>, n127: Option<i64>,
    n128: Option<i64>, n129: Option<i64>, n130: Option<i64>, n131: Option<i64>, n132: Option<i64>, n133: Option<i64>, n134: Option<i64>, n135: Option<i64>,
    n136: Option<i64>, n137: Option<i64>, n138: Option<i64>, n139: Option<i64>, n140: Option<i64>, n141: Option<i64>, n142: Option<i64>, n143: Option<i64>,
    n144: Option<i64>, n145: Option<i64>, n146: Option<i64>, n147: Option<i64>, n148: Option<i64>, n149: Option<i64>, n150: Option<i64>, n151: Option<i64>,
    n152: Option<i64>, n153: Option<i64>, n154: Option<i64>, n155: Option<i64>, n156: Option<i64>, n157: Option<i64>, n158: Option<i64>, n159: Option<i64>,
}

// Unknown members in a wrong type.

#[telegram_type(unlisted)]
struct RestOfText {
    name: String,
    #[telegram(rest)]
    rest: String, //~ E0277
}

fn main() {
    // The definitions can be used as if they were right.
    let _ = SendTwice::new(SendMessage::new(1, "a"), "b").mood("c").validate();
    let _ = SendOther::new(SendPhoto::new(1, telegrammar::InputFile::id("a"))).validate();
    let _ = RestOfText::new("a").validate();
    let _ = TaggedTwice::INFO;
    let _ = EditNumber::new(1).validate();
    let _ = TwoBases::INFO;
    let _ = SendUnmarked::new(SendMessage::new(1, "a")).mood("c").validate();
    let _ = UnmarkedRest::new().count(1).validate();
    let _ = SendTwiceMaybe::new(SendMessage::new(1, "a")).text("b").validate();
}
