// The search: from what a person typed to the numbers of records, the fittest first.

import { isHangul, normalise, runs } from "./normalise.js";
import { isEnding, readings } from "./particles.js";
import { corrections, spelled } from "./spelling.js";
/** @typedef {import("./files.js").Index} Index */
/** @typedef {Map<number, number>} Hits number of a record → how well it fits */
/** @typedef {{hits: Hits, marks: string[], instead?: string[], isKnown?: boolean}} Match */
/**
 * @typedef {object} Answer
 * @property {number[]} records numbers, the fittest first
 * @property {string[]} marks what to highlight
 * @property {string[]} instead what was looked for in the place of what was typed
 * @property {string[]} others what else may have been meant
 * @property {string[]} phrases what must stand in the text as it is
 * @property {boolean} isPartial whether no record has all words
 * @property {boolean} isEmpty whether there was nothing to look for
 */

const LONGEST = 200, MOST_WORDS = 12, MOST_COMPLETIONS = 12;
/** What words that stand apart must weigh, beside records that have them as one. */
const APART = 0.6;
/** Words of questions, which say nothing of what is asked for. */
const EMPTY = new Set(("대한 대해 대해서 대하여 관한 관해 관하여 위한 위해 위하여 통한 통해 따른 있는 있나요 없는 하는 하나요 되나요 " +
  "무엇 무엇인가요 무슨 어떤 어떻게 어디 어디서 언제 누가 그리고 또는 알려줘 알려주세요 뭐야").split(" "));
/** Endings that are as often a noun's own: 활동가, 정책과, 만족도. */
const MAY_BELONG = /[가과도이로만나인자]$/;
const QUOTED = /["“”]([^"“”]+)["“”]/g;

/** Looks for `query`; `live` while its last word is still being typed. @returns {Promise<Answer>} */
export async function find(/** @type {Index} */ index, /** @type {string} */ query, live = false) {
  const text = normalise(query.slice(0, LONGEST));
  const phrases = [...text.matchAll(QUOTED)].map((match) => match[1].trim()).filter((one) => one.length > 1);
  const words = wordsOf(text);
  const matches = await Promise.all(words.map((word, at) => matchOf(index, word, live && at === words.length - 1)));
  const joined = await joinedHits(index, words, matches);
  const isOneWord = joined.hits.size > 0 && matches.some((one) => !one.isKnown);
  const { hits, isPartial } = isOneWord ? { hits: joined.hits, isPartial: false } : combined(matches.map((one) => one.hits), joined.hits);
  const instead = isOneWord ? [] : matches.flatMap((one) => one.instead ?? []);
  return { records: ranked(hits), marks: [...new Set(matches.flatMap((one) => one.marks).concat(joined.marks))],
    instead: instead.slice(0, 1), others: instead.slice(1), phrases, isPartial, isEmpty: !words.length };
}

/** The words of a query, without the 기까지 of 2기까지; single characters only where there is nothing else worth asking for. */
function wordsOf(/** @type {string} */ text) {
  const typed = text.replace(/(?<=[가-힣])[ㄱ-ㅎㅏ-ㅣ]+/g, " ")
    .replace(/(?<=[0-9])[가-힣]([가-힣]*)/g, (counted, ending) => isEnding(ending) ? " " : counted);
  const all = [...new Set(runs(typed))];
  const worth = all.filter((word) => word.length > 1 && !EMPTY.has(word) && !/^[a-z]{2}$/.test(word));
  const long = worth.length ? worth : all.filter((word) => word.length > 1);
  const single = all.filter((word) => word.length === 1 && isHangul(word));
  return (long.length || single.length < 2 ? long : [single.join("")]).slice(0, MOST_WORDS);
}

/** @returns {Promise<Match>} */
async function matchOf(/** @type {Index} */ index, /** @type {string} */ word, /** @type {boolean} */ live) {
  if (/^[ㄱ-ㅎ]/.test(word)) return several(index, await spelled(index, word));
  const meant = isHangul(word) ? readings(word) : [word];
  const known = await knownAmong(index, meant);
  if (known.length) return matchKnown(index, word, known, live);
  const completed = await completions(index, word);
  if (completed.length) return several(index, completed, false);
  const open = live && isHangul(word) ? openEnded(word) : "";
  if (open && (await knownAmong(index, [open])).length) return matchKnown(index, open, [open], false);
  if (!isHangul(word)) return { hits: new Map(), marks: [] };
  return unknownWord(index, meant);
}

/** A word that stands nowhere: misspelt by a letter, made of known parts, or misspelt by two. */
async function unknownWord(/** @type {Index} */ index, /** @type {string[]} */ meant) {
  const near = await corrections(index, meant, 1);
  if (near.length) return corrected(index, near);
  const begun = await beginningOf(index, meant[0]);
  if (begun) return matchKnown(index, begun, [begun], false);
  const parts = await coverage(index, meant[1]?.length > 3 ? meant[1] : meant[0]);
  if (parts.hits.size) return parts;
  return corrected(index, await corrections(index, meant, 2));
}

async function corrected(/** @type {Index} */ index, /** @type {string[]} */ near) {
  return { ...await several(index, near.slice(0, 2)), instead: near };
}

async function matchKnown(/** @type {Index} */ index, word, known, live) {
  const hits = new Map();
  for (const one of known) take(hits, await hitsOf(index, one), one === known[0] || !MAY_BELONG.test(word) ? 1 : 0.4);
  if (live) for (const one of await completions(index, word)) take(hits, await hitsOf(index, one), 0.4);
  return { hits, marks: known, isKnown: true };
}

/**
 * Those of `words` that stand in the index. What stands there as it was typed means itself alone if
 * its end may be its own, unless it is very rare beside the word without it.
 */
async function knownAmong(/** @type {Index} */ index, /** @type {string[]} */ words) {
  const counts = await Promise.all(words.map(async (word) => (await index.terms(word)).records(word)));
  const isOther = (at) => counts[at] > (MAY_BELONG.test(words[0]) ? 5 : 0) * counts[0];
  return words.filter((_, at) => counts[at] && (!at || !counts[0] || isOther(at)));
}

/** Words that go on where `word` ends, the most frequent first. */
async function completions(/** @type {Index} */ index, /** @type {string} */ word) {
  const terms = await index.terms(word);
  const found = [...terms.places.keys()].filter((one) => one.startsWith(word) && one.length > word.length);
  return found.sort((a, b) => terms.records(b) - terms.records(a)).slice(0, MOST_COMPLETIONS);
}

/** 협치학교장 as 협치학교: the longest known word with which a long one begins, up to two syllables short. */
async function beginningOf(/** @type {Index} */ index, /** @type {string} */ word) {
  const terms = await index.terms(word);
  return [1, 2].map((less) => word.slice(0, -less)).find((start) => start.length > 2 && terms.records(start)) ?? "";
}

/** 협칟 as 협치: the final consonant may be the next syllable's beginning. */
function openEnded(/** @type {string} */ word) {
  const code = word.charCodeAt(word.length - 1) - 0xac00;
  return code % 28 ? word.slice(0, -1) + String.fromCharCode(0xac00 + code - code % 28) : "";
}

/** @returns {Promise<Match>} */
async function several(/** @type {Index} */ index, /** @type {string[]} */ words, isMeant = true) {
  const hits = new Map();
  for (const found of await Promise.all(words.map((word) => hitsOf(index, word)))) take(hits, found, 1);
  return { hits, marks: words, ...(isMeant ? { instead: words } : {}) };
}

/** Records that hold the pairs of characters which cover a word: all of them, or most. */
async function coverage(/** @type {Index} */ index, /** @type {string} */ word) {
  const pairs = new Set([word.slice(-2)]);
  for (let at = 0; at + 1 < word.length && pairs.size < 4; at += 2) pairs.add(word.slice(at, at + 2));
  const found = await Promise.all([...pairs].map((pair) => hitsOf(index, `_${pair}`)));
  const counts = new Map(), hits = new Map();
  for (const one of found) for (const [record, fit] of one) add(counts, record, 1), add(hits, record, fit / 2);
  const all = [...counts.values()].some((count) => count === pairs.size);
  const needed = all ? pairs.size : Math.max(2, Math.ceil(pairs.size * 0.6));
  for (const [record, count] of counts) if (count < needed) hits.delete(record);
  return { hits, marks: [...pairs] };
}

/** @returns {Promise<Hits>} */
async function hitsOf(/** @type {Index} */ index, /** @type {string} */ term) {
  const terms = await index.terms(term), hits = new Map();
  const records = terms.records(term);
  const rarity = Math.log(1 + Math.abs((index.count - records + 0.5) / (records + 0.5)));
  terms.read(term, (record, weight) => hits.set(record, rarity * weight));
  return hits;
}

/** Neighbouring words written as one: a record that has them so fits better, or fits at all. */
async function joinedHits(/** @type {Index} */ index, /** @type {string[]} */ words, /** @type {Match[]} */ matches) {
  if (words.length < 2 || words.length > 3 || !words.every(isHangul)) return { hits: new Map(), marks: [] };
  const stems = words.map((word, at) => matches[at].isKnown ? matches[at].marks[0] : word);
  const known = await knownAmong(index, [stems.join("")]);
  return known.length ? { hits: await hitsOf(index, known[0]), marks: known } : { hits: new Map(), marks: [] };
}

function take(/** @type {Hits} */ hits, /** @type {Hits} */ more, /** @type {number} */ share) {
  for (const [record, fit] of more) hits.set(record, Math.max(hits.get(record) ?? 0, fit * share));
}

/**
 * Records that have all words; where none has, those with the most. Those that have them as one
 * stand above, and of the others only those in which the words weigh as much.
 */
function combined(/** @type {Hits[]} */ all, /** @type {Hits} */ joined) {
  const counts = new Map(), fits = new Map();
  for (const hits of all) for (const [record, fit] of hits) add(counts, record, 1), add(fits, record, fit);
  const lift = highest(fits.values()), least = APART * highest([...joined.keys()].map((record) => fits.get(record) ?? 0));
  for (const [record, fit] of joined) counts.set(record, all.length), add(fits, record, fit + lift);
  const most = highest(counts.values());
  const hits = new Map([...fits].filter(([record, fit]) => counts.get(record) === most && fit >= least));
  return { hits, isPartial: most > 0 && most < all.length };
}

const highest = (/** @type {Iterable<number>} */ values) => [...values].reduce((a, b) => Math.max(a, b), 0);

function add(/** @type {Map<number, number>} */ sums, /** @type {number} */ record, /** @type {number} */ value) {
  sums.set(record, (sums.get(record) ?? 0) + value);
}

/** The fittest first; of those that fit alike, within a fiftieth of the best, the deepest first. */
function ranked(/** @type {Hits} */ hits) {
  const best = highest(hits.values());
  const steps = new Map([...hits].map(([record, fit]) => [record, Math.round(fit / best * 50)]));
  return [...hits.keys()].sort((a, b) => steps.get(b) - steps.get(a) || a - b);
}
