//! Schemas without references: many clients drop `$defs`, and leave the references to it dangling.

use std::collections::{BTreeSet, HashMap};

use super::super::json::{Json, Map, Node, list};
use super::schemas::FOLDER;

/// The key that names a type of which a schema tells nothing more.
const TYPE: &str = "x-telegram-type";

const TEXT: &str = "description";

/// The keys that are read together with others of the same schema.
const TOGETHER: [&str; 6] = [
    "properties",
    "additionalProperties",
    "items",
    "if",
    "then",
    "else",
];

/// The schemas of types by their names.
pub(super) struct Types {
    schemas: Map,
    places: HashMap<String, usize>,
}

impl Types {
    pub(super) fn new(schemas: Map) -> Self {
        let names = schemas.names().enumerate();
        let places = names
            .map(|(place, name)| (name.to_owned(), place))
            .collect();
        Self { schemas, places }
    }

    /// Returns the schema with this name.
    pub(super) fn get(&self, name: &str) -> Option<&Map> {
        let place = self.places.get(name)?;
        let (_, schema) = self.schemas.iter().nth(*place)?;
        schema.as_map()
    }

    /// Returns the schema with each type in the place of the reference to it; `None` if a type
    /// contains itself, or if that takes more than `most` bytes.
    pub(super) fn inline(&self, schema: &Map, most: usize) -> Option<Map> {
        let mut inlining = Inlining {
            types: self,
            above: Vec::new(),
            room: most,
        };
        let schema = inlining.map(schema)?;
        (size(&schema) <= most).then_some(schema)
    }

    /// Returns the schema with as many levels of types as fit into `most` bytes, but at least one. Of
    /// types below it has only what kind of value they are, and the name.
    pub(super) fn outline(&self, schema: &Map, most: usize) -> Map {
        let level = |levels| {
            let mut outline = Outline {
                types: self,
                is_cut: false,
            };
            let schema = outline.map(schema, levels);
            (schema, outline.is_cut)
        };
        let (mut best, mut is_cut) = level(1);
        for levels in 2.. {
            if !is_cut {
                break;
            }
            let deeper = level(levels);
            if size(&deeper.0) > most {
                break;
            }
            (best, is_cut) = deeper;
        }
        best
    }

    /// Adds the definitions that the schema refers to, also through others, in the order of all.
    pub(super) fn with_definitions(&self, schema: Map) -> Map {
        let mut names = BTreeSet::new();
        self.collect(&Node::Map(schema.clone()), &mut names);
        let mut definitions = Map::new();
        for (name, definition) in self.schemas.iter().filter(|(name, _)| names.contains(name)) {
            definitions.set(name.to_owned(), definition.clone());
        }
        if definitions.is_empty() {
            return schema;
        }
        schema.with("$defs", definitions)
    }

    fn collect<'t>(&'t self, node: &Node, names: &mut BTreeSet<&'t str>) {
        match node {
            Node::List(items) => items.iter().for_each(|item| self.collect(item, names)),
            Node::Map(map) => {
                if let Some(name) = target(map)
                    && let Some((name, place)) = self.places.get_key_value(name)
                    && names.insert(name)
                    && let Some((_, definition)) = self.schemas.iter().nth(*place)
                {
                    self.collect(definition, names);
                }
                map.iter().for_each(|(_, value)| self.collect(value, names));
            }
            _ => {}
        }
    }

    /// Whether each value is an object.
    fn is_object(&self, schema: &Map, depth: usize) -> bool {
        if schema.get("type").and_then(Node::as_text) == Some("object") {
            return true;
        }
        if let Some(name) = target(schema) {
            let known = self.get(name);
            return depth > 0 && known.is_some_and(|known| self.is_object(known, depth - 1));
        }
        let variants = schema.get("oneOf").or_else(|| schema.get("anyOf"));
        let Some(Node::List(variants)) = variants else {
            return false;
        };
        let is_object = |it: &Node| it.as_map().is_some_and(|it| self.is_object(it, depth));
        variants.iter().all(is_object)
    }
}

/// What is known while types are put in the places of references.
struct Inlining<'t> {
    types: &'t Types,
    above: Vec<String>,
    /// How many more bytes fit, about.
    room: usize,
}

impl Inlining<'_> {
    fn map(&mut self, map: &Map) -> Option<Map> {
        let Some(name) = target(map) else {
            return self.members(map);
        };
        if self.above.iter().any(|above| above == name) {
            return None;
        }
        let definition = self.types.get(name)?;
        self.above.push(name.to_owned());
        let definition = self.map(definition)?;
        self.above.pop();
        let beside = self.members(map)?;
        Some(both(definition, beside))
    }

    /// All members but a reference.
    fn members(&mut self, map: &Map) -> Option<Map> {
        let mut all = Map::new();
        for (name, value) in beside_reference(map) {
            self.room = self.room.checked_sub(name.len())?;
            all.set(name.to_owned(), self.node(value)?);
        }
        Some(all)
    }

    fn node(&mut self, node: &Node) -> Option<Node> {
        Some(match node {
            Node::Map(map) => self.map(map)?.into(),
            Node::List(items) => {
                let items = items.iter().map(|item| self.node(item));
                Node::List(items.collect::<Option<_>>()?)
            }
            other => other.clone(),
        })
    }
}

/// What is known while a schema is cut below a level.
struct Outline<'t> {
    types: &'t Types,
    /// Whether there was something to cut.
    is_cut: bool,
}

impl Outline<'_> {
    fn map(&mut self, map: &Map, levels: usize) -> Map {
        let mut all = Map::new();
        for (name, value) in beside_reference(map) {
            all.set(name.to_owned(), self.node(value, levels));
        }
        let Some(name) = target(map) else {
            return all;
        };
        let Some(definition) = self.types.get(name) else {
            return all;
        };
        // A text or a number is no level.
        let is_leaf = !definition.has("properties") && !has_reference(definition);
        if is_leaf || levels > 0 {
            let below = levels - usize::from(!is_leaf);
            return both(self.map(definition, below), all);
        }
        self.is_cut = true;
        let mut cut = Map::new();
        if self.types.is_object(definition, 4) {
            cut.set("type", "object");
        }
        cut.set(TYPE, name.to_owned());
        both(cut, all)
    }

    fn node(&mut self, node: &Node, levels: usize) -> Node {
        match node {
            Node::Map(map) => self.map(map, levels).into(),
            Node::List(items) => items
                .iter()
                .map(|item| self.node(item, levels))
                .collect::<Vec<_>>()
                .into(),
            other => other.clone(),
        }
    }
}

/// Returns a schema that both schemas must hold for. The description is that of the place, and what
/// that of the type explains below its first paragraph.
fn both(of_type: Map, mut of_place: Map) -> Map {
    let explained = of_type.get(TEXT).and_then(Node::as_text);
    let explained = explained.and_then(|text| text.split_once("\n\n"));
    if let (Some((_, more)), Some(Node::Text(text))) = (explained, of_place.get_mut(TEXT)) {
        *text = format!("{text}\n\n{more}").into();
    }
    let is_free = |(name, value): (&str, &Node)| {
        let known = of_type.get(name);
        let is_same = known.is_none_or(|known| known == value);
        name == TEXT || !TOGETHER.contains(&name) && is_same
    };
    if of_place.iter().all(is_free) {
        return of_type.and_all(of_place);
    }
    let text = of_place.remove(TEXT);
    Map::new()
        .with("allOf", list([of_type, of_place]))
        .with_some(TEXT, text)
}

fn has_reference(map: &Map) -> bool {
    fn in_node(node: &Node) -> bool {
        match node {
            Node::Map(map) => has_reference(map),
            Node::List(items) => items.iter().any(in_node),
            _ => false,
        }
    }
    target(map).is_some() || map.iter().any(|(_, value)| in_node(value))
}

/// The name of the type that a schema refers to.
fn target(schema: &Map) -> Option<&str> {
    schema.get("$ref")?.as_text()?.strip_prefix(FOLDER)
}

/// The members beside a reference; all, if there is none.
fn beside_reference(schema: &Map) -> impl Iterator<Item = (&str, &Node)> {
    let is_reference = target(schema).is_some();
    let members = schema.iter();
    members.filter(move |(name, _)| !is_reference || *name != "$ref")
}

/// The number of bytes of the schema as JSON.
fn size(schema: &Map) -> usize {
    Json(Node::Map(schema.clone())).to_string().len()
}
