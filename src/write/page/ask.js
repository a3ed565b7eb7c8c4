"use strict";
// What a value of a query asks of the values of a record, by the type of the field. Days are
// numbers such as 20180621, so that they compare as the days do.

const orders = ["<", "<=", ">", ">="];

// The days from the first to the last of `2018`, `2018-06` or `2018-06-21`.
function daysOf(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!found || found[1] < "1000" || found[1] > "2999") return undefined;
  const [year, month, day] = found.slice(1).map((digits) => digits && Number(digits));
  if (month === undefined) return { first: year * 10000 + 101, last: year * 10000 + 1231 };
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth) return undefined;
  const start = year * 10000 + month * 100;
  return { first: start + (day ?? 1), last: start + (day ?? daysInMonth) };
}

function sidesOf(text) {
  const dots = text.indexOf("..");
  if (dots < 0) return [text, text];
  return [text.slice(0, dots) || undefined, text.slice(dots + 2) || undefined];
}

function comparedDays(op, text) {
  if (!orders.includes(op)) {
    const [low, high] = sidesOf(text);
    const from = low === undefined ? { first: -Infinity } : daysOf(low);
    const to = high === undefined ? { last: Infinity } : daysOf(high);
    if ((low ?? high) === undefined || !from || !to) return undefined;
    return { first: from.first, last: to.last };
  }
  const days = daysOf(text);
  if (!days) return undefined;
  if (op === "<") return { first: -Infinity, last: days.first - 1 };
  if (op === "<=") return { first: -Infinity, last: days.last };
  if (op === ">") return { first: days.last + 1, last: Infinity };
  return { first: days.first, last: Infinity };
}

function numberOf(text) {
  return /^-?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : undefined;
}

function comparedNumbers(op, text) {
  if (!orders.includes(op)) {
    const [low, high] = sidesOf(text);
    const from = low === undefined ? -Infinity : numberOf(low);
    const to = high === undefined ? Infinity : numberOf(high);
    if ((low ?? high) === undefined || from === undefined || to === undefined) return undefined;
    return { low: from, high: to, has: (number) => number >= from && number <= to };
  }
  const limit = numberOf(text);
  if (limit === undefined) return undefined;
  const has = { "<": (n) => n < limit, "<=": (n) => n <= limit, ">": (n) => n > limit, ">=": (n) => n >= limit };
  return { low: limit, high: limit, has: has[op] };
}

function checkRange(value, low, high) {
  if (low <= high) return;
  const [from, to] = sidesOf(value.text);
  throw new QueryFault(value.begin, value.end, `the range '${value.text}' ends before it starts`, `write ${to}..${from}`);
}

function askDays(op, value) {
  const days = comparedDays(op, value.text);
  if (!days) {
    throw new QueryFault(value.begin, value.end, `'${value.text}' is no date`,
      orders.includes(op)
        ? "write 2018, 2018-06 or 2018-06-21; a range stands behind ':'"
        : "write 2018, 2018-06, 2018-06-21 or a range such as 2018..2020");
  }
  checkRange(value, days.first, days.last);
  return { days };
}

function askNumbers(op, value) {
  const numbers = comparedNumbers(op, value.text);
  if (!numbers) {
    throw new QueryFault(value.begin, value.end, `'${value.text}' is no number`, "write 12, 12.5 or, behind ':', a range such as 10..20");
  }
  checkRange(value, numbers.low, numbers.high);
  return { test: (text) => numberOf(text) !== undefined && numbers.has(numberOf(text)) };
}

function needleOf(value) {
  const isPrefix = value.text.endsWith("*");
  const text = folded(isPrefix ? value.text.slice(0, -1) : value.text);
  if (text === "") {
    throw new QueryFault(value.begin, value.end,
      isPrefix ? "'*' needs the beginning of a value before it" : "the value is empty",
      "has:FIELD asks for any value, no:FIELD for none");
  }
  if (!value.quoted && value.text.slice(0, isPrefix ? -1 : undefined).includes("*")) {
    throw new QueryFault(value.begin, value.end, `'*' is understood only at the end, not in '${value.text}'`, 'use a regular expression: FIELD~"..."');
  }
  return { text, isPrefix };
}

function askPhrase(value) {
  const { text } = needleOf(value);
  return { testFolded: (plain) => hasPhrase(plain, text) };
}

// What a pattern is asked; a mistake of the query where it can't be read, or costs too much.
function withPattern(value, task) {
  try {
    return task();
  } catch (error) {
    if (error instanceof TooMuchEffort) {
      throw new QueryFault(value.begin, value.end, "this pattern takes too long on a page", "the command icc filter can answer it");
    }
    throw new QueryFault(value.begin, value.end, "no regular expression", "RE2's syntax: no look-around, no back references");
  }
}

function askPattern(value) {
  const pattern = withPattern(value, () => new Pattern(value.text));
  return { test: (text) => withPattern(value, () => pattern.matches(text)) };
}

function askExactly(value) {
  return { test: (text) => text === value.text };
}

function askBoolean(subject, value) {
  const wanted = folded(value.text);
  if (wanted === "true" || wanted === "false") return { testFolded: (plain) => plain === wanted };
  throw new QueryFault(value.begin, value.end, `${subject.name} is true or false, not '${value.text}'`);
}

function asWritten(text) {
  return quotedValue(text) === text ? `'${text}'` : quotedValue(text);
}

function choicesFrom(vocabulary, prefix) {
  return vocabulary.choices.filter((choice) => choice.names.some((name) => name.startsWith(prefix)));
}

// What a value was probably meant to be, as it has to be written; may be empty.
function nearestChoice(vocabulary, value) {
  const words = /^( +[^\s()|,"]+){1,6}/.exec(value.behind)?.[0].trim().split(/ +/) ?? [];
  const names = [...words.keys(), -1].map((last) => [value.text, ...words.slice(0, last + 1)].join(" "));
  const [named] = names.flatMap((name) => choicesNamed(vocabulary, name));
  if (named) return asWritten(named.value);
  const rows = vocabulary.choices
    .flatMap((choice, index) => choice.names.map((name) => ({ name, choice, index })))
    .filter(({ name, choice }) => new TextEncoder().encode(name).length >= 4 || name === choice.names[0])
    .sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : left.index - right.index));
  const [near] = nearest(value.text, rows.map(({ name }) => name));
  if (near !== undefined) return asWritten(rows[near].choice.value);
  const start = folded(value.text);
  const [longer] = start === "" ? [] : choicesFrom(vocabulary, start);
  return longer ? asWritten(longer.value) : "";
}

function unknownChoice(subject, value) {
  const meant = nearestChoice(subject.vocabulary, value);
  return new QueryFault(value.begin, value.end, `${subject.name} has no value '${value.text}'`,
    meant ? `did you mean ${meant}?` : `'icc fields ${subject.name}' lists its values`);
}

function askText(value) {
  const { text, isPrefix } = needleOf(value);
  return { testFolded: isPrefix ? (plain) => plain.startsWith(text) : (plain) => plain === text };
}

// A choice is found by each of its names, whichever of them the record has.
function askChoice(subject, value) {
  const { text, isPrefix } = needleOf(value);
  const { vocabulary } = subject;
  const known = isPrefix ? choicesFrom(vocabulary, text) : choicesNamed(vocabulary, value.text);
  if (known.length === 0 && vocabulary.closed) throw unknownChoice(subject, value);
  const names = new Set(known.flatMap((choice) => choice.names));
  const asked = askText(value);
  const meant = known.length === 0 ? nearestChoice(vocabulary, value) : "";
  return {
    testFolded: (plain) => asked.testFolded(plain) || names.has(plain),
    note: known.length > 0 ? "" : `'${value.text}' is no known value of ${subject.name}${meant ? `; did you mean ${meant}?` : ""}`,
  };
}

// In a closed vocabulary a value that no record may have is a mistake, also for `=`.
function askExactChoice(subject, value) {
  const { vocabulary } = subject;
  const isKnown = vocabulary.choices.some((choice) => choice.value === value.text);
  if (isKnown || !vocabulary.closed) return askExactly(value);
  const [alike] = choicesNamed(vocabulary, value.text);
  if (!alike) throw unknownChoice(subject, value);
  throw new QueryFault(value.begin, value.end, `${subject.name} has no value '${value.text}'`, `'=' is exact: did you mean ${asWritten(alike.value)}?`);
}

function isAllowed(op, type) {
  const isOrdered = ["period", "date", "integer", "number"].includes(type);
  if (orders.includes(op)) return isOrdered;
  return op !== "~" || (!isOrdered && type !== "boolean");
}

// What one value asks of a subject.
function ask(subject, { op, opBegin, opEnd }, value) {
  const { type } = subject;
  if (!isAllowed(op, type)) {
    const signs = operators.filter((sign) => isAllowed(sign, type)).map((sign) => ` ${sign}`).join("");
    throw new QueryFault(opBegin, opEnd, `'${op}' has no meaning for ${subject.name}`, `the operators of a field of type ${type}:${signs}`);
  }
  if (op === "~") return askPattern(value);
  const isExact = op !== ":";
  if (type === "period" || type === "date") return askDays(op, value);
  if (type === "integer" || type === "number") return askNumbers(op, value);
  if (type === "boolean") return askBoolean(subject, value);
  if (type === "prose") return isExact ? askExactly(value) : askPhrase(value);
  if (subject.vocabulary) return isExact ? askExactChoice(subject, value) : askChoice(subject, value);
  return isExact ? askExactly(value) : askText(value);
}
