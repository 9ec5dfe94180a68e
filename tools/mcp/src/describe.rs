//! Finds and describes methods and types in few words: what does not fit a context as a whole.

use serde_json::{Map, Value, json};

use crate::catalogue::Catalogue;

/// The most methods that a search returns.
const MOST: usize = 20;

/// What a word of a query counts in a name; in a description it counts 1.
const IN_NAME: usize = 4;

/// Returns the methods that a query fits, the best first; all names for an empty query.
pub(crate) fn search(catalogue: &Catalogue, query: &str) -> Value {
    let query = query.to_lowercase();
    let words: Vec<_> = query.split_whitespace().collect();
    if words.is_empty() {
        let names = catalogue
            .tools()
            .iter()
            .map(|tool| json!({"name": tool["name"]}));
        let names: Vec<_> = names.collect();
        return json!({"total": names.len(), "methods": names});
    }
    let mut found: Vec<_> = catalogue
        .tools()
        .iter()
        .map(|tool| (score(tool, &words), tool))
        .filter(|(score, _)| *score > 0)
        .collect();
    // Stable, so that methods of one score keep the order of the page.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    let best = found.iter().take(MOST).map(|(_, tool)| {
        let description = tool["description"].as_str().unwrap_or_default();
        let first = description.split("\n\n").next().unwrap_or_default();
        json!({"name": tool["name"], "description": first})
    });
    let best: Vec<_> = best.collect();
    json!({"total": found.len(), "methods": best})
}

fn score(tool: &Value, words: &[&str]) -> usize {
    let text = |key: &str| tool[key].as_str().unwrap_or_default().to_lowercase();
    let (name, description) = (text("name"), text("description"));
    let of_word = |word: &&str| {
        let in_name = if name == **word {
            2 * IN_NAME
        } else if name.contains(*word) {
            IN_NAME
        } else {
            0
        };
        in_name + usize::from(description.contains(*word))
    };
    words.iter().map(of_word).sum()
}

/// Returns the description of a method. The types that it refers to are described by themselves.
pub(crate) fn method(catalogue: &Catalogue, name: &str) -> Result<Value, String> {
    let mut tool = catalogue.tool(name)?.clone();
    for key in ["inputSchema", "outputSchema"] {
        if let Some(schema) = tool[key].as_object_mut() {
            remove_types(schema);
        }
    }
    Ok(tool)
}

/// Removes all definitions but those of constraints, which are no types.
fn remove_types(schema: &mut Map<String, Value>) {
    if let Some(Value::Object(mut definitions)) = schema.remove("$defs") {
        definitions.retain(|name, _| name == "Rules");
        if !definitions.is_empty() {
            schema.insert("$defs".to_owned(), definitions.into());
        }
    }
}

/// Returns the schema of a type.
pub(crate) fn of_type(catalogue: &Catalogue, name: &str) -> Result<Value, String> {
    let name = name.trim_start_matches("#/$defs/");
    let schema = catalogue.type_schema(name);
    let schema = schema.ok_or_else(|| format!("no allowed method has a type `{name}`"))?;
    Ok(json!({"name": name, "schema": schema}))
}

#[cfg(test)]
mod tests {
    use super::{method, of_type, search};
    use crate::allow::AllowList;
    use crate::catalogue::Catalogue;

    fn all() -> Catalogue {
        Catalogue::new(&AllowList::default()).unwrap()
    }

    #[test]
    fn methods_are_found_by_words() {
        let catalogue = all();
        let first = |query: &str| search(&catalogue, query)["methods"][0]["name"].clone();
        assert_eq!(first("sendMessage"), "sendMessage");
        assert_eq!(first("pin message"), "pinChatMessage");
        assert_eq!(first("WEBHOOK delete"), "deleteWebhook");
        assert_eq!(search(&catalogue, "zyx")["total"], 0);
        assert_eq!(
            search(&catalogue, "send")["methods"]
                .as_array()
                .unwrap()
                .len(),
            20
        );
        let every = search(&catalogue, " ");
        assert_eq!(
            every["methods"].as_array().unwrap().len(),
            catalogue.tools().len()
        );
    }

    #[test]
    fn a_description_is_short_and_its_types_are_described() {
        let catalogue = all();
        for tool in catalogue.tools() {
            let name = tool["name"].as_str().unwrap();
            let text = method(&catalogue, name).unwrap().to_string();
            assert!(text.len() < 16_000, "{name}: {}", text.len());
            for reference in text.split("#/$defs/").skip(1) {
                let name = reference.split('"').next().unwrap();
                assert!(
                    name == "Rules" || of_type(&catalogue, name).is_ok(),
                    "{name}"
                );
            }
        }
        assert!(method(&catalogue, "x").is_err());
        assert!(of_type(&catalogue, "x").is_err());
        assert_eq!(of_type(&catalogue, "#/$defs/User").unwrap()["name"], "User");
    }
}
