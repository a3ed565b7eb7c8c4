"use strict";
// Regular expressions in the syntax of RE2, read into the parts that machine.js runs: what RE2
// refuses is refused. The browser judges single characters only; its own engine could take for ever
// over a text, and anybody can put a pattern into a link.

const namedClasses = {
  alnum: "0-9A-Za-z", alpha: "A-Za-z", ascii: "\\x00-\\x7F", blank: "\\t ", cntrl: "\\x00-\\x1F\\x7F",
  digit: "0-9", graph: "!-~", lower: "a-z", print: " -~", punct: "!-\\/:-@\\[-`{-~",
  space: "\\t\\n\\v\\f\\r ", upper: "A-Z", word: "0-9A-Za-z_", xdigit: "0-9A-Fa-f",
};

const mostRepeats = 1000; // as RE2: of one `{n,m}`, and of all that stand within each other
const mostGroups = 1000; // within each other
const mostStates = 5000;

// A category or script of Unicode as the browser names it; `P` for what is not of it.
function category(p, name) {
  return `\\${p}{${name.length > 2 ? "Script=" : ""}${name}}`;
}

// A character of RE2's syntax, or a class of them, as the browser writes it.
const characters = [
  [/^\\a/, () => "\\x07"],
  [/^\\([pP])(?:([LMNPSZC])|\{(\^?)(\w+)\})/, (_, p, letter, not, name = letter) => category(not ? (p === "p" ? "P" : "p") : p, name)],
  [/^\\x\{([0-9A-Fa-f]+)\}/, (_, code) => `\\u{${code}}`],
  [/^\\([dDwWtnrfv]|x[0-9A-Fa-f]{2})/, (all) => all],
  [/^\\(0[0-7]{0,2}|[1-7][0-7]{1,2})/, (_, code) => `\\u{${parseInt(code, 8).toString(16)}}`],
  [/^\\([\^$\\.*+?()[\]{}|/])/, (all) => all],
  [/^\\([ -~])(?<![0-9A-Za-z])/, (_, sign) => (sign === "-" ? "\\x2d" : sign)],
];

const inClass = [
  [/^\[:(\^?)(\w+):\]/, (all, not, name) => (not || !namedClasses[name] ? undefined : namedClasses[name])],
  [/^\\s/, () => "\\t\\n\\f\\r "],
  [/^\\S/, () => "\\x00-\\x08\\x0b\\x0e-\\x1f!-\\u{10ffff}"],
  ...characters,
  [/^\[/, () => "\\["],
  [/^[^\\\]]/u, (all) => all],
];

const outsideClass = [
  [/^\\s/, () => "[\\t\\n\\f\\r ]"],
  [/^\\S/, () => "[^\\t\\n\\f\\r ]"],
  // With (?i), RE2 takes the opposite of all spellings of the class, browsers all of the opposite.
  [/^\\(?:P([LMNPSZC])|P\{(\w+)\}|p\{\^(\w+)\})/, (_, ...names) => `[^${category("p", names.find((name) => name))}]`],
  ...characters,
  [/^[{}\]/]/, (all) => `\\${all}`],
  [/^[^\\*+?()[|^$]/u, (all) => all],
];

const assertions = [
  [/^\\A/, () => "begin"], [/^\\z/, () => "end"], [/^\\b/, () => "word"], [/^\\B/, () => "inside"],
  [/^\^/, (flags) => (flags.has("m") ? "lineBegin" : "begin")], [/^\$/, (flags) => (flags.has("m") ? "lineEnd" : "end")],
];

const repetition = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/;

function limitsOf([, sign, least, comma, most]) {
  if (sign) return { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] }[sign];
  return [Number(least), most ? Number(most) : comma ? Infinity : Number(least)];
}

class PatternReader {
  constructor(source) {
    this.rest = source;
    this.flags = new Set();
    this.depth = 0;
  }

  fail() {
    throw new SyntaxError(this.rest.slice(0, 3));
  }

  take(pattern) {
    const found = pattern.exec(this.rest);
    if (found) this.rest = this.rest.slice(found[0].length);
    return found;
  }

  whole() {
    const part = this.alternatives();
    if (this.rest !== "") this.fail();
    return part;
  }

  alternatives() {
    const parts = [];
    do parts.push(this.sequence());
    while (this.take(/^\|/));
    return parts.length === 1 ? parts[0] : { any: parts, repeats: Math.max(...parts.map((part) => part.repeats)) };
  }

  sequence() {
    const parts = [];
    while (this.rest !== "" && !/^[|)]/.test(this.rest)) {
      parts.push(...this.items());
      if (parts.length > 0) parts.push(this.repeated(parts.pop())); // behind `(?i)`: of what stands before
    }
    return { all: parts, repeats: Math.max(1, ...parts.map((part) => part.repeats)) };
  }

  repeated(part) {
    const found = this.take(repetition);
    if (!found) return part;
    const [least, most] = limitsOf(found);
    const repeats = part.repeats * Math.max(1, most === Infinity ? least : most);
    if (most < least || least > mostRepeats || repeats > mostRepeats || repetition.test(this.rest)) this.fail();
    return { part, least, most, repeats };
  }

  // What stands between two repetitions: one part, several where they are quoted, none for flags.
  items() {
    if (repetition.test(this.rest)) this.fail();
    if (this.take(/^\(/)) return this.group();
    if (this.take(/^\[/)) return [this.characterClass()];
    const quoted = this.take(/^\\Q([^]*?)(?:\\E|$)/);
    if (quoted) return [...quoted[1]].map((sign) => this.character(`\\u{${sign.codePointAt(0).toString(16)}}`));
    for (const [pattern, name] of assertions) {
      if (this.take(pattern)) return [{ assertion: name(this.flags), repeats: 1 }];
    }
    if (this.take(/^\./)) return [this.character(this.flags.has("s") ? "[^]" : "[^\\n]")];
    return [this.character(this.rewritten(outsideClass))];
  }

  group() {
    const flags = this.flags;
    if (this.take(/^\?/) && !this.groupHead()) return [];
    if (++this.depth > mostGroups) this.fail();
    const part = this.alternatives();
    if (!this.take(/^\)/)) this.fail();
    this.depth -= 1;
    this.flags = flags;
    return [part];
  }

  // Reads what follows `(?`: whether a group begins, or flags hold for what follows.
  groupHead() {
    if (this.take(/^P<\w+>/)) return true;
    const found = this.take(/^([imsU]*)(?:-([imsU]+))?([:)])/) ?? this.fail();
    this.flags = new Set(this.flags);
    for (const flag of found[1]) this.flags.add(flag);
    for (const flag of found[2] ?? "") this.flags.delete(flag);
    return found[3] === ":";
  }

  characterClass() {
    let text = this.take(/^\^/) ? "[^" : "[";
    if (this.take(/^\]/)) text += "\\]";
    while (!this.take(/^\]/)) text += this.rewritten(inClass);
    return this.character(`${text}]`);
  }

  rewritten(rules) {
    for (const [pattern, rewrite] of rules) {
      const found = this.take(pattern);
      if (found) return rewrite(...found) ?? this.fail();
    }
    return this.fail();
  }

  character(text) {
    return { character: new RegExp(`^${text}$`, this.flags.has("i") ? "iu" : "u"), repeats: 1 };
  }
}
