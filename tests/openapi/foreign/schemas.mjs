// The schemas of a document, compiled by ajv in the dialect of its version.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.TOOLS}/node/`);
const Dialects = { 3.1: require("ajv/dist/2020").default, "3.0": require("ajv").default };
const addFormats = require("ajv-formats").default;

const ID = "https://telegrammar.test/schemas";

/** Everything in strict mode, but for what strictness would mistake: a constraint between fields is a
 * condition that names the fields of the schema around it. */
const STRICT = { strict: true, strictRequired: false, strictTypes: false };

/** All that a schema can say in version 3.0. Beside a reference, it says nothing. */
const KEYS_OF_3_0 = new Set(
  `title multipleOf maximum minimum maxLength minLength pattern maxItems minItems uniqueItems required enum
  type allOf oneOf anyOf not items properties additionalProperties description format default nullable
  discriminator externalDocs deprecated`.split(/\s+/),
);

export class Schemas {
  constructor(path) {
    const text = readFileSync(path, "utf8").replaceAll("#/components/schemas/", "#/$defs/");
    this.document = JSON.parse(text);
    this.all = { ...this.document.components.schemas };
    /** Recorded examples: the name of the schema, and the value. */
    this.examples = [];
    for (const [name, body] of Object.entries(this.document.components.requestBodies)) {
      this.#add(`request of ${name}`, body.content["application/json"]);
    }
    for (const [path, { post }] of Object.entries(this.document.paths)) {
      this.#add(`response of ${path.slice(1)}`, post.responses["200"].content["application/json"]);
    }
    for (const [name, { content }] of Object.entries(this.document.components.responses)) {
      this.#add(`failure ${name}`, content["application/json"]);
    }
    const version = this.document.openapi.slice(0, 3);
    this.ajv = new Dialects[version]({ ...STRICT, allErrors: false });
    addFormats(this.ajv);
    if (version === "3.0") for (const schema of Object.values(this.all)) only3_0(schema);
    this.ajv.addVocabulary(this.#otherKeys());
    this.ajv.addSchema({ $id: ID, $defs: this.all });
  }

  #add(name, media) {
    this.all[name] = media.schema;
    for (const example of Object.values(media.examples ?? {})) {
      this.examples.push([name, example.value]);
    }
  }

  /** The keys of OpenAPI and of our own. */
  #otherKeys() {
    const keys = new Set(["discriminator", "externalDocs"]);
    const visit = (node) => {
      if (node && typeof node === "object") {
        for (const [key, value] of Object.entries(node)) {
          if (key.startsWith("x-")) keys.add(key);
          visit(value);
        }
      }
    };
    visit(this.all);
    return [...keys];
  }

  accepts(name, value) {
    return this.#compiled(name)(value);
  }

  errors(name) {
    return this.ajv.errorsText(this.#compiled(name).errors);
  }

  #compiled(name) {
    const pointer = name.replaceAll("~", "~0").replaceAll("/", "~1");
    return this.ajv.getSchema(`${ID}#/$defs/${encodeURIComponent(pointer)}`);
  }

  resolve(schema) {
    let found = schema;
    for (;;) {
      // In version 3.0, a reference with a description is the only one of several.
      const [only, ...others] = found.allOf ?? found.anyOf ?? [];
      if (found.$ref) found = this.all[found.$ref.split("/").pop()];
      else if (!found.type && only?.$ref && others.length === 0) found = only;
      else return found;
    }
  }
}

/** Fails if a schema, or one within, says something that version 3.0 does not know. */
function only3_0(schema) {
  if (schema.$ref) {
    if (Object.keys(schema).length > 1) throw new Error(`beside a reference: ${JSON.stringify(schema)}`);
    return;
  }
  for (const key of Object.keys(schema)) {
    if (!KEYS_OF_3_0.has(key) && !key.startsWith("x-")) throw new Error(`${key}: ${JSON.stringify(schema)}`);
  }
  if (schema.nullable && !schema.type) throw new Error(`nullable without type: ${JSON.stringify(schema)}`);
  const { allOf = [], oneOf = [], anyOf = [], not, items, properties = {}, additionalProperties } = schema;
  const inner = [...allOf, ...oneOf, ...anyOf, ...Object.values(properties), not, items, additionalProperties];
  for (const each of inner) if (each && typeof each === "object") only3_0(each);
}
