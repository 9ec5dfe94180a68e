// Drives a fake Bot API server with grammY.
//
// Usage: node grammy_bot.mjs BASE_URL TOKEN
//
// Prints `ok <step>` for each step, and exits with 0 only if all of them passed. The library is
// looked for beside this file, and else in `node` in the folder named by TELEGRAMMAR_FOREIGN.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import zlib from "node:zlib";

function load(name) {
  const folder = process.env.TELEGRAMMAR_FOREIGN;
  const near = createRequire(import.meta.url);
  if (!folder) return near(name);
  return createRequire(path.resolve(folder, "node", "index.js"))(name);
}

const { Bot, GrammyError, HttpError, InlineKeyboard, InputFile, InputMediaBuilder, webhookCallback } =
  load("grammy");

const USER = { id: 42, is_bot: false, first_name: "Tester" };
const PRIVATE = { id: 42, type: "private", first_name: "Tester" };
const GROUP_ID = -1001234567890;
const GROUP = { id: GROUP_ID, type: "supergroup", title: "Test group" };
const UNKNOWN_CHAT = 987654321;
const NEW_GROUP = -1009876543210;
const SECRET = "the_secret-of-this-webhook";
const SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
const bytes = Array.from({ length: 256 * 41 }, (_, index) => index % 256);
const DOCUMENT = Buffer.concat([Buffer.from(bytes), Buffer.from("\r\n--not a boundary--\r\n")]);
// Longer than any wait of a correct server, shorter than the time for everything.
const PATIENCE = 15_000;

const [base, token] = process.argv.slice(2);

// A PNG image of 100 x 60 pixels.
function picture(red) {
  const crcs = Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte >>> 0;
  });
  const crc = (data) =>
    ~data.reduce((sum, byte) => (sum >>> 8) ^ crcs[(sum ^ byte) & 255], 0xffffffff) >>> 0;
  const number = (value) => {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32BE(value);
    return buffer;
  };
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    return Buffer.concat([number(data.length), body, number(crc(body))]);
  };
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(300, Buffer.from([red, 80, 160]))]);
  const pixels = Buffer.concat(Array(60).fill(row));
  const header = Buffer.concat([number(100), number(60), Buffer.from([8, 2, 0, 0, 0])]);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", zlib.deflateSync(pixels)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

// What handlers report. One queue serves the bot that polls and the one with a webhook.
const seen = [];
const waiting = [];

function report(event) {
  const next = waiting.shift();
  if (next) next(event);
  else seen.push(event);
}

async function nextSeen(kind) {
  const late = sleep(PATIENCE, { kind: `nothing in time for ${kind}` }, { ref: false });
  const event = seen.shift() ?? (await Promise.race([new Promise((r) => waiting.push(r)), late]));
  if (event.kind === "error") throw event.error;
  assert.equal(event.kind, kind);
  return event;
}

function build(canUseWebhookReply) {
  const bot = new Bot(token, { client: { apiRoot: base, canUseWebhookReply } });
  const guard = (handler) => async (ctx) => {
    try {
      await handler(ctx);
    } catch (error) {
      report({ kind: "error", error });
    }
  };
  bot.chatType("private").command(
    "start",
    guard(async (ctx) => {
      const reply_parameters = { message_id: ctx.msg.message_id };
      const answer = await ctx.reply("Welcome", { reply_parameters });
      report({ kind: "start", update: ctx.update, match: ctx.match, answer });
    }),
  );
  bot.chatType("private").command(
    "bye",
    guard(async (ctx) => {
      // With a webhook, the call is in the reply to the delivery, as JSON.
      const answer = await ctx.api.deleteMessage(ctx.chat.id, Number(ctx.match));
      report({ kind: "bye", update: ctx.update, answer });
    }),
  );
  bot.chatType("supergroup").on(
    "message:text",
    guard(async (ctx) => {
      const answer = await ctx.reply("Hello, group");
      report({ kind: "group", update: ctx.update, answer });
    }),
  );
  bot.callbackQuery(
    "one",
    guard(async (ctx) => {
      const answered = await ctx.answerCallbackQuery({ text: "Pressed", show_alert: true });
      const edited = await ctx.editMessageText("You pressed " + ctx.callbackQuery.data);
      report({ kind: "callback", update: ctx.update, answered, edited });
    }),
  );
  bot.catch((error) => report({ kind: "error", error }));
  return bot;
}

const bot = build(() => false);
const api = bot.api;
let running;

// The control of the server.

async function post(url, value, headers = {}) {
  const body = JSON.stringify(value);
  headers = { "Content-Type": "application/json", ...headers };
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(url, { method: "POST", body, headers, signal });
  return { status: response.status, body: await response.text() };
}

async function control(name, value) {
  const { status, body } = await post(`${base}/control/${name}`, value);
  assert.equal(status, 200, `/control/${name} answered ${body} to ${JSON.stringify(value)}`);
}

const reply = (method, rest) => control("reply", { method, ...rest });
const deliver = (update) => control("update", update);
const send = (text = "Hello") => api.sendMessage(42, text);
const now = () => Math.floor(Date.now() / 1000);

// Runs a call that must fail with an error of the server.
async function fails(call, code, text) {
  const error = await call.then(
    (result) => assert.fail(`an error expected, got ${JSON.stringify(result)}`),
    (error) => error,
  );
  assert(error instanceof GrammyError, error);
  assert.equal(error.error_code, code, error);
  assert(error.description.includes(text), error);
  return error;
}

// Runs a call that must fail without an answer of the server.
async function breaks(call) {
  await assert.rejects(call, (error) => error instanceof HttpError);
}

async function download(file) {
  const url = `${base}/file/bot${token}/${file.file_path}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
  assert.equal(response.status, 200, url);
  return Buffer.from(await response.arrayBuffer());
}

async function isGone(message) {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await api.editMessageText(message.chat.id, message.message_id, `Still here ${attempt}`);
    } catch (error) {
      assert(error.description?.includes("message to edit not found"), error);
      return;
    }
    await sleep(50);
  }
  assert.fail("the call in the reply to a delivery was not executed");
}

// Waits until the server knows that everything is delivered.
async function settled() {
  let info;
  for (let attempt = 0; attempt < 100; attempt++) {
    info = await api.getWebhookInfo();
    if (info.pending_update_count === 0) return info;
    await sleep(50);
  }
  assert.fail(`a delivered update is still pending: ${JSON.stringify(info)}`);
}

const steps = {
  async send_message() {
    const me = await api.getMe();
    assert(me.is_bot && me.username, me);
    assert.equal(me.id, Number(token.split(":")[0]));
    const keyboard = new InlineKeyboard()
      .text("One", "one")
      .row()
      .url("Site", "https://example.com/a?b=c");
    const text = "Grüße & <b>\u{1f600}";
    const first = await api.sendMessage(42, text, { reply_markup: keyboard });
    assert(first.message_id > 0, first);
    assert.equal(first.text, text);
    assert.deepEqual(first.reply_markup, { inline_keyboard: keyboard.inline_keyboard });
    assert.equal(first.chat.id, 42);
    assert.equal(first.chat.type, "private");
    assert.equal(first.from.id, me.id);
    assert.equal(first.from.is_bot, true);
    assert.equal(first.from.username, me.username);
    assert(Math.abs(first.date - now()) < 60, first);
    assert(!("edit_date" in first) && !("reply_to_message" in first), first);
    const second = await api.sendMessage(42, "Second", {
      reply_parameters: { message_id: first.message_id },
    });
    assert(second.message_id > first.message_id, second);
    assert.equal(second.reply_to_message.message_id, first.message_id);
    assert.equal(second.reply_to_message.text, text);
    assert(!("reply_markup" in second), second);
    const missing = { reply_parameters: { message_id: 999999 } };
    await fails(
      api.sendMessage(42, "Third", missing),
      400,
      "Bad Request: message to be replied not found",
    );
  },

  async edit_and_delete() {
    const { message_id, date } = await send("Before");
    const edit = (text, other) => api.editMessageText(42, message_id, text, other);
    let edited = await edit("After");
    assert.equal(edited.message_id, message_id);
    assert.equal(edited.text, "After");
    assert.equal(edited.date, date);
    assert(edited.edit_date >= date, edited);
    await fails(
      edit("After"),
      400,
      "Bad Request: message is not modified: specified new message content and reply markup " +
        "are exactly the same as a current content and reply markup of the message",
    );
    const reply_markup = new InlineKeyboard().text("One", "one");
    edited = await api.editMessageReplyMarkup(42, message_id, { reply_markup });
    assert.equal(edited.text, "After");
    assert.equal(edited.reply_markup.inline_keyboard[0][0].callback_data, "one");
    await fails(edit("After", { reply_markup }), 400, "not modified");
    // Without a keyboard the old one is removed, which modifies the message.
    edited = await edit("After");
    assert(!("reply_markup" in edited), edited);
    assert.equal(await api.deleteMessage(42, message_id), true);
    await fails(api.deleteMessage(42, message_id), 400, "Bad Request: message to delete not found");
    await fails(edit("Again"), 400, "Bad Request: message to edit not found");
  },

  async files() {
    let message = await api.sendDocument(42, new InputFile(DOCUMENT, "bytes.bin"), {
      caption: "A file",
    });
    const { document } = message;
    assert.equal(document.file_name, "bytes.bin");
    assert.equal(document.file_size, DOCUMENT.length);
    assert.equal(message.caption, "A file");
    let file = await api.getFile(document.file_id);
    assert.equal(file.file_unique_id, document.file_unique_id);
    assert.equal(file.file_size, DOCUMENT.length);
    assert((await download(file)).equals(DOCUMENT));
    let again = await api.sendDocument(GROUP_ID, document.file_id);
    assert.equal(again.document.file_unique_id, document.file_unique_id);
    assert.equal(again.document.file_name, "bytes.bin");
    assert.equal(again.chat.id, GROUP_ID);
    assert(!("caption" in again), again);
    file = await api.getFile(again.document.file_id);
    assert((await download(file)).equals(DOCUMENT));

    message = await api.sendPhoto(42, new InputFile(picture(10), "p.png"));
    assert(message.photo.length > 0, message);
    for (const size of message.photo) {
      assert(size.file_id && size.width > 0 && size.height > 0, size);
    }
    const names = message.photo.map((size) => size.file_unique_id);
    assert.equal(new Set(names).size, names.length);
    const widths = message.photo.map((size) => size.width);
    assert.deepEqual(widths, [...new Set(widths)].sort((a, b) => a - b));
    again = await api.sendPhoto(42, message.photo.at(-1).file_id);
    assert.deepEqual(again.photo.map((size) => size.file_unique_id), names);
    file = await api.getFile(message.photo.at(-1).file_id);
    assert((await download(file)).length > 0);
  },

  async album() {
    const album = () => [
      InputMediaBuilder.photo(new InputFile(picture(20), "first.png"), { caption: "First" }),
      InputMediaBuilder.photo(new InputFile(picture(30), "second.png")),
    ];
    const messages = await api.sendMediaGroup(42, album());
    assert.equal(messages.length, 2);
    const [first, second] = messages;
    assert(first.media_group_id, first);
    assert.equal(typeof first.media_group_id, "string");
    assert.equal(first.media_group_id, second.media_group_id);
    assert.equal(second.message_id, first.message_id + 1);
    assert.equal(first.caption, "First");
    assert(!("caption" in second), second);
    assert.notEqual(first.photo.at(-1).file_unique_id, second.photo.at(-1).file_unique_id);
    const [other] = await api.sendMediaGroup(42, album());
    assert.notEqual(other.media_group_id, first.media_group_id);
  },

  async polling() {
    running = bot.start({ timeout: 5 });
    running.catch((error) => report({ kind: "error", error }));
    const before = await send("The last message");
    await deliver({
      message: {
        message_id: before.message_id + 1,
        date: now(),
        chat: PRIVATE,
        from: USER,
        text: "/start now",
        entities: [{ type: "bot_command", offset: 0, length: 6 }],
      },
    });
    const start = await nextSeen("start");
    assert(start.update.update_id > 0, start);
    assert.equal(start.match, "now");
    assert.equal(start.update.message.message_id, before.message_id + 1);
    assert.equal(start.update.message.from.id, 42);
    assert(start.answer.message_id > before.message_id + 1, start);
    assert.equal(start.answer.reply_to_message.message_id, before.message_id + 1);
    assert.equal(start.answer.reply_to_message.text, "/start now");

    await deliver({
      message: { message_id: 5000, date: now(), chat: GROUP, from: USER, text: "Hello, bot" },
    });
    const group = await nextSeen("group");
    assert.equal(group.update.update_id, start.update.update_id + 1);
    assert.equal(group.update.message.chat.type, "supergroup");
    assert.equal(group.answer.chat.id, GROUP_ID);
    assert(group.answer.chat.title, group);
    assert(group.answer.message_id > 5000, group);
  },

  async callback() {
    const reply_markup = new InlineKeyboard().text("One", "one");
    const message = await api.sendMessage(42, "Press", { reply_markup });
    await deliver({
      callback_query: {
        id: "4242424242424242",
        from: USER,
        chat_instance: "-77",
        data: "one",
        message,
      },
    });
    const { update, answered, edited } = await nextSeen("callback");
    assert.equal(update.callback_query.id, "4242424242424242");
    assert.equal(answered, true);
    assert.equal(edited.message_id, message.message_id);
    assert.equal(edited.text, "You pressed one");
    assert(!("reply_markup" in edited), edited);
    await bot.stop();
    await running;
  },

  async flood() {
    await reply("sendMessage", { flood: 1 });
    const error = await fails(send(), 429, "Too Many Requests: retry after 1");
    assert.deepEqual(error.parameters, { retry_after: 1 });
    assert.equal((await send()).text, "Hello");
  },

  async errors() {
    await fails(api.sendMessage(UNKNOWN_CHAT, "x"), 400, "Bad Request: chat not found");
    await reply("sendMessage", { migrate: NEW_GROUP });
    const error = await fails(
      send(),
      400,
      "Bad Request: group chat was upgraded to a supergroup chat",
    );
    assert.deepEqual(error.parameters, { migrate_to_chat_id: NEW_GROUP });
    await reply("sendMessage", { error: [403, "Forbidden: bot was blocked by the user"] });
    await fails(send(), 403, "Forbidden: bot was blocked by the user");
    await reply("sendMessage", { raw: [502, "text/html", "<h1>502 Bad Gateway</h1>"] });
    await breaks(send());
    await reply("sendMessage", { disconnect: true });
    await breaks(send());
    await reply("getMyName", { result: { name: "Scripted" }, delay_ms: 50 });
    assert.equal((await api.getMyName()).name, "Scripted");
  },

  async webhook() {
    // A bot that polled once cannot be given to a webhook.
    const hooked = build((method) => method === "deleteMessage");
    const handle = webhookCallback(hooked, "http", { secretToken: SECRET });
    const server = createServer((request, response) => {
      handle(request, response).catch((error) => report({ kind: "error", error }));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${server.address().port}/hook`;
    assert.equal(await api.setWebhook(url, { secret_token: SECRET }), true);
    const message = {
      message_id: 6000,
      date: now(),
      chat: PRIVATE,
      from: USER,
      text: "/start",
      entities: [{ type: "bot_command", offset: 0, length: 6 }],
    };
    // The receiver refuses what has no secret or a wrong one, so the server must send it.
    const forged = { update_id: 1, message };
    assert.equal((await post(url, forged)).status, 401);
    assert.equal((await post(url, forged, { [SECRET_HEADER]: "wrong" })).status, 401);
    await deliver({ message });
    const start = await nextSeen("start");
    assert.equal(start.update.message.message_id, 6000);
    assert(start.update.update_id > 1, start);
    assert(start.answer.message_id > 6000, start);

    const doomed = await send("Doomed");
    await deliver({
      message: {
        ...message,
        message_id: doomed.message_id + 1,
        text: `/bye ${doomed.message_id}`,
        entities: [{ type: "bot_command", offset: 0, length: 4 }],
      },
    });
    await nextSeen("bye");
    await isGone(doomed);

    let info = await settled();
    assert.equal(info.url, url);
    assert.equal(info.has_custom_certificate, false);
    assert.equal(info.max_connections, 40);
    assert(!("last_error_message" in info), info);
    await fails(api.getUpdates(), 409, "Conflict: can't use getUpdates method while webhook is active");
    assert.equal(await api.deleteWebhook(), true);
    info = await api.getWebhookInfo();
    assert.equal(info.url, "");
    assert.equal(info.pending_update_count, 0);
    assert.deepEqual(await api.getUpdates({ timeout: 0 }), []);
    server.close();
    server.closeAllConnections();
    assert.deepEqual(seen, []);
  },
};

function fail(step, error) {
  console.log(`failed ${step}`);
  console.error(error);
  process.exit(1);
}

setTimeout(() => fail("everything", new Error("not done in 60 s")), 60_000).unref();
process.on("unhandledRejection", (error) => fail("a promise that nobody waits for", error));

for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
  } catch (error) {
    fail(name, error);
  }
  console.log(`ok ${name}`);
}
process.exit(0);
