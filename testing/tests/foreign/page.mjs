// Drives the page of a fake Bot API server with Chromium.
//
// Usage: node page.mjs BASE_URL TOKEN
//
// Prints `ok <step>` for each step, and exits with 0 only if all of them passed. `playwright-core` is
// looked for beside this file, and else in `node` in the folder named by TELEGRAMMAR_FOREIGN; Chromium by
// the path in TELEGRAMMAR_CHROMIUM. Screenshots are written to the folder named by
// TELEGRAMMAR_SCREENSHOTS, if there is one.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { INJECTION, picture, startBot } from "./page_bot.mjs";

function load(name) {
  const folder = process.env.TELEGRAMMAR_FOREIGN;
  const near = createRequire(import.meta.url);
  if (!folder) return near(name);
  return createRequire(path.resolve(folder, "node", "index.js"))(name);
}

const { chromium } = load("playwright-core");
const [base, token] = process.argv.slice(2);
const PATIENCE = 15_000;
const stopped = new AbortController();
setTimeout(() => {
  console.error("not finished in time");
  process.exit(1);
}, 75_000).unref();

const browser = await chromium.launch({
  executablePath: process.env.TELEGRAMMAR_CHROMIUM,
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "light", locale: "en-GB", permissions: ["clipboard-read", "clipboard-write"] });
context.setDefaultTimeout(PATIENCE);
const page = await context.newPage();
// Everything that a console shows, and that no step expects.
const errors = [];
page.on("console", (message) => {
  if (["error", "warning"].includes(message.type())) errors.push(message.text());
});
page.on("pageerror", (error) => errors.push(String(error)));
page.on("requestfailed", (request) => {
  // The stream ends with the page.
  if (!request.url().includes("/control/events")) errors.push(`${request.url()} ${request.failure()?.errorText}`);
});

const folder = process.env.TELEGRAMMAR_SCREENSHOTS;
if (folder) mkdirSync(folder, { recursive: true });
async function screenshot(name) {
  const taken = await page.screenshot(folder ? { path: path.join(folder, `${name}.png`) } : {});
  assert.ok(taken.length > 5_000, `${name} is empty`);
}
async function control(name, body) {
  const response = await fetch(`${base}/control/${name}`, { method: "POST", body: JSON.stringify(body) });
  const answer = await response.json();
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.result;
}
const input = page.getByRole("textbox", { name: "Message" });
const messages = page.locator("#messages");
const bubbles = (text) => messages.locator("li.message", { hasText: text });
async function say(text) {
  await input.fill(text);
  await input.press("Enter");
}
async function step(name, action) {
  await action();
  assert.deepEqual(errors, [], `the console has errors after ${name}`);
  console.log(`ok ${name}`);
}

try {
  // The bot shows all that it can at once.
  await control("strict", { on: true, rates: false });
  await step("an empty chat says what to do", async () => {
    await page.goto(base);
    await page.getByText("Live").waitFor();
    await page.getByText("No bot has connected yet").waitFor();
    await page.getByRole("button", { name: "Start" }).waitFor();
    await page.getByRole("button", { name: base }).waitFor();
    await page.getByRole("button", { name: token }).click();
    await page.getByText("Copied.").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), token);
    await screenshot("empty");
  });
  const bot = startBot(base, token, stopped.signal);
  bot.catch((error) => {
    console.error(error);
    process.exit(1);
  });

  await step("a first conversation", async () => {
    await page.getByRole("button", { name: "Start" }).click();
    await bubbles("Welcome, Ann!").waitFor();
    await page.getByText("No bot has connected yet").waitFor({ state: "hidden" });
    assert.equal(await page.getByText(token).count(), 0);
    assert.equal(await bubbles("Formatting").locator("strong em").textContent(), "italic");
    assert.equal(await bubbles("Formatting").locator("a").getAttribute("href"), "https://example.org/");
    await say("Hello");
    await bubbles("You said: Hello").waitFor();
  });

  await step("buttons are pressed", async () => {
    await messages.getByRole("button", { name: "Yes", exact: true }).click();
    await page.locator(".toast", { hasText: "You chose yes" }).waitFor();
    const edited = bubbles("The choice was yes");
    await edited.getByText("edited").waitFor();
    assert.equal(await edited.getByRole("button", { name: "Yes", exact: true }).count(), 0);
    await say("/keyboard");
    await page.getByRole("group", { name: "Keyboard of the bot" }).getByRole("button", { name: "Tea" }).click();
    await bubbles("You said: Tea").waitFor();
    await page.getByRole("button", { name: "Send my location" }).click();
    await bubbles("Thank you for the location").waitFor();
  });

  const keyboard = page.getByRole("group", { name: "Keyboard of the bot" });
  await step("a keyboard for one use, and a reply that is asked for", async () => {
    await say("/once");
    await keyboard.getByRole("button", { name: "Red" }).waitFor();
    assert.equal(await input.getAttribute("placeholder"), "A color");
    await screenshot("keyboard-light");
    await keyboard.getByRole("button", { name: "Red" }).click();
    await bubbles("You said: Red").waitFor();
    await keyboard.waitFor({ state: "hidden" });
    // It can be opened, and used again.
    const toggle = page.getByRole("button", { name: "Show the keyboard of the bot" });
    assert.equal(await toggle.getAttribute("aria-expanded"), "false");
    await toggle.click();
    await keyboard.getByRole("button", { name: "Green" }).click();
    await bubbles("You said: Green").waitFor();
    await say("/name");
    await page.getByText("Reply to: What is your name?").waitFor();
    assert.equal(await input.getAttribute("placeholder"), "Your name");
    assert.equal(await toggle.count(), 0);
    await say("Zoe");
    await bubbles("Hello, Zoe!").waitFor();
    assert.equal(await page.getByText("Reply to: What is your name?").isVisible(), false);
    await page.waitForFunction(() => document.querySelector("#text").placeholder === "Message");
  });

  await step("inline results are chosen with the keyboard", async () => {
    await input.pressSequentially("@telegrammar_fake_bot do");
    const offers = page.getByRole("group", { name: "Suggestions" });
    await offers.getByText("It coos").waitFor();
    assert.equal(await offers.getByRole("button").count(), 2);
    await screenshot("inline-light");
    await input.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await bubbles("Coo").getByText("via @telegrammar_fake_bot").waitFor();
    assert.equal(await input.inputValue(), "");
    await input.pressSequentially("@telegrammar_fake_bot x");
    await offers.getByText("No results").waitFor();
    await input.press("Escape");
    await offers.waitFor({ state: "hidden" });
    await input.fill("");
  });

  await step("buttons that open, copy, search and alert", async () => {
    await say("/buttons");
    await messages.getByRole("button", { name: "Open the app" }).click();
    const dialog = page.getByRole("dialog", { name: "Mini App" });
    assert.match(await dialog.getByLabel("Its init data").inputValue(), /^auth_date=\d+&hash=[0-9a-f]{64}&/);
    const link = dialog.getByRole("link", { name: "Open the Mini App" });
    assert.match(await link.getAttribute("href"), /^https:\/\/example\.org\/app#tgWebAppData=auth_date%3D/);
    assert.match(await link.getAttribute("rel"), /noopener/);
    await screenshot("mini-app-light");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    await messages.getByRole("button", { name: "Copy a code" }).click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) === "AB-12");
    await messages.getByRole("button", { name: "Search here" }).click();
    await page.getByText("It barks").waitFor();
    await input.press("Enter");
    await bubbles("You said: Woof").waitFor();
    await messages.getByRole("button", { name: "Alert" }).click();
    await page.getByRole("dialog").getByText("Mind the gap").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await say("/pay");
    await messages.getByRole("button", { name: "Pay €24.90" }).waitFor();
  });

  await step("a conversation without a mouse", async () => {
    await page.reload();
    await bubbles("You said: Woof").waitFor();
    const focus = async (matches, key) => {
      for (let press = 0; press < 60; press++) {
        if (await page.evaluate((selector) => document.activeElement.matches(selector), matches)) return;
        await page.keyboard.press(key);
      }
      assert.fail(`${matches} is not reached by ${key}`);
    };
    await focus("#text", "Tab");
    await page.keyboard.type("/sta");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await bubbles("Welcome, Ann!").waitFor();
    await focus(".inline button", "Shift+Tab");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.equal(outline, "solid");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await page.locator(".toast", { hasText: "You chose no" }).waitFor();
    await say("/show");
    await bubbles("A file").getByRole("link").first().waitFor();
    await screenshot("kinds-light");
  });

  await step("pictures are shown", async () => {
    await say("/photo");
    const image = bubbles("The hills").locator("img");
    await image.waitFor();
    await page.waitForFunction((it) => it.naturalWidth === 360, await image.elementHandle());
    await say("/album");
    await messages.locator(".album img").nth(2).waitFor();
    await bubbles("Three views").scrollIntoViewIfNeeded();
    await screenshot("pictures-light");
    const sent = picture(120, 80, 4);
    await page.locator("#file").setInputFiles({ name: "mine.png", mimeType: "image/png", buffer: sent });
    await bubbles(`A photo of ${sent.length} bytes`).waitFor();
    await page.locator("#file").setInputFiles({ name: "table.csv", mimeType: "text/csv", buffer: Buffer.from("a,b") });
    await bubbles("A file named table.csv").waitFor();
  });

  await step("a poll is voted in", async () => {
    await say("/poll");
    await messages.getByRole("button", { name: "Autumn" }).click();
    await messages.getByText("1 vote").waitFor();
    assert.equal(await messages.getByRole("button", { name: "Autumn" }).getAttribute("aria-pressed"), "true");
    assert.match(await messages.getByRole("button", { name: "Autumn" }).textContent(), /100%/);
    await screenshot("poll-light");
  });

  await step("messages are edited, deleted, answered and reacted to", async () => {
    await say("A mistake");
    await bubbles("You said: A mistake").waitFor();
    await input.press("ArrowUp");
    assert.equal(await input.inputValue(), "A mistake");
    await say("No mistake");
    await bubbles("You changed it to: No mistake").waitFor();
    await say("/gone");
    await messages.locator("li.deleted", { hasText: "This message is deleted" }).waitFor();
    // From the input field to the newest message, and from there to its menu.
    await page.keyboard.press("Shift+Tab");
    while (!(await page.evaluate(() => document.activeElement.matches("#messages li")))) await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "React with 👍" }).click();
    await messages.locator(".reactions button", { hasText: "🎉" }).waitFor();
    await bubbles("You changed it to").hover();
    await bubbles("You changed it to").getByRole("button", { name: "Reply, react and more" }).click();
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await say("Thanks");
    await bubbles("Thanks").first().locator(".reply").waitFor();
  });

  await step("texts are no markup", async () => {
    await say("/inject");
    await bubbles(INJECTION).waitFor();
    assert.equal(await page.evaluate(() => window.injected), undefined);
    assert.equal(await bubbles(INJECTION).locator("a, script").count(), 0);
  });

  await step("calls are beside it", async () => {
    await control("reply", { method: "sendDice", flood: 1 });
    await control("reply", { method: "getChat", result: { id: 42, title: 7 } });
    await say("/trouble");
    const calls = page.getByRole("complementary", { name: "Calls of the bot" });
    await calls.getByText("complaint", { exact: true }).waitFor();
    await calls.getByText("scripted reply").first().waitFor();
    await calls.getByText(/^repairs \d+$/).waitFor();
    await calls.locator("summary", { hasText: "answer to repair" }).click();
    await calls.getByText("`result.title` must be of type String").waitFor();
    await calls.locator("summary", { hasText: "chat not found" }).click();
    await calls.getByText('"Nobody"').waitFor();
    // The bot has not asked for guests, which is about no call.
    await control("summon", { user: "Ann", text: "@telegrammar_fake_bot Help!" });
    await calls.getByText(/^guest_message: an update was dropped/).waitFor();
    await calls.getByText('"Bad Request: chat not found"').waitFor();
    // A wrong token is a problem that everybody should see, without its secret.
    await fetch(`${base}/bot555:${"x".repeat(35)}/getMe`);
    await calls.locator("summary", { hasText: "Unauthorized" }).waitFor();
    assert.equal(await page.getByText("x".repeat(35)).count(), 0);
    await screenshot("conversation-light");
  });

  await step("users, chats, bots and a lost connection", async () => {
    await page.getByRole("button", { name: "Add a user" }).click();
    await page.getByLabel("First name").fill("Bob");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("No messages yet. Start").waitFor();
    await page.getByRole("listbox", { name: "Chats" }).locator("[tabindex='0']").focus();
    const group = page.getByRole("option", { name: /Fake Supergroup/ });
    for (let press = 0; (await group.getAttribute("aria-selected")) !== "true" && press < 5; press++) await page.keyboard.press("ArrowDown");
    await input.focus();
    await say("Hello, everybody");
    await bubbles("You said: Hello, everybody").waitFor();
    // A page that is hidden does not follow; afterwards, it continues where it was.
    const hide = (isHidden) => page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, isHidden);
    await hide(true);
    await control("say", { user: "Ann", chat: -1001234567890, text: "While you were away" });
    await hide(false);
    await bubbles("You said: While you were away").waitFor();
    await control("chat", { title: "Forum", is_forum: true, users: ["Bob"] });
    await page.getByRole("option", { name: /Forum/ }).click();
    await say("/topic");
    await bubbles("The first of the news").waitFor();
    // It replies to the topic only because it is in it.
    assert.equal(await bubbles("The first of the news").locator(".reply").count(), 0);
    await page.locator("#messages .topic", { hasText: "News" }).click();
    await page.getByLabel("Write in the topic").waitFor();
    await screenshot("topic-light");
    await page.locator("#bot").selectOption({ label: "Fake Bot (987654321)" });
    await page.getByText("No messages yet. Start").waitFor();
    await page.getByText("No bot has connected yet").waitFor();
    await page.locator("#bot").selectOption({ label: "Fake Bot (123456789)" });
    await page.getByLabel("You are").selectOption("Bob");
    await group.click();
    await screenshot("group-light");
  });
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByLabel("You are").selectOption({ index: 0 });
  await page.locator("#chats [data-chat='42']").click();

  await step("dark, and narrow", async () => {
    await bubbles("Thanks").first().waitFor();
    await screenshot("conversation-dark");
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width: 360, height: 740 });
      for (const view of ["Chats", "Chat", "Calls"]) {
        await page.getByRole("button", { name: view, exact: view !== "Calls" }).first().click();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `${view} is ${overflow} pixels too wide`);
        await screenshot(`narrow-${view.toLowerCase()}-${scheme}`);
      }
    }
    await page.getByRole("button", { name: "Chat", exact: true }).click();
    const overflow = () => page.evaluate(() => Math.max(document.documentElement.scrollWidth - innerWidth, document.querySelector("#chat").scrollWidth - innerWidth));
    await say("/once");
    await keyboard.getByRole("button", { name: "Red" }).waitFor();
    await screenshot("narrow-keyboard-dark");
    assert.ok((await overflow()) <= 0);
    await say("/buttons");
    await bubbles("Buttons of all kinds").nth(1).getByRole("button", { name: "Open the app" }).click();
    await page.getByRole("dialog", { name: "Mini App" }).waitFor();
    await screenshot("narrow-dialog-dark");
    assert.ok((await overflow()) <= 0);
    await page.keyboard.press("Escape");
    await page.setViewportSize({ width: 900, height: 700 });
    await screenshot("medium-dark");
  });
} catch (error) {
  await screenshot("failure").catch(() => {});
  console.error(errors.join("\n"));
  throw error;
} finally {
  stopped.abort();
  await browser.close();
}
