// The page: who is selected, and what is rendered when something changes.

import { $ } from "./dom.js";
import { follow, store } from "./feed.js";
import { renderCalls, startCalls } from "./calls.js";
import { markupOf, onAnswered, startButtons } from "./buttons.js";
import { endTyping, lastOwn, onTyping, renderChat, startChat } from "./chat.js";
import { startComposer, switchDraft } from "./composer.js";
import { renderSidebar, startSidebar } from "./sidebar.js";
import { onResults } from "./suggest.js";

const selected = { bot: null, user: null, chat: null };
const current = () => selected;

// Selects what there is, if what was selected is not there.
function settle() {
  if (!store.bots.has(selected.bot)) {
    const bots = [...store.bots.values()];
    selected.bot = (bots.find((bot) => bot.info.is_first) ?? bots[0])?.name ?? null;
  }
  const bot = store.bots.get(selected.bot);
  if (!bot) return;
  if (!bot.users.has(selected.user)) {
    selected.user = [...bot.users.values()].find((user) => !user.is_bot)?.id ?? null;
  }
  const isPrivate = selected.chat > 0;
  if (!bot.chats.has(selected.chat) || (isPrivate && selected.chat !== selected.user)) selected.chat = selected.user;
}

let isDue = false;

// Renders at most once in a frame.
function render() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    settle();
    const bot = store.bots.get(selected.bot);
    if (!bot) return;
    const chat = bot.chats.get(selected.chat);
    if (chat && isRead()) chat.unread = 0;
    switchDraft(selected);
    renderSidebar(selected, choose);
    renderChat(selected);
    renderCalls(selected.bot);
    const control = store.server.control !== false;
    document.body.classList.toggle("read-only", !control);
    for (const id of ["text", "attach", "inline", "add-user", "add-chat"]) $(id).disabled = !control;
    $("text").placeholder = control ? markupOf(selected)?.input_field_placeholder || "Message" : "The test alone can talk: the server was started without control";
  });
}

// Whether one part of the page is shown at a time, and whether the calls are shown instead of the chat.
const isNarrow = () => matchMedia("(max-width: 759px)").matches;
const isMedium = () => matchMedia("(max-width: 1079px)").matches;

// Whether the selected chat can be seen.
function isRead() {
  const { view } = document.body.dataset;
  return isNarrow() ? view === "chat" : !isMedium() || view !== "calls";
}

function show(view) {
  document.body.dataset.view = view;
  for (const button of $("views").children) button.setAttribute("aria-current", String(button.dataset.view === view));
  render();
}

function choose(chat, opens) {
  if (!Number.isFinite(chat)) return;
  selected.chat = chat;
  settle();
  if (opens) {
    show("chat");
    if (!isNarrow()) $("text").focus();
  }
  renderSidebar(selected, choose);
  render();
}

function chooseUser(user) {
  if (selected.chat > 0) selected.chat = user;
  selected.user = user;
  render();
}

function chooseBot(bot) {
  Object.assign(selected, { bot, user: null, chat: null });
  render();
}

function onChange({ messages, calls, isFirst }) {
  settle();
  for (const { bot, chat, item } of messages) {
    const isOpen = bot === selected.bot && chat.id === selected.chat && isRead();
    if (!isFirst && !isOpen && item.message.from?.is_bot) chat.unread += 1;
  }
  for (const call of calls) {
    const given = call.parameters;
    if (call.status !== 200) continue;
    const method = call.method.toLowerCase();
    if (method === "sendchataction" && !isFirst) onTyping(call.bot, given);
    if (method === "answercallbackquery") onAnswered(given);
    if (method === "answerinlinequery") onResults(given);
  }
  endTyping(messages);
  render();
}

function onConnection(isOpen) {
  $("connection").textContent = isOpen ? "Live" : "Reconnecting…";
  document.body.classList.toggle("offline", !isOpen);
}

for (const button of $("views").children) button.addEventListener("click", () => show(button.dataset.view));
startSidebar(current, choose, chooseUser, chooseBot);
startChat(current, render);
startButtons(current, render);
startComposer(current, () => lastOwn(selected));
startCalls(render);
show("chat");
if (!isNarrow()) $("text").focus();
follow(onChange, onConnection);
