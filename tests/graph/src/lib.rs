//! The ways by which a value comes to `serde::Deserialize`, and goes out through `Serialize`.

use std::fmt::{Debug, Display};

use serde::de::DeserializeOwned;
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

/// A value as each way gave it, by the name of the way.
pub type Each<T> = Vec<(&'static str, Result<T, String>)>;

fn told<T, E: Display>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

/// Reads JSON by all ways. For CBOR and YAML it is written in those first, and as serde's data, not
/// as text.
pub fn read<T: DeserializeOwned>(json: &str) -> Each<T> {
    let mut each = read_json(json);
    match serde_json::from_str::<Value>(json) {
        Ok(value) => {
            let borrowed = told(T::deserialize(&value));
            let cbor = cbor(&Plain(&value)).and_then(|cbor| read_cbor(&cbor));
            let yaml = yaml(&Plain(&value)).and_then(|yaml| read_yaml(&yaml));
            each.extend([
                ("&Value", borrowed),
                ("CBOR", cbor),
                ("YAML", yaml),
                ("Value", told(serde_json::from_value(value))),
            ]);
        }
        Err(error) => each.push(("Value", Err(error.to_string()))),
    }
    each
}

/// Reads JSON by those ways that take it as text.
pub fn read_json<T: DeserializeOwned>(json: &str) -> Each<T> {
    vec![
        ("text", told(serde_json::from_str(json))),
        ("bytes", told(serde_json::from_slice(json.as_bytes()))),
        ("reader", told(serde_json::from_reader(json.as_bytes()))),
    ]
}

/// Writes the value in all ways, and reads it again.
pub fn written_and_read<T: Serialize + DeserializeOwned>(value: &T) -> Each<T> {
    let text = told(serde_json::to_string(value));
    let tree = told(serde_json::to_value(value));
    let again = text
        .clone()
        .and_then(|text| told(serde_json::from_str(&text)));
    let borrowed = tree.clone().and_then(|tree| told(T::deserialize(&tree)));
    vec![
        ("text", again),
        ("&Value", borrowed),
        (
            "Value",
            tree.and_then(|tree| told(serde_json::from_value(tree))),
        ),
        ("CBOR", cbor(value).and_then(|cbor| read_cbor(&cbor))),
        ("YAML", yaml(value).and_then(|yaml| read_yaml(&yaml))),
    ]
}

/// Holds that JSON is the same value by all ways, and the same again after it was written. Returns
/// the value.
///
/// # Panics
///
/// One way differs.
#[track_caller]
pub fn round_trip<T>(json: &str) -> T
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let value: T = match serde_json::from_str(json) {
        Ok(value) => value,
        Err(error) => panic!("{error}: {json}"),
    };
    for (way, read) in read::<T>(json) {
        assert_eq!(read.as_ref(), Ok(&value), "read, {way}: {json}");
    }
    for (way, read) in written_and_read(&value) {
        assert_eq!(read.as_ref(), Ok(&value), "written and read, {way}: {json}");
    }
    value
}

/// Writes a value in CBOR.
///
/// # Errors
///
/// The words of the format's own error.
pub fn cbor<T: Serialize>(value: &T) -> Result<Vec<u8>, String> {
    told(cbor4ii::serde::to_vec(Vec::new(), value))
}

/// Reads a value from CBOR.
///
/// # Errors
///
/// The words of the format's own error.
pub fn read_cbor<T: DeserializeOwned>(cbor: &[u8]) -> Result<T, String> {
    told(cbor4ii::serde::from_slice(cbor))
}

/// Writes a value in YAML.
///
/// # Errors
///
/// The words of the format's own error.
pub fn yaml<T: Serialize>(value: &T) -> Result<String, String> {
    told(serde_norway::to_string(value))
}

/// Reads a value from YAML.
///
/// # Errors
///
/// The words of the format's own error.
pub fn read_yaml<T: DeserializeOwned>(yaml: &str) -> Result<T, String> {
    told(serde_norway::from_str(yaml))
}

/// A JSON value with numbers as serde's numbers: with `arbitrary_precision`, `serde_json` hands other
/// formats a map.
pub struct Plain<'v>(pub &'v Value);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            // To some formats a unit is an empty list.
            Value::Null => serializer.serialize_none(),
            Value::Number(number) => {
                if let Some(value) = number.as_i64() {
                    serializer.serialize_i64(value)
                } else if let Some(value) = number.as_u64() {
                    serializer.serialize_u64(value)
                } else if let Some(value) = number.as_i128() {
                    serializer.serialize_i128(value)
                } else if let Some(value) = number.as_u128() {
                    serializer.serialize_u128(value)
                } else {
                    serializer.serialize_f64(number.as_f64().unwrap_or(f64::NAN))
                }
            }
            Value::Array(items) => serializer.collect_seq(items.iter().map(Plain)),
            Value::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, Plain(value))))
            }
            value => value.serialize(serializer),
        }
    }
}

/// Runs in a thread with the stack that Rust gives a thread: 2 MiB.
///
/// # Panics
///
/// The test fails.
pub fn in_small_stack(test: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(test);
    if let Err(panic) = thread.expect("a thread").join() {
        std::panic::resume_unwind(panic);
    }
}
