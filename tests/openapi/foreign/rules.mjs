// Breaks each constraint between fields. What it says is read from its words (`x-rules`), not from the
// schema that is tested.

/** Constraints that JSON Schema has no words for, and why. */
const NOT_SAID = [
  [/\[/, "it is about items of a list"],
  [/in sum|times|of one type|first object/, "it compares values with each other"],
  [/no file to upload/, "it is about files at any depth"],
];

export function reasonNotSaid(rule) {
  return NOT_SAID.find(([words]) => words.test(rule))?.[1];
}

/** Returns the conditions under which a constraint holds, and what it asks for: of several ways, one. */
export function parse(rule) {
  const [then, when] = rule.split(", when ");
  const conditions = (when?.split(" and ") ?? []).map(condition);
  const names = [...then.matchAll(/`([^`]+)`/g)].map((found) => found[1]);
  if (then.startsWith("exactly one of ")) return { conditions, exactly: names };
  if (/ or /.test(then) && then.endsWith(" must be given")) {
    const options = then.split(" or ").map((part) => [...part.matchAll(/`([^`]+)`/g)].map((it) => it[1]));
    return { conditions, options };
  }
  return { conditions, then: condition(then) };
}

function condition(words) {
  const [, name, test, value] =
    /^`([^`]+)` (is given|must be given|must be left out|is not|is|must be|must not be|must have) ?(.*)$/.exec(words) ??
    fail(`unknown words: ${words}`);
  const items = /^(\d+)\.\.=(\d+) items$/.exec(value);
  if (items) return { name, test: "items", most: Number(items[2]) };
  const tests = { "is given": "given", "must be given": "given", "must be left out": "absent" };
  if (tests[test]) return { name, test: tests[test] };
  return { name, test: test.includes("not") ? "differs" : "equals", value: JSON.parse(value) };
}

function fail(message) {
  throw new Error(message);
}

/** Changes a value so that a condition holds, or does not. */
export function set(samples, schema, value, { name, test, value: word, most }, holds) {
  const is = (kind) => test === kind;
  if ((is("given") && !holds) || (is("absent") && holds)) return without(value, name);
  const property = find(samples, schema, name);
  if (is("given") || is("absent")) return put(samples, schema, value, name, truthy(samples, property));
  if (is("items")) {
    const item = samples.of(property.items, 2);
    return put(samples, schema, value, name, Array(holds ? most : most + 1).fill(item));
  }
  const same = is("equals") === holds;
  return put(samples, schema, value, name, same ? word : other(samples, property, word));
}

/** A flag that is false is not given. */
function truthy(samples, property) {
  const value = samples.of(property, 2);
  return value === false ? true : value;
}

function other(samples, property, value) {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  const schema = samples.schemas.resolve(property);
  const words = schema.enum ?? (schema.anyOf ?? schema.oneOf ?? []).flatMap((option) => option.enum ?? [option.const]);
  return words.find((word) => word !== undefined && word !== value) ?? (value === "" ? "aaa" : value.replace(/./g, "U"));
}

function find(samples, schema, name) {
  let found = schema;
  for (const part of name.split(".")) found = samples.schemas.resolve(found).properties?.[part] ?? fail(`no ${name}`);
  return found;
}

function put(samples, schema, value, path, member) {
  const [name, ...rest] = path.split(".");
  if (rest.length === 0) return { ...value, [name]: member };
  const inner = find(samples, schema, name);
  const outer = value?.[name] ?? samples.of(inner, 2);
  return { ...value, [name]: put(samples, inner, outer, rest.join("."), member) };
}

function without(value, path) {
  const [name, ...rest] = path.split(".");
  if (value?.[name] === undefined) return value;
  const { [name]: inner, ...others } = value;
  return rest.length === 0 ? others : { ...others, [name]: without(inner, rest.join(".")) };
}

/** Returns a value that fulfils a constraint, and one that only breaks it. */
export function brokenAndNot(samples, schema, value, rule) {
  const { conditions, then, options, exactly } = parse(rule);
  let start = value;
  for (const condition of conditions) start = set(samples, schema, start, condition, true);
  if (then) {
    return [set(samples, schema, start, then, true), set(samples, schema, start, then, false)];
  }
  const all = options ?? exactly.map((name) => [name]);
  const given = (names, from) =>
    names.reduce((changed, name) => set(samples, schema, changed, { name, test: "given" }, true), from);
  const none = all.flat().reduce((changed, name) => without(changed, name), start);
  const right = given(all[0], none);
  return exactly ? [right, none, given(exactly, none)] : [right, none];
}
