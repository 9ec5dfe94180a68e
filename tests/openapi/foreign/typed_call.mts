// One call with the types that openapi-typescript has generated. Arguments: the URL with the token.

import type { components, paths } from "./bot-api";

declare const process: { argv: string[] };

type Json<T> = T extends { content: { "application/json": infer J } } ? J : never;

type Name = keyof paths extends `/${infer N}` ? N : never;

async function call<N extends Name>(
  url: string,
  name: N,
  parameters: Json<paths[`/${N}`]["post"]["requestBody"]>,
): Promise<Json<paths[`/${N}`]["post"]["responses"][200]>> {
  const response = await fetch(`${url}/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(parameters),
  });
  if (!response.ok) throw new Error(`${name}: ${await response.text()}`);
  return (await response.json()) as Json<paths[`/${N}`]["post"]["responses"][200]>;
}

function expect(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const url = process.argv[2];
const sent = await call(url, "sendMessage", { chat_id: 42, text: "Hello" });
const message: components["schemas"]["Message"] = sent.result;
expect(sent.ok && message.text === "Hello", `another message: ${JSON.stringify(sent)}`);
const { result: photos } = await call(url, "getUserProfilePhotos", { user_id: 42, limit: 1 });
const sizes: number[] = photos.photos.flat().map((photo) => photo.width);
expect(photos.photos.length <= 1 && sizes.every((size) => size > 0), `other photos: ${JSON.stringify(photos)}`);

// What the types refuse.
export const mistakes: (() => unknown)[] = [
  // @ts-expect-error: `user_id` is required.
  () => call(url, "getUserProfilePhotos", { limit: 1 }),
  // @ts-expect-error: `limit` is a number.
  () => call(url, "getUserProfilePhotos", { user_id: 42, limit: "1" }),
  // @ts-expect-error: there is no such method.
  () => call(url, "getUserPhotos", { user_id: 42 }),
  // @ts-expect-error: a set of photos has no such field.
  () => photos.count,
];
console.log("ok typed call");
