//! A definition of each method, generated from the facts and accepted.

use crate::facts::{self, FieldFacts, LenUnit, MethodFacts, RuleKind, TypeExpr, Width};

use super::run::run;

/// A definition to be written as source, each field on its own line.
#[derive(Clone)]
pub(super) struct Definition {
    pub(super) method: String,
    pub(super) returns: Option<&'static str>,
    pub(super) fields: Vec<Field>,
}

#[derive(Clone)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) ty: String,
    pub(super) is_required: bool,
    /// `range`, `len`, `bytes` or `items`, and the bounds.
    pub(super) rule: Option<(&'static str, String)>,
    pub(super) default: Option<String>,
}

impl Definition {
    /// Returns all parameters of a method, with everything that an attribute can state about them.
    pub(super) fn full(method: &MethodFacts) -> Self {
        let has_two_results = matches!(method.returns, TypeExpr::OneOf(_));
        Self {
            method: method.name.to_owned(),
            returns: has_two_results.then_some("bool"),
            fields: method.fields.iter().map(Field::new).collect(),
        }
    }

    /// Returns the required parameters, without attributes.
    fn least(method: &MethodFacts) -> Self {
        let needed = needed(method);
        let is_needed = |field: &Field| field.is_required || needed.contains(&field.name.as_str());
        let mut definition = Self::full(method);
        definition.returns = None;
        definition.fields.retain(is_needed);
        for field in &mut definition.fields {
            field.rule = None;
            field.default = None;
        }
        definition
    }

    pub(super) fn struct_name(&self) -> String {
        let (first, rest) = self.method.split_at(1);
        first.to_uppercase() + rest
    }

    pub(super) fn source(&self) -> String {
        let returns = self
            .returns
            .map(|ty| format!(", returns = {ty}"))
            .unwrap_or_default();
        let (method, name) = (&self.method, self.struct_name());
        let fields: String = self.fields.iter().map(Field::line).collect();
        format!("#[telegram_method(\"{method}\"{returns})]\npub struct {name} {{\n{fields}}}\n")
    }
}

impl Field {
    fn new(facts: &FieldFacts) -> Self {
        Self {
            name: facts.name.to_owned(),
            ty: rust_type(&facts.ty),
            is_required: facts.required,
            rule: rule(facts),
            default: facts
                .default
                .and_then(|default| literal(&facts.ty, default)),
        }
    }

    /// Returns the type as in the definition.
    pub(super) fn shown_type(&self) -> String {
        if self.is_required {
            self.ty.clone()
        } else {
            format!("Option<{}>", self.ty)
        }
    }

    fn line(&self) -> String {
        let rule = self
            .rule
            .iter()
            .map(|(key, range)| format!("{key} = {range}"));
        let default = self
            .default
            .iter()
            .map(|default| format!("default = {default}"));
        let keys: Vec<_> = rule.chain(default).collect();
        let keys = match keys.as_slice() {
            [] => String::new(),
            keys => format!("#[telegram({})] ", keys.join(", ")),
        };
        let raw = if self.name == "type" { "r#" } else { "" };
        format!("    {keys}pub {raw}{}: {},\n", self.name, self.shown_type())
    }
}

fn rust_type(ty: &TypeExpr) -> String {
    match ty {
        TypeExpr::Integer(Width::Signed32) => "i32".to_owned(),
        TypeExpr::Integer(_) => "i64".to_owned(),
        TypeExpr::Float => "f64".to_owned(),
        TypeExpr::String => "String".to_owned(),
        TypeExpr::Boolean | TypeExpr::True => "bool".to_owned(),
        TypeExpr::Ref(name) => (*name).to_owned(),
        TypeExpr::Array(item) => format!("Vec<{}>", rust_type(item)),
        TypeExpr::OneOf(kinds) if kinds.contains(&TypeExpr::Ref("InputFile")) => {
            "InputFile".to_owned()
        }
        TypeExpr::OneOf(kinds) if kinds.contains(&TypeExpr::String) => "ChatId".to_owned(),
        TypeExpr::OneOf(_) => "OneOfSeveral".to_owned(),
    }
}

/// Returns the rule in an attribute's syntax, which has two bounds.
fn rule(facts: &FieldFacts) -> Option<(&'static str, String)> {
    let (key, bounds) = match (&facts.range, &facts.len, &facts.items) {
        (Some(range), _, _) => ("range", range),
        (_, Some(len), _) if len.unit == LenUnit::Bytes => ("bytes", &len.bounds),
        (_, Some(len), _) => ("len", &len.bounds),
        (_, _, Some(items)) => ("items", items),
        (None, None, None) => return None,
    };
    let (min, max) = (bounds.min.unwrap_or("0"), bounds.max.unwrap_or("1000"));
    Some((key, format!("{min}..={max}")))
}

/// Returns the default in an attribute's syntax; an object has none.
fn literal(ty: &TypeExpr, default: &str) -> Option<String> {
    match ty {
        TypeExpr::String => Some(format!("{default:?}")),
        TypeExpr::Ref(_) => None,
        _ => Some(default.to_owned()),
    }
}

/// Returns one of each of the alternatives that the page states.
fn needed(method: &MethodFacts) -> Vec<&'static str> {
    let mut needed: Vec<&str> = Vec::new();
    for rule in &method.rules {
        match rule.kind {
            RuleKind::ExactlyOneGroup => needed.extend(rule.groups().next().unwrap_or_default()),
            RuleKind::RequiredIfAbsent
                if !rule.others.iter().any(|other| needed.contains(other)) =>
            {
                needed.extend(rule.params.first());
            }
            _ => {}
        }
    }
    needed
}

pub(super) fn all() -> Vec<MethodFacts> {
    facts::method_names().filter_map(facts::method).collect()
}

#[track_caller]
fn is_right(definition: &Definition) {
    let source = definition.source();
    let outcome = run(&source);
    let sink = &outcome.sink;
    assert!(
        outcome.codes().is_empty() && sink.warnings.is_empty(),
        "{source}{sink:?}"
    );
}

#[test]
fn every_method_can_be_defined_with_all_parameters() {
    let methods = all();
    assert!(!methods.is_empty());
    for method in &methods {
        is_right(&Definition::full(method));
    }
}

#[test]
fn every_method_can_be_defined_with_required_parameters() {
    for method in &all() {
        is_right(&Definition::least(method));
    }
}

#[test]
fn an_optional_parameter_can_be_omitted_or_made_mandatory() {
    for method in &all() {
        let full = Definition::full(method);
        let mut mandatory = full.clone();
        for field in &mut mandatory.fields {
            field.is_required = true;
        }
        is_right(&mandatory);
        let needed = needed(method);
        for (at, field) in full.fields.iter().enumerate() {
            if !field.is_required && !needed.contains(&field.name.as_str()) {
                let mut fewer = full.clone();
                fewer.fields.remove(at);
                is_right(&fewer);
            }
        }
    }
}
