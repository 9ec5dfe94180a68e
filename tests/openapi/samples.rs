//! Values made from a schema: right ones, and such with one mistake.

use serde_json::{Map, Value, json};

pub(crate) struct Samples<'d> {
    /// The document with the schemas.
    pub(crate) root: &'d Value,
}

/// How deep optional members are filled in.
const DEPTH: usize = 1;

impl<'d> Samples<'d> {
    pub(crate) fn resolve(&self, mut schema: &'d Value) -> &'d Value {
        while let Some(reference) = schema["$ref"].as_str() {
            let pointer = reference.trim_start_matches('#');
            schema = self.root.pointer(pointer).expect(reference);
        }
        schema
    }

    /// A value with the required members only.
    fn least(&self, schema: &'d Value, depth: usize) -> Value {
        let all = self.all(schema, depth.max(DEPTH) + 1);
        all.into_iter().next().unwrap_or(Value::Null)
    }

    /// Values with each optional member, and of each variant.
    pub(crate) fn all(&self, schema: &'d Value, depth: usize) -> Vec<Value> {
        let own = schema;
        let schema = self.resolve(schema);
        if let Some(constant) = schema.get("const") {
            return vec![constant.clone()];
        }
        if let Some(words) = schema["enum"].as_array() {
            return words.clone();
        }
        if schema.get("properties").is_none() {
            for key in ["oneOf", "anyOf"] {
                let Some(each) = schema[key].as_array() else {
                    continue;
                };
                if depth > DEPTH {
                    // A text ends what could go on without end.
                    let text = each.iter().find(|schema| schema["type"] == "string");
                    return self.all(text.unwrap_or(&each[0]), depth + 1);
                }
                let all = each.iter().flat_map(|schema| {
                    let all = self.all(schema, depth + 1);
                    all.into_iter().take(3)
                });
                return all.collect();
            }
        }
        if let (Some(all), None) = (schema["allOf"].as_array(), schema.get("type")) {
            let mut values = self.all(&all[0], depth);
            // The other conditions may name a constant.
            for (name, property) in all[1]["properties"].as_object().into_iter().flatten() {
                for value in &mut values {
                    if let Some(constant) = property.get("const") {
                        value[name] = constant.clone();
                    } else if value.get(name).is_some() {
                        value[name] = json!(1);
                    }
                }
            }
            return values;
        }
        match schema["type"].as_str() {
            Some("boolean") => vec![json!(true), json!(false)],
            Some("integer") => vec![number(schema)],
            Some("number") => vec![json!(schema["minimum"].as_f64().unwrap_or(0.5))],
            Some("string") => vec![json!(text(schema, own))],
            Some("null") => vec![Value::Null],
            Some("array") => {
                let items = if depth > DEPTH + 3 {
                    return vec![json!([])];
                } else {
                    self.all(&schema["items"], depth + 1)
                };
                let least = schema["minItems"].as_u64().unwrap_or(1).max(1);
                let mut lists = Vec::new();
                for item in items {
                    let count = usize::try_from(least).unwrap();
                    let mut list = vec![item; count];
                    if schema["uniqueItems"] == true {
                        for (index, item) in list.iter_mut().enumerate() {
                            *item = json!(index + 1);
                        }
                    }
                    lists.push(Value::Array(list));
                }
                lists
            }
            Some("object") => self.objects(schema, depth),
            _ => vec![json!({})],
        }
    }

    fn objects(&self, schema: &'d Value, depth: usize) -> Vec<Value> {
        let empty = Map::new();
        let properties = schema["properties"].as_object().unwrap_or(&empty);
        let required: Vec<_> = schema["required"]
            .as_array()
            .map(|names| names.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default();
        let mut least = Map::new();
        for name in &required {
            let of = property(schema, name);
            least.insert((*name).to_owned(), self.least(of, depth));
        }
        // One of several members that must be there.
        let more = schema["allOf"].as_array().into_iter().flatten();
        for rule in [schema].into_iter().chain(more) {
            let either = ["oneOf", "anyOf"].map(|key| &rule[key][0]);
            let names = either.iter().find_map(|first| first["required"].as_array());
            for name in names.into_iter().flatten().filter_map(Value::as_str) {
                let of = property(schema, name);
                let value = self.least(of, depth);
                least.entry(name).or_insert(value);
            }
        }
        let mut all = vec![Value::Object(least.clone())];
        if depth > DEPTH {
            return all;
        }
        for name in properties.keys() {
            let of = property(schema, name);
            for value in self.all(of, depth + 1) {
                let mut object = least.clone();
                object.insert(name.clone(), value);
                all.push(Value::Object(object));
            }
        }
        all
    }
}

fn property<'d>(schema: &'d Value, name: &str) -> &'d Value {
    schema
        .get("properties")
        .and_then(|all| all.get(name))
        .unwrap_or(&Value::Null)
}

fn number(schema: &Value) -> Value {
    // Bounds, or one of several values.
    let bounds = match &schema["allOf"][0]["anyOf"][0] {
        Value::Null => schema,
        bounds => bounds,
    };
    let least = bounds["minimum"].as_i64();
    let most = bounds["maximum"].as_i64();
    match (least, most) {
        (Some(least), _) => json!(least),
        (None, Some(most)) => json!(most),
        (None, None) => json!(7),
    }
}

/// A text that the patterns of rules accept.
fn text(schema: &Value, own: &Value) -> String {
    let pattern = own["pattern"].as_str().or(schema["pattern"].as_str());
    let length = schema["minLength"].as_u64().unwrap_or(3).max(3);
    let length = length.min(schema["maxLength"].as_u64().unwrap_or(length));
    let length = usize::try_from(length).unwrap();
    match pattern {
        Some("^(?:attach://|file:/)") => "file:/x".to_owned(),
        Some(pattern) if pattern.find(']') == Some("^(?:[Oo".len()) => first_word(pattern),
        Some(pattern) if pattern.contains('{') => {
            let count = pattern.split(['{', '}']).nth(1).unwrap();
            "A".repeat(count.parse().unwrap())
        }
        _ => "a".repeat(length),
    }
}

/// The first word of a pattern as `^(?:[Oo][Nn][Ee]|[Tt][Ww][Oo])$`, in upper case.
fn first_word(pattern: &str) -> String {
    let words = pattern.trim_start_matches("^(?:");
    let word = words.split(['|', ')']).next().unwrap_or_default();
    let mut letters = word.split('[');
    let first = letters.next().unwrap_or_default().to_owned();
    let letters = letters.map(|letter| match letter.split_once(']') {
        Some((either, rest)) => format!("{}{rest}", &either[..1]),
        None => letter.to_owned(),
    });
    first + &letters.collect::<String>()
}

/// Values with one mistake each: a required member less, or a member of another type.
pub(crate) fn mutants(value: &Value) -> Vec<Value> {
    let Some(object) = value.as_object() else {
        return vec![json!(null), json!([[]]), json!({"unknown": 1})];
    };
    let mut all = Vec::new();
    for (name, member) in object {
        let mut less = object.clone();
        less.remove(name);
        all.push(Value::Object(less));
        for wrong in [
            json!(1.5),
            json!("?"),
            json!([]),
            json!({}),
            json!(true),
            json!(-1),
        ] {
            let is_same = std::mem::discriminant(&wrong) == std::mem::discriminant(member);
            if !is_same || wrong == json!(-1) || wrong == json!(1.5) {
                let mut object = object.clone();
                object.insert(name.clone(), wrong);
                all.push(Value::Object(object));
            }
        }
    }
    let mut more = object.clone();
    more.insert("no_such_member".to_owned(), json!(1));
    all.push(Value::Object(more));
    all.extend([json!(1), json!([]), json!(null)]);
    all
}
