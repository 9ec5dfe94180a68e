// What is offered while something is written: commands of the bot, and results of inline queries.

import { $, arrows, el, toast } from "./dom.js";
import { act, store } from "./feed.js";

// How long nothing must be typed before the bot is asked, in milliseconds.
const PAUSE = 300;

let selection = () => ({});
let send = () => {};
let timer;
// The newest inline query: for whom and what, and its id once the bot is asked.
let asked = null;
// The newest answers to inline queries, by id.
const answers = new Map();

// Returns what is asked for inline, or null.
function inlineQuery(text) {
  const name = store.bots.get(selection().bot)?.info.user.username ?? "";
  const isInline = text.toLowerCase().startsWith(`@${name} `.toLowerCase());
  return name && isInline ? text.slice(name.length + 2) : null;
}

export function suggest() {
  const { value } = $("text");
  const query = inlineQuery(value);
  if (query !== null) {
    const about = JSON.stringify([selection(), query]);
    if (asked?.about === about) return;
    clearTimeout(timer);
    asked = { about };
    offer([], "Asking the bot…");
    timer = setTimeout(() => askBot(asked, query), PAUSE);
    return;
  }
  clearTimeout(timer);
  asked = null;
  const commands = store.bots.get(selection().bot)?.info.commands ?? [];
  const begun = /^\/\w*$/.test(value) ? value.slice(1) : null;
  const fitting = begun === null ? [] : commands.filter((it) => it.command.startsWith(begun));
  offer(fitting.map((it) => ({ title: `/${it.command}`, note: it.description, then: () => send(`/${it.command}`) })));
}

async function askBot(mine, query) {
  const result = await act("inline", { ...selection(), query });
  if (asked !== mine) return;
  if (!result?.update_ids.length) return offer([], "The bot takes no inline queries.");
  mine.id = result.inline_query_id;
  if (answers.has(mine.id)) show(answers.get(mine.id));
}

// Takes the answer to an inline query, which may come before the result of asking.
export function onResults(given) {
  answers.set(given.inline_query_id, given);
  if (answers.size > 20) answers.delete(answers.keys().next().value);
  if (asked?.id === given.inline_query_id) show(given);
}

function show({ results = [], button }) {
  const { bot, user } = selection();
  const rows = results.map((it) => ({
    title: it.title ?? it.input_message_content?.message_text ?? it.type,
    note: it.description ?? it.caption ?? "",
    then: async () => {
      const chosen = await act("choose", { ...selection(), result_id: it.id });
      if (chosen && !chosen.message_id) toast("The bot was told. Only a text is sent here.");
    },
  }));
  if (button?.start_parameter) rows.unshift({ title: button.text, note: "", then: () => act("say", { bot, user, text: `/start ${button.start_parameter}` }) });
  offer(rows, rows.length ? "" : "No results");
}

// Shows rows that can be chosen, or a note.
function offer(rows, note = "") {
  const panel = $("offers");
  panel.hidden = rows.length === 0 && !note;
  const choose = (row) => {
    const input = $("text");
    input.value = "";
    input.dispatchEvent(new Event("input"));
    input.focus();
    row.then();
  };
  panel.replaceChildren(note ? el("p", { class: "note" }, note) : "", ...rows.map((row, index) =>
    el("button", { class: asked && index === 0 ? "next" : null, click: () => choose(row) }, el("b", {}, row.title), el("span", {}, row.note))));
}

// Handles a key in the input field. Returns whether it is for what is offered.
export function onKey(event) {
  const panel = $("offers");
  const buttons = panel.querySelectorAll("button");
  if (panel.hidden) return false;
  if (event.key === "Escape") panel.hidden = true;
  else if (event.key === "Enter" && asked && buttons.length) buttons[0].click();
  else if (event.key === "ArrowDown" && buttons.length) buttons[0].focus();
  else if (event.key === "ArrowUp" && buttons.length) buttons[buttons.length - 1].focus();
  else return false;
  return true;
}

export function startSuggestions(current, say) {
  selection = current;
  send = say;
  const panel = $("offers");
  arrows(panel);
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    panel.hidden = true;
    $("text").focus();
  });
}
