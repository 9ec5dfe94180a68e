//! Each method and each object with one mistake about its fields that `mutants` does not make, and
//! the single error that this must cause: duplicates, `tag`, and wrong fields of objects.

use super::variant_mutants::{Mutant, all_are_caught};
use crate::facts::{self, FieldFacts, Members};

/// A struct as source text, with its mistake in «marks».
#[derive(Clone)]
struct Struct {
    attribute: &'static str,
    /// What the attribute says behind the name.
    arguments: String,
    listed: &'static str,
    name: String,
    fields: Vec<String>,
}

impl Struct {
    fn new(members: &Members<'_>, attribute: &'static str, arguments: &str) -> Self {
        let (first, rest) = members.name.split_at(1);
        Self {
            attribute,
            arguments: arguments.to_owned(),
            listed: facts::method(members.name)
                .map(|method| method.name)
                .or_else(|| facts::ty(members.name).map(|ty| ty.name))
                .unwrap(),
            name: first.to_uppercase() + rest,
            fields: declared(members).map(|field| line(field, "")).collect(),
        }
    }

    fn with(&self, code: &'static str, change: impl FnOnce(&mut Self)) -> Mutant {
        let mut changed = self.clone();
        change(&mut changed);
        let Self {
            attribute,
            arguments,
            listed,
            name,
            fields,
        } = changed;
        let fields = fields.concat();
        Mutant {
            marked: format!(
                "#[{attribute}(\"{listed}\"{arguments})]\npub struct {name} {{\n{fields}}}\n"
            ),
            code,
        }
    }
}

/// The fields of a definition: constants are added automatically.
fn declared<'a>(members: &Members<'a>) -> impl Iterator<Item = &'a FieldFacts> + use<'a> {
    let fields = members.fields.iter();
    fields.filter(|field| field.constant.is_none())
}

fn shown_type(field: &FieldFacts) -> String {
    let ty = field.ty.rust_type();
    if field.required {
        ty
    } else {
        format!("Option<{ty}>")
    }
}

fn ident(name: &str) -> String {
    let raw = if name == "type" { "r#" } else { "" };
    format!("{raw}{name}")
}

fn line(field: &FieldFacts, keys: &str) -> String {
    let keys = if keys.is_empty() {
        String::new()
    } else {
        format!("#[telegram({keys})] ")
    };
    let (name, ty) = (ident(field.name), shown_type(field));
    format!("    {keys}pub {name}: {ty},\n")
}

/// Calls `mutate` for each method and each object.
fn mutants(mutate: impl Fn(&Members<'_>, &Struct) -> Vec<Mutant>) -> Vec<Mutant> {
    let mut mutants = of_objects(&mutate);
    for method in facts::method_names().filter_map(facts::method) {
        let returns = method.returns_by.map_or("", |_| ", returns = bool");
        let members = method.members();
        let full = Struct::new(&members, "telegram_method", returns);
        mutants.extend(mutate(&members, &full));
    }
    mutants
}

/// Calls `mutate` for each object.
fn of_objects(mutate: impl Fn(&Members<'_>, &Struct) -> Vec<Mutant>) -> Vec<Mutant> {
    let types = facts::type_names().filter_map(facts::ty);
    let objects = types.filter(|ty| matches!(ty.shape, facts::Shape::Object(_)));
    objects
        .flat_map(|object| {
            let members = object.members();
            mutate(&members, &Struct::new(&members, "telegram_type", ""))
        })
        .collect()
}

#[test]
fn every_object_is_accepted_with_all_its_fields() {
    let mutants = of_objects(|_, full| vec![full.with("", |_| {})]);
    assert!(mutants.len() >= 360, "{}", mutants.len());
    for object in mutants {
        let outcome = super::run::run(&object.marked);
        assert_eq!(outcome.codes(), [""; 0], "{}", object.marked);
    }
}

#[test]
fn a_second_field_for_the_same_parameter_is_caught() {
    let mutants = mutants(|members, full| {
        let mut mutants = Vec::new();
        for field in declared(members) {
            let (name, ty) = (field.name, shown_type(field));
            mutants.push(full.with("D05", |changed| {
                let second = format!("    #[telegram(rename = «\"{name}\"»)] pub second: {ty},\n");
                changed.fields.push(second);
            }));
            mutants.push(full.with("D05", |changed| {
                let first = format!("    #[telegram(rename = \"{name}\")] pub first: {ty},\n");
                let marked = format!("pub «{}»:", ident(name));
                let unmarked = format!("pub {}:", ident(name));
                let fields = changed.fields.iter_mut();
                fields.for_each(|field| *field = field.replace(&unmarked, &marked));
                changed.fields.insert(0, first);
            }));
        }
        mutants
    });
    all_are_caught("a field twice", &mutants, 4000);
}

#[test]
fn a_key_given_twice_is_caught() {
    let mutants = mutants(|members, full| {
        let mut mutants = Vec::new();
        for (at, field) in declared(members).enumerate() {
            let name = field.name;
            let keys = [
                format!("rename = \"{name}\", «rename» = \"{name}\""),
                format!("rename = \"{name}\")] #[telegram(«rename» = \"{name}\""),
            ];
            // Each form occurs often enough without both being tested everywhere.
            for keys in keys.into_iter().skip(at % 2).step_by(2) {
                mutants.push(full.with("C03", |changed| changed.fields[at] = line(field, &keys)));
            }
        }
        let is_method = full.attribute == "telegram_method";
        let returns = if is_method { ", returns = bool" } else { "" };
        mutants.push(full.with("C03", |changed| {
            changed.arguments = format!("{returns}, crate = telegrammar, «crate» = telegrammar");
        }));
        if is_method {
            mutants.push(full.with("C03", |changed| {
                changed.arguments = ", returns = bool, «returns» = bool".to_owned();
            }));
            mutants.push(full.with("B08", |changed| {
                changed.arguments = format!(", «\"{}\"»{returns}", changed.listed);
            }));
        }
        mutants
    });
    all_are_caught("a key twice", &mutants, 2000);
}

#[test]
fn a_tag_of_a_struct_is_caught() {
    let objects = of_objects(|_, full| {
        vec![full.with("T13", |changed| {
            changed.arguments = ", «tag» = \"type\"".to_owned();
        })]
    });
    all_are_caught("a tag of an object", &objects, 360);
}

#[test]
fn a_constant_field_is_caught() {
    let objects = of_objects(|members, full| {
        let constants = members
            .fields
            .iter()
            .filter(|field| field.constant.is_some());
        constants
            .map(|field| {
                full.with("T05", |changed| {
                    let name = ident(field.name);
                    changed.fields.push(format!("    pub «{name}»: String,\n"));
                })
            })
            .collect()
    });
    all_are_caught("a constant declared", &objects, 100);
}

#[test]
fn a_wrong_field_of_an_object_is_caught() {
    let objects = of_objects(|members, full| {
        let mut mutants = Vec::new();
        for (at, field) in declared(members).enumerate() {
            let unknown = format!("{}q", field.name);
            if members.field(&unknown).is_none() {
                mutants.push(full.with("H01", |changed| {
                    let (ty, name) = (shown_type(field), &unknown);
                    changed.fields[at] = format!("    pub «{name}»: {ty},\n");
                }));
            }
            if field.required {
                mutants.push(full.with("H02", |changed| {
                    changed.fields.remove(at);
                    changed.name = format!("«{}»", changed.name);
                }));
                mutants.push(full.with("H03", |changed| {
                    let (name, ty) = (ident(field.name), shown_type(field));
                    changed.fields[at] = format!("    pub {name}: «Option<{ty}>»,\n");
                }));
            }
        }
        mutants
    });
    all_are_caught("a wrong field of an object", &objects, 3000);
}
