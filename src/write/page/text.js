"use strict";
// Texts as icc folds them. The page's data says how each character of the collection is folded, so
// that both agree; characters that only a reader types are folded by the browser.

let foldings = {};

function foldedCharacter(character) {
  if (Object.hasOwn(foldings, character)) return foldings[character];
  if (/\s/u.test(character)) return " ";
  return character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function folded(text) {
  let plain = text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  if (/[^\x00-\x7f]/.test(plain)) plain = plain.replace(/[^\x00-\x7f]/gu, foldedCharacter);
  return plain.replace(/`/g, "'").replace(/[ \t-\r]+/g, " ").replace(/^ | $/g, "");
}

// Text with the characters made visible that do not show, or turn around what stands beside them.
function visible(text) {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, (character) =>
    `<U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`);
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function isWord(character) {
  return /[\p{L}\p{M}\p{N}]/u.test(character) && !eastAsian.test(character);
}

function characterBefore(text, at) {
  const unit = text.charCodeAt(at - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit < 0xe000 && at > 1;
  return text.slice(isLowSurrogate ? at - 2 : at - 1, at);
}

// Whether a folded phrase stands in a folded text at the start of a word.
function hasPhrase(text, phrase) {
  const atWord = isWord(String.fromCodePoint(phrase.codePointAt(0)));
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    if (!atWord || at === 0 || !isWord(characterBefore(text, at))) return true;
  }
  return false;
}

// Insertions, deletions, replacements and swaps of neighbours between two lists of characters.
function editDistance(left, right) {
  let before = [];
  let last = [];
  let now = right.map((_, j) => j).concat(right.length);
  for (let i = 1; i <= left.length; ++i) {
    [before, last, now] = [last, now, [i]];
    for (let j = 1; j <= right.length; ++j) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + change);
      const swapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) now[j] = Math.min(now[j], before[j - 2] + 1);
    }
  }
  return now[right.length];
}

// The indices of the candidates that a person may have meant by a word, nearest first.
function nearest(word, candidates) {
  const wanted = [...folded(word)];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return candidates
    .map((candidate, index) => ({ index, characters: [...folded(candidate)] }))
    .filter(({ characters }) => Math.abs(characters.length - wanted.length) <= limit)
    .map((row) => ({ ...row, distance: editDistance(wanted, row.characters) }))
    .filter(({ distance }) => distance <= limit)
    .sort((left, right) => left.distance - right.distance)
    .map(({ index }) => index);
}
