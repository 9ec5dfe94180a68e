// Writes a program that gives each recorded example its generated type, and checks that each schema has
// a type. Argument: the document.

import { readFileSync } from "node:fs";

const { components, paths } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const lines = [
  'import type { components, paths } from "./bot-api";',
  'type Json<T> = T extends { content: { "application/json": infer J } } ? J : never;',
];
const add = (type, value) => lines.push(`export const value${lines.length}: ${type} = ${value};`);
for (const name of Object.keys(components.schemas)) {
  // A type that accepts this is `unknown`: it checks nothing.
  lines.push("// @ts-expect-error");
  add(`components["schemas"]["${name}"]`, "1n");
}
for (const [path, { post }] of Object.entries(paths)) {
  const operation = `paths["${path}"]["post"]`;
  const { examples } = components.requestBodies[path.slice(1)]?.content["application/json"] ?? {};
  for (const { value } of Object.values(examples ?? {})) {
    add(`Json<NonNullable<${operation}["requestBody"]>>`, JSON.stringify(value));
  }
  for (const { value } of Object.values(post.responses["200"].content["application/json"].examples)) {
    add(`Json<${operation}["responses"][200]>`, JSON.stringify(value));
  }
}
console.log(lines.join("\n"));
