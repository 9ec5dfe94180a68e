// The schemas of a document, compiled by ajv.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.TOOLS}/node/`);
const Ajv = require("ajv/dist/2020").default;
const addFormats = require("ajv-formats").default;

const ID = "https://telegrammar.test/schemas";

/** Everything in strict mode, but for what strictness would mistake: a constraint between fields is a
 * condition that names the fields of the schema around it. */
const STRICT = { strict: true, strictRequired: false, strictTypes: false };

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
    this.ajv = new Ajv({ ...STRICT, allErrors: false });
    addFormats(this.ajv);
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
    while (found.$ref) found = this.all[found.$ref.split("/").pop()];
    return found;
  }
}
