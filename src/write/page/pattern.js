"use strict";
// Regular expressions of RE2 as those of the browser: what the two write differently is rewritten,
// what RE2 refuses is refused.

const namedClasses = {
  alnum: "0-9A-Za-z", alpha: "A-Za-z", ascii: "\\x00-\\x7F", blank: "\\t ", cntrl: "\\x00-\\x1F\\x7F",
  digit: "0-9", graph: "!-~", lower: "a-z", print: " -~", punct: "!-\\/:-@\\[-`{-~",
  space: "\\t\\n\\v\\f\\r ", upper: "A-Z", word: "0-9A-Za-z_", xdigit: "0-9A-Fa-f",
};

const escapes = [
  [/^\\Q([^]*?)(?:\\E|$)/, (_, text) => text.replace(/[\\^$.*+?()[\]{}|\/-]/g, (c) => (c === "-" ? "\\x2d" : `\\${c}`))],
  [/^\\A/, () => "(?<![^])"],
  [/^\\z/, () => "(?![^])"],
  [/^\\a/, () => "\\x07"],
  [/^\\([pP])([LMNPSZC])/, (_, p, name) => `\\${p}{${name}}`],
  [/^\\([pP])\{(\^?)(\w+)\}/, (_, p, not, name) => `\\${not ? (p === "p" ? "P" : "p") : p}{${name.length > 2 ? "Script=" : ""}${name}}`],
  [/^\\x\{([0-9A-Fa-f]+)\}/, (_, code) => `\\u{${code}}`],
  [/^\\([dDwWbBtnrfv]|x[0-9A-Fa-f]{2})/, (all) => all],
  [/^\\([0-7]{3})/, (_, code) => `\\x${parseInt(code, 8).toString(16).padStart(2, "0")}`],
  [/^\\([\^$\\.*+?()[\]{}|\/])/, (all) => all],
  [/^\\([!-~])(?<![0-9A-Za-z])/, (_, sign) => (sign === "-" ? "\\x2d" : sign)],
];

const inClass = [
  [/^\[:(\^?)(\w+):\]/, (all, not, name) => (not || !namedClasses[name] ? undefined : namedClasses[name])],
  [/^\\s/, () => "\\t\\n\\f\\r "],
  ...escapes,
  [/^\[/, () => "\\["],
  [/^[^\\]/u, (all) => all],
];

const outsideClass = [
  [/^\\s/, () => "[\\t\\n\\f\\r ]"],
  [/^\\S/, () => "[^\\t\\n\\f\\r ]"],
  [/^\(\?P</, () => "(?<"],
  [/^\(\?:/, () => "(?:"],
  [/^\(\?/, () => undefined],
  ...escapes,
  [/^\$/, () => "(?![^])"],
  [/^\{(?!\d+(,\d*)?\})/, () => "\\{"],
  [/^[}\]]/, (all) => `\\${all}`],
  [/^\{[\d,]+\}/, (all) => all],
  [/^[^\\]/u, (all) => all],
];

function rewritten(rest, rules) {
  for (const [pattern, rewrite] of rules) {
    const found = pattern.exec(rest);
    if (found) return { length: found[0].length, text: rewrite(...found) };
  }
  return { length: 0, text: undefined };
}

// The browser's regular expression; throws where RE2 would refuse or the browser can't follow.
function regularExpression(source) {
  let flags = "u";
  let rest = source.replace(/^\(\?([ism]+)\)/, (_, letters) => ((flags += letters), ""));
  let out = "";
  let isInClass = false;
  while (rest !== "") {
    const { length, text } = rewritten(rest, isInClass ? inClass : outsideClass);
    if (text === undefined) throw new SyntaxError(rest.slice(0, 3));
    const opens = !isInClass && /^\[\^?\]?/.exec(rest);
    if (opens) {
      out += opens[0].replace("]", "\\]");
      rest = rest.slice(opens[0].length);
      isInClass = true;
      continue;
    }
    if (isInClass && rest[0] === "]") isInClass = false;
    out += flags.includes("m") && text === "(?![^])" && rest[0] === "$" ? "$" : text;
    rest = rest.slice(length);
  }
  return new RegExp(out, flags);
}
