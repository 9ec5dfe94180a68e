// Drives the page that the example `openapi` writes, with Chromium.
//
// The path of the example is in TELEGRAMMAR_OPENAPI.
//
// Prints `ok <step>` for each step, and exits with 0 only if all of them passed. Where `playwright-core`
// and Chromium are looked for, and where screenshots go: as in `page.mjs`.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const parent = process.env.TELEGRAMMAR_FOREIGN ? path.resolve(process.env.TELEGRAMMAR_FOREIGN, "node", "index.js") : import.meta.url;
const { chromium } = createRequire(parent)("playwright-core");
const written = mkdtempSync(path.join(tmpdir(), "telegrammar-openapi-"));
process.on("exit", () => rmSync(written, { recursive: true, force: true }));
execFileSync(process.env.TELEGRAMMAR_OPENAPI, [written]);
const address = pathToFileURL(path.join(written, "index.html")).href;
setTimeout(() => {
  console.error("not finished in time");
  process.exit(1);
}, 75_000).unref();

const browser = await chromium.launch({
  executablePath: process.env.TELEGRAMMAR_CHROMIUM,
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "light", locale: "en-GB", permissions: ["clipboard-read", "clipboard-write"] });
context.setDefaultTimeout(15_000);
const page = await context.newPage();
const errors = [];
page.on("console", (message) => {
  if (["error", "warning"].includes(message.type())) errors.push(message.text());
});
page.on("pageerror", (error) => errors.push(String(error)));
page.on("request", (request) => {
  if (!/^(file|data):/.test(request.url())) errors.push(`${request.url()} is loaded`);
});

const folder = process.env.TELEGRAMMAR_SCREENSHOTS;
if (folder) mkdirSync(folder, { recursive: true });
async function screenshot(name) {
  const taken = await page.screenshot({ fullPage: true, ...(folder && { path: path.join(folder, `reference-${name}.png`) }) });
  assert.ok(taken.length > 5_000, `${name} is empty`);
}
const article = page.locator("article.shown");
const search = page.getByRole("searchbox", { name: "Search" });
const words = async (locator) => (await locator.innerText()).replace(/\s+/g, " ");
async function step(name, action) {
  await action();
  assert.deepEqual(errors, [], `the console has errors after ${name}`);
  console.log(`ok ${name}`);
}

await step("a deep link leads to the method, with every fact", async () => {
  await page.goto(`${address}#getUserProfilePhotos`);
  assert.match(await page.title(), /^getUserProfilePhotos – /);
  const text = await words(article);
  for (const fact of [
    "POST /getUserProfilePhotos",
    "Lists the profile pictures of a user.",
    "Body Required",
    "user_id integer int64 Required Whose pictures to list.",
    "offset integer int64 How many pictures to skip; all are listed if unset.",
    "limit integer int64 How many pictures to return at most. Between 1 and 100, default 100.",
    "ok boolean Required The call succeeded. Always true.",
    "result object UserProfilePhotos Required",
    "GetUserProfilePhotos::new(42).limit(100)",
    '-d \'{"user_id":42,"limit":100}\'',
    '"total_count": 5, "photos": [',
    '"error_code": 429',
  ]) {
    assert.ok(text.includes(fact), `${fact} is not in ${text}`);
  }
  assert.equal(await page.locator("main > article:visible").count(), 1);
  await screenshot("method-light");
});

await step("nested types unfold", async () => {
  await article.getByText("attributes of UserProfilePhotos").click();
  await article.getByText("The pictures asked for, each in up to 4 sizes.").waitFor();
  await article.getByText("attributes of PhotoSize").click();
  await article.getByText("Width in pixels.").waitFor();
  await article.locator("summary", { hasText: /^response attributes/ }).nth(1).click();
  await article.getByText("error_code").first().waitFor();
  await article.getByText("attributes of ResponseParameters").click();
  const text = await words(article);
  for (const fact of [
    "total_count integer int64 Required How many the user has in all.",
    "photos array of array of object PhotoSize Required",
    "error_code integer Required",
    "description string Required What went wrong",
    "parameters object ResponseParameters",
    "migrate_to_chat_id integer int64 The id of the supergroup",
    "retry_after integer int64 How many seconds to wait",
  ]) {
    assert.ok(text.includes(fact), `${fact} is not in ${text}`);
  }
  // A copy adds no second address, and folds again.
  const twice = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((it) => it.id);
    return ids.length - new Set(ids).size;
  });
  assert.equal(twice, 0);
  await screenshot("unfolded-light");
  await article.getByText("attributes of UserProfilePhotos").click();
  await article.getByText("Width in pixels.").waitFor({ state: "hidden" });
});

await step("a type that contains itself unfolds further", async () => {
  await page.goto(`${address}#Message`);
  const inner = article.locator("[data-type='Message']");
  const before = await inner.count();
  await inner.first().locator("summary").first().click();
  await page.waitForFunction((count) => document.querySelectorAll("article.shown [data-type='Message']").length > count, before);
});

await step("search by keyboard", async () => {
  await page.locator("h2:visible").first().click();
  await page.keyboard.press("/");
  await page.keyboard.type("profile photos");
  await page.getByText(/^\d+ found/).waitFor();
  const results = page.getByRole("list", { name: "Search results" });
  await results.getByRole("link", { name: /^getUserProfilePhotos/ }).waitFor();
  await search.fill("getme");
  await search.press("Enter");
  await page.waitForFunction(() => location.hash === "#getMe");
  assert.equal(await article.locator("h2").innerText(), "getMe");
  await search.fill("has_spoiler");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash !== "#getMe");
  assert.match(await words(article), /has_spoiler/);
  await search.fill("no such thing");
  await page.getByText("Nothing found.").waitFor();
  await search.press("Escape");
  assert.equal(await search.inputValue(), "");
  await page.goBack();
  assert.equal(await article.locator("h2").innerText(), "getMe");
});

await step("parameters have addresses, and examples are copied", async () => {
  await page.goto(`${address}#getUpdates.limit`);
  const limit = page.locator("[id='getUpdates.limit']");
  assert.ok(await limit.evaluate((it) => {
    const box = it.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= innerHeight && it.classList.contains("at");
  }));
  await page.goto(`${address}#getUserProfilePhotos`);
  await article.getByRole("button", { name: "Copy" }).nth(1).click();
  await article.getByRole("button", { name: "Copied" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /GetUserProfilePhotos::new\(42\)/);
});

await step("dark, narrow and on paper", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  const brightness = () => page.evaluate(() => Number(getComputedStyle(document.body).backgroundColor.match(/\d+/)[0]));
  assert.ok((await brightness()) < 64);
  await screenshot("method-dark");
  await page.setViewportSize({ width: 360, height: 740 });
  for (const name of ["overview", "getUserProfilePhotos", "sendMediaGroup", "Message", "InlineQueryResult"]) {
    await page.goto(`${address}#${name}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide`);
    await screenshot(`narrow-${name}-dark`);
  }
  await page.setViewportSize({ width: 800, height: 1000 });
  await page.goto(`${address}#getUserProfilePhotos`);
  await page.emulateMedia({ media: "print" });
  assert.ok((await brightness()) > 250);
  assert.equal(await page.locator("nav").isVisible(), false);
  await screenshot("print");
});

await step("it is readable without a script", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(`${address}#getUserProfilePhotos`);
  await bare.getByText("How many pictures to return at most.").waitFor();
  await bare.locator("article[id='getMe'] h2").waitFor();
  await plain.close();
});

await browser.close();
