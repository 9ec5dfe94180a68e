//! Compares parameters with a definition: what a decoder would ignore, and where it stops.

use serde_json::{Map, Value};

use super::error::start;
use super::form::{self, Form, Object};
use crate::openapi::methods::MethodEntry;
use crate::openapi::nearest::nearest;
use crate::openapi::schema::parameters;
use crate::schema::Shape;

/// How deep values may be nested. The decoders of answers have the same limit.
const DEPTH: usize = 128;

/// What does not fit, and where.
#[derive(Debug)]
pub(super) struct Misfit {
    pub(super) path: String,
    pub(super) problem: String,
}

/// Returns the first member that the definition does not have, which a decoder would ignore.
pub(super) fn unknown(entry: &MethodEntry, given: &Map<String, Value>) -> Option<Misfit> {
    Check::new(false).method(entry, given).err()
}

/// Returns the first value that is missing, or is not of its type.
pub(super) fn mistyped(entry: &MethodEntry, given: &Map<String, Value>) -> Option<Misfit> {
    Check::new(true).method(entry, given).err()
}

/// Returns the texts that stand for files, each with its path, up to the first unknown member.
pub(super) fn files(entry: &MethodEntry, given: &Map<String, Value>) -> Vec<(String, String)> {
    let mut check = Check::new(false);
    let _ = check.method(entry, given);
    check.files
}

/// Whether a value is nested too deep for decoders.
pub(super) fn is_too_deep(value: &Value) -> bool {
    // Not recursive, because that is what it prevents.
    let mut open = vec![(value, 0)];
    while let Some((value, depth)) = open.pop() {
        if depth > DEPTH {
            return true;
        }
        match value {
            Value::Array(items) => open.extend(items.iter().map(|item| (item, depth + 1))),
            Value::Object(members) => {
                open.extend(members.values().map(|member| (member, depth + 1)));
            }
            _ => {}
        }
    }
    false
}

struct Check {
    /// Whether types are checked, and not names.
    of_types: bool,
    /// The texts that stand for files, with their paths.
    files: Vec<(String, String)>,
    path: Vec<Step>,
}

enum Step {
    Member(String),
    Item(usize),
}

impl Check {
    fn new(of_types: bool) -> Self {
        Self {
            of_types,
            files: Vec::new(),
            path: Vec::new(),
        }
    }

    fn method(&mut self, entry: &MethodEntry, given: &Map<String, Value>) -> Result<(), Misfit> {
        let members = parameters(entry.definition());
        let object = Object::new(&entry.info().parameters, members);
        self.object(&[&object], given)
    }

    /// Checks a value that may have each of these shapes.
    fn value(&mut self, shapes: &[Shape], value: &Value) -> Result<(), Misfit> {
        let mut forms = Vec::new();
        for shape in shapes {
            form::add(*shape, value, &mut forms);
        }
        // Of an unknown variant of a union there is no form; a decoder tells which there are.
        let is_any = forms.is_empty() || forms.iter().any(|form| matches!(form, Form::Any));
        if value.is_null() || is_any {
            return Ok(());
        }
        if self.of_types && !forms.iter().any(|form| form.fits(value)) {
            return Err(self.misfit(format!(
                "must be {}, but is {}",
                names(&forms),
                shown(value)
            )));
        }
        match value {
            Value::Object(given) => {
                let objects = forms.iter().filter_map(|form| match form {
                    Form::Object(object) => Some(object),
                    _ => None,
                });
                self.object(&objects.collect::<Vec<_>>(), given)
            }
            Value::Array(items) => {
                let shapes = forms.iter().filter_map(|form| match form {
                    Form::List(item) => Some(item()),
                    _ => None,
                });
                let shapes: Vec<_> = shapes.collect();
                items.iter().enumerate().try_for_each(|(place, item)| {
                    self.below(Step::Item(place), |check| check.value(&shapes, item))
                })
            }
            Value::String(text) if forms.iter().any(|form| matches!(form, Form::File)) => {
                let path = self.path();
                self.files.push((path, text.clone()));
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Checks an object that may be each of these. There is none where a type is wrong, which a
    /// decoder tells.
    fn object(&mut self, objects: &[&Object], given: &Map<String, Value>) -> Result<(), Misfit> {
        let stores_unknown = |object: &&Object| object.info.stores_unknown;
        if objects.is_empty() || objects.iter().any(stores_unknown) {
            return Ok(());
        }
        let fields = || objects.iter().flat_map(|object| object.fields());
        for (name, value) in given {
            let shapes = fields().filter(|(info, _)| info.name == name);
            let shapes: Vec<_> = shapes.map(|(_, shape)| shape).collect();
            if shapes.is_empty() {
                if objects.iter().any(|object| object.is_tag(name)) {
                    continue;
                }
                let near = nearest(name, fields().map(|(info, _)| info.name));
                let near = near.map(|near| format!("; similar: `{near}`"));
                let problem = format!("is unknown{}", near.unwrap_or_default());
                return self.below(
                    Step::Member(start(name)),
                    |check| Err(check.misfit(problem)),
                );
            }
            self.below(Step::Member(name.clone()), |check| {
                check.value(&shapes, value)
            })?;
        }
        if let (true, [object]) = (self.of_types, objects) {
            let is_missing = |name: &str| given.get(name).is_none_or(Value::is_null);
            let mut required = object.info.fields.iter().filter(|field| field.required);
            if let Some(field) = required.find(|field| is_missing(field.name)) {
                let step = Step::Member(field.name.to_owned());
                return self.below(step, |check| Err(check.misfit("is missing".to_owned())));
            }
        }
        Ok(())
    }

    fn below<T>(&mut self, step: Step, check: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step);
        let outcome = check(self);
        self.path.pop();
        outcome
    }

    fn misfit(&self, problem: String) -> Misfit {
        Misfit {
            path: self.path(),
            problem,
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Member(name) if path.is_empty() => path.push_str(name),
                Step::Member(name) => path.extend([".", name]),
                Step::Item(place) => path.extend(["[", &place.to_string(), "]"]),
            }
        }
        path
    }
}

/// What a value may be, in words.
fn names(forms: &[Form]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in forms.iter().map(Form::name) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(" or ")
}

/// A value, as far as it is short.
fn shown(value: &Value) -> String {
    match value {
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        Value::String(text) => format!("the text `{}`", start(text)),
        other => format!("`{other}`"),
    }
}
