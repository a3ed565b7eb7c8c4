"use strict";
// The records and the schema that the page carries.

const collection = { fields: [], vocabularies: [], records: [] };

function jsonIn(id) {
  return document.getElementById(id).textContent;
}

// A record's line as `icc export --json` writes it: `<` is escaped in the page only.
function plainJson(line) {
  return line.replace(/\\(u003c|[^])/g, (all, what) => (what === "u003c" ? "<" : all));
}

// A key of the record, or nothing for one that export has added.
function keyOfRecord(name) {
  const isOurs = (key) =>
    key === "id" || key === "other_fields" || collection.fields.some((field) => field.type === "period" && key === `${field.name}_edtf`);
  if (isOurs(name)) return undefined;
  return name.startsWith("_") && isOurs(name.replace(/^_+/, "")) ? name.slice(1) : name;
}

// A record's line in full. A `~` stands for a text that the article shows as it is written: the
// fields' texts are there in the order of the schema, paragraph by paragraph.
function completeLine(line, article) {
  const shown = [...(article?.querySelectorAll(".plain") ?? [])].map((box) => `${[...box.children].map((paragraph) => paragraph.textContent).join("\n\n")}\n`);
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|~/g; // texts are matched as wholes, so that a `~` in one is none
  const names = [...line.matchAll(tokens)].flatMap(([token], index, all) => (token === "~" ? [JSON.parse(all[index - 1][0])] : []));
  const inOrder = collection.fields.map((field) => field.name).filter((name) => names.includes(name));
  return line.replace(tokens, (token) => (token === "~" ? JSON.stringify(shown[inOrder.indexOf(names.shift())]) : token));
}

function makeRecord(line, derived, index) {
  const data = JSON.parse(line);
  const members = Object.entries(data)
    .map(([name, value]) => [keyOfRecord(name), value])
    .filter(([key]) => key !== undefined);
  return { index, id: data.id, line, members: Object.fromEntries(members), texts: {}, ...derived, caches: new Map() };
}

function collectValues(value, path, found) {
  if (Array.isArray(value)) {
    for (const item of value) collectValues(item, path, found);
  } else if (value !== null && typeof value === "object") {
    for (const [key, member] of Object.entries(value)) {
      if (path === key) collectValues(member, "", found);
      else if (path.startsWith(`${key}.`)) collectValues(member, path.slice(key.length + 1), found);
    }
  } else if (path === "" && value !== null && value !== "") {
    found.push(String(value));
  }
  return found;
}

function cached(record, name, make) {
  if (!record.caches.has(name)) record.caches.set(name, make());
  return record.caches.get(name);
}

// All scalar values at a field's path, as they are written.
function valuesAt(record, path) {
  return cached(record, `=${path}`, () => record.exact?.[path] ?? collectValues(record.members, path, []));
}

function foldedAt(record, path) {
  return cached(record, `~${path}`, () => valuesAt(record, path).map(folded));
}

// All text folded, values apart by a line end, which no folded text has.
function allText(record, paths) {
  return cached(record, "*", () => paths.map((path) => foldedAt(record, path).join("\n")).join("\n"));
}

function firstValue(record, path) {
  return valuesAt(record, path)[0] ?? "";
}

function titleOf(record) {
  return visible(firstValue(record, "title").trim() || record.id);
}

function leaves(field) {
  return field.fields ? field.fields.flatMap(leaves) : [field];
}

function allFields(fields = collection.fields) {
  return fields.flatMap((field) => [field, ...allFields(field.fields ?? [])]);
}

function findField(name) {
  const wanted = folded(name);
  const fields = allFields();
  return (
    fields.find((field) => folded(field.path) === wanted) ??
    fields.find((field) => (field.aliases ?? []).some((alias) => folded(alias) === wanted))
  );
}

function choicesNamed(vocabulary, name) {
  const wanted = folded(name);
  return vocabulary.choices.filter((choice) => choice.names.includes(wanted));
}

function readCollection() {
  const data = JSON.parse(jsonIn("collection"));
  foldings = data.foldings;
  collection.fields = data.fields;
  collection.vocabularies = data.vocabularies;
  for (const vocabulary of collection.vocabularies) {
    for (const choice of vocabulary.choices) {
      choice.names = [choice.value, ...(choice.aliases ?? [])].map(folded);
    }
  }
  const lines = jsonIn("practices-json").split("\n").filter((line) => line.startsWith("{")).map((line) => line.replace(/,$/, ""));
  const list = document.querySelectorAll("#list > article");
  collection.records = lines.map((line, index) => makeRecord(completeLine(line, list[index]), data.records[index], index));
}
