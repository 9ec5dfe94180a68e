"use strict";
const byId = (id) => document.getElementById(id);
const [nav, search, found, results, contents] = [document.querySelector("nav"), ...["search", "found", "results", "contents"].map(byId)];
const narrow = matchMedia("(max-width: 50rem)");
const title = document.title;

// What the address names is shown; without a name, the overview.
let shown;
function show() {
  const target = byId(decodeURIComponent(location.hash.slice(1))) ?? byId("overview");
  const article = target.closest("main > article") ?? byId("overview");
  shown?.classList.remove("shown");
  nav.querySelector("[aria-current]")?.removeAttribute("aria-current");
  document.querySelector(".at")?.classList.remove("at");
  shown = article;
  article.classList.add("shown");
  addCopyButtons(article);
  document.title = article.id === "overview" ? title : `${article.id} – ${title}`;
  const link = contents.querySelector(`[href="#${CSS.escape(article.id)}"]`);
  link?.setAttribute("aria-current", "page");
  if (narrow.matches) contents.open = false;
  else link?.scrollIntoView({ block: "nearest" });
  if (target === article) scrollTo(0, 0);
  else {
    target.closest("details")?.setAttribute("open", "");
    target.classList.add("at");
    target.scrollIntoView({ block: "center" });
  }
}
addEventListener("hashchange", show);
narrow.addEventListener("change", () => (contents.open = !narrow.matches));

// A type is on the page once. Where it is nested, it is copied when it is unfolded.
function unfold(event) {
  const details = event.target;
  const name = details.dataset?.type;
  if (!name || !details.open || details.querySelector(".body")) return;
  const body = byId(name)?.querySelector(".body")?.cloneNode(true);
  if (!body) return;
  for (const element of body.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const inner of body.querySelectorAll("details[data-type]")) {
    inner.open = false;
    const known = inner.querySelector(":scope > .body");
    if (known) known.replaceWith(document.createElement("p"));
  }
  details.querySelector(":scope > p").replaceWith(body);
}
document.addEventListener("toggle", unfold, true);

function addCopyButtons(article) {
  for (const pre of article.querySelectorAll(":not(.copied) > pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(pre);
        button.textContent = "Selected";
      }
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    const box = document.createElement("div");
    box.className = "copied";
    pre.replaceWith(box);
    box.append(pre, button);
  }
}

// The search: every word must occur in the name, the summary or the names of attributes.
const MOST = 50;
let entries;
function read() {
  return [...document.querySelectorAll("#overview dt a")].map((link) => {
    const name = link.textContent;
    const summary = link.parentElement.nextElementSibling.textContent;
    const attributes = [...byId(name).querySelectorAll(".text .name")].map((it) => it.textContent).join(" ");
    return { name, summary, low: name.toLowerCase(), text: `${name} ${summary} ${attributes}`.toLowerCase() };
  });
}
function rank({ low, text }, query, words) {
  if (!words.every((word) => text.includes(word))) return -1;
  if (low === query) return 4;
  if (low.startsWith(query)) return 3;
  return words.every((word) => low.includes(word)) ? 2 : 1;
}
function find() {
  const query = search.value.trim().toLowerCase();
  nav.classList.toggle("searching", query !== "");
  results.hidden = query === "";
  results.replaceChildren();
  found.textContent = "";
  if (!query) return;
  entries ??= read();
  const words = query.split(/\s+/);
  const ranked = entries.map((entry) => [rank(entry, query, words), entry]).filter(([value]) => value > 0);
  ranked.sort(([one], [other]) => other - one);
  for (const [, { name, summary }] of ranked.slice(0, MOST)) {
    const link = document.createElement("a");
    link.href = `#${name}`;
    const small = document.createElement("small");
    small.textContent = summary;
    link.append(name, small);
    const item = document.createElement("li");
    item.append(link);
    results.append(item);
  }
  const count = ranked.length;
  found.textContent = count === 0 ? "Nothing found." : count > MOST ? `${count} found, the first ${MOST} are:` : `${count} found`;
}
function end() {
  search.value = "";
  find();
}
search.addEventListener("input", find);
results.addEventListener("click", (event) => {
  if (event.target.closest("a") && narrow.matches) setTimeout(end);
});

nav.addEventListener("keydown", (event) => {
  const links = [...results.querySelectorAll("a")];
  const place = links.indexOf(document.activeElement);
  const isSearching = place >= 0 || document.activeElement === search;
  if (!isSearching) return;
  if (event.key === "Escape") {
    end();
    search.focus();
  } else if (event.key === "ArrowDown") {
    links[Math.min(place + 1, links.length - 1)]?.focus();
  } else if (event.key === "ArrowUp") {
    (links[place - 1] ?? search).focus();
  } else if (event.key === "Enter" && place < 0) {
    links[0]?.click();
  } else {
    return;
  }
  event.preventDefault();
});
addEventListener("keydown", (event) => {
  const isTyping = event.target.matches?.("input, textarea");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    search.focus();
    search.select();
  }
});

show();
