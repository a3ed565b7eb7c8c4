"use strict";
// The current selection as files, and a practice as a reference.

function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

function jsonOf(records) {
  const lines = records.map((record) => plainJson(record.line));
  return lines.length === 0 ? "[\n]\n" : `[\n${lines.join(",\n")}\n]\n`;
}

// A cell that a spreadsheet would take for a formula gets an apostrophe.
function safeCell(text) {
  return /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
}

// An object as `title <url>`, or as JSON where that would say less.
function objectCell(field, object) {
  const parts = field.fields ?? [];
  const title = parts.find((part) => part.type === "text" && !part.list);
  const url = parts.find((part) => part.type === "url" && !part.list);
  const keys = Object.keys(object);
  const isLink = parts.length === 2 && title && url && keys.length > 0 &&
    keys.every((key) => key === title.name || key === url.name) &&
    keys.join() === [title.name, url.name].filter((key) => key in object).join() &&
    Object.values(object).every((text) => typeof text === "string" && text !== "" && text.trim() === text && !/[<>{]/.test(text));
  if (!isLink) return JSON.stringify(object);
  return [object[title.name], object[url.name] && `<${object[url.name]}>`].filter(Boolean).join(" ");
}

function itemCell(field, value) {
  return value !== null && typeof value === "object" ? objectCell(field, value) : String(value);
}

// The cell of a field, or nothing where a list's cell could not be read back.
function cellOf(field, value) {
  if (field.list !== Array.isArray(value) || value === null) return undefined;
  if (!field.list) {
    const text = itemCell(field, value);
    const isOtherwise = typeof value === "string" &&
      ((field.type === "period" && /^\d{4}$/.test(value)) || (["integer", "number"].includes(field.type) && numberOf(value) !== undefined));
    return isOtherwise ? `'${text}` : typeof value === "string" ? safeCell(text) : text;
  }
  const items = value.map((item) => itemCell(field, item));
  if (items.length === 0 || items.some((item) => item.trim() !== item || item === "")) return undefined;
  return safeCell(items.map((item) => item.replace(/[;\\]/g, "\\$&")).join("; "));
}

function csvRow(cells) {
  const quoted = cells.map((cell) => (/[",\r\n]|^ | $/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(",")}\r\n`;
}

function csvOf(records) {
  const names = collection.fields.map((field) => field.name);
  const rows = records.map((record) => {
    const cells = collection.fields.map((field) => (field.name in record.members ? cellOf(field, record.members[field.name]) : ""));
    const others = Object.entries(record.members).filter(([key]) => {
      const at = names.indexOf(key);
      return at < 0 || cells[at] === undefined;
    });
    const rest = others.length > 0 ? JSON.stringify(Object.fromEntries(others)) : "";
    return csvRow([safeCell(record.id), ...cells.map((cell) => cell ?? ""), rest]);
  });
  return csvRow(["id", ...names, "other_fields"]) + rows.join("");
}

// "Botkyrka, Sweden"
function placesOf(record) {
  return visible([...valuesAt(record, "cities"), ...valuesAt(record, "country")].join(", "));
}

function plainCitation(record) {
  const source = firstValue(record, "source");
  const parts = [titleOf(record), placesOf(record), firstValue(record, "period"), `In: ${page.title}`, `Id: ${record.id}`, source];
  return parts.filter(Boolean).map((part) => visible(part).replace(/\.$/, "")).join(". ");
}

function bibtexText(text) {
  const marks = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  return visible(text).replace(/[\\{}$&#_%~^]/g, (mark) => marks[mark] ?? `\\${mark}`);
}

function bibtexCitation(record) {
  const source = firstValue(record, "source");
  const period = firstValue(record, "period");
  const rows = [
    ["title", `{${bibtexText(titleOf(record))}}`],
    ["howpublished", bibtexText(page.title)],
    ["address", bibtexText(placesOf(record))],
    ["note", period && `Period: ${bibtexText(period)}`], // never a year: it would be that of the publication
    ["url", /[{}\\]/.test(source) ? "" : visible(source)],
  ];
  const lines = rows.filter(([, value]) => value !== "").map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${record.id},\n${lines.join(",\n")}\n}`;
}

async function copy(text, button) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Can't copy: select the text";
  }
  setTimeout(() => (button.textContent = label), 2500);
}
