//! `serde::Serialize` for methods: through the same view of a value that the encoder reads.

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};

use crate::client::method::{Arguments, Method};
use crate::schema::MethodInfo;
use crate::value::Value;
use crate::value::object::Object;

/// Writes the arguments of `method` as a map from wire name to value, without those left out.
///
/// # Errors
///
/// The serializer's own.
pub fn serialize<M: Method, S: Serializer>(method: &M, serializer: S) -> Result<S::Ok, S::Error> {
    write(M::INFO, method, serializer)
}

fn write<S: Serializer>(
    info: &'static MethodInfo,
    arguments: &dyn Arguments,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let given = || {
        info.params.iter().enumerate().filter_map(|(index, param)| {
            let value = arguments.argument(index)?.value();
            (!matches!(value, Value::Absent)).then_some((param.name, value))
        })
    };
    let mut map = serializer.serialize_map(Some(given().count()))?;
    for (name, value) in given() {
        map.serialize_entry(name, &value)?;
    }
    map.end()
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Absent | Self::Kept(_) => serializer.serialize_none(),
            Self::Bool(value) => serializer.serialize_bool(value),
            Self::Int(value) => serializer.serialize_i64(value),
            Self::Uint(value) => serializer.serialize_u64(value),
            Self::Int128(value) => serializer.serialize_i128(value),
            Self::Uint128(value) => serializer.serialize_u128(value),
            Self::Float(value) => serializer.serialize_f64(value),
            Self::Float32(value) => serializer.serialize_f32(value),
            Self::Text(value) => serializer.serialize_str(value),
            Self::File(file) => file.serialize(serializer),
            Self::List(list) => {
                let mut seq = serializer.serialize_seq(Some(list.len()))?;
                for item in (0..list.len()).filter_map(|index| list.item(index)) {
                    seq.serialize_element(&item)?;
                }
                seq.end()
            }
            Self::Object(object) => write_object(object, object.info().tag, serializer),
            Self::Tagged(object, tag) => {
                write_object(object, Some(object.info().tag.unwrap_or(*tag)), serializer)
            }
            // Only JSON can take it as it is; other formats see it wrapped.
            Self::Raw(json) => {
                let json: &serde_json::value::RawValue =
                    serde_json::from_str(json).map_err(Error::custom)?;
                json.serialize(serializer)
            }
            // The type's own `Serialize` is behind a pointer that only knows JSON.
            Self::Json(value) => {
                let mut json = Vec::new();
                value.write_json(&mut json).map_err(Error::custom)?;
                let tree: serde_json::Value =
                    serde_json::from_slice(&json).map_err(Error::custom)?;
                tree.serialize(serializer)
            }
        }
    }
}

fn write_object<S: Serializer>(
    object: &dyn Object,
    tag: Option<(&'static str, &'static str)>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let fields = object.info().fields;
    let mut given = Vec::new();
    object.values(&mut |index, value| match (fields.get(index), value) {
        (Some(field), _) => given.push((field.name, value)),
        (None, Value::Kept(keeper)) => {
            given.extend(keeper.kept().map(|(name, json)| (name, Value::Raw(json))));
        }
        (None, _) => {}
    });
    let count = given.len() + usize::from(tag.is_some());
    let mut map = serializer.serialize_map(Some(count))?;
    if let Some((name, value)) = tag {
        map.serialize_entry(name, value)?;
    }
    for (name, value) in given {
        map.serialize_entry(name, &value)?;
    }
    map.end()
}
