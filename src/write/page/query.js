"use strict";
// Queries bound to the fields of the collection: what is true of a record.

const periodNames = { year: "active", start: "starts", end: "ends" };

function periodFields() {
  return allFields().filter((field) => !field.fields && field.type === "period");
}

function textFields() {
  return collection.fields.flatMap(leaves).filter((field) => ["text", "prose", "choice"].includes(field.type));
}

// What the word before an operator names: a field of the schema, or a name that queries have beside.
function subjectNamed(name) {
  const field = findField(name);
  if (field) {
    const vocabulary = collection.vocabularies[field.vocabulary];
    const source = field.type === "period" ? "active" : "values";
    return { name: field.path, type: field.type, source, fields: leaves(field), vocabulary, isField: true };
  }
  const plain = folded(name);
  if (plain === "id") return { name: plain, type: "text", source: "id", fields: [] };
  if (plain === "text") return { name: plain, type: "prose", source: "values", fields: textFields() };
  if (!Object.hasOwn(periodNames, plain)) return undefined;
  return { name: plain, type: "period", source: periodNames[plain], fields: periodFields() };
}

function nearestSubject(name) {
  const names = [
    ...allFields().map((field) => field.path),
    ...collection.fields.flatMap((field) => field.aliases ?? []),
    "end", "id", "start", "text", "year", "has", "is", "no",
  ];
  const [found] = nearest(name, names);
  return found === undefined ? "" : names[found];
}

function findSubject(name, begin, end, hint) {
  const subject = subjectNamed(name);
  if (subject && subject.type === "period" && subject.fields.length === 0) {
    throw new QueryFault(begin, end, `'${name}' asks for a period, and the schema has none`);
  }
  if (subject) return subject;
  const meant = nearestSubject(name);
  throw new QueryFault(begin, end, `no field '${name}'`, meant ? `did you mean '${meant}'?` : hint);
}

function periodOf(record, field) {
  return record.periods?.[field.path];
}

// What is asked of the days of a record's periods, which are pairs that are open where one is null.
function hasDays(record, subject, { first, last }) {
  return subject.fields.some((field) =>
    (periodOf(record, field)?.days ?? []).some(([begin, end]) => {
      if (subject.source === "active") return (begin ?? -Infinity) <= last && (end ?? Infinity) >= first;
      const day = subject.source === "starts" ? begin : end;
      return day !== null && day >= first && day <= last;
    }),
  );
}

function passes(question, record, subject) {
  if (question.days && subject.type === "period") return hasDays(record, subject, question.days);
  if (subject.source === "id") return question.testFolded ? question.testFolded(folded(record.id)) : question.test(record.id);
  if (question.days) {
    return subject.fields.some((field) =>
      valuesAt(record, field.path).some((text) => {
        const days = daysOf(text);
        return days && days.first <= question.days.last && days.last >= question.days.first;
      }),
    );
  }
  return subject.fields.some((field) =>
    question.testFolded ? foldedAt(record, field.path).some(question.testFolded) : valuesAt(record, field.path).some(question.test),
  );
}

function isGiven(record, subject) {
  if (subject.source === "id") return true;
  if (subject.type === "period" && !subject.isField) return hasDays(record, subject, { first: -Infinity, last: Infinity });
  return subject.fields.some((field) =>
    field.type === "period" ? periodOf(record, field) !== undefined : valuesAt(record, field.path).length > 0,
  );
}

function bindPresence(value) {
  const subject = findSubject(value.text, value.begin, value.end, "'icc fields' lists the fields");
  return (record) => isGiven(record, subject);
}

function bindState(value) {
  const state = folded(value.text);
  if (state !== "ongoing" && state !== "undated") {
    throw new QueryFault(value.begin, value.end, `nothing is '${value.text}'`, "is:ongoing and is:undated can be asked");
  }
  const fields = periodFields();
  if (fields.length === 0) {
    throw new QueryFault(value.begin, value.end, `'${state}' asks for a period, and the schema has none`);
  }
  if (state === "ongoing") return (record) => fields.some((field) => periodOf(record, field)?.ongoing === true);
  const dated = { source: "active", fields };
  return (record) => !hasDays(record, dated, { first: -Infinity, last: Infinity });
}

// The words that stand in the place of a field.
const questionWords = { has: bindPresence, is: bindState, no: bindPresence };

function bindQuestionWord(word, qualifier) {
  const { op, opBegin, opEnd, path, values } = qualifier;
  if (op !== ":") {
    throw new QueryFault(opBegin, opEnd, `'${op}' has no meaning for ${path}`, `write ${path}:${values[0].text}`);
  }
  const tests = values.map(questionWords[word]);
  const isAny = (record) => tests.some((test) => test(record));
  return { field: word, values: values.map(({ text }) => folded(text)), matches: word === "no" ? (record) => !isAny(record) : isAny };
}

function checkWords({ text, begin, end, quoted }) {
  const plain = folded(text);
  if (quoted ? plain === "" : !/[a-z0-9]|[^\x00-\x7f]/.test(plain)) {
    throw new QueryFault(begin, end, `nothing to search for in '${text}'`, "search for letters or digits");
  }
  if (quoted) return;
  if (/^[“”„«»]/.test(text)) throw new QueryFault(begin, end, "typographic quotes do not quote", 'write "..."');
  if (/^[-!]/.test(text)) {
    throw new QueryFault(begin, end, `'${text[0]}' has no meaning before a word`, `write: not ${text.slice(1)}`);
  }
}

// A bare word that is another name of a country, say, is probably meant to be that country.
function aliasNote(text) {
  for (const field of collection.fields) {
    const vocabulary = collection.vocabularies[field.vocabulary];
    if (!vocabulary?.closed) continue;
    const other = choicesNamed(vocabulary, text).find((choice) => choice.names[0] !== folded(text));
    if (other) return `'${text}' is searched for as text; for ${other.value} write ${field.path}:${quotedValue(text)}`;
  }
  return "";
}

class QueryBinder {
  notes = [];

  note(text) {
    if (text) this.notes.push(text);
  }

  words(value) {
    checkWords(value);
    const { testFolded } = askPhrase(value);
    this.note(aliasNote(value.text));
    const paths = textFields().map((field) => field.path);
    return { matches: (record) => testFolded(allText(record, paths)) };
  }

  qualifier(qualifier) {
    const { path, begin, pathEnd, op, values } = qualifier;
    const word = folded(path);
    if (Object.hasOwn(questionWords, word)) return bindQuestionWord(word, qualifier);
    const text = `${path}${op}${values[0].text}`;
    const found = findSubject(path, begin, pathEnd, `'icc fields' lists the fields; to search for the text, quote it: ${quotedValue(text, true)}`);
    if (found.type === "object") {
      throw new QueryFault(begin, pathEnd, `${found.name} has fields of its own`, `ask for one of them: ${found.fields.map((field) => field.path).join(", ")}`);
    }
    const isVerbatim = found.isField && found.type === "period" && ["=", "!=", "~"].includes(op);
    const subject = isVerbatim ? { ...found, source: "values", type: "text" } : found;
    const questions = values.map((value) => ask(subject, qualifier, value));
    for (const question of questions) this.note(question.note);
    const isAny = (record) => questions.some((question) => passes(question, record, subject));
    const isFacet = op === ":" && { field: subject.name, values: values.map((value) => canonicalValue(subject, value.text)) };
    return { ...isFacet, matches: op === "!=" ? (record) => !isAny(record) : isAny };
  }
}

// The value of a vocabulary that a name means, or the name.
function canonicalValue(subject, text) {
  return (subject.vocabulary && choicesNamed(subject.vocabulary, text)[0]?.value) ?? text;
}

// A query: its parts joined by "and" at the top, and remarks. Throws QueryFault.
function readQuery(text) {
  if (text.trim() === "") return { parts: [], notes: [] };
  const binder = new QueryBinder();
  const part = new QueryParser(text, binder).query();
  return { parts: part.parts ?? [part], notes: binder.notes };
}
