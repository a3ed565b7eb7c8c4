"use strict";
// The grammar of a query, as icc-query(7) draws it:
//
//   query     = [ or-expr ], END ;
//   or-expr   = and-expr, { ( "or" | "|" ), and-expr } ;
//   and-expr  = not-expr, { [ "and" ], not-expr } ;
//   not-expr  = "not", not-expr | primary ;
//   primary   = "(", or-expr, ")" | qualifier | STRING | TEXT ;
//   qualifier = PATH, OP, value, { ",", value } ;
//
// A part of a query is { begin, end, text, matches(record) }; one with `field` and `values` is a
// qualifier. Mistakes are thrown as QueryFault.

const operators = ["!=", "<=", ">=", ":", "=", "~", "<", ">"];
const deepest = 64;

class QueryFault extends Error {
  constructor(begin, end, message, hint = "") {
    super(message);
    Object.assign(this, { begin, end, hint });
  }
}

function operatorAt(text) {
  return operators.find((sign) => text.startsWith(sign));
}

function findOperator(text) {
  const at = text.search(/!=|<=|>=|[:=~<>]/);
  return at < 0 ? text.length : at;
}

// Some text as a value in a query: in quotes where it needs them, or always.
function quotedValue(text, always = false) {
  const isPlain = !always && text !== "" && !/[ \t\r\n()|,"\\]/.test(text) && !operatorAt(text);
  return isPlain ? text : `"${text.replace(/["\\]/g, "\\$&")}"`;
}

class QueryParser {
  constructor(text, binder) {
    Object.assign(this, { text, binder, at: 0, before: undefined });
  }

  query() {
    const part = this.alternatives(0);
    const next = this.peek();
    if (next.kind === "end") return part;
    throw new QueryFault(next.begin, next.end, "')' without '('", 'to search for the character, quote it: ")"');
  }

  runAt(begin) {
    return /^[^ \t\r\n()|,"]*/.exec(this.text.slice(begin))[0];
  }

  peek() {
    const begin = this.at + /^[ \t\r\n]*/.exec(this.text.slice(this.at))[0].length;
    if (begin === this.text.length) return { kind: "end", begin, end: begin };
    if ('()|"'.includes(this.text[begin])) return { kind: this.text[begin], begin, end: begin + 1 };
    const run = this.runAt(begin);
    const kind = /^(and|or|not)$/i.test(run) ? run.toLowerCase() : "text";
    return { kind, begin, end: begin + Math.max(run.length, 1) };
  }

  take(token) {
    this.at = token.end;
    this.before = token;
  }

  part(begin, what) {
    return { ...what, begin, end: this.at, text: this.text.slice(begin, this.at) };
  }

  alternatives(depth) {
    const begin = this.peek().begin;
    const parts = [];
    for (;;) {
      parts.push(this.conjunction(depth));
      const next = this.peek();
      if (next.kind !== "|" && next.kind !== "or") break;
      this.take(next);
    }
    if (parts.length === 1) return parts[0];
    return this.part(begin, { matches: (record) => parts.some((part) => part.matches(record)) });
  }

  conjunction(depth) {
    const begin = this.peek().begin;
    const parts = [];
    for (;;) {
      parts.push(this.negation(depth));
      this.before = undefined;
      const next = this.peek();
      if (next.kind === "and") this.take(next);
      if (["end", ")", "|", "or"].includes(next.kind)) break;
    }
    if (parts.length === 1) return parts[0];
    return this.part(begin, { parts, matches: (record) => parts.every((part) => part.matches(record)) });
  }

  negation(depth) {
    const next = this.peek();
    if (next.kind !== "not") return this.primary(depth);
    if (depth === deepest) throw this.tooDeep(next);
    this.take(next);
    const part = this.negation(depth + 1);
    return this.part(next.begin, { matches: (record) => !part.matches(record) });
  }

  primary(depth) {
    const next = this.peek();
    if (next.kind === "(" && depth === deepest) throw this.tooDeep(next);
    if (next.kind === "(") return this.group(next, depth + 1);
    if (next.kind === '"') return this.phrase(next);
    if (next.kind === "text") return this.term(next);
    throw this.missingTerm(next);
  }

  tooDeep({ begin, end }) {
    return new QueryFault(begin, end, "the query is nested too deeply", `at most ${deepest} parentheses and 'not' within each other`);
  }

  missingTerm(next) {
    const { begin, end } = this.before ?? next;
    const sign = this.text.slice(begin, end);
    if (this.before) return new QueryFault(begin, end, `a term is missing after '${sign}'`);
    return new QueryFault(begin, end, `a term is missing before '${sign}'`, `to search for it, quote it: "${sign}"`);
  }

  group(open, depth) {
    this.take(open);
    const inner = this.alternatives(depth);
    const close = this.peek();
    if (close.kind !== ")") throw new QueryFault(open.begin, open.end, "'(' is not closed");
    this.at = close.end;
    return this.part(open.begin, inner);
  }

  phrase(quote) {
    this.at = quote.begin;
    const value = this.string();
    this.checkEnd(value.begin, false);
    return this.part(value.begin, this.binder.words(value));
  }

  term({ begin, end }) {
    const run = this.runAt(begin);
    if (run === "") {
      throw new QueryFault(begin, end, "a comma stands only between values", "write FIELD:ONE,TWO without blanks");
    }
    const op = findOperator(run);
    if (op < run.length) return this.qualifier(run.slice(0, op), begin);
    this.at = begin + run.length;
    this.checkEnd(begin, false);
    return this.part(begin, this.binder.words({ text: run, begin, end: this.at, quoted: false }));
  }

  qualifier(path, begin) {
    const opBegin = begin + path.length;
    const op = operatorAt(this.text.slice(opBegin));
    this.at = opBegin + op.length;
    if (path === "") {
      throw new QueryFault(opBegin, this.at, `a field is missing before '${op}'`, "write FIELD:VALUE without blanks, or quote the text");
    }
    const values = [];
    for (;;) {
      const value = this.value(begin);
      this.checkEnd(value.begin, true);
      values.push(value);
      if (this.text[this.at] !== ",") break;
      ++this.at;
    }
    const qualifier = { path, begin, pathEnd: opBegin, op, opBegin, opEnd: opBegin + op.length, values };
    return this.part(begin, this.binder.qualifier(qualifier));
  }

  value(begin) {
    const first = this.at;
    if (this.text[first] === '"') return this.string();
    const run = this.runAt(first);
    const op = operatorAt(run);
    const before = this.text.slice(begin, first);
    if (op) {
      throw new QueryFault(first, first + op.length, `unexpected '${op}' after '${before}'`, `write one operator, or quote the value: ${quotedValue(run)}`);
    }
    if (run === "") {
      throw new QueryFault(begin, first, `a value is missing after '${before}'`, "write the value right behind it; quote one that has blanks");
    }
    this.at += run.length;
    return { text: run, begin: first, end: this.at, quoted: false, behind: this.text.slice(this.at) };
  }

  string() {
    const begin = this.at;
    const found = /^"((?:\\["\\]|\\(?!["\\])|[^"\\])*)"/.exec(this.text.slice(begin));
    if (!found) {
      throw new QueryFault(begin, begin + 1, "the quote is not closed", 'close it with "; write \\" for a quote within it');
    }
    this.at = begin + found[0].length;
    return { text: found[1].replace(/\\(["\\])/g, "$1"), begin, end: this.at, quoted: true };
  }

  checkEnd(begin, inValues) {
    const rest = this.text.slice(this.at);
    if (rest === "" || (inValues ? /^[ \t\r\n)|,]/ : /^[ \t\r\n)|]/).test(rest)) return;
    const sign = String.fromCodePoint(rest.codePointAt(0));
    const meant = /^[^ \t\r\n]*/.exec(this.text.slice(begin))[0];
    let hint = `quote the text: ${quotedValue(meant)}`;
    if (this.text[begin] === '"') hint = "put a blank after the closing quote";
    if (sign === "," && !inValues) hint = "a comma stands between values, as in FIELD:ONE,TWO";
    throw new QueryFault(this.at, this.at + sign.length, `unexpected '${sign}' after '${this.text.slice(begin, this.at)}'`, hint);
  }
}
