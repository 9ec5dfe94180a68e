//! Users' own types whose inside is unknown, or of another kind.

struct Text(String);
telegrammar::param!(Text: Text); //~ E0277

struct Chat(String);
telegrammar::param!(Chat: Chat); //~ E0277

struct File(String);
telegrammar::param!(File: File, Text); //~ E0277

struct Upload(String);
telegrammar::param!(Upload: Upload, File); //~ E0277

struct UserId(i64);
telegrammar::param!(UserId: Long, Integer); //~ E0277

struct Limit(u8);
telegrammar::param!(Limit: Integer); //~ E0277

struct Ratio(f64);
telegrammar::param!(Ratio: Float); //~ E0277

struct Flag(bool);
telegrammar::param!(Flag: Boolean); //~ E0277

struct Point {
    x: f64,
}
telegrammar::param!(Point); //~ E0277

struct WrongView(String);
telegrammar::param!(WrongView: Long, Integer = |text| &text.0); //~ E0277

struct NarrowView(i32);
telegrammar::param!(NarrowView: Long = |id| id.0); //~ E0277

struct TextView(usize);
telegrammar::param!(TextView: Text = |text| text.0.to_string()); //~ E0277

struct SecondKind(String);
impl AsRef<str> for SecondKind {
    fn as_ref(&self) -> &str {
        &self.0
    }
}
telegrammar::param!(SecondKind: Text, Long); //~ E0277

struct SecondKindOfView(i64);
telegrammar::param!(SecondKindOfView: Long, Text = |id| id.0); //~ E0277

#[derive(serde::Serialize, Default)]
struct NeverRead {
    x: f64,
}
telegrammar::field!(NeverRead); //~ E0277

#[derive(serde::Serialize, serde::Deserialize)]
struct NoDefault {
    x: f64,
}
telegrammar::field!(NoDefault); //~ E0277

#[derive(Default, serde::Deserialize)]
struct InAField(String);
telegrammar::field!(InAField: Text = |text| &text.1); //~ E0609

fn main() {}
