// The schemas of a document, by ajv: they accept every recorded example, and refuse values with one
// mistake. Arguments: the document, and a seed.

import { Schemas } from "./schemas.mjs";
import { Samples } from "./samples.mjs";
import { mutants } from "./mutants.mjs";
import { brokenAndNot, reasonNotSaid } from "./rules.mjs";

const [path, seed] = process.argv.slice(2);
const schemas = new Schemas(path);
const samples = new Samples(schemas, Number(seed));
const problems = [];
const counts = new Map();
const count = (what) => counts.set(what, (counts.get(what) ?? 0) + 1);
const show = (value) => JSON.stringify(value).slice(0, 300);

for (const [name, value] of schemas.examples) {
  if (schemas.accepts(name, value)) count("example accepted");
  else problems.push(`${name}: the example is refused: ${schemas.errors(name)}: ${show(value)}`);
  for (const [kind, place, mutant] of mutants(schemas, schemas.all[name], value)) {
    check(name, kind, place, mutant);
  }
}

function check(name, kind, place, mutant) {
  if (!schemas.accepts(name, mutant)) return count(`${kind}: refused`);
  problems.push(`${name}${place}: accepted (${kind}): ${show(mutant)}`);
}

for (const [name, schema] of Object.entries(schemas.all)) {
  const rounds = schema.properties ? 4 : 2;
  for (let round = 0; round < rounds; round++) {
    const value = samples.valid(name);
    if (value === undefined) {
      problems.push(`${name}: no value is accepted: ${schemas.errors(name)}`);
      break;
    }
    count("sample accepted");
    for (const [kind, place, mutant] of mutants(schemas, schema, value)) check(name, kind, place, mutant);
  }
  for (const rule of schema["x-rules"] ?? []) {
    const reason = reasonNotSaid(rule);
    if (reason) {
      count(`constraint left to x-rules: ${reason}`);
      continue;
    }
    let found = 0;
    // With few rounds, it is chance whether a sample fulfils the other constraints.
    for (let round = 0; found < 20 && round < 200; round++) {
      const value = samples.valid(name);
      const [right, ...broken] = brokenAndNot(samples, schema, value, rule);
      // Another constraint may be broken too.
      if (!schemas.accepts(name, right)) continue;
      found += 1;
      for (const mutant of broken) check(name, "constraint broken", ` (${rule})`, mutant);
    }
    if (found === 0) problems.push(`${name}: nothing fulfils "${rule}": ${schemas.errors(name)}`);
    else count("constraint");
  }
}

for (const [what, number] of [...counts].sort()) console.log(`${number} ${what}`);
for (const problem of problems.slice(0, 60)) console.error(problem);
if (problems.length > 0) {
  console.error(`${problems.length} problems`);
  process.exit(1);
}
