//! Values that were sent as values that are received: an `InputPollOption` as a `PollOption`, the id of a
//! file as the file.

use serde_json::{Map, Value};
use telegrammar::schema::{ApiType, Discriminator, FieldInfo, TypeInfo};

use super::arguments::Arguments;
use super::call::{Call, bad};
use super::{sample, schema};
use crate::protocol::envelope::Answer;
use crate::protocol::refusal::Refusal;
use crate::world::{Bot, Kind, StoredFile};

/// Converts values of one call.
pub(super) struct Converter<'b, 'c> {
    pub(super) bot: &'b mut Bot,
    pub(super) arguments: &'b Arguments<'c>,
    pub(super) now: i64,
}

impl<'b, 'c> Converter<'b, 'c> {
    pub(super) fn new(bot: &'b mut Bot, call: &'b Call<'c>) -> Self {
        Self {
            bot,
            arguments: &call.arguments,
            now: call.now,
        }
    }

    /// Sets the fields of an object that have the names of `given`.
    pub(super) fn fill(
        &mut self,
        info: &TypeInfo,
        given: &Map<String, Value>,
        members: &mut Map<String, Value>,
    ) -> Result<(), Answer> {
        for field in info.fields {
            let Some(value) = given.get(field.name) else {
                // An object of what is given, such as the location of a venue.
                if field.required
                    && let ApiType::Object(name) = field.api_type
                    && let Some(inner) = schema::object(name)
                    && inner
                        .fields
                        .iter()
                        .any(|it| it.required && given.contains_key(it.name))
                    && !matches!(name, "User" | "Chat")
                {
                    let value = self.object(inner, given)?;
                    members.insert(field.name.to_owned(), value.into());
                }
                continue;
            };
            // The server takes a thumbnail as an upload only.
            let is_upload = value.as_str().is_some_and(|it| it.starts_with("attach://"));
            if field.name == "thumbnail" && value.is_string() && !is_upload {
                continue;
            }
            if let Some(value) = self.value(field, value)? {
                members.insert(field.name.to_owned(), value);
            }
        }
        Ok(())
    }

    /// Creates an object of what is given, and of made-up values for what is required.
    pub(super) fn object(
        &mut self,
        info: &TypeInfo,
        given: &Map<String, Value>,
    ) -> Result<Map<String, Value>, Answer> {
        let mut members = sample::object(info, self.now);
        self.fill(info, given, &mut members)?;
        if info.name == "PollOption" {
            members.insert(
                "persistent_id".to_owned(),
                self.bot.number().to_string().into(),
            );
        }
        self.media(info, given, &mut members)?;
        Ok(members)
    }

    /// Returns the value of a field. `None` if the field cannot hold it, or if it is a flag that is off.
    fn value(&mut self, field: &FieldInfo, value: &Value) -> Result<Option<Value>, Answer> {
        if !field.required && value == &Value::Bool(false) {
            return Ok(None);
        }
        self.convert(field.name, &field.api_type, value)
    }

    pub(super) fn convert(
        &mut self,
        name: &str,
        ty: &ApiType,
        value: &Value,
    ) -> Result<Option<Value>, Answer> {
        Ok(match (ty, value) {
            (ApiType::Array(ApiType::Object("PhotoSize")), Value::String(id)) => {
                Some(self.photo(id)?)
            }
            // In a rich message, media are objects.
            (ApiType::Array(ApiType::Object("PhotoSize")), Value::Object(given)) => {
                match given.get("media").and_then(Value::as_str) {
                    Some(id) => Some(self.photo(id)?),
                    None => None,
                }
            }
            (ApiType::Array(item), Value::Array(values)) => {
                let mut items = Vec::new();
                for value in values {
                    items.extend(self.convert(name, item, value)?);
                }
                Some(items.into())
            }
            (ApiType::Object(object), Value::Object(given)) => match schema::object(object) {
                Some(info) => {
                    let rows = given.get("inline_keyboard").and_then(Value::as_array);
                    let has_buttons = rows.is_some_and(|rows| {
                        rows.iter()
                            .any(|row| row.as_array().is_some_and(|row| !row.is_empty()))
                    });
                    if *object == "InlineKeyboardMarkup" && !has_buttons {
                        return Ok(None);
                    }
                    let media = given.get("media").and_then(Value::as_str);
                    if let Some(id) = media.filter(|_| schema::field(info, "file_id").is_some()) {
                        let mut file = Value::Object(self.file(name, info, id)?);
                        self.describe(ty, given, &mut file)?;
                        return Ok(Some(file));
                    }
                    Some(self.object(info, given)?.into())
                }
                None => self.variant(object, given)?,
            },
            (ApiType::Object(object), Value::String(id)) => match schema::object(object) {
                Some(info) if schema::field(info, "file_id").is_some() => {
                    Some(self.file(name, info, id)?.into())
                }
                // An option of a poll may be only its text.
                Some(info) if schema::field(info, "text").is_some() => {
                    let given = Map::from_iter([("text".to_owned(), value.clone())]);
                    Some(self.object(info, &given)?.into())
                }
                // A union with texts.
                None => Some(value.clone()),
                Some(_) => None,
            },
            (ApiType::Object(_), other) if !other.is_array() => None,
            (ApiType::OneOf(types), _) => {
                for ty in *types {
                    if let Some(value) = self.convert(name, ty, value)? {
                        return Ok(Some(value));
                    }
                }
                None
            }
            (ApiType::Object(_) | ApiType::ChatId | ApiType::InputFile, _)
            | (ApiType::Integer | ApiType::Float, Value::Number(_))
            | (ApiType::Boolean, Value::Bool(_))
            | (ApiType::String, Value::String(_)) => Some(value.clone()),
            (ApiType::String, Value::Number(number)) => Some(number.to_string().into()),
            _ => None,
        })
    }

    /// Returns the variant with the tag of the given object, or the first one without a tag.
    fn variant(
        &mut self,
        union: &str,
        given: &Map<String, Value>,
    ) -> Result<Option<Value>, Answer> {
        let Some(union) = schema::union(union) else {
            return Ok(None);
        };
        let tag = match union.discriminator {
            Discriminator::Tag(tag) => given.get(tag).and_then(Value::as_str),
            _ => None,
        };
        let mut variants = union.variants.iter();
        let variant = variants.find(|variant| tag.is_none_or(|tag| variant.tag == tag));
        match variant.and_then(|variant| schema::object(variant.name)) {
            Some(info) => Ok(Some(self.object(info, given)?.into())),
            None => Ok(None),
        }
    }

    /// Sets the content of an object for media: `{"type": "photo", "media": …}` has a `photo`.
    pub(super) fn media(
        &mut self,
        info: &TypeInfo,
        given: &Map<String, Value>,
        members: &mut Map<String, Value>,
    ) -> Result<(), Answer> {
        let kind = given.get("type").and_then(Value::as_str);
        let file = given.get("media").filter(|file| file.is_string());
        let Some((kind, field)) = kind.and_then(|kind| Some((kind, schema::field(info, kind)?)))
        else {
            return Ok(());
        };
        let content = match file {
            Some(file) => self.convert(kind, &field.api_type, file)?,
            None => match field.api_type {
                ApiType::Object(name) => schema::object(name)
                    .map(|inner| self.object(inner, given))
                    .transpose()?
                    .map(Value::Object),
                _ => None,
            },
        };
        if let Some(mut content) = content {
            self.describe(&field.api_type, given, &mut content)?;
            members.insert(kind.to_owned(), content);
        }
        Ok(())
    }

    /// Sets what is given about a file beside it, such as its duration.
    pub(super) fn describe(
        &mut self,
        ty: &ApiType,
        given: &Map<String, Value>,
        content: &mut Value,
    ) -> Result<(), Answer> {
        if let (ApiType::Object(name), Value::Object(members)) = (ty, content)
            && let Some(info) = schema::object(name)
        {
            // A file has the name and type that it was uploaded with.
            let mut given = given.clone();
            for own in ["type", "file_id", "file_name", "mime_type"] {
                given.remove(own);
            }
            self.fill(info, &given, members)?;
            if let Some(id) = members.get("file_id").and_then(Value::as_str) {
                self.bot.files.remember(id, info.name, members);
            }
        }
        Ok(())
    }

    /// Returns the file that is uploaded, or that an id or URL refers to.
    pub(super) fn stored(&mut self, kind: Kind, value: &str) -> Result<StoredFile, Answer> {
        if let Some(upload) = self.arguments.upload(value) {
            let content = upload.content().clone();
            if content.is_empty() {
                return Err(bad("file must be non-empty"));
            }
            let (name, mime_type) = (upload.file_name(), upload.mime_type());
            return Ok(self.bot.files.add(kind, Some(name), mime_type, content));
        }
        if value.starts_with("attach://") {
            return Err(Refusal::WrongFile.answer());
        }
        let referred = self.bot.files.refer(kind, value);
        referred.map_err(|text| bad(&text))
    }

    fn file(
        &mut self,
        name: &str,
        info: &TypeInfo,
        id: &str,
    ) -> Result<Map<String, Value>, Answer> {
        let file = self.stored(Kind::of(name), id)?;
        if file.kind == Kind::of(name)
            && let Some(known) = self.bot.files.remembered(&file.id, info.name)
        {
            return Ok(known);
        }
        let mut members = sample::object(info, self.now);
        members.append(&mut file.members());
        for (name, value) in [
            ("file_name", file.file_name.clone()),
            ("mime_type", Some(file.mime_type.clone())),
        ] {
            if let Some(value) = value.filter(|_| schema::field(info, name).is_some()) {
                members.insert(name.to_owned(), value.into());
            }
        }
        Ok(members)
    }

    /// Returns the sizes of a photo, smallest first.
    fn photo(&mut self, id: &str) -> Result<Value, Answer> {
        let photo = self.stored(Kind::of("photo"), id)?;
        let sizes = self.bot.files.sizes(&photo).into_iter();
        let sizes: Vec<_> = sizes.map(|(file, side)| file.size(side)).collect();
        Ok(sizes.into())
    }
}
