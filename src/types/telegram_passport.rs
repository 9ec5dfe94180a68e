//! Section [Telegram Passport](https://core.telegram.org/bots/api#telegram-passport).

use super::*;
use crate::telegram_type;

/// Telegram Passport data a user shared with the bot.
///
/// [Bot API](https://core.telegram.org/bots/api#passportdata)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportData {
    /// The shared documents and other elements, encrypted.
    pub data: Vec<EncryptedPassportElement>,
    /// Credentials for decrypting the data; encrypted themselves.
    pub credentials: EncryptedCredentials,
}

/// A file from Telegram Passport; once decrypted, a JPEG of at most 10 MB.
///
/// [Bot API](https://core.telegram.org/bots/api#passportfile)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportFile {
    /// Id for downloading or reusing the file.
    pub file_id: String,
    /// Id that stays the same over time and across bots, but cannot be used for downloads.
    pub file_unique_id: String,
    /// Size in bytes.
    pub file_size: i64,
    /// When the file was uploaded, as Unix time in seconds.
    pub file_date: i64,
}

/// One encrypted document or other Telegram Passport element shared by a user.
///
/// [Bot API](https://core.telegram.org/bots/api#encryptedpassportelement)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EncryptedPassportElement {
    /// Kind of element, such as `"passport"`, `"utility_bill"` or `"email"`.
    pub r#type: PassportElementType,
    /// Encrypted data in base64, to decrypt with `EncryptedCredentials`; only for personal
    /// details, addresses and identity documents.
    pub data: Option<String>,
    /// Verified phone number of the user; `"phone_number"` only.
    pub phone_number: Option<String>,
    /// Verified email address of the user; `"email"` only.
    pub email: Option<String>,
    /// Encrypted scans, to decrypt with `EncryptedCredentials`; only for bills, statements, rental
    /// agreements and registrations.
    pub files: Option<Vec<PassportFile>>,
    /// Encrypted front of the document, to decrypt with `EncryptedCredentials`; only for
    /// passports, driver licenses and identity cards.
    pub front_side: Option<PassportFile>,
    /// Encrypted back of the document, to decrypt with `EncryptedCredentials`; only for
    /// `"driver_license"` and `"identity_card"`.
    pub reverse_side: Option<PassportFile>,
    /// Encrypted photo of the user with the document, to decrypt with `EncryptedCredentials`;
    /// identity documents only, if asked for.
    pub selfie: Option<PassportFile>,
    /// Encrypted translations of the document, to decrypt with `EncryptedCredentials`; documents
    /// only, if asked for.
    pub translation: Option<Vec<PassportFile>>,
    /// Hash of the element in base64, for `PassportElementErrorUnspecified`.
    pub hash: String,
}

/// What is needed to decrypt and authenticate an `EncryptedPassportElement`.
///
/// [Bot API](https://core.telegram.org/bots/api#encryptedcredentials)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EncryptedCredentials {
    /// Encrypted JSON in base64 that holds the payload, data hashes and secrets.
    pub data: String,
    /// Hash of the data in base64, to authenticate it.
    pub hash: String,
    /// Base64 secret for decrypting the data; itself encrypted to the bot's public RSA key.
    pub secret: String,
}

/// A problem with a Telegram Passport element, for the user to fix.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerror)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PassportElementError {
    /// A problem with a data field. It counts as fixed once the value changes.
    DataField(PassportElementErrorDataField),
    /// A problem with the front of a document. It counts as fixed once that file changes.
    FrontSide(PassportElementErrorFrontSide),
    /// A problem with the back of a document. It counts as fixed once that file changes.
    ReverseSide(PassportElementErrorReverseSide),
    /// A problem with the selfie with a document. It counts as fixed once that file changes.
    Selfie(PassportElementErrorSelfie),
    /// A problem with one scan of a document. It counts as fixed once that file changes.
    File(PassportElementErrorFile),
    /// A problem with a set of scans. It counts as fixed once the set changes.
    Files(PassportElementErrorFiles),
    /// A problem with one file of a translation. It counts as fixed once that file changes.
    TranslationFile(PassportElementErrorTranslationFile),
    /// A problem with a whole translation. It counts as fixed once one of its files changes.
    TranslationFiles(PassportElementErrorTranslationFiles),
    /// A problem somewhere in an element. It counts as fixed once new data is added.
    Unspecified(PassportElementErrorUnspecified),
}

/// A problem with a data field. It counts as fixed once the value changes.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerrordatafield)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportElementErrorDataField {
    /// Section at fault: `"address"`, `"personal_details"`, `"passport"`, `"internal_passport"`,
    /// `"driver_license"` or `"identity_card"`.
    pub r#type: PassportElementType,
    /// Name of the faulty field.
    pub field_name: String,
    /// Hash of the data in base64.
    pub data_hash: String,
    /// Error text to show to the user.
    pub message: String,
}

/// A problem with the front of a document. It counts as fixed once that file changes.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerrorfrontside)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportElementErrorFrontSide {
    /// Section at fault: `"passport"`, `"internal_passport"`, `"driver_license"` or
    /// `"identity_card"`.
    pub r#type: PassportElementType,
    /// Hash of the front side file, in base64.
    pub file_hash: String,
    /// Error text to show to the user.
    pub message: String,
}

/// A problem with the back of a document. It counts as fixed once that file changes.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerrorreverseside)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportElementErrorReverseSide {
    /// Section at fault: `"driver_license"` or `"identity_card"`.
    pub r#type: PassportElementType,
    /// Hash of the reverse side file, in base64.
    pub file_hash: String,
    /// Error text to show to the user.
    pub message: String,
}

/// A problem with the selfie with a document. It counts as fixed once that file changes.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerrorselfie)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportElementErrorSelfie {
    /// Section at fault: `"passport"`, `"internal_passport"`, `"driver_license"` or
    /// `"identity_card"`.
    pub r#type: PassportElementType,
    /// Hash of the selfie file, in base64.
    pub file_hash: String,
    /// Error text to show to the user.
    pub message: String,
}

/// A problem with one scan of a document. It counts as fixed once that file changes.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerrorfile)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportElementErrorFile {
    /// Section at fault, such as `"utility_bill"`, `"rental_agreement"` or
    /// `"passport_registration"`.
    pub r#type: PassportElementType,
    /// Hash of the scan file, in base64.
    pub file_hash: String,
    /// Error text to show to the user.
    pub message: String,
}

/// A problem with a set of scans. It counts as fixed once the set changes.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerrorfiles)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportElementErrorFiles {
    /// Section at fault, such as `"utility_bill"`, `"rental_agreement"` or
    /// `"passport_registration"`.
    pub r#type: PassportElementType,
    /// Hashes of the scan files, in base64.
    pub file_hashes: Vec<String>,
    /// Error text to show to the user.
    pub message: String,
}

/// A problem with one file of a translation. It counts as fixed once that file changes.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerrortranslationfile)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportElementErrorTranslationFile {
    /// Section at fault: an identity document, bill, statement, rental agreement or registration.
    pub r#type: PassportElementType,
    /// Hash of the translation file, in base64.
    pub file_hash: String,
    /// Error text to show to the user.
    pub message: String,
}

/// A problem with a whole translation. It counts as fixed once one of its files changes.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerrortranslationfiles)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportElementErrorTranslationFiles {
    /// Section at fault: an identity document, bill, statement, rental agreement or registration.
    pub r#type: PassportElementType,
    /// Hashes of the translation files, in base64.
    pub file_hashes: Vec<String>,
    /// Error text to show to the user.
    pub message: String,
}

/// A problem somewhere in an element. It counts as fixed once new data is added.
///
/// [Bot API](https://core.telegram.org/bots/api#passportelementerrorunspecified)
#[telegram_type]
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PassportElementErrorUnspecified {
    /// Kind of element at fault.
    pub r#type: String,
    /// Hash of the element, in base64.
    pub element_hash: String,
    /// Error text to show to the user.
    pub message: String,
}
