// The first steps of somebody who has read nothing: the page is opened, and the example `echo` is talked to.
//
// Usage: node first_steps.mjs BASE_URL TOKEN
//
// Prints `ok <step>` for each step, and exits with 0 only if all of them passed. The program of the example is
// named by TELEGRAMMAR_ECHO, all else as for page.mjs.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const { TELEGRAMMAR_CHROMIUM, TELEGRAMMAR_ECHO, TELEGRAMMAR_FOREIGN, TELEGRAMMAR_SCREENSHOTS } = process.env;
const load = createRequire(
  TELEGRAMMAR_FOREIGN ? path.resolve(TELEGRAMMAR_FOREIGN, "node", "index.js") : import.meta.url,
);
const { chromium } = load("playwright-core");
const [base, token] = process.argv.slice(2);
setTimeout(() => {
  console.error("not finished in time");
  process.exit(1);
}, 60_000).unref();

const browser = await chromium.launch({
  executablePath: TELEGRAMMAR_CHROMIUM,
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
page.setDefaultTimeout(15_000);
const bubbles = (text) => page.locator("#messages li.message", { hasText: text });
let bot;

async function screenshot(name) {
  if (!TELEGRAMMAR_SCREENSHOTS) return;
  mkdirSync(TELEGRAMMAR_SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(TELEGRAMMAR_SCREENSHOTS, `${name}.png`) });
}
async function step(name, action) {
  await action();
  console.log(`ok ${name}`);
}

try {
  await step("the page says how to connect a bot", async () => {
    await page.goto(base);
    const hint = page.getByText("No bot has connected yet");
    await hint.waitFor();
    const told = (await hint.textContent()).match(/http:\/\/[\w.]+:\d+/)[0];
    await screenshot("first-steps-alone");
    bot = spawn(TELEGRAMMAR_ECHO, [], {
      env: { ...process.env, TELEGRAM_BOT_TOKEN: token, TELEGRAM_BOT_API_URL: told },
      stdio: ["ignore", "inherit", "inherit"],
    });
    await hint.waitFor({ state: "hidden" });
  });

  await step("what is typed is echoed", async () => {
    // Nothing is clicked: a chat is open, and the input field has the focus.
    await page.keyboard.type("Is anybody there?");
    await page.keyboard.press("Enter");
    await bubbles("Is anybody there?").nth(1).waitFor();
    await page.keyboard.type("And again");
    await page.keyboard.press("Enter");
    await bubbles("And again").nth(1).waitFor();
    await page.locator("#file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("a") });
    await bubbles("I cannot echo a document.").waitFor();
    await screenshot("first-steps-echo");
  });

  await step("another visit continues it", async () => {
    await page.reload();
    await bubbles("And again").nth(1).waitFor();
    await page.keyboard.type("Still there?");
    await page.keyboard.press("Enter");
    await bubbles("Still there?").nth(1).waitFor();
    const calls = page.getByRole("complementary", { name: "Calls of the bot" });
    assert.equal(await calls.locator("li.problem").count(), 0);
  });

  bot.kill("SIGINT");
  const [code] = await once(bot, "exit");
  assert.equal(code, 0, "Ctrl-C must stop the bot");
} catch (error) {
  await screenshot("first-steps-failure").catch(() => {});
  throw error;
} finally {
  bot?.kill();
  await browser.close();
}
