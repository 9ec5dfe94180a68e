// A bot with all that the conversation needs, written with grammY.
//
// Usage: node with_grammy.mjs BASE_URL TOKEN

import { createRequire } from "node:module";
import path from "node:path";

const folder = process.env.TELEGRAMMAR_FOREIGN;
const load = createRequire(folder ? path.resolve(folder, "node", "index.js") : import.meta.url);
const { Bot, GrammyError, InlineKeyboard, InlineQueryResultBuilder, InputFile, InputMediaBuilder, Keyboard, session } =
  load("grammy");

const [apiRoot, token] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });

const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const HELP =
  "<b>Commands</b>\n<code>/profile</code> shows <i>what <u>I</u> know</i>\n" +
  "<blockquote>No &lt;spam&gt;, please</blockquote>\n<tg-spoiler>Tea is best</tg-spoiler>";
const TEAS = { green: "Green tea", black: "Black tea" };
const menu = new Keyboard()
  .text("Register")
  .text("Help")
  .row()
  .requestLocation("Where am I?")
  .requestContact("Call me")
  .resized();
const sure = new InlineKeyboard().text("Yes", "sure:yes").text("No", "sure:no");

// What is known of all chats.
const writers = new Set();
const polls = new Map();
const changes = [];

const quote = (text) => text.replace(/[_*[\]()~`>#+\-=|{}.!\\]/g, "\\$&");

async function download(ctx) {
  const file = await ctx.getFile();
  const response = await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`);
  return (await response.arrayBuffer()).byteLength;
}

bot.use(session({ initial: () => ({ step: null }) }));

const dialog = bot.chatType("private");

dialog.command("start", async (ctx) => {
  writers.add(ctx.chat.id);
  const from = ctx.match ? ` You come from ${ctx.match}.` : "";
  await ctx.reply(`Welcome, ${ctx.from.first_name}!${from}`, { reply_markup: menu });
});
dialog.command("cancel", async (ctx) => {
  ctx.session.step = null;
  await ctx.reply("Cancelled.", { reply_markup: menu });
});
dialog.command("profile", async (ctx) => {
  const { name, age } = ctx.session;
  const text = `*${quote(name)}* is _${age} years_ old, see [the rules](https://example.com/rules)\\.`;
  await ctx.reply(text, { parse_mode: "MarkdownV2", link_preview_options: { is_disabled: true } });
});
dialog.command("poll", async (ctx) => {
  const message = await ctx.replyWithPoll("Which season?", [{ text: "Spring" }, { text: "Autumn" }], {
    is_anonymous: false,
  });
  polls.set(message.poll.id, message.poll);
});
dialog.command("album", async (ctx) => {
  await ctx.replyWithChatAction("upload_photo");
  const first = InputMediaBuilder.photo(new InputFile(PIXEL, "first.png"), { caption: "Two views" });
  await ctx.replyWithMediaGroup([first, InputMediaBuilder.photo(new InputFile(PIXEL, "second.png"))]);
});
dialog.command("quote", (ctx) =>
  ctx.reply(`You mean: ${ctx.msg.reply_to_message.text}`, { reply_parameters: { message_id: ctx.msg.message_id } }),
);
dialog.command("broadcast", async (ctx) => {
  let refused = 0;
  for (const chat of writers) {
    try {
      await ctx.api.sendMessage(chat, ctx.match);
    } catch (error) {
      if (!(error instanceof GrammyError && error.error_code === 403)) throw error;
      refused += 1;
    }
  }
  await ctx.reply(`Sent to ${writers.size - refused}, refused by ${refused}.`);
});
dialog.command("changes", (ctx) => ctx.reply(changes.join("\n")));
dialog.command("stop", async (ctx) => {
  await ctx.reply("Goodbye.");
  bot.stop();
});
dialog.hears("Help", (ctx) => ctx.reply(HELP, { parse_mode: "HTML" }));
dialog.hears("Register", async (ctx) => {
  ctx.session.step = "name";
  await ctx.reply("What is your name?", { reply_markup: { remove_keyboard: true } });
});
dialog.on("message:text", async (ctx) => {
  const { session, msg } = ctx;
  if (session.step === "name") {
    Object.assign(session, { step: "age", name: msg.text });
    await ctx.reply(`How old are you, ${msg.text}?`);
  } else if (session.step === "age" && !/^\d+$/.test(msg.text)) {
    await ctx.reply("Please write a number.");
  } else if (session.step === "age") {
    Object.assign(session, { step: "sure", age: Number(msg.text) });
    await ctx.reply(`${session.name}, ${session.age}. Is that right?`, { reply_markup: sure });
  }
});
dialog.on("message:photo", async (ctx) => {
  const size = await download(ctx);
  await ctx.replyWithPhoto(ctx.msg.photo.at(-1).file_id, {
    caption: `${size} bytes`,
    reply_parameters: { message_id: ctx.msg.message_id },
  });
});
dialog.on("message:document", async (ctx) => {
  const { file_id, file_name } = ctx.msg.document;
  await ctx.replyWithDocument(file_id, { caption: `${file_name}: ${await download(ctx)} bytes` });
});
dialog.on("message:location", (ctx) =>
  ctx.reply(`You are at ${ctx.msg.location.latitude}, ${ctx.msg.location.longitude}`),
);
dialog.on("message:contact", (ctx) => ctx.reply(`Thank you, ${ctx.msg.contact.phone_number}`));
dialog.on("edited_message:text", (ctx) =>
  ctx.reply(`You changed it to: ${ctx.msg.text}`, { reply_parameters: { message_id: ctx.msg.message_id } }),
);

bot.callbackQuery(/^sure:(yes|no)$/, async (ctx) => {
  const { session } = ctx;
  const isSure = ctx.match[1] === "yes";
  session.step = isSure ? null : "name";
  await ctx.answerCallbackQuery(isSure ? "Saved" : "Then again");
  await ctx.editMessageText(isSure ? `Saved: ${session.name}, ${session.age}` : "Then again: what is your name?");
});
bot.callbackQuery(/^more:/, async (ctx) => {
  await ctx.answerCallbackQuery({ text: "There is more of it", show_alert: true });
  await ctx.editMessageText(`More of ${ctx.callbackQuery.data.slice(5)}`);
});
bot.on("poll_answer", async (ctx) => {
  const { poll_id, option_ids, user } = ctx.pollAnswer;
  const { options } = polls.get(poll_id);
  await ctx.api.sendMessage(
    user.id,
    option_ids.length ? `You voted for ${options[option_ids[0]].text}.` : "You took your vote back.",
  );
});
bot.on("message_reaction", async (ctx) => {
  const { emojiAdded, emojiRemoved } = ctx.reactions();
  await ctx.reply(`Reactions: +${emojiAdded.join("")} -${emojiRemoved.join("")}`);
});
bot.on("inline_query", async (ctx) => {
  const found = Object.entries(TEAS).filter(([, title]) => title.toLowerCase().includes(ctx.inlineQuery.query));
  const results = found.map(([id, title]) =>
    InlineQueryResultBuilder.article(id, title, { reply_markup: new InlineKeyboard().text("More", `more:${id}`) }).text(
      `<b>${title}</b>, please`,
      { parse_mode: "HTML" },
    ),
  );
  await ctx.answerInlineQuery(results, { cache_time: 0, is_personal: true });
});
bot.on("chosen_inline_result", (ctx) =>
  ctx.api.sendMessage(ctx.from.id, `You chose ${ctx.chosenInlineResult.result_id}.`),
);

const group = bot.chatType(["group", "supergroup"]);

group.on("message:new_chat_members:me", (ctx) => ctx.reply("Hello, everybody!"));
group.on("message:new_chat_members", (ctx) =>
  ctx.reply(`Welcome to ${ctx.chat.title}, ${ctx.msg.new_chat_members[0].first_name}!`),
);
group.on("message:left_chat_member", (ctx) => ctx.reply(`Farewell, ${ctx.msg.left_chat_member.first_name}.`));
group.on("message:migrate_to_chat_id", (ctx) => ctx.api.sendMessage(ctx.msg.migrate_to_chat_id, "We have moved."));
group.on("message:text").filter(
  (ctx) => /buy now/i.test(ctx.msg.text),
  async (ctx) => {
    await ctx.deleteMessage();
    await ctx.reply(`No advertising, ${ctx.from.first_name}.`);
  },
);
group.command("who", async (ctx) => {
  const member = await ctx.getAuthor();
  await ctx.reply(`You are a ${member.status} of ${await ctx.getChatMemberCount()}`);
});
bot.on("chat_join_request", (ctx) => ctx.approveChatJoinRequest(ctx.from.id));
bot.on(["my_chat_member", "chat_member"], (ctx) => {
  const { old_chat_member: old, new_chat_member: now } = ctx.myChatMember ?? ctx.chatMember;
  changes.push(`${now.user.first_name}: ${old.status}, ${now.status}`);
});

await bot.api.setMyCommands([
  { command: "start", description: "Begin" },
  { command: "profile", description: "Show what I know" },
]);
await bot.start({
  allowed_updates: [
    "message",
    "edited_message",
    "callback_query",
    "poll_answer",
    "message_reaction",
    "inline_query",
    "chosen_inline_result",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
  ],
});
