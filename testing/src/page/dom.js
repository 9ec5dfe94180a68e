// Elements. Whatever comes from a bot or a user becomes text, never markup.

export const $ = (id) => document.getElementById(id);

// Creates an element. A function is a listener, `data` sets data attributes, true is an empty attribute.
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  if (tag === "button") made.type = "button";
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (name === "data") Object.assign(made.dataset, value);
    else if (value || value === 0 || value === "") made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => (child ?? false) !== false));
  return made;
}

export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const made = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#icon-${name}`);
  made.setAttribute("aria-hidden", "true");
  made.append(use);
  return made;
}

// Returns the URL of a link, if following it runs nothing in this page.
export function safeUrl(text) {
  const url = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  return /^(https?|tg|mailto|tel):/i.test(url) ? url : null;
}

export function link(url, ...children) {
  const safe = safeUrl(url);
  if (!safe) return el("span", { class: "link", title: url }, ...children);
  return el("a", { href: safe, target: "_blank", rel: "noopener noreferrer", title: safe }, ...children);
}

export const nameOf = (user) =>
  user ? user.title ?? [user.first_name, user.last_name].filter(Boolean).join(" ") : "";

// The heart of reactions is a text without its color.
export const colored = (emoji) => (emoji === "❤" ? "❤\uFE0F" : emoji);

// A few calm colors, one for each user or chat.
export const hue = (id) => (Math.abs(Number(id) || 0) % 101) % 7;

export function initials(name) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words.slice(0, 2).map((word) => [...word][0] ?? "");
  return first.join("").toUpperCase() || "?";
}

export const time = (seconds) =>
  new Date(seconds * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

export const day = (seconds) =>
  new Date(seconds * 1000).toLocaleDateString([], { day: "numeric", month: "long", year: "numeric" });

export function bytes(count) {
  if (!(count >= 1024)) return `${count ?? 0} bytes`;
  const units = ["KB", "MB", "GB"];
  let size = count / 1024;
  let unit = 0;
  while (size >= 1024 && unit < 2) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toFixed(1)} ${units[unit]}`;
}

export function toast(text, kind = "") {
  const made = el("div", { class: `toast ${kind}` }, text);
  $("toasts").append(made);
  setTimeout(() => made.remove(), 4000);
}

// Copies a text, or shows it if the browser does not allow that.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied.");
  } catch {
    ask({ title: "Copy", fields: [{ name: "text", label: "Text", value: text }], cancel: false });
  }
}

// Moves the focus among the buttons in an element, or what else is named, by arrow keys.
export function arrows(parent, selector = "button") {
  parent.addEventListener("keydown", (event) => {
    const all = [...parent.querySelectorAll(selector)];
    const at = all.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step || at < 0) return;
    event.preventDefault();
    all[(at + step + all.length) % all.length].focus();
  });
}

// Shows a dialog with fields: texts, choices, or values to copy. Resolves to what was entered, or to null if
// it is cancelled.
export function ask({ title, text = "", fields = [], ok = "OK", cancel = true }) {
  const dialog = $("dialog");
  $("dialog-title").textContent = title;
  $("dialog-text").replaceChildren(text);
  $("dialog-ok").textContent = ok;
  $("dialog-cancel").hidden = !cancel;
  const inputs = fields.map((field) => {
    const input = field.options
      ? el("select", { name: field.name }, field.options.map(([value, label]) => el("option", { value }, label)))
      : el(field.value ? "textarea" : "input", { name: field.name, required: field.required, autocomplete: "off", readonly: Boolean(field.value), rows: field.value && 5 });
    if (field.value) input.value = field.value;
    const button = field.value && navigator.clipboard ? el("button", { class: "quiet", click: () => copy(field.value) }, "Copy") : null;
    return [el("div", {}, el("label", {}, el("span", {}, field.label), input), button), input];
  });
  $("dialog-fields").replaceChildren(...inputs.map(([label]) => label));
  return new Promise((resolve) => {
    const form = dialog.querySelector("form");
    let answer = null;
    form.onsubmit = (event) => {
      event.preventDefault();
      answer = Object.fromEntries(inputs.map(([, input]) => [input.name, input.value.trim()]));
      dialog.close();
    };
    $("dialog-cancel").onclick = () => dialog.close();
    dialog.onclose = () => resolve(answer);
    dialog.showModal();
  });
}
