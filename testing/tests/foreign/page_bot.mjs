// The bot that the test of the page talks to, and the pictures that are sent.

import zlib from "node:zlib";

const crcs = Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte >>> 0;
});

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const sum = ~body.reduce((sum, byte) => (sum >>> 8) ^ crcs[(sum ^ byte) & 255], 0xffffffff) >>> 0;
  const number = (value) => {
    const buffer = Buffer.alloc(4);
    buffer.writeUInt32BE(value);
    return buffer;
  };
  return Buffer.concat([number(data.length), body, number(sum)]);
}

// A PNG image of hills under a sky.
export function picture(width, height, tint) {
  const rows = [];
  for (let y = 0; y < height; y++) {
    const row = [0];
    for (let x = 0; x < width; x++) {
      const far = height * (0.55 + 0.12 * Math.sin(x / 41 + tint));
      const near = height * (0.74 + 0.1 * Math.sin(x / 67 + 2 * tint));
      const sky = 1 - y / height;
      const color = y > near ? [46, 92, 74] : y > far ? [96, 134, 132] : [236 - 90 * sky, 196 - 20 * sky, 160 + 60 * sky];
      row.push(...color.map((part, index) => Math.max(0, Math.min(255, Math.round(part + 18 * Math.sin(tint + index))))));
    }
    rows.push(Buffer.from(row));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", zlib.deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

export const INJECTION = `<img src=x onerror="window.injected=1"><script>window.injected=1</script>`;

const COMMANDS = [
  { command: "start", description: "Begin" },
  { command: "poll", description: "Ask for a vote" },
  { command: "album", description: "Send pictures" },
];
const formatted = {
  text: "Welcome, Ann!\nFormatting: bold italic code, a link, a secret.",
  entities: [
    { type: "bold", offset: 9, length: 3 },
    { type: "bold", offset: 26, length: 11 },
    { type: "italic", offset: 31, length: 6 },
    { type: "code", offset: 38, length: 4 },
    { type: "text_link", offset: 46, length: 4, url: "https://example.org/" },
    { type: "spoiler", offset: 54, length: 6 },
  ],
};

// A bot without a library: it polls until `signal` is aborted.
export function startBot(base, token, signal) {
  const call = async (method, parameters, files = []) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(parameters)) {
      form.append(name, typeof value === "string" ? value : JSON.stringify(value));
    }
    for (const [name, content] of files) form.append(name, new Blob([content], { type: "image/png" }), `${name}.png`);
    const body = files.length ? form : JSON.stringify(parameters);
    const headers = files.length ? {} : { "Content-Type": "application/json" };
    const response = await fetch(`${base}/bot${token}/${method}`, { method: "POST", body, headers, signal });
    return response.json();
  };

  const answerMessage = async (message) => {
    const chat_id = message.chat.id;
    const say = (text, more = {}) => call("sendMessage", { chat_id, text, ...more });
    if (message.photo) {
      const { result } = await call("getFile", { file_id: message.photo.at(-1).file_id });
      const file = await fetch(`${base}/file/bot${token}/${result.file_path}`, { signal });
      await say(`A photo of ${(await file.arrayBuffer()).byteLength} bytes`, { reply_parameters: { message_id: message.message_id } });
    } else if (message.document) {
      await say(`A file named ${message.document.file_name}`);
    } else if (message.location) {
      await say("Thank you for the location");
    } else if (message.text === "/start") {
      await call("sendChatAction", { chat_id, action: "typing" });
      const inline_keyboard = [
        [{ text: "Yes", callback_data: "yes" }, { text: "No", callback_data: "no" }],
        [{ text: "Documentation", url: "https://core.telegram.org/bots/api" }],
      ];
      await say(formatted.text, { entities: formatted.entities, reply_markup: { inline_keyboard } });
    } else if (message.text === "/poll") {
      await call("sendPoll", { chat_id, question: "Which season?", options: [{ text: "Spring" }, { text: "Autumn" }], is_anonymous: false });
    } else if (message.text === "/photo") {
      await call("sendPhoto", { chat_id, photo: "attach://view", caption: "The hills" }, [["view", picture(360, 220, 1)]]);
    } else if (message.text === "/album") {
      const media = [1, 2, 3].map((index) => ({ type: "photo", media: `attach://view${index}`, ...(index === 1 ? { caption: "Three views" } : {}) }));
      await call("sendMediaGroup", { chat_id, media }, [1, 2, 3].map((index) => [`view${index}`, picture(240, 160, 2 * index)]));
    } else if (message.text === "/keyboard") {
      const keyboard = [[{ text: "Tea" }, { text: "Coffee" }], [{ text: "Send my location", request_location: true }]];
      await say("What would you like?", { reply_markup: { keyboard, resize_keyboard: true } });
    } else if (message.text === "/once") {
      const keyboard = [[{ text: "Red" }, { text: "Green" }]];
      await say("Which color?", { reply_markup: { keyboard, one_time_keyboard: true, resize_keyboard: true, input_field_placeholder: "A color" } });
    } else if (message.text === "/name") {
      await say("What is your name?", { reply_markup: { force_reply: true, input_field_placeholder: "Your name" } });
    } else if (message.reply_to_message?.text === "What is your name?") {
      await say(`Hello, ${message.text}!`, { reply_markup: { remove_keyboard: true } });
    } else if (message.text === "/buttons") {
      const inline_keyboard = [
        [{ text: "Open the app", web_app: { url: "https://example.org/app" } }, { text: "Copy a code", copy_text: { text: "AB-12" } }],
        [{ text: "Search here", switch_inline_query_current_chat: "do" }, { text: "Alert", callback_data: "alert" }],
      ];
      await say("Buttons of all kinds", { reply_markup: { inline_keyboard } });
    } else if (message.text === "/pay") {
      await call("sendInvoice", { chat_id, title: "A kettle", description: "For tea", payload: "kettle", currency: "EUR", prices: [{ label: "Kettle", amount: 2490 }] });
    } else if (message.text === "/show") {
      await call("sendVenue", { chat_id, latitude: 52.5163, longitude: 13.3777, title: "The Gate", address: "Pariser Platz" });
      await call("sendContact", { chat_id, phone_number: "+15550100", first_name: "Ann", last_name: "Other" });
      await call("sendDice", { chat_id });
      await call("sendDocument", { chat_id, document: "attach://view", caption: "A file" }, [["view", picture(20, 20, 1)]]);
      const checklist = { title: "To buy", tasks: [{ id: 1, text: "Tea" }, { id: 2, text: "Milk" }] };
      await call("sendChecklist", { business_connection_id: "FakeConnection", chat_id, checklist });
    } else if (message.text === "/topic") {
      const { result } = await call("createForumTopic", { chat_id, name: "News" });
      await say("The first of the news", { message_thread_id: result.message_thread_id });
    } else if (message.text === "/inject") {
      await say(INJECTION, { entities: [{ type: "text_link", offset: 0, length: 4, url: "javascript:window.injected=1" }] });
    } else if (message.text === "/gone") {
      const { result } = await say("This message is deleted");
      await new Promise((resolve) => setTimeout(resolve, 300));
      await call("deleteMessage", { chat_id, message_id: result.message_id });
    } else if (message.text === "/trouble") {
      // Refused, complained about, and repeated after a flood.
      await call("sendMessage", { chat_id: 7, text: "Nobody" });
      await say("A null is ignored", { reply_markup: null });
      await call("getChat", { chat_id });
      for (let attempt = 0; attempt < 2; attempt++) {
        const { ok } = await call("sendDice", { chat_id });
        if (ok) break;
      }
    } else if (message.text) {
      await say(`You said: ${message.text}`);
    }
  };

  const answerQuery = async (query) => {
    const { chat, message_id } = query.message;
    if (query.data === "alert") return call("answerCallbackQuery", { callback_query_id: query.id, text: "Mind the gap", show_alert: true });
    await call("answerCallbackQuery", { callback_query_id: query.id, text: `You chose ${query.data}` });
    await call("editMessageText", { chat_id: chat.id, message_id, text: `The choice was ${query.data}` });
  };

  const run = async () => {
    await call("setMyCommands", { commands: COMMANDS });
    const allowed_updates = ["message", "edited_message", "callback_query", "poll", "poll_answer", "message_reaction", "inline_query", "chosen_inline_result"];
    for (let offset = 0; ; ) {
      const { result } = await call("getUpdates", { offset, timeout: 30, allowed_updates });
      for (const update of result) {
        offset = update.update_id + 1;
        if (update.message) await answerMessage(update.message);
        if (update.edited_message?.text) {
          await call("sendMessage", { chat_id: update.edited_message.chat.id, text: `You changed it to: ${update.edited_message.text}` });
        }
        if (update.inline_query) {
          const all = [["dog", "A dog", "It barks", "Woof"], ["dove", "A dove", "It coos", "Coo"], ["cat", "A cat", "It purrs", "Meow"]];
          const fitting = all.filter(([id]) => id.startsWith(update.inline_query.query));
          const results = fitting.map(([id, title, description, message_text]) => ({ type: "article", id, title, description, input_message_content: { message_text } }));
          await call("answerInlineQuery", { inline_query_id: update.inline_query.id, results });
        }
        if (update.callback_query) await answerQuery(update.callback_query);
        if (update.message_reaction) {
          const { chat, message_id } = update.message_reaction;
          await call("setMessageReaction", { chat_id: chat.id, message_id, reaction: [{ type: "emoji", emoji: "🎉" }] });
        }
      }
    }
  };
  return run().catch((error) => {
    if (!signal.aborted) throw error;
  });
}
