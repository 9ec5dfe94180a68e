// What the server has told: bots with their users, chats and messages, and the calls.

import { toast } from "./dom.js";

const MOST_CALLS = 500;
const MOST_MESSAGES = 1000;

export const store = { server: {}, bots: new Map(), calls: new Map(), complaints: [], revision: 0 };

function botOf(name) {
  let bot = store.bots.get(name);
  if (!bot) {
    bot = { name, info: { user: { first_name: "Bot" }, commands: [] }, users: new Map(), chats: new Map() };
    store.bots.set(name, bot);
  }
  return bot;
}

function chatOf(bot, id) {
  let chat = bot.chats.get(id);
  if (!chat) {
    chat = { id, info: { id }, members: [], pinned: [], keyboard: null, keyboards: {}, messages: new Map(), unread: 0 };
    bot.chats.set(id, chat);
  }
  return chat;
}

function take(item, changed) {
  store.revision += 1;
  switch (item.kind) {
    case "server":
      store.server = item;
      break;
    case "bot":
      botOf(item.bot).info = item;
      break;
    case "user":
      botOf(item.bot).users.set(item.user.id, item.user);
      break;
    case "chat": {
      const chat = chatOf(botOf(item.bot), item.chat.id);
      const { chat: info, members, pinned, keyboard, keyboards } = item;
      Object.assign(chat, { info, members, pinned, keyboard, keyboards });
      break;
    }
    case "message": {
      const chat = chatOf(botOf(item.bot), item.chat);
      const isNew = !chat.messages.has(item.id);
      item.revision = store.revision;
      chat.messages.set(item.id, item);
      if (isNew) {
        const ids = [...chat.messages.keys()];
        // They nearly always come in their order.
        if (ids.length > 1 && ids[ids.length - 2] > item.id) {
          chat.messages = new Map([...chat.messages].sort(([one], [other]) => one - other));
        }
        if (chat.messages.size > MOST_MESSAGES) chat.messages.delete(chat.messages.keys().next().value);
        changed.messages.push({ bot: item.bot, chat, item });
      }
      break;
    }
    case "call":
      item.revision = store.revision;
      store.calls.set(item.number, item);
      if (store.calls.size > MOST_CALLS) store.calls.delete(store.calls.keys().next().value);
      changed.calls.push(item);
      break;
    case "complaint":
      store.complaints.push(item);
  }
}

// Takes a user or chat that is new, before the server tells everybody.
export function introduce(bot, { user, chat }) {
  if (user) {
    botOf(bot).users.set(user.id, user);
    chatOf(botOf(bot), user.id).info.type ??= "private";
  }
  if (chat) chatOf(botOf(bot), chat.id).info = chat;
}

// Follows the server. While the page is hidden, it does not: a browser has few connections to a server.
export function follow(onChange, onConnection) {
  let source = null;
  let position = null;
  let isFirst = true;
  const open = () => {
    source = new EventSource(`control/events${position ? `?since=${encodeURIComponent(position)}` : ""}`);
    source.addEventListener("open", () => onConnection(true));
    source.addEventListener("error", () => {
      onConnection(false);
      // The browser tries again by itself, unless the answer was no stream.
      if (source.readyState === EventSource.CLOSED) setTimeout(reopen, 1000);
    });
    source.addEventListener("reset", () => {
      Object.assign(store, { server: {}, bots: new Map(), calls: new Map(), complaints: [] });
      isFirst = true;
    });
    source.addEventListener("change", (event) => {
      position = event.lastEventId;
      const changed = { messages: [], calls: [], isFirst };
      for (const item of JSON.parse(event.data).items) take(item, changed);
      isFirst = false;
      onChange(changed);
    });
  };
  const reopen = () => {
    source?.close();
    if (!document.hidden) open();
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? source?.close() : reopen()));
  reopen();
}

// Does something as a user. Resolves to the result, or to null after what is wrong was shown.
export async function act(name, body) {
  try {
    const response = await fetch(`control/${name}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (answer.ok) return answer.result;
    toast(answer.description, "error");
  } catch {
    toast("The server does not answer.", "error");
  }
  return null;
}

export const fileUrl = (bot, id) => `control/file?bot=${encodeURIComponent(bot)}&id=${encodeURIComponent(id)}`;
