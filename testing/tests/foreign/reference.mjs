// Drives the page that the example `openapi` writes, with Chromium.
//
// The path of the example is in TELEGRAMMAR_OPENAPI. The arguments are the URL of a server and the token of a bot: what
// the page shows for curl is sent to it.
//
// Prints `ok <step>` for each step, and exits with 0 only if all of them passed. Where `playwright-core`
// and Chromium are looked for, and where screenshots go: as in `page.mjs`.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const parent = process.env.TELEGRAMMAR_FOREIGN ? path.resolve(process.env.TELEGRAMMAR_FOREIGN, "node", "index.js") : import.meta.url;
const { chromium } = createRequire(parent)("playwright-core");
const written = mkdtempSync(path.join(tmpdir(), "telegrammar-openapi-"));
process.on("exit", () => rmSync(written, { recursive: true, force: true }));
execFileSync(process.env.TELEGRAMMAR_OPENAPI, [written]);
const file = path.join(written, "index.html");
const address = pathToFileURL(file).href;
const [server, token] = process.argv.slice(2);
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

await step("it is small, and usable within a second", async () => {
  const size = gzipSync(readFileSync(file)).length;
  assert.ok(size < 1_000_000, `${size} bytes with gzip`);
  // From the request to the results of a search. The best of some, because the machine has other work too.
  const times = [];
  for (let run = 0; run < 5; run++) {
    await page.goto("about:blank");
    await page.goto(address);
    times.push(await page.evaluate(async () => {
      const search = document.querySelector("[type=search]");
      search.value = "profile photos";
      search.dispatchEvent(new Event("input"));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (!document.querySelector("#page-results a")) throw new Error("nothing is found");
      return performance.now();
    }));
  }
  console.log(`${size} bytes with gzip, usable after ${times.map(Math.round)} milliseconds`);
  assert.ok(Math.min(...times) < 1_000, `usable after ${times} milliseconds`);
});

await step("a deep link leads to the method, with every fact", async () => {
  // As Telegram's own page calls it.
  await page.goto(`${address}#getuserprofilephotos`);
  assert.equal(await article.locator("h2").innerText(), "getUserProfilePhotos");
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
    "Responses 200",
    "result object UserProfilePhotos Required A user's profile pictures.",
    "default",
    '-X POST "https://api.telegram.org/bot$TOKEN/getUserProfilePhotos"',
    '-H "Content-Type: application/json"',
    '-d \'{"user_id":42,"limit":100}\'',
    "GetUserProfilePhotos::new(42).limit(100)",
    "Request example",
    '{ "user_id": 42, "limit": 100 }',
    "Response example (200)",
    '{ "ok": true, "result": { "total_count": 5, "photos": [ [ { "file_id": "',
    "Response example (default)",
    '{ "ok": false, "error_code": 429, "description": "Too Many Requests: retry after 5", "parameters": { "retry_after": 5 } }',
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
  await article.getByText("How many seconds to wait").waitFor();
  const text = await words(article);
  for (const fact of [
    "total_count integer int64 Required How many the user has in all.",
    "photos array of array of object PhotoSize Required",
    "each in up to 4 sizes.",
    "width integer int64 Required Width in pixels.",
    "ok boolean Required The call failed. Always false.",
    "error_code integer Required",
    "description string Required What went wrong",
    "parameters object ResponseParameters",
    "migrate_to_chat_id integer int64 The id of the supergroup the group turned into; may need 52 bits",
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
  await search.fill("/getme");
  await search.press("Enter");
  await page.waitForFunction(() => location.hash === "#getMe");
  assert.equal(await article.locator("h2").innerText(), "getMe");
  // Tab goes on in the article.
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "getMe");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "User");
  // The name of an attribute leads to it, wherever it is; words of its description lead to the article.
  await search.fill("has_spoiler");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /\.has_spoiler$/.test(location.hash));
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "has_spoiler");
  assert.match(await words(page.locator(".at")), /^has_spoiler boolean/);
  await search.fill("pictures skip unset");
  await results.getByRole("link", { name: /^getUserProfilePhotos/ }).waitFor();
  assert.equal(await results.getByRole("link").count(), 1);
  await search.fill("getme xyzzy");
  await page.getByText("Nothing found.").waitFor();
  await search.press("Escape");
  assert.equal(await search.inputValue(), "");
  await page.goBack();
  assert.equal(await article.locator("h2").innerText(), "getMe");
  await page.getByRole("link", { name: "Skip to the content" }).focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.localName), "main");
  assert.equal(await article.locator("h2").innerText(), "getMe");
});

await step("headings are in order, and what is wrong leads to the overview", async () => {
  for (const name of ["page-overview", "sendMessage", "Message", "ParseMode", "ChatMember", "Error", "no such thing", "%"]) {
    await page.goto(`${address}#${name}`);
    const levels = await page.evaluate(() => [...document.querySelectorAll("h1, h2, h3, h4")].filter((it) => it.closest("main") && it.checkVisibility()).map((it) => Number(it.localName[1])));
    assert.equal(levels[0], 2, name);
    assert.ok(levels.every((level, index) => index === 0 || level <= levels[index - 1] + 1), `${name} has headings of the levels ${levels}`);
  }
  assert.equal(await article.locator("h2").innerText(), "Overview");
  await page.goto(`${address}#page-all`);
  await page.getByText("How many pictures to return at most.").waitFor();
  assert.ok((await page.locator("main > article:visible").count()) > 600);
  await page.goto(`${address}#getMe`);
  assert.equal(await page.locator("main > article:visible").count(), 1);
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
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const colours = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const of = (name) => style.getPropertyValue(`--${name}`).trim().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
      return Object.fromEntries(["back", "code", "mark", "text", "weak", "link", "need"].map((name) => [name, of(name)]));
    });
    const luminance = (colour) => {
      const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    for (const back of ["back", "code", "mark"]) {
      for (const front of ["text", "weak", "link", "need"]) {
        const [less, more] = [colours[back], colours[front]].map(luminance).sort((one, other) => one - other);
        const contrast = (more + 0.05) / (less + 0.05);
        assert.ok(contrast >= 4.5, `${front} on ${back} has a contrast of ${contrast} in the ${colorScheme} scheme`);
      }
    }
  }
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 740 });
    for (const name of ["page-overview", "getUserProfilePhotos", "sendMediaGroup", "createChatSubscriptionInviteLink", "Message", "InlineQueryResult"]) {
      await page.goto(`${address}#${name}`);
      // Some types, and deeply one within another.
      await page.evaluate(async () => {
        for (let inner = document.querySelector("article.shown"), level = 0; inner && level < 20; level++) {
          inner = inner.querySelector(".body [data-type='Message']") ?? inner.querySelector("[data-type]");
          if (inner) inner.open = true;
          await new Promise((resolve) => setTimeout(resolve));
        }
      });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide for ${width}`);
      if (width === 360 && name === "getUserProfilePhotos") await screenshot(`narrow-${name}-dark`);
    }
  }
  await page.setViewportSize({ width: 800, height: 1000 });
  await page.goto(`${address}#getUserProfilePhotos`);
  await page.reload();
  await page.emulateMedia({ media: "print" });
  assert.ok((await brightness()) > 250);
  assert.equal(await page.locator("nav").isVisible(), false);
  // What is folded unfolds on paper, and folds again.
  const print = (event) => page.evaluate((event) => dispatchEvent(new Event(event)), event);
  await print("beforeprint");
  for (const text of ["How many the user has in all.", "What went wrong, in English."]) assert.ok((await words(article)).includes(text), text);
  await screenshot("print");
  await print("afterprint");
  await page.emulateMedia({ media: "screen" });
  assert.equal(await article.getByText("How many the user has in all.").isVisible(), false);
});

await step("it is readable without a script", async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(`${address}#getUserProfilePhotos`);
  await bare.locator("article[id='getMe'] h2").waitFor({ state: "visible" });
  assert.match(await words(bare.locator("[id='getUserProfilePhotos.limit']")), /How many pictures to return at most. Between 1 and 100/);
  assert.equal(await bare.locator("[type=search]").isVisible(), false);
  await plain.close();
});

await step("a server understands what is shown for curl", async () => {
  await page.goto(`${address}#page-all`);
  const codes = await page.locator("article.method").evaluateAll((articles) => articles.map((it) => [it.id, it.querySelector(".code code").textContent]));
  assert.equal(codes.length, 185);
  // The shell takes the code apart, with a function instead of the program. After these, the bot has no more calls.
  const last = ["getUpdates", "close", "logOut"];
  codes.sort(([one], [other]) => last.indexOf(one) - last.indexOf(other));
  const define = "curl() { for each; do printf '%s\\0' \"$each\"; done; printf '\\n\\0'; }\n";
  const calls = execFileSync("sh", ["-c", define + codes.map(([, code]) => code).join("\n")], { env: { TOKEN: token }, encoding: "utf8" });
  const wrong = [];
  for (const [index, call] of calls.split("\n\0").slice(0, -1).entries()) {
    const [name] = codes[index];
    const options = call.split("\0");
    const values = (option) => options.filter((_, at) => options[at - 1] === option);
    const [url] = options.filter((it) => it.startsWith("https://"));
    const form = new FormData();
    for (const field of [...values("-F"), ...values("--form-string")]) {
      const [, key, value] = field.match(/^(\w+)=(.*)$/s);
      if (value.startsWith("@")) form.append(key, new Blob(["a picture"]), value.slice(1));
      else form.append(key, value);
    }
    const [json] = values("-d");
    const body = json === undefined ? form : json;
    if (json !== undefined) JSON.parse(json);
    const headers = Object.fromEntries(values("-H").map((it) => it.split(": ")));
    const response = await fetch(url.replace("https://api.telegram.org", server), { method: values("-X")[0], headers, body });
    const answer = await response.json();
    // There may be no such chat or message. But the method and its parameters are understood.
    if (!answer.ok && (answer.error_code !== 400 || /parse|must be|empty/i.test(answer.description))) wrong.push(`${name}: ${answer.description}`);
  }
  assert.deepEqual(wrong, []);
});

await browser.close();
