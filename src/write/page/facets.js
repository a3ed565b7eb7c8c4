"use strict";
// The facets: what the lists of the page count, as choices that write clauses of the query.

const facets = []; // { field, items: [{ value, box, count }] }

function facetItem(field, element) {
  const value = element.dataset.value;
  const [count, name] = element.children;
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.addEventListener("change", () => choose(field, value, box.checked));
  label.append(box, count, name);
  element.replaceChildren(label);
  return { value, box, count };
}

function makeFacets() {
  for (const list of document.querySelectorAll("#facets ul[data-field]")) {
    const field = list.dataset.field;
    facets.push({ field, items: [...list.children].map((element) => facetItem(field, element)) });
  }
  if (innerWidth < 900) {
    for (const details of document.querySelectorAll("#facets details")) details.open = false;
  }
}

// Whether a part of the query is what choices of a facet write.
function isOfFacet(part, field) {
  return part.field === field;
}

function chosenValues(parts, field) {
  return new Set(parts.filter((part) => isOfFacet(part, field)).flatMap((part) => part.values));
}

// A clause as a facet writes it.
function clauseOf(field, values) {
  return values.length === 0 ? "" : `${field}:${values.map((value) => quotedValue(value)).join(",")}`;
}

// The query with a value of a facet chosen or not: all else stays as it is written.
function queryWith(text, parts, field, value, isChosen) {
  const clauses = parts.filter((part) => isOfFacet(part, field));
  const values = [...chosenValues(parts, field)].filter((other) => other !== value).concat(isChosen ? [value] : []);
  let rest = text;
  for (const part of [...clauses].reverse()) rest = rest.slice(0, part.begin) + rest.slice(part.end);
  const needsParentheses = parts.length === 1 && clauses.length === 0 && / or |\|/i.test(rest);
  rest = rest.replace(/^\s*and\s+|\s+and\s*$/gi, "").trim();
  return [needsParentheses ? `(${rest})` : rest, clauseOf(field, values)].filter(Boolean).join(" ");
}

// The values of a record that a facet counts.
function facetValues(record, facet) {
  if (facet.field === "year" || facet.field === "is") return facet.items.filter(({ test }) => test(record)).map(({ value }) => value);
  return new Set(valuesAt(record, facet.field));
}

// How many records have each value among those that all parts but the facet's own match.
function countFacet(facet, parts, matches) {
  const others = parts.filter((part) => !isOfFacet(part, facet.field));
  const counts = new Map(facet.items.map(({ value }) => [value, 0]));
  for (const record of collection.records) {
    if (!others.every((part) => matches(part)[record.index])) continue;
    for (const value of facetValues(record, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function showFacets(parts, matches) {
  for (const facet of facets) {
    for (const item of facet.items) {
      item.test ??= facet.field === "year" || facet.field === "is" ? readQuery(`${facet.field}:${item.value}`).parts[0].matches : undefined;
    }
    const counts = countFacet(facet, parts, matches);
    const chosen = chosenValues(parts, facet.field);
    for (const { value, box, count } of facet.items) {
      const text = String(counts.get(value));
      if (count.textContent !== text) count.textContent = text;
      box.checked = chosen.has(value);
    }
  }
}
