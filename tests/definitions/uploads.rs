//! Which methods can upload a file, wherever it is in their parameters.

use std::borrow::Cow;
use std::collections::HashMap;

use telegrammar::methods::{GetMe, SendDice, SendMessage, SendPhoto};
use telegrammar::schema::MethodInfo;
use telegrammar::types::{ChatId, InputMedia, InputMediaPhoto, LinkPreviewOptions, Message};
use telegrammar::value::{Param, Value};
use telegrammar::{InputFile, Method, telegram_method, telegram_type};

/// An own object with a file.
#[telegram_type(unlisted)]
#[derive(Debug)]
struct Pet {
    name: String,
    picture: Option<InputFile>,
}

/// An own object with the object above.
#[telegram_type(unlisted)]
#[derive(Debug)]
struct Owner {
    pets: Vec<Pet>,
}

/// An own object without a file.
#[telegram_type(unlisted)]
#[derive(Debug)]
struct Collar {
    color: String,
    sizes: Vec<i64>,
}

/// All fields of an object with a file.
#[telegram_type(unlisted)]
#[derive(Debug)]
struct Dog {
    #[telegram(flatten)]
    base: Pet,
    breed: String,
}

/// An object of the Bot API that cannot hold a file, with a field that can.
#[telegram_type("LinkPreviewOptions")]
#[derive(Debug)]
struct Preview {
    #[telegram(flatten)]
    base: LinkPreviewOptions,
    #[telegram(unlisted)]
    icon: Option<InputFile>,
}

/// An own union, of which one variant holds a file.
#[telegram_type(unlisted)]
#[derive(Debug)]
enum Animal {
    Plain(Collar),
    Pictured(Box<Pet>),
}

/// An own union without a file.
#[telegram_type(unlisted)]
#[derive(Debug)]
enum Thing {
    Text(String),
    Collar(Collar),
}

/// A recursive object with a file, and one without.
#[telegram_type(unlisted)]
#[derive(Debug)]
struct Tree {
    children: Vec<Tree>,
    parent: Option<Box<Tree>>,
    leaf: Option<InputFile>,
}

#[telegram_type(unlisted)]
#[derive(Debug)]
struct Bush {
    children: Vec<Bush>,
    parent: Option<Box<Bush>>,
}

/// Two objects that hold each other.
#[telegram_type(unlisted)]
#[derive(Debug)]
struct Hen {
    eggs: Vec<Egg>,
}

#[telegram_type(unlisted)]
#[derive(Debug)]
struct Egg {
    hen: Option<Box<Hen>>,
    shell: Vec<InputFile>,
}

/// A newtype of a file, and others.
#[derive(Debug)]
struct Picture(InputFile);
impl AsRef<InputFile> for Picture {
    fn as_ref(&self) -> &InputFile {
        &self.0
    }
}
telegrammar::param!(Picture: Upload);

#[derive(Debug)]
struct Sound(InputFile);
telegrammar::param!(Sound: File = |sound| &sound.0);

#[derive(Debug)]
struct Title(String);
telegrammar::param!(Title: Text = |title| &title.0);

#[derive(Debug, serde::Serialize)]
struct Point {
    x: i64,
}
telegrammar::param!(Point);

/// A type that implements the trait by hand.
#[derive(Debug)]
struct ByHand(InputFile);
impl Param for ByHand {
    const CAN_UPLOAD: bool = true;

    fn value(&self) -> Value<'_> {
        Value::File(&self.0)
    }
}

type Alias = Option<Vec<InputFile>>;

/// Declares an unlisted method with a parameter of each type, and returns their descriptions.
macro_rules! methods {
    ($($name:ident: $type:ty,)+) => {
        [$({
            #[telegram_method("frobnicate", unlisted, returns = bool)]
            struct $name {
                value: $type,
            }
            let _ = |call: $name| call.value;
            (stringify!($name), $name::INFO)
        },)+]
    };
}

#[test]
fn an_unlisted_method_that_can_hold_a_file_can_upload() {
    let all: &[(&str, &MethodInfo)] = &methods! {
        Plain: InputFile,
        Optional: Option<InputFile>,
        Boxed: Box<InputFile>,
        List: Vec<InputFile>,
        Array: [InputFile; 2],
        Slice: Box<[InputFile]>,
        Borrowed: Cow<'static, InputFile>,
        Shared: std::sync::Arc<InputFile>,
        Aliased: Alias,
        Rows: Option<Vec<Vec<InputFile>>>,
        Own: Pet,
        OwnList: Option<Vec<Pet>>,
        Nested: Option<Owner>,
        NestedLists: Vec<Vec<Owner>>,
        Flattened: Dog,
        Union: Animal,
        UnionList: Vec<Animal>,
        OfListed: Preview,
        Listed: InputMediaPhoto,
        ListedUnion: Vec<InputMedia>,
        Recursive: Tree,
        InEachOther: Hen,
        OfKindUpload: Option<Picture>,
        OfKindFile: Vec<Sound>,
        Implemented: ByHand,
    };
    for (name, info) in all {
        assert!(info.can_upload, "{name}");
    }
}

#[test]
fn an_unlisted_method_without_a_file_cannot() {
    let all: &[(&str, &MethodInfo)] = &methods! {
        Id: i64,
        Text: Option<String>,
        Chat: ChatId,
        Texts: Vec<String>,
        Own: Collar,
        OwnList: Option<Vec<Collar>>,
        Union: Vec<Thing>,
        Listed: LinkPreviewOptions,
        Received: Box<Message>,
        Recursive: Bush,
        OfKindText: Title,
        BySerde: Point,
        Map: HashMap<String, i64>,
        Any: serde_json::Value,
    };
    for (name, info) in all {
        assert!(!info.can_upload, "{name}");
    }
}

#[telegram_method("waveWithPicture", unlisted, returns = bool)]
struct WaveWithPicture<'a> {
    picture: &'a Pet,
    text: &'a str,
}

#[telegram_method("waveWithPictures", unlisted, returns = bool)]
struct WaveWithPictures<'a> {
    #[telegram(flatten)]
    base: WaveWithPicture<'a>,
    count: Option<i64>,
}

#[telegram_method("sendDice")]
struct SendDiceWithPicture {
    #[telegram(flatten)]
    base: SendDice,
    #[telegram(unlisted)]
    pets: Option<Vec<Pet>>,
}

#[telegram_method("sendDice")]
struct SendDiceWithCollar {
    #[telegram(flatten)]
    base: SendDice,
    #[telegram(unlisted)]
    collar: Option<Collar>,
}

#[telegram_method("getMe")]
struct GetMeWithPicture {
    #[telegram(unlisted)]
    picture: Option<Picture>,
    #[telegram(skip)]
    cache: Option<i64>,
}

#[telegram_method("frobnicate", unlisted, returns = bool)]
struct Skipping {
    #[telegram(skip)]
    file: Option<InputFile>,
    id: i64,
}

#[test]
fn a_file_of_the_base_or_in_an_own_parameter_counts() {
    const {
        assert!(WaveWithPicture::INFO.can_upload && WaveWithPictures::INFO.can_upload);
        assert!(SendDiceWithPicture::INFO.can_upload && !SendDiceWithCollar::INFO.can_upload);
        assert!(GetMeWithPicture::INFO.can_upload && !GetMe::INFO.can_upload);
        assert!(SendPhoto::INFO.can_upload && !SendMessage::INFO.can_upload);
        // What is skipped is not sent.
        assert!(!Skipping::INFO.can_upload);
    }
    let pet = Pet::new("Rex");
    let wave = WaveWithPictures::new(WaveWithPicture::new(&pet, "Hello")).count(1);
    assert_eq!(
        serde_json::to_string(&wave).unwrap(),
        r#"{"picture":{"name":"Rex"},"text":"Hello","count":1}"#
    );
    let dice = SendDiceWithPicture::new(SendDice::new(1)).pets(vec![pet]);
    dice.validate().unwrap();
    let dice = SendDiceWithCollar::new(SendDice::new(1)).collar(Collar::new("red", vec![1]));
    dice.validate().unwrap();
    let call = GetMeWithPicture::new().picture(Picture(InputFile::id("a")));
    assert!(call.cache.is_none() && call.validate().is_ok());
    assert!(Skipping::new(1).file.is_none());
}
