// The search: from what a person typed to the numbers of records, the fittest first.

import { isReal, partsOf, stands } from "./dictionary.js";
import { inEnglish, inKorean } from "./keyboard.js";
import { isHangul, normalise, runs } from "./normalise.js";
import { readings, syllable } from "./particles.js";
import { readingOf } from "./reading.js";
import { corrections, spelled } from "./spelling.js";
import { isAskingVerb, stemsOf, verbOf } from "./verbs.js";
/** @typedef {import("./files.js").Index} Index */
/** @typedef {import("./files.js").Guide} Guide */
/** @typedef {Map<number, number>} Hits number of a record → how well it fits */
/**
 * @typedef {object} Match what one word found
 * @property {Hits} hits
 * @property {string[]} marks what to highlight
 * @property {string[]} [instead] what was looked for in its place
 * @property {string[]} [offers] what may have been meant, to press
 * @property {string[]} [same] words that are the same, which were looked for too
 * @property {string} [nowhere] the word itself, where no record has it
 * @property {string} [pieces] the word itself, where records have no more than its parts
 * @property {boolean} [isKnown] whether the index has it
 * @property {boolean} [isVerb] whether it is a verb, which a record need not have
 */
/**
 * @typedef {object} Answer
 * @property {number[]} records numbers, the fittest first
 * @property {string[]} marks what to highlight
 * @property {string[]} instead what was looked for in the place of what was typed
 * @property {string[]} offers what else may have been meant
 * @property {string[]} same words that are the same, which were looked for too
 * @property {string[]} nowhere words that no record has
 * @property {string[]} pieces words of which records have no more than the parts
 * @property {[string, string][]} leads addresses and names of pages
 * @property {boolean} [lacksPhrase] whether the phrases stand in no record as they are
 * @property {string[]} phrases what must stand in the text as it is
 * @property {boolean} isPartial whether no record has all words
 * @property {boolean} isAsked whether only what asks was typed: the records are the library's questions
 * @property {boolean} isEmpty whether there was nothing to look for
 */

const MOST_COMPLETIONS = 12, MOST_OFFERS = 3, MOST_LEADS = 2;
/** What words that stand apart must weigh, beside records that have them as one. */
const APART = 0.6;
/** What the best record of a word that is the same weighs beside the least of the one that was typed. */
const SAME = 0.9;
/** How far a record that answers a question stands above others, when a question is typed. */
const ANSWERS = 2;
/** Endings that are as often a noun's own: 활동가, 정책과, 만족도. */
const MAY_BELONG = /[가과도이로만나인자]$/;
const PLACE_NAME = /^(.+?)([0-9]+)(동|가)$/, COUNTED = /^(.{2,4}?)제?([일이삼사오육칠팔구십])(동|가)$/, COUNTS = " 일이삼사오육칠팔구십";

/** Looks for `query`; `live` while its last word is still being typed. @returns {Promise<Answer>} */
export async function find(/** @type {Index} */ index, /** @type {string} */ query, live = false) {
  const guide = await index.guide();
  const asked = readingOf(query, (word) => isSingle(guide, word));
  const { words } = asked;
  const matches = await Promise.all(words.map((word, at) => withSame(index, guide, word, live && at === words.length - 1)));
  const joined = await joinedHits(index, words, matches);
  const isOneWord = joined.hits.size > 0 && matches.some((one) => !one.isKnown);
  const together = isOneWord ? { hits: joined.hits, isPartial: false } : combined(needed(matches).map((one) => one.hits), joined.hits);
  const { hits, isPartial } = together.hits.size ? together : { hits: await unspacedHits(index, asked.typed), isPartial: false };
  for (const record of asked.asks ? guide.questions : []) lift(record, hits, matches);
  const isAsked = asked.asks && !words.length;
  return { records: isAsked ? [...guide.questions] : ranked(hits), phrases: asked.phrases, isPartial, isAsked, isEmpty: !words.length && !isAsked,
    marks: [...new Set(matches.flatMap((one) => one.marks).concat(joined.marks))], leads: leadsOf(guide, query, asked.typed),
    ...told(words, isOneWord ? [] : matches, hits.size ? [] : await asTyped(index, guide, query)) };
}

/** What is told of the words, beside the records; a word that was typed itself is not told as the same as another. */
function told(/** @type {string[]} */ words, /** @type {Match[]} */ matches, /** @type {string[]} */ typed) {
  const all = (/** @type {"instead" | "offers" | "same" | "nowhere" | "pieces"} */ name) => [...new Set(matches.flatMap((one) => one[name] ?? []))];
  const instead = all("instead");
  return { instead: instead.slice(0, 1), offers: [...instead, ...typed, ...all("offers")].slice(0, MOST_OFFERS), same: all("same").filter((word) => !words.includes(word)),
    nowhere: all("nowhere"), pieces: all("pieces") };
}

/** The words that a record must have: verbs only where there is nothing else. */
function needed(/** @type {Match[]} */ matches) {
  const nouns = matches.filter((one) => !one.isVerb);
  return nouns.some((one) => one.hits.size) ? nouns : matches;
}

/** Lifts a record that answers a question, if it has any of the words. */
function lift(/** @type {number} */ record, /** @type {Hits} */ hits, /** @type {Match[]} */ matches) {
  const fit = matches.reduce((sum, one) => sum + (one.hits.get(record) ?? 0), 0);
  if (fit) hits.set(record, Math.max(fit, hits.get(record) ?? 0) * ANSWERS);
}

/** Whether a word of one syllable, with or without an ending, says something: 돈은. */
function isSingle(/** @type {Guide} */ guide, /** @type {string} */ word) {
  const one = isHangul(word) && word.length < 4 ? syllable(word) : "";
  return one !== "" && guide.same.has(one) && (word.length === 1 || !guide.same.has(word));
}

/** The pages to which words of a query lead, the whole query first. @returns {[string, string][]} */
function leadsOf(/** @type {Guide} */ guide, /** @type {string} */ query, /** @type {string[]} */ typed) {
  const whole = runs(normalise(query)).join("");
  const meant = [whole, ...typed].flatMap((word) => isHangul(word) ? [...readings(word), syllable(word)] : [word]);
  const places = meant.filter((word) => word.endsWith("구청")).map((word) => word.slice(0, -1)); // an office stands for its district
  const found = new Map([...meant, ...places].flatMap((word) => guide.leads.has(word) ? [guide.leads.get(word)] : []));
  return [...found].slice(0, MOST_LEADS);
}

/** What a word found, and what the words found that are the same. @returns {Promise<Match>} */
async function withSame(/** @type {Index} */ index, /** @type {Guide} */ guide, /** @type {string} */ word, /** @type {boolean} */ live) {
  const single = await singleOf(index, guide, word);
  const meant = single ? [single] : isHangul(word) ? readings(word) : [word];
  /** @type {Match} */
  const match = single === word ? { hits: new Map(), marks: [] } : await matchOf(index, word, live);
  const same = [...new Set(meant.flatMap((one) => guide.same.get(one) ?? []))];
  if (!same.length || match.instead) return match;
  const found = new Map(match.hits);
  const others = new Map();
  for (const one of same) take(others, await writtenHits(index, one), 1);
  take(found, others, match.hits.size ? SAME * lowest(match.hits.values()) / highest(others.values()) : 1);
  const marks = same.flatMap((one) => runs(normalise(one)));
  return { ...match, hits: found, marks: [...match.marks, ...marks], same, offers: found.size ? [] : match.offers };
}

/** The syllable that a word is with its ending, where it is no longer word of its own: 돈은, but not 동의. */
async function singleOf(/** @type {Index} */ index, /** @type {Guide} */ guide, /** @type {string} */ word) {
  const single = isSingle(guide, word) ? syllable(word) : "";
  return single && (single === word || !await stands(index, word)) ? single : "";
}

/** Records that have every part of a word as the vocabulary writes it. @returns {Promise<Hits>} */
async function writtenHits(/** @type {Index} */ index, /** @type {string} */ written) {
  return common(await Promise.all(runs(normalise(written)).map((run) => hitsOf(index, run))));
}

/** @returns {Promise<Match>} */
async function matchOf(/** @type {Index} */ index, /** @type {string} */ word, /** @type {boolean} */ live) {
  if (/^[ㄱ-ㅎㅏ-ㅣ]/.test(word)) return byLetters(index, word);
  const meant = isHangul(word) ? readings(word) : [word];
  const known = await knownAmong(index, meant);
  if (known.length) return await isAnother(index, word, known) ? realWord(index, word, meant) : matchKnown(index, word, known, live);
  const stem = live || !stemsOf(word).length || await stands(index, word) ? "" : await verbOf(index, word);
  if (stem) return { hits: await hitsOf(index, stem), marks: [stem], isVerb: true };
  const completed = await completions(index, word);
  if (completed.length) return several(index, completed, false);
  const open = live && isHangul(word) ? openEnded(word) : "";
  if (open && (await knownAmong(index, [open])).length) return matchKnown(index, open, [open], false);
  if (!isHangul(word)) return { hits: new Map(), marks: [], nowhere: word };
  return PLACE_NAME.test(word) ? place(index, word) : unknownWord(index, word, meant);
}

/** Whether a word is a noun of its own, and no form of the shorter one that is known: 어린이 beside 어린. */
async function isAnother(/** @type {Index} */ index, /** @type {string} */ word, /** @type {string[]} */ known) {
  return known[0] !== word && MAY_BELONG.test(word) && stands(index, word);
}

/** Initial consonants, or a word typed in Korean mode that was meant in English: ㅜㅔㅐ. @returns {Promise<Match>} */
async function byLetters(/** @type {Index} */ index, /** @type {string} */ word) {
  const meant = /^[ㄱ-ㅎ]+$/.test(word) ? await spelled(index, word) : [];
  if (meant.length) return several(index, meant);
  const english = inEnglish(word);
  const isKnown = english.length > 1 && (await index.terms(english)).records(english);
  return { hits: new Map(), marks: [], nowhere: word, offers: isKnown ? [english] : [] };
}

/** What was typed in English mode and says something in Korean: wnals for 주민, with the capitals locked too. */
async function asTyped(/** @type {Index} */ index, /** @type {Guide} */ guide, /** @type {string} */ typed) {
  const parts = typed.trim().split(/\s+/).slice(0, MOST_COMPLETIONS);
  for (const keys of [parts, parts.map((part) => part.toLowerCase())]) {
    const korean = keys.map((part) => /^[A-Za-z]{2,40}$/.test(part) ? inKorean(part) : part);
    if (String(korean) === String(keys)) return [];
    const saysSomething = await Promise.all(korean.map((part) => isSaid(index, guide, part)));
    if (saysSomething.every(Boolean)) return [korean.join(" ")];
  }
  return [];
}

/** Whether a word is one that the library or the dictionary knows, or the beginning of one. */
async function isSaid(/** @type {Index} */ index, /** @type {Guide} */ guide, /** @type {string} */ word) {
  if (word.length < 2 || !isHangul(word)) return guide.same.has(word);
  return (await knownAmong(index, readings(word))).length > 0 || (await completions(index, word)).length > 0 || isReal(index, word);
}

/** A place with a number that stands nowhere: the records of what is numbered. @returns {Promise<Match>} */
async function place(/** @type {Index} */ index, /** @type {string} */ word) {
  const name = PLACE_NAME.exec(word)[1];
  const known = await knownAmong(index, [name]);
  return { hits: known.length ? await hitsOf(index, name) : new Map(), marks: known, [known.length ? "pieces" : "nowhere"]: word };
}

/** A word that stands nowhere: a real one, or misspelt by a letter, made of real ones, or misspelt by two. */
async function unknownWord(/** @type {Index} */ index, /** @type {string} */ word, /** @type {string[]} */ meant) {
  const counted = COUNTED.exec(word), written = counted ? `${counted[1]}${COUNTS.indexOf(counted[2])}${counted[3]}` : "";
  if (written && (await knownAmong(index, [written])).length) return { ...await matchKnown(index, written, [written], false), same: [written] };
  const within = await insideOf(index, word);
  if (within.hits.size) return within;
  if ((await Promise.all(meant.map((one) => stands(index, one)))).includes(true)) return realWord(index, word, meant);
  return misspelt(index, word, meant);
}

/** @returns {Promise<Match>} */
async function misspelt(/** @type {Index} */ index, /** @type {string} */ word, /** @type {string[]} */ meant) {
  const near = await corrections(index, meant, 1);
  if (near.length) return corrected(index, near);
  if ((await Promise.all(meant.map((one) => isReal(index, one)))).includes(true)) return realWord(index, word, meant);
  const begun = await beginningOf(index, word);
  if (begun) return { ...await several(index, [begun]), isKnown: true };
  const parts = await coverage(index, meant[1]?.length > 3 ? meant[1] : word);
  if (parts.hits.size) return { ...parts, pieces: word };
  const far = await corrections(index, meant, 2);
  return far.length ? corrected(index, far) : { hits: new Map(), marks: [], nowhere: word };
}

/** A word of two syllables that stands inside longer ones. @returns {Promise<Match>} */
async function insideOf(/** @type {Index} */ index, /** @type {string} */ word) {
  return { hits: word.length === 2 ? await hitsOf(index, `_${word}`) : new Map(), marks: [word] };
}

/** The records that have the pairs of characters which cover a word: in others it surely does not stand. */
const pairedHits = async (/** @type {Index} */ index, /** @type {string} */ word) =>
  common(await Promise.all(pairsIn(word).map((pair) => hitsOf(index, `_${pair}`))));

/** At most four pairs of characters that cover a word. */
function pairsIn(/** @type {string} */ word) {
  const pairs = new Set([word.slice(-2)]);
  for (let at = 0; at + 1 < word.length && pairs.size < 4; at += 2) pairs.add(word.slice(at, at + 2));
  return [...pairs];
}

/** What all of some hits have, as the first weighs it. @returns {Hits} */
const common = (/** @type {Hits[]} */ all) => new Map([...all[0] ?? []].filter(([record]) => all.every((hits) => hits.has(record))));

/** A real word that stands nowhere is never taken for another: its parts are looked for, others are offered. @returns {Promise<Match>} */
async function realWord(/** @type {Index} */ index, /** @type {string} */ word, /** @type {string[]} */ meant) {
  const [meantWord, made] = await firstReal(index, meant);
  const parts = { hits: await (made.length > 1 ? writtenHits(index, made.join(" ")) : pairedHits(index, meantWord)), marks: made };
  const shorter = (await knownAmong(index, meant.slice(1))).concat(await beginningOf(index, word) || []);
  const near = await corrections(index, meant.slice(0, 1), 1);
  return { ...parts, offers: [...new Set([...near, ...shorter])], [parts.hits.size ? "pieces" : "nowhere"]: meantWord };
}

/** The first of some readings that is a word, and the words of which it is made. @returns {Promise<[string, string[]]>} */
async function firstReal(/** @type {Index} */ index, /** @type {string[]} */ meant) {
  for (const one of meant) {
    const made = await partsOf(index, one);
    if (made.length) return [one, made];
  }
  return [meant[0], []];
}

async function corrected(/** @type {Index} */ index, /** @type {string[]} */ near) {
  return { ...await several(index, near.slice(0, 2)), instead: near };
}

async function matchKnown(/** @type {Index} */ index, word, known, live) {
  const hits = new Map();
  for (const one of known) take(hits, await hitsOf(index, one), one === known[0] || !MAY_BELONG.test(word) ? 1 : 0.4);
  if (live) for (const one of await completions(index, word)) take(hits, await hitsOf(index, one), 0.4);
  return { hits, marks: known, isKnown: true, isVerb: isAskingVerb(word) };
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
  const pairs = pairsIn(word);
  const found = await Promise.all(pairs.map((pair) => hitsOf(index, `_${pair}`)));
  const counts = new Map(), hits = new Map();
  for (const one of found) for (const [record, fit] of one) add(counts, record, 1), add(hits, record, fit / 2);
  const all = [...counts.values()].some((count) => count === pairs.length);
  const needed = all ? pairs.length : Math.max(2, Math.ceil(pairs.length * 0.6));
  for (const [record, count] of counts) if (count < needed) hits.delete(record);
  return { hits, marks: pairs };
}

/** @returns {Promise<Hits>} */
async function hitsOf(/** @type {Index} */ index, /** @type {string} */ term) {
  const terms = await index.terms(term), hits = new Map();
  const records = terms.records(term);
  const rarity = Math.log(1 + Math.abs((index.count - records + 0.5) / (records + 0.5)));
  terms.read(term, (record, weight) => hits.set(record, rarity * weight));
  return hits;
}

/** 막 히고 as 막히고: a word that was cut in two where none of the parts is found. @returns {Promise<Hits>} */
async function unspacedHits(/** @type {Index} */ index, /** @type {string[]} */ typed) {
  const known = typed.length > 1 && typed.length < 4 && typed.every(isHangul) ? await knownAmong(index, readings(typed.join(""))) : [];
  return known.length ? hitsOf(index, known[0]) : new Map();
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

const lowest = (/** @type {Iterable<number>} */ values) => [...values].reduce((a, b) => Math.min(a, b), Infinity);

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
