"use strict";
// The page's state is its address: `#q=QUERY&sort=FIELD` is a list, `#ID` a practice.

const page = { query: "", sort: "", parts: [], records: [], last: "" };
const answers = new Map(); // the text of a part -> which records match it

function byId(id) {
  return document.getElementById(id);
}

function matchesOf(part) {
  if (!answers.has(part.text)) {
    answers.set(part.text, Uint8Array.from(collection.records, (record) => (part.matches(record) ? 1 : 0)));
  }
  return answers.get(part.text);
}

function listHash() {
  const query = encodeURIComponent(page.query).replace(/%3A/g, ":").replace(/%2C/g, ",");
  const sort = page.sort ? `sort=${page.sort}` : "";
  return `#${[query && `q=${query}`, sort].filter(Boolean).join("&")}`;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a percent sign that somebody typed
  }
}

// What an address asks for.
function readHash(hash) {
  const text = hash.replace(/^#/, "");
  if (text !== "" && !/^(q|sort)=/.test(text)) return { id: decoded(text) };
  const sort = /(?:^|&)sort=(-?\w+)$/.exec(text)?.[1] ?? "";
  const query = /^q=(.*?)(?:&sort=-?\w+)?$/s.exec(text)?.[1] ?? "";
  return { query: decoded(query), sort };
}

const sortKeys = {
  title: (record) => folded(titleOf(record)),
  period: (record) => daysOfRecord(record)[0]?.[0] ?? undefined,
};

function daysOfRecord(record) {
  return Object.values(record.periods ?? {}).flatMap((period) => period.days ?? []);
}

function sorted(records, sort) {
  const key = sortKeys[sort.replace(/^-/, "")];
  if (!key) return records;
  const direction = sort.startsWith("-") ? -1 : 1;
  const rows = records.map((record) => ({ record, key: key(record) }));
  rows.sort((left, right) => {
    if (left.key === undefined || right.key === undefined) return (left.key === undefined) - (right.key === undefined);
    return direction * (left.key < right.key ? -1 : left.key > right.key ? 1 : 0);
  });
  return rows.map((row) => row.record);
}

// The message, the query and a mark below the place, as icc shows them.
function showFault(fault) {
  const box = byId("fault");
  box.className = "";
  const mark = " ".repeat([...page.query.slice(0, fault.begin)].length) + "^".repeat(Math.max(1, [...page.query.slice(fault.begin, fault.end)].length));
  box.replaceChildren(
    element("strong", { textContent: fault.message }),
    element("pre", { textContent: `${page.query}\n${mark}` }),
    document.createTextNode(fault.hint),
  );
}

function showNotes(notes) {
  const box = byId("fault");
  box.className = "note";
  box.textContent = notes.join(". ");
}

function showChosen() {
  const items = page.parts.map((part) => {
    const button = element("button", { type: "button", textContent: `${part.text} ✕` });
    button.setAttribute("aria-label", `Remove ${part.text}`);
    button.addEventListener("click", () => go({ query: withoutPart(part) }));
    return element("li", {}, button);
  });
  byId("chosen").replaceChildren(...items);
  byId("chosen").hidden = items.length === 0;
}

function withoutPart(part) {
  const rest = page.query.slice(0, part.begin) + page.query.slice(part.end);
  return rest.replace(/\(\s*\)/g, "").replace(/^\s*and\s+|\s+and\s*$|(\s)and\s+and\s/gi, "$1").trim();
}

// Reads the query and shows what it finds; a mistake leaves the list as it is.
function refresh() {
  if (answers.size > 200) answers.clear();
  beginEffort();
  try {
    const { parts, notes } = readQuery(page.query);
    parts.forEach(matchesOf);
    page.parts = parts;
    showNotes(notes);
  } catch (fault) {
    if (!(fault instanceof QueryFault)) throw fault;
    return showFault(fault);
  }
  const found = collection.records.filter((record) => page.parts.every((part) => matchesOf(part)[record.index]));
  page.records = sorted(found, page.sort);
  const all = collection.records.length;
  const noun = all === 1 ? "practice" : "practices";
  byId("count").textContent = page.parts.length === 0 ? `${all} ${noun}` : `${found.length} of ${all} ${noun}`;
  showCards(page.records);
  showFacets(page.parts, matchesOf);
  showChosen();
}

// Changes the state by an action that the back button undoes.
function go(change) {
  Object.assign(page, change);
  history.pushState(null, "", listHash());
  showPage();
}

function choose(field, value, isChosen) {
  go({ query: queryWith(page.query, page.parts, field, value, isChosen) });
}

function showPractice(record) {
  document.body.classList.add("detail");
  byId("detail").hidden = false;
  showDetail(record);
  document.title = `${titleOf(record)} – ${page.title}`;
  // After the browser has followed the link to the article, which takes the focus away.
  requestAnimationFrame(() => {
    scrollTo({ top: 0, behavior: "instant" });
    byId("detail").focus({ preventScroll: true });
  });
}

function showList(state) {
  const wasDetail = document.body.classList.contains("detail");
  document.body.classList.remove("detail");
  byId("detail").hidden = true;
  document.title = page.title;
  Object.assign(page, state);
  if (byId("query").value !== page.query) byId("query").value = page.query;
  byId("sort").value = page.sort;
  refresh();
  if (wasDetail) returnTo(page.last);
}

// Back on the list, the reader finds the card that was left.
function returnTo(id) {
  while (shownCards < shownRecords.length && shownRecords.findIndex((record) => record.id === id) >= shownCards) {
    showMoreCards(cardsAtOnce);
  }
  byId("list").querySelector(`#${CSS.escape(id)} h3 a`)?.focus();
}

function showPage() {
  const { id, ...state } = readHash(location.hash);
  const record = collection.records.find((other) => other.id === id);
  const elsewhere = record && document.body.dataset.pages;
  if (elsewhere) return location.replace(`${elsewhere}${encodeURIComponent(id)}.html`);
  if (record) {
    page.last = id;
    return showPractice(record);
  }
  if (id === undefined) return showList(state);
  if (document.body.classList.contains("detail")) showList({});
  byId(id)?.scrollIntoView();
}

function listen() {
  byId("query").addEventListener("input", (event) => {
    page.query = event.target.value;
    history.replaceState(null, "", listHash());
    refresh();
  });
  byId("sort").addEventListener("change", (event) => go({ sort: event.target.value }));
  byId("more").addEventListener("click", onShowMore);
  byId("save-json").addEventListener("click", () => save("practices.json", "application/json", jsonOf(page.records)));
  byId("save-csv").addEventListener("click", () => save("practices.csv", "text/csv", csvOf(page.records)));
  byId("copy-link").addEventListener("click", (event) => copy(location.href, event.target));
  addEventListener("popstate", showPage);
  addEventListener("beforeprint", () => showMoreCards(Infinity));
}

// Folds all texts while the reader looks around, so that the first search need not.
function prepareSearch(at = 0) {
  const paths = textFields().map((field) => field.path);
  const end = Math.min(at + 50, collection.records.length);
  for (const record of collection.records.slice(at, end)) allText(record, paths);
  if (end < collection.records.length) setTimeout(prepareSearch, 0, end);
}

function start() {
  page.title = document.title;
  readCollection();
  takeArticles();
  makeFacets();
  byId("fields").textContent = allFields().map((field) => field.path).join(", ");
  document.body.classList.add("scripted");
  byId("search").hidden = false;
  byId("downloads").hidden = false;
  refresh();
  showPage();
  listen();
  prepareSearch();
}

start();
