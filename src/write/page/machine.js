"use strict";
// Runs regular expressions in time that grows with the text, whatever the pattern: all ways through
// a pattern are followed at once (Thompson's construction), and what a set of places does at a
// character is kept for the next time. What one query may cost is bounded; beyond that it is refused
// with a word on who can answer it.

const mostEffort = 8_000_000; // steps, each about a ten-millionth of a second
const mostKept = 2000; // sets of places
let effort = 0;

// To be called before the patterns of a query are run.
function beginEffort() {
  effort = 0;
}

class TooMuchEffort extends Error {}

function spend(steps) {
  effort += steps;
  if (effort > mostEffort) throw new TooMuchEffort();
}

// What an assertion asks of the characters on both sides.
const edge = 0, lineEnd = 1, wordCharacter = 2, other = 3;

function kindOf(code) {
  if (code === 10) return lineEnd;
  const isWord = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
  return isWord ? wordCharacter : other;
}

const holds = {
  begin: (before) => before === edge,
  end: (before, after) => after === edge,
  lineBegin: (before) => before === edge || before === lineEnd,
  lineEnd: (before, after) => after === edge || after === lineEnd,
  word: (before, after) => (before === wordCharacter) !== (after === wordCharacter),
  inside: (before, after) => (before === wordCharacter) === (after === wordCharacter),
};

// The states that a part of a pattern becomes, from its end to its beginning. A state has a
// character or an assertion and where to go then, or places to go at once; the last has nothing.
class Program {
  constructor(part) {
    this.states = [{}];
    this.first = this.add(part, 0);
  }

  push(state) {
    if (this.states.length >= mostStates) throw new TooMuchEffort();
    return this.states.push(state) - 1;
  }

  // The place where a part begins that goes on at `next`.
  add(part, next) {
    if (part.any) return this.push({ places: part.any.map((each) => this.add(each, next)) });
    if (part.all) return part.all.reduceRight((place, each) => this.add(each, place), next);
    if (part.part) return this.addRepeated(part, next);
    return this.push({ character: part.character, assertion: part.assertion, next });
  }

  addRepeated({ part, least, most }, next) {
    let place = next;
    if (most === Infinity) {
      place = this.push({ places: [next] });
      this.states[place].places.push(this.add(part, place));
    }
    for (let i = least; i < most && most !== Infinity; ++i) {
      place = this.push({ places: [next, this.add(part, place)] });
    }
    for (let i = 0; i < least; ++i) place = this.add(part, place);
    return place;
  }
}

const found = Symbol("found");

// A pattern that is ready to be asked. Throws a SyntaxError where RE2 would refuse it.
class Pattern {
  constructor(source) {
    this.program = new Program(new PatternReader(source).whole());
    this.sets = new Map();
    // RE2 looks at bytes, and finds a place in the middle of a character that takes several.
    this.matchesInside = this.reached(this.setOf([], other), other).includes(0);
  }

  // Whether the pattern matches somewhere in a text.
  matches(text) {
    spend(text.length >> 4);
    let set = this.setOf([], edge);
    for (let at = 0; at < text.length; ++at) {
      const code = text.codePointAt(at);
      if (code > 0xffff) ++at;
      if (code > 0x7f && this.matchesInside) return true;
      const next = set.steps.get(code) ?? this.step(set, code);
      if (next === found) return true;
      set = next;
    }
    return this.reached(set, edge).includes(0);
  }

  // Places with the kind of the character before them, the same object each time.
  setOf(places, before) {
    const key = `${before}:${places.join()}`;
    if (this.sets.size > mostKept) this.sets.clear();
    if (!this.sets.has(key)) this.sets.set(key, { places, before, steps: new Map() });
    return this.sets.get(key);
  }

  // All places that can be reached without a character; the beginning always can.
  reached(set, after) {
    const places = new Set();
    const open = [...set.places, this.program.first];
    while (open.length > 0) {
      const place = open.pop();
      if (places.has(place)) continue;
      places.add(place);
      const state = this.program.states[place];
      if (state.places) open.push(...state.places);
      if (state.assertion && holds[state.assertion](set.before, after)) open.push(state.next);
    }
    spend(places.size);
    return [...places];
  }

  step(set, code) {
    const kind = kindOf(code);
    const sign = String.fromCodePoint(code);
    const reached = this.reached(set, kind);
    const states = reached.map((place) => this.program.states[place]);
    const next = states.filter((state) => state.character?.test(sign)).map((state) => state.next);
    const result = reached.includes(0) ? found : this.setOf([...new Set(next)].sort((a, b) => a - b), kind);
    set.steps.set(code, result);
    return result;
  }
}
