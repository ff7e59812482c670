/**
 * Drafts, kept in this browser and nowhere else. One key holds one draft; of the same thing there may be several,
 * numbered from 1. What another window has kept is never written over: it is compared first.
 *
 * @typedef {Record<string, unknown>} Content what a draft holds
 * @typedef {{number: number, base: string, saved: string, content: Content}} Found
 */

const KEY = /^([^+]+?)(?:\+(\d{1,4}))?$/;
const MOST = 1000;

/** @param {string} base @param {number} number */
const keyOf = (base, number) => (number > 1 ? `${base}+${number}` : base);

/** @param {string} key @returns {string | null} null where nothing is kept, or nothing can be */
function rawAt(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string | null} raw @returns {Content | null} null where there is none, or none that can be read */
function contentOf(raw) {
  try {
    const found = JSON.parse(raw ?? "null");
    return found && typeof found === "object" && !Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}

/** @param {Content} content @returns {string} all of it but the time at which it was kept */
const said = ({ saved, ...content }) => JSON.stringify(content);

/** @param {string} name @returns {Found[]} the drafts under this name, or under one that goes on after a colon; the latest first */
export function draftsOf(name) {
  const found = keys().flatMap((key) => {
    const [, base = "", number = "1"] = KEY.exec(key) ?? [];
    const content = base === name || base.startsWith(`${name}:`) ? contentOf(rawAt(key)) : null;
    return content ? [{ number: Number(number), base, saved: String(content.saved ?? ""), content }] : [];
  });
  return found.sort((one, other) => Number(one.saved < other.saved) - Number(one.saved > other.saved));
}

/** @returns {string[]} */
function keys() {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
}

/** @returns {boolean} whether this browser keeps anything */
export function canKeep() {
  try {
    localStorage.setItem("hyeopchi-try", "1");
    localStorage.removeItem("hyeopchi-try");
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} base
 * @param {string | null} asked the number of a draft as an address gives it, "new", or null for the latest
 * @param {(content: Content) => boolean} fits whether something kept is a draft of this page
 * @returns {{draft: Draft, isMissing: boolean}} the draft to open, a new one where there is none, and whether another was asked for
 */
export function draftFor(base, asked, fits) {
  const found = asked === "new" ? [] : draftsOf(base).filter((one) => one.base === base && fits(one.content));
  const one = asked === null ? found[0] : found.find(({ number }) => String(number) === asked);
  return { draft: new Draft(base, one?.number ?? 0), isMissing: !one && asked !== null && asked !== "new" };
}

/** The draft that one window writes. */
export class Draft {
  /** @param {string} base @param {number} number 0 for a new one: it is given its number when it is first kept */
  constructor(base, number) {
    this.base = base;
    this.number = number;
    /** What is kept, as this window last saw it. */
    this.seen = number ? rawAt(this.key) : null;
  }

  get key() {
    return keyOf(this.base, this.number);
  }

  /** @returns {Content | null} */
  get content() {
    return contentOf(this.seen);
  }

  /** @param {Content} content @returns {boolean} whether this is what is kept, as this window last saw it */
  holds(content) {
    return this.content !== null && said(this.content) === said(content);
  }

  /** @returns {"" | "changed" | "gone"} what another window has done to it */
  fate() {
    const now = this.number ? rawAt(this.key) : this.seen;
    if (now === this.seen) return "";
    if (now === null) return "gone";
    const [mine, other] = [this.content, contentOf(now)];
    if (!mine || !other || said(mine) !== said(other)) return "changed";
    this.seen = now;
    return "";
  }

  /** @param {Content} content @returns {"kept" | "failed" | "changed" | "gone"} what became of it: where another window was here, nothing is written */
  write(content) {
    const fate = this.fate();
    if (fate) return fate;
    if (this.holds(content)) return "kept";
    const [number, raw] = [this.number || this.free(), JSON.stringify({ ...content, saved: new Date().toISOString() })];
    try {
      localStorage.setItem(keyOf(this.base, number), raw);
    } catch {
      return "failed";
    }
    [this.number, this.seen] = [number, raw];
    return "kept";
  }

  /** Leaves to the other window what is kept: what is written from now on is a draft of its own. */
  part() {
    [this.number, this.seen] = [0, null];
  }

  /** @returns {number} the first under which nothing stands that can be read */
  free() {
    for (let number = 1; number < MOST; number += 1) if (!contentOf(rawAt(keyOf(this.base, number)))) return number;
    return MOST;
  }

  forget() {
    try {
      if (this.number) localStorage.removeItem(this.key);
    } catch {
      // Where nothing can be kept, nothing has to be forgotten.
    }
  }
}
