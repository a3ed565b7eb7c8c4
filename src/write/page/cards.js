"use strict";
// The list of cards, and one practice as a whole.

const cardsAtOnce = 60;
const articles = new Map(); // id -> its element

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function beginningOf(text) {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length <= 220 ? words : `${words.slice(0, 220).replace(/\s\S*$/, "")}…`;
}

// Gives an article the beginning of its text and "Read more", as a card has them.
function makeCard(article, record) {
  const prose = article.querySelector(".prose");
  const excerpt = element("p", { className: "excerpt", textContent: beginningOf(prose?.textContent ?? "") });
  if (prose?.lang) excerpt.lang = prose.lang;
  const more = element("a", { href: article.querySelector("h3 a").getAttribute("href"), textContent: "Read more" });
  more.append(element("span", { className: "of", textContent: ` of ${titleOf(record)}` }));
  article.querySelector(".text").before(excerpt, element("p", { className: "readmore" }, more));
}

function articleOf(record) {
  const article = articles.get(record.id);
  if (!article.querySelector(".excerpt")) makeCard(article, record);
  return article;
}

function takeArticles() {
  for (const article of document.querySelectorAll("#list > article")) articles.set(article.id, article);
}

let shownRecords = [];
let shownCards = 0;

function showMoreCards(number) {
  const next = shownRecords.slice(shownCards, shownCards + number);
  document.getElementById("list").append(...next.map(articleOf));
  shownCards += next.length;
  const left = shownRecords.length - shownCards;
  const more = document.getElementById("more");
  more.hidden = left === 0;
  more.textContent = `Show ${Math.min(left, cardsAtOnce)} more of ${left}`;
  return next;
}

function showCards(records) {
  shownRecords = records;
  shownCards = 0;
  document.getElementById("list").replaceChildren();
  showMoreCards(cardsAtOnce);
}

function onShowMore() {
  const [first] = showMoreCards(cardsAtOnce);
  articles.get(first.id).querySelector("h3 a").focus();
}

function citation(record) {
  const forms = { "As text": plainCitation(record), BibTeX: bibtexCitation(record) };
  const box = element("div", { className: "cite", hidden: true });
  for (const [name, text] of Object.entries(forms)) {
    const button = element("button", { type: "button", textContent: `Copy ${name === "BibTeX" ? name : "text"}` });
    button.addEventListener("click", () => copy(text, button));
    box.append(element("h4", { textContent: name }), element("pre", { textContent: text }), button);
  }
  return box;
}

function actions(record) {
  const cite = citation(record);
  const back = element("a", { href: listHash(), textContent: "← All practices", className: "back" });
  const link = element("button", { type: "button", textContent: "Copy link" });
  link.addEventListener("click", () => copy(location.href, link));
  const show = element("button", { type: "button", textContent: "Cite this" });
  show.setAttribute("aria-expanded", "false");
  show.addEventListener("click", () => {
    cite.hidden = !cite.hidden;
    show.setAttribute("aria-expanded", String(!cite.hidden));
  });
  const print = element("button", { type: "button", textContent: "Print" });
  print.addEventListener("click", () => window.print());
  return [element("p", { className: "actions" }, link, show, print), cite, back];
}

function relatedList(record) {
  const items = record.related.map((index) => {
    const other = collection.records[index];
    const place = visible([placesOf(other), firstValue(other, "period")].filter(Boolean).join(" · "));
    const link = element("a", { href: `#${encodeURIComponent(other.id)}`, textContent: titleOf(other) });
    return element("li", {}, link, element("br"), element("span", { textContent: place }));
  });
  if (items.length === 0) return [];
  return [element("h4", { textContent: "Related practices" }), element("ul", { className: "related" }, ...items)];
}

function showDetail(record) {
  const detail = document.getElementById("detail");
  const [bar, cite, back] = actions(record);
  const article = articles.get(record.id);
  for (const made of article.querySelectorAll(".excerpt, .readmore")) made.remove();
  const heading = element("h2", { className: "of", textContent: "One practice" });
  detail.replaceChildren(heading, element("p", {}, back), article, bar, cite, ...relatedList(record));
}
