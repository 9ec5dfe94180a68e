// The calls of the bot, newest first, with their JSON.

import { $, arrows, el } from "./dom.js";
import { store } from "./feed.js";

const MOST_SHOWN = 200;
const rows = new Map();
const open = new Set();

const isPoll = (call) => call.method.toLowerCase() === "getupdates";
const isEmptyPoll = (call) => isPoll(call) && (call.status === null || (call.status === 200 && !call.answer?.result?.length));
const failed = (call) => call.status !== null && call.status >= 400;
const isProblem = (call) => failed(call) || call.complaints.length + call.repairs.length > 0;

// Finds the calls that succeeded after an earlier one with the same parameters had failed: each repairs it.
function repairs(calls) {
  const broken = new Map();
  const found = new Map();
  for (const call of calls) {
    if (isPoll(call) || call.status === null) continue;
    const asked = JSON.stringify([call.bot, call.method, call.download, call.parameters]);
    if (failed(call)) broken.set(asked, call.number);
    else if (broken.has(asked)) found.set(call.number, broken.get(asked));
    if (!failed(call)) broken.delete(asked);
  }
  return found;
}

export function renderCalls(bot) {
  const all = [...store.calls.values()].sort((one, other) => one.number - other.number).filter((call) => call.bot === bot || !store.bots.has(call.bot));
  const repaired = repairs(all);
  const about = store.complaints.filter((it) => it.bot === bot).map((it) => (it.element ??= el("li", { class: "remarks complaints" }, it.text)));
  const problems = all.filter(isProblem).length + about.length;
  const polls = $("calls-polls").checked;
  const only = $("calls-problems").checked;
  const shown = all.filter((call) => (only ? isProblem(call) : polls || !isEmptyPoll(call))).slice(-MOST_SHOWN).reverse();
  const count = all.filter((call) => !isPoll(call)).length;
  $("calls-note").textContent = problems ? `${count}, ${problems} with problems` : `${count}`;
  $("views-problems").textContent = problems || "";
  $("calls-empty").hidden = shown.length + about.length > 0;
  $("calls-empty").textContent = only ? "No call failed, and none is complained about." : "Each call of a bot appears here when it comes, with its answer.";
  const kept = new Set();
  const elements = shown.map((call) => {
    const key = `${call.revision} ${repaired.get(call.number)}`;
    let known = rows.get(call.number);
    if (known?.key !== key) {
      known = { key, element: row(call, repaired.get(call.number)) };
      rows.set(call.number, known);
    }
    kept.add(call.number);
    return known.element;
  });
  for (const number of rows.keys()) if (!kept.has(number)) rows.delete(number);
  place($("call-list"), [...about, ...elements]);
}

// Puts the elements into a list, and moves none that stays, so that it keeps the focus.
export function place(list, elements) {
  const wanted = new Set(elements);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  elements.forEach((element, index) => {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
  });
}

function row(call, repairs) {
  const tags = [
    ...call.complaints.map(() => ["complaint", "complaint"]),
    call.is_scripted ? ["scripted", "scripted reply"] : null,
    call.repairs.length ? ["repair", "answer to repair"] : null,
    repairs ? ["repaired", `repairs ${repairs}`] : null,
  ].filter(Boolean);
  const state = call.status === null ? "pending" : failed(call) ? "failed" : "fine";
  const took = call.took_ms === null ? (isPoll(call) ? "waiting" : "") : `${call.took_ms} ms`;
  const made = el("details", { open: open.has(call.number) },
    el("summary", {},
      el("span", { class: `status ${state}` }, call.status ?? "…"),
      el("span", { class: "method" }, call.download ? "Download" : call.method || "(no method)"),
      el("span", { class: "took" }, took),
      el("span", { class: "brief" }, brief(call)),
      tags.length ? el("span", { class: "tags" }, tags.map(([kind, label]) => el("span", { class: `tag ${kind}` }, label))) : null));
  const fill = () => {
    if (made.open && made.children.length === 1) made.append(...details(call));
    if (made.open) open.add(call.number);
    else open.delete(call.number);
  };
  made.addEventListener("toggle", fill);
  fill();
  const kind = [isProblem(call) ? "problem" : "", isPoll(call) ? "poll-call" : ""].join(" ").trim();
  return el("li", { class: kind || null, data: { number: call.number } }, made);
}

// Returns what tells this call from others at a glance.
function brief(call) {
  if (failed(call)) return call.answer?.description ?? "";
  if (call.download) return call.download;
  if (isPoll(call)) {
    const updates = call.answer?.result ?? [];
    const kinds = updates.map((update) => Object.keys(update).find((name) => name !== "update_id"));
    return kinds.join(", ");
  }
  const given = call.parameters;
  const what = given.text ?? given.caption ?? given.question ?? given.action ?? given.emoji ?? given.url ?? "";
  const where = given.chat_id === undefined ? "" : `${given.chat_id}`;
  const files = call.files.map((file) => file.file_name || file.part).join(", ");
  return [where, String(what).split("\n", 1)[0], files].filter(Boolean).join(" · ");
}

function details(call) {
  const files = call.files.length ? [el("h3", {}, "Files"), json(call.files)] : [];
  const answer = call.status === null ? el("p", { class: "note" }, "Not answered yet.") : json(ordered(call.answer));
  if (call.download) return [el("p", { class: "note" }, `${call.verb} of a file, request ${call.number}`)];
  return [
    remarks("complaints", call.complaints),
    el("h3", {}, `Request ${call.number}`), json(call.parameters), ...files,
    el("h3", {}, `Answer ${call.status ?? ""}`), remarks("repairs", call.repairs), answer,
  ];
}

const remarks = (kind, texts) => (texts.length ? el("ul", { class: `remarks ${kind}`, "aria-label": kind }, texts.map((text) => el("li", {}, text))) : "");

// Whether it succeeded comes first, as the server writes it.
function ordered(answer) {
  if (answer?.ok === undefined) return answer;
  const { ok, error_code, description, ...rest } = answer;
  return { ok, error_code, description, ...rest };
}

// Returns JSON with its parts in colors.
function json(value) {
  const text = JSON.stringify(value, null, 2);
  const made = el("pre", { tabindex: "0" });
  const tokens = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  let at = 0;
  for (const match of text.matchAll(tokens)) {
    made.append(text.slice(at, match.index));
    const kind = match[2] ? "key" : match[1] ? "string" : "word";
    made.append(el("span", { class: `json-${kind}` }, match[1] ?? match[0]), match[2] ?? "");
    at = match.index + match[0].length;
  }
  made.append(text.slice(at));
  return made;
}

export function startCalls(render) {
  arrows($("call-list"), "summary");
  for (const id of ["calls-polls", "calls-problems"]) $(id).addEventListener("change", render);
}
