// Values made from a schema by a seeded generator.

/** Numbers from 0 to below 1, the same for the same seed. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** How deep optional members are set. */
const DEPTH = 2;

export class Samples {
  constructor(schemas, seed) {
    this.schemas = schemas;
    this.next = random(seed);
  }

  pick(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  /** A value that the schema of this name accepts; undefined if none was found. */
  valid(name, tries = 40) {
    for (let count = 0; count < tries; count++) {
      // At last with the required members only.
      const value = this.of(this.schemas.all[name], count < tries / 2 ? 0 : DEPTH);
      if (this.schemas.accepts(name, value)) return value;
    }
    return undefined;
  }

  of(given, depth) {
    const schema = this.schemas.resolve(given);
    if ("const" in schema) return schema.const;
    if (schema.enum) return this.pick(schema.enum);
    const parts = (schema.allOf ?? []).map((part) => this.schemas.resolve(part));
    const whole = parts.find((part) => part.type === "object" || part.oneOf);
    if (!schema.type && whole) return this.narrowed(this.of(whole, depth), parts);
    const options = schema.oneOf ?? schema.anyOf;
    if (!schema.type && options) return this.of(this.pick(options), depth);
    switch (schema.type) {
      case "object":
        return this.object(schema, depth);
      case "array":
        return this.array(schema, depth);
      case "integer":
      case "number":
        return this.number(schema);
      case "boolean":
        return this.next() < 0.5;
      case "null":
        return null;
      default:
        return this.text({ ...schema, ...given });
    }
  }

  /** Gives an object the constants of all parts of its schema. */
  narrowed(value, parts) {
    for (const part of parts) {
      for (const [name, property] of Object.entries(part.properties ?? {})) {
        const constant = property.const ?? (property.enum?.length === 1 ? property.enum[0] : undefined);
        if (constant !== undefined && name in value) value[name] = constant;
      }
    }
    return value;
  }

  object(schema, depth) {
    const names = new Set(schema.required ?? []);
    for (const rule of [schema, ...(schema.allOf ?? [])]) {
      const options = rule.oneOf ?? rule.anyOf;
      const option = options && this.pick(options);
      for (const name of option?.required ?? []) names.add(name);
    }
    const properties = schema.properties ?? {};
    if (depth < DEPTH) {
      for (const name of Object.keys(properties)) {
        if (this.next() < 0.15) names.add(name);
      }
    }
    for (const name of [...names]) {
      for (const needed of schema.dependentRequired?.[name] ?? []) names.add(needed);
    }
    const entries = [...names].map((name) => [name, this.of(properties[name] ?? {}, depth + 1)]);
    return Object.fromEntries(entries);
  }

  array(schema, depth) {
    const least = schema.minItems ?? 0;
    const most = Math.min(schema.maxItems ?? least + 2, least + 2);
    const count = depth > DEPTH ? least : Math.max(least, Math.floor(this.next() * (most + 1)));
    return Array.from({ length: count }, () => this.of(schema.items, depth + 1));
  }

  number(schema) {
    const bounds = { ...schema, ...schema.allOf?.[0].anyOf?.[0] };
    const least = bounds.minimum ?? Math.min(1, bounds.maximum ?? 1);
    const most = bounds.maximum ?? least + 1000;
    const value = least + this.next() * (most - least);
    return schema.type === "integer" ? Math.round(value) : value;
  }

  text(schema) {
    const letters = /\{(\d+)\}/.exec(schema.pattern ?? "");
    if (letters) return "A".repeat(Number(letters[1]));
    if (schema.pattern?.startsWith("^(?:attach://|file:/)")) return "file:/x";
    const least = schema.minLength ?? 1;
    const most = Math.min(schema.maxLength ?? least + 8, least + 8);
    return "a".repeat(least + Math.floor(this.next() * (most - least + 1)));
  }
}
