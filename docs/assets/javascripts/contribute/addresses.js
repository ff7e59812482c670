/** What an address leads to, judged as the library judges it (text/url.py). */

import { unescaped } from "./folding.js";

const ENTITY = /&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);/g;
const ENTITY_BEFORE_PATH = /^[^/?#:]*&/;
const SCHEME = /^([^/?#]*?):/;
const UNSEEN = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/;
/** The address of a site whose host has a name, in Latin and Hangul letters only. */
export const WEB = /^https?:\/\/(?:[a-z0-9_가-힣-]+\.)+(?!\d+(?![^:/?#]))[a-z0-9가-힣-]{2,}\.?(?::\d{1,5})?(?=[/?#]|$)/i;

/** @typedef {"outside" | "contact" | "inside" | "scheme" | "host" | "disguised"} Kind the last three are never let into a page */

/** @param {string} url its references read @returns {Kind} */
function kindOf(url) {
  if (UNSEEN.test(url)) return "disguised";
  if (url.startsWith("//")) return "host";
  const scheme = SCHEME.exec(url)?.[1].toLowerCase();
  if (scheme === undefined) return "inside";
  if (scheme === "http" || scheme === "https") return WEB.test(url) ? "outside" : "host";
  return scheme === "mailto" || scheme === "tel" ? "contact" : "scheme";
}

/** @param {string} written the address as a person wrote it in a link @returns {{url: string, kind: Kind}} as a browser would read it */
export function readAddress(written) {
  const url = written.replace(ENTITY, unescaped);
  return { url, kind: ENTITY_BEFORE_PATH.test(written) ? "disguised" : kindOf(url) };
}
