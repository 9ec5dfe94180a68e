// Values with one mistake each, made from a valid one and its schema.

/** Texts, numbers and so on that a schema of a type does not accept. */
const OTHERS = {
  string: [12.5, true, [], {}],
  integer: ["?", 1.5, true, [], {}],
  number: ["?", true, [], {}],
  boolean: ["?", 12, [], {}],
  array: ["?", 12, true, {}],
  object: ["?", 12, true, []],
};

/** Yields `[kind, place, mutant]` of a value. */
export function* mutants(schemas, given, value) {
  const schema = schemas.resolve(given);
  yield* ofType(schema, value);
  yield* ofBounds({ ...schema, ...given, type: schema.type }, value);
  if (Array.isArray(value) && schema.items) {
    if (value.length > 0) {
      for (const [kind, place, item] of mutants(schemas, schema.items, value[0])) {
        yield [kind, `/0${place}`, [item, ...value.slice(1)]];
      }
    }
    return;
  }
  if (schema.type !== "object" || !schema.properties) return;
  for (const name of schema.required ?? []) {
    const { [name]: _, ...less } = value;
    yield ["missing required", `/${name}`, less];
  }
  if (schema.additionalProperties === false) {
    yield ["unknown member", "/no_such_member", { ...value, no_such_member: 1 }];
  }
  for (const [name, member] of Object.entries(value)) {
    const property = schema.properties[name];
    if (!property) continue;
    for (const [kind, place, mutant] of mutants(schemas, property, member)) {
      yield [kind, `/${name}${place}`, { ...value, [name]: mutant }];
    }
  }
}

function* ofType(schema, value) {
  if ("const" in schema) {
    yield ["other word", "", typeof value === "string" ? `${value}?` : "?"];
  } else if (schema.enum) {
    yield ["other word", "", typeof schema.enum[0] === "boolean" ? !schema.enum[0] : "no such word"];
  }
  if (typeof schema.type !== "string") return;
  for (const other of OTHERS[schema.type] ?? []) yield ["wrong type", "", other];
}

function* ofBounds(schema, value) {
  const kind = "out of bounds";
  if (schema.minimum !== undefined) yield [kind, "", schema.minimum - 1];
  if (schema.maximum !== undefined) yield [kind, "", schema.maximum + 1];
  if (schema.minLength !== undefined) yield [kind, "", "a".repeat(schema.minLength - 1)];
  if (schema.maxLength !== undefined) yield [kind, "", "a".repeat(schema.maxLength + 1)];
  if (schema.not?.const !== undefined) yield [kind, "", schema.not.const];
  if (schema.pattern !== undefined) yield ["other pattern", "", "?\u0000 ?"];
  if (!Array.isArray(value)) return;
  const [item] = value;
  if (schema.minItems > 0) yield [kind, "", value.slice(0, schema.minItems - 1)];
  if (schema.maxItems !== undefined && item !== undefined) {
    yield [kind, "", Array(schema.maxItems + 1).fill(item)];
  }
  if (schema.uniqueItems && item !== undefined) yield [kind, "", [item, item]];
}
