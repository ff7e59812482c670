// The files of the index. Their addresses carry the hash of their content, and one manifest names
// them: whatever is read through one `Index` belongs to one build.

import { normalise, runs } from "./normalise.js";

const BASE = new URL("../../../search/", import.meta.url);
const KINDS_OF_FILE = { tables: "txt", cards: "json", guide: "json" };
const HASH_LENGTH = 4;

/** The index, or a file of it, cannot be had. */
export class Missing extends Error {}

/** Terms and the records that carry them, as hooks/hyeopchi/search/postings.py packs them. */
export class Terms {
  /** @param {ArrayBuffer} buffer @param {number} count @param {boolean} weighted */
  constructor(buffer, count, weighted) {
    this.bytes = new Uint8Array(buffer);
    this.at = 0;
    this.count = count;
    this.weighted = weighted;
    /** @type {Map<string, {records: number, at: number}>} */
    this.places = new Map();
    this.#readNames(this.#number());
  }

  #number() {
    let value = 0, shift = 0, byte;
    do {
      byte = this.bytes[this.at++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value;
  }

  #readNames(/** @type {number} */ length) {
    const text = new TextDecoder().decode(this.bytes.subarray(this.at, this.at + length));
    this.at += length;
    /** @type {[string, number, number][]} */
    const places = [];
    let name = "";
    for (const line of text.split("\n").slice(0, -1)) {
      name = name.slice(0, Number(line[0])) + line.slice(1);
      places.push([name, this.#number(), this.#number()]);
    }
    let at = this.at;
    for (const [one, records, size] of places) {
      this.places.set(one, { records, at });
      at += size;
    }
  }

  /** How many records carry a term. */
  records(/** @type {string} */ name) {
    return this.places.get(name)?.records ?? 0;
  }

  /** Calls `each(record, weight)` for every record that carries a term. */
  read(/** @type {string} */ name, /** @type {(record: number, weight: number) => void} */ each) {
    const place = this.places.get(name);
    if (!place) return;
    this.at = place.at;
    const found = [];
    if (place.records * 8 > this.count) {
      for (let record = 0; record < this.count; record++) if (this.bytes[this.at + (record >> 3)] >> (record & 7) & 1) found.push(record);
      this.at += Math.ceil(this.count / 8);
    } else {
      for (let record = 0, left = place.records; left; left--) found.push(record += this.#number());
    }
    found.forEach((record, index) => each(record, this.weighted ? this.bytes[this.at + (index >> 1)] >> 4 * (index & 1) & 15 : 1));
  }
}

/** One build of the index. */
export class Index {
  /** @param {string} text the manifest */
  constructor(text) {
    this.text = text;
    this.manifest = JSON.parse(text);
    this.count = this.manifest.records;
    this.heavy = new Set(this.manifest.heavy.match(/../gs));
    /** @type {Map<string, Promise<any>>} */
    this.files = new Map();
    /** @type {Guide | undefined} */
    this.told = undefined;
  }

  /** The terms of the file in which `term` stands: a word, or a pair of characters after "_". */
  terms(/** @type {string} */ term) {
    if (term[0] === "_") return this.file("grams", bucket(term, this.filesOf("grams")));
    const start = term.slice(0, 2);
    return this.file("words", bucket(this.heavy.has(start) ? term.slice(0, 3) : start, this.filesOf("words")));
  }

  /** The table of words under a key: `[word, frequency]`. @returns {Promise<[string, number][]>} */
  table(/** @type {string} */ key) {
    return this.file("tables", bucket(key, this.filesOf("tables")));
  }

  /** The bits of the dictionary's file that knows a word. @returns {Promise<Uint8Array>} */
  filter(/** @type {string} */ word) {
    return this.file("filters", bucket(word.slice(0, 2), this.filesOf("filters")));
  }

  /** What is known of words beside where they stand: hooks/hyeopchi/search/guide.py. */
  async guide() {
    return this.told ??= guideOf(await this.file("guide", 0));
  }

  /** The card of a record. */
  async card(/** @type {number} */ record) {
    const size = this.manifest.cards_in_file;
    return (await this.file("cards", Math.floor(record / size)))[record % size];
  }

  filesOf(/** @type {string} */ family) {
    return this.manifest.files[family].length / HASH_LENGTH;
  }

  /** A file, asked for once however often it is needed. @returns {Promise<any>} */
  file(/** @type {string} */ family, /** @type {number} */ number) {
    const hash = this.manifest.files[family].slice(number * HASH_LENGTH, (number + 1) * HASH_LENGTH);
    const path = `${family}/${number}-${hash}.${KINDS_OF_FILE[family] ?? "bin"}`;
    if (!this.files.has(path)) {
      const file = this.#load(family, path);
      file.catch(() => this.files.delete(path));
      this.files.set(path, file);
    }
    return this.files.get(path);
  }

  async #load(/** @type {string} */ family, /** @type {string} */ path) {
    const answer = await ask(path);
    if (KINDS_OF_FILE[family] === "json") return answer.json();
    if (family === "filters") return new Uint8Array(await answer.arrayBuffer());
    if (family === "tables") return (await answer.text()).split("\n").slice(0, -1).map((line) => [line.slice(0, -1), Number(line.at(-1))]);
    if (family === "orders") return numbers(new Uint8Array(await answer.arrayBuffer()));
    return new Terms(await answer.arrayBuffer(), this.count, family !== "facets");
  }
}

function numbers(/** @type {Uint8Array} */ bytes) {
  const found = [];
  let value = 0, shift = 0;
  for (const byte of bytes) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) [value, shift] = [(found.push(value), 0), 0];
  }
  return found;
}

/** @typedef {{same: Map<string, string[]>, leads: Map<string, [string, string]>, questions: Set<number>}} Guide */

/** The guide with each word as the search reads it. @returns {Guide} */
function guideOf(told) {
  const same = new Map();
  for (const group of told.same) for (const word of group) {
    const others = group.filter((/** @type {string} */ other) => other !== word);
    same.set(joined(word), [...same.get(joined(word)) ?? [], ...others]);
  }
  return { same, leads: new Map(Object.entries(told.leads)), questions: new Set(told.questions) };
}

const joined = (/** @type {string} */ word) => runs(normalise(word)).join("");

/** The file in which a key stands, as hooks/hyeopchi/search/layout.py has it. */
export const bucket = (/** @type {string} */ key, /** @type {number} */ count) => hashed(key) & (count - 1);

/** FNV-1a over the characters of a key, 32 bits. */
export function hashed(/** @type {string} */ key) {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193) >>> 0;
  return (value ^ value >>> 15) >>> 0;
}

/** Asks for a file, once more if need be. */
async function ask(/** @type {string} */ path, /** @type {RequestInit} */ options = {}, again = true) {
  const answer = await fetch(new URL(path, BASE), options).catch(() => undefined);
  if (answer?.ok) return answer;
  if (again) return ask(path, { cache: "reload" }, false);
  throw new Missing(path);
}

/** @type {Promise<Index> | undefined} */
let current;

async function open() {
  return new Index(await (await ask("manifest.json", { cache: "no-cache" })).text());
}

/**
 * Runs `work` on the index. Where a file is missing because a new index was published meanwhile,
 * all of it runs once more on the new one. @template T @param {(index: Index) => Promise<T>} work
 */
export async function withIndex(work) {
  const index = await (current ??= open().catch((error) => { current = undefined; throw error; }));
  try {
    return await work(index);
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    const fresh = await open();
    if (fresh.text === index.text) throw error;
    current = Promise.resolve(fresh);
    return work(fresh);
  }
}
