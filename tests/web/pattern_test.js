"use strict";
// pattern_test.js RE2_ANSWERS PAGE_FOLDER [COUNT]: the page's regular expressions against RE2, over
// random patterns and texts, and what hostile ones cost.

const { spawnSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const [program, folder, count = "10000"] = process.argv.slice(2);
const page = vm.createContext({});
for (const name of ["pattern.js", "machine.js"]) vm.runInContext(readFileSync(join(folder, name), "utf8"), page);
vm.runInContext("globalThis.Pattern = Pattern; globalThis.TooMuchEffort = TooMuchEffort;", page);

// A small generator of random numbers (a linear congruence), the same on every machine.
let state = 1;
function below(limit) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 8) % limit;
}

const pick = (list) => list[below(list.length)];

const atoms = [
  "a", "b", "A", "é", "ß", "_", "1", " ", "😀", ".", "\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "[ab]", "[^ab]", "[a-c1]", "[]a]",
  "[^]a]", "[[:alpha:]]", "[[:upper:]é]", "[\\d_]", "[\\s-]", "\\pL", "\\p{Lu}", "\\P{Ll}", "\\p{Greek}", "\\p{^Latin}", "\\x61",
  "\\x{e9}", "\\141", "\\.", "\\-", "\\Qa.b\\E", "\\Qab", "^", "$", "\\A", "\\z", "\\b", "\\B", "(?i)", "(?s)", "(?m)", "(?-i)", "-", "]", "}", "{", "/",
];
const oddities = ["\\1", "\\8", "(?=a)", "(?<n>a)", "(?P<n>a)", "[z-a]", "\\", "[a", "(", ")", "**", "*", "{2}", "{1001}", "(?x)", "\\q", "[[:nope:]]", "{3,1}", "{,2}", "(?-)"];
const repeats = ["", "", "", "*", "+", "?", "*?", "+?", "{2}", "{1,2}", "{2,}", "{0}", "{,3}", "{x"];

function pattern(depth = 0) {
  let text = "";
  for (let i = below(4) + (depth === 0 ? 1 : 0); i > 0; --i) {
    const isGroup = depth < 3 && below(5) === 0;
    text += isGroup ? `${pick(["(", "(?:", "(?i:", "(?P<g>"])}${pattern(depth + 1)})` : pick(below(60) === 0 ? oddities : atoms);
    text += pick(repeats);
    if (below(8) === 0) text += "|";
  }
  return text;
}

function text() {
  let out = "";
  for (let i = below(9); i > 0; --i) out += pick(["a", "b", "A", "B", "é", "É", "ß", "_", "1", " ", ".", "-", "\t", "😀", "Ω", "{", "]", "ab", "a.b", "\\"]);
  return out;
}

function ours(source, subject) {
  try {
    return new page.Pattern(source).matches(subject) ? "yes" : "no";
  } catch (error) {
    return error instanceof page.TooMuchEffort ? "too much" : "refused";
  }
}

function compare(pairs) {
  const input = pairs.map(([source, subject]) => `${source}\n${subject}\n`).join("");
  const run = spawnSync(program, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  const answers = run.stdout.split("\n");
  const tally = { yes: 0, no: 0, refused: 0 };
  for (const [i, [source, subject]] of pairs.entries()) {
    vm.runInContext("beginEffort()", page);
    const found = ours(source, subject);
    if (found !== answers[i]) {
      console.log(`${JSON.stringify(source)} over ${JSON.stringify(subject)}: RE2 says ${answers[i]}, the page ${found}`);
      process.exitCode = 1;
    } else {
      tally[found] += 1;
    }
  }
  console.log(`${pairs.length} patterns: ${JSON.stringify(tally)}`);
}

// Patterns that keep the engines of browsers busy for years: an answer, or a refusal, in bounded effort.
function checkHostile() {
  const long = "a".repeat(3000) + "!";
  const sources = ["(a+)+$", "(a*)*b", "(a|aa)+$", "(.*)*x", ".*.*.*.*.*x", "([a-z]+)*1", "(a?){500}a{500}", "((a{1,30}){1,30})b", "(?:a|b|ab)*c"];
  for (const source of sources) {
    vm.runInContext("beginEffort()", page);
    const begin = process.cpuUsage().user;
    let answer;
    for (let i = 0; i < 200 && answer !== "too much"; ++i) answer = ours(source, long);
    console.log(`${source}: ${answer} after ${Math.round((process.cpuUsage().user - begin) / 1000)} ms`);
    if (vm.runInContext("effort > mostEffort * 1.1", page)) process.exitCode = 1;
  }
}

compare(Array.from({ length: Number(count) }, () => [pattern(), text()]));
checkHostile();
