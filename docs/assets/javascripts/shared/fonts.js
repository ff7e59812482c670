/**
 * The fonts: asked for after the first page of a visit has shown, and put on all at once, so that
 * its lines are laid out twice and not once for each of twenty files. Later pages of the visit find
 * them in the cache and use them at once. Without JavaScript the page asks for them itself.
 *
 * It runs before the page shows (blocking="render"): what holds the place of letters is there by then.
 */

import { WAITING_FONT } from "./waiting-font.js";

const FAMILY = '1em "Noto Sans KR Variable"';
const SEEN = "fonts";

/**
 * The names that the stylesheets have for the font that waits: its spaces come before every other
 * font's, so that they are as wide in each; its marks last, for letters that the reader has in none.
 */
const WAITING = { "Library Space": { unicodeRange: "U+20, U+a0" }, "Library Room": {} };

/** Have the font that waits at hand: one made of bytes needs no time to come. */
function holdPlaces() {
  const bytes = Uint8Array.from(atob(WAITING_FONT), (letter) => letter.charCodeAt(0));
  for (const [name, range] of Object.entries(WAITING))
    document.fonts.add(new FontFace(name, bytes.buffer, { weight: "100 900", ...range }));
}

/** @returns {boolean} whether an earlier page of this visit has used the fonts */
function seen() {
  try {
    return sessionStorage.getItem(SEEN) !== null;
  } catch {
    return false; // The reader keeps pages from remembering anything.
  }
}

/** Remember for the later pages of this visit that the fonts are there. */
function remember() {
  try {
    sessionStorage.setItem(SEEN, "");
  } catch {
    // Then each page shows first in the reader's own font.
  }
}

/** @returns {Promise<void>} when the page has shown; at once where the browser cannot tell */
function shown() {
  return new Promise((resolve) => {
    if (!PerformanceObserver.supportedEntryTypes.includes("paint")) return resolve();
    const observer = new PerformanceObserver(() => resolve());
    observer.observe({ type: "paint", buffered: true });
  });
}

/** @returns {Promise<Event>} when the stylesheet that names the fonts has come */
function linked() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("../../stylesheets/base/fonts.css", import.meta.url).href;
  return new Promise((came, failed) => {
    link.addEventListener("load", came);
    link.addEventListener("error", failed);
    document.head.append(link);
  });
}

/** @returns {Promise<void>} when no script is filling the page: letters that came later would ask for more files */
function filled() {
  const isBusy = () => document.body.hasAttribute("aria-busy");
  return new Promise((resolve) => {
    if (!isBusy()) return resolve();
    const observer = new MutationObserver(() => {
      if (isBusy()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { attributeFilter: ["aria-busy"] });
  });
}

/** @returns {Promise<FontFace[]>} when the fonts of every letter on the page have come */
function loaded() {
  return document.fonts.load(FAMILY, [...new Set(document.body.textContent)].join(""));
}

/** Set the page in the fonts. */
function use() {
  document.documentElement.classList.add("has-fonts");
}

/** Leave the page in the reader's own fonts, and keep no place for letters that will not come. */
function giveUp() {
  document.documentElement.classList.add("has-no-fonts");
}

/** @returns {Promise<void>} when the page is set in the fonts, or cannot be */
async function setPage() {
  try {
    await shown();
    await linked();
    await filled();
    await loaded();
    use();
    remember();
  } catch {
    giveUp();
  }
}

holdPlaces();

if (seen()) {
  use();
  linked().catch(giveUp);
} else {
  void setPage();
}
