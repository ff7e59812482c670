/**
 * Values of one line: what does not fit its type, as the library's own reader says it (scalars.py).
 *
 * @typedef {{rule: string, message: string, hint: string}} Mistake
 */

import { WEB } from "./addresses.js";
import { edtf, parsed } from "./dates.js";
import { likely, likelySpan } from "./likely_dates.js";

const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;
const ANCHOR = /^[\p{L}\p{N}\p{M}_-]+$/u;
const LINK = /^[a-z0-9][a-z0-9-]{2,63}(?:#[\p{L}\p{N}\p{M}_-]+)?$/u;
/** A number whose commas, if it has any, part its thousands: "3,5" may be any number. */
const GROUPED = /^-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?$/;
const UNSEEN = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\<>"]/;

/** @param {string} text @returns {boolean} */
function isUrl(text) {
  return WEB.test(text) && !UNSEEN.test(text) && !/\s/.test(text) && URL.canParse(text);
}

/** @param {string} text @returns {boolean} whether it names a record, or a place in one */
export function isLink(text) {
  return LINK.test(text);
}

/** @param {string} text @returns {string} the one number that it holds, without its commas */
function digits(text) {
  const found = [...text.matchAll(/-?[0-9][0-9,]*(?:\.[0-9]+)?/g)].map(([number]) => number);
  const plain = found.length === 1 && GROUPED.test(found[0]) ? found[0].replaceAll(",", "") : "";
  return plain.length < 10 ? plain : "";
}

/** @param {string} text @returns {string} */
function dateHint(text) {
  const [meant, span] = [likely(text), likelySpan(text)];
  if (meant) return `${edtf(meant)}처럼 적어 주세요`;
  if (span) return `한 때만 적어 주세요. 시작은 ${edtf(span[0])}, 끝은 ${edtf(span[1])}입니다`;
  return "아는 만큼만 적어 주세요. 예: 2017, 2017-06, 2017-06-20, 2017-40(상반기), 2017-21(봄), 2017-06~(무렵)";
}

/** Of each type: whether a text fits, what is said of one that does not, and what to write. @type {Record<string, [(text: string) => boolean, string, (text: string) => string]>} */
const TYPES = {
  integer: [(text) => /^[0-9]{1,9}$/.test(text), "정수가 아닙니다", (text) => `단위와 쉼표 없이 수만 적어 주세요. 예: ${digits(text) || 60}`],
  number: [(text) => /^-?[0-9]{1,15}(\.[0-9]{1,6})?$/.test(text), "수가 아닙니다",
    (text) => `단위와 쉼표 없이 수만 적고, ‘여’나 ‘약’은 꾸밈말에서 골라 주세요. 예: ${digits(text) || 700}`],
  boolean: [(text) => text === "true" || text === "false", "예나 아니오가 아닙니다", () => "예나 아니오를 골라 주세요"],
  date: [(text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parsed(text) !== null, "날짜가 아닙니다", () => "해-달-날로 적어 주세요. 예: 2017-02-22"],
  edtf: [(text) => parsed(text) !== null, "날짜로 읽을 수 없습니다", dateHint],
  url: [isUrl, "웹 주소가 아닙니다", () => "https://로 시작하는 주소를 적어 주세요. 예: https://opengov.seoul.go.kr/"],
  slug: [(text) => SLUG.test(text), "영문 소문자, 숫자, 붙임표(-)로만 적어 주세요", () => "예: plan, 1-1-2"],
  anchor: [(text) => ANCHOR.test(text), "이 기록 안의 자리가 아닙니다", () => "# 없이 적어 주세요. 예: stage-2"],
  link: [isLink, "기록의 주소가 아닙니다", () => "기록을 찾아 골라 주세요"],
};

/**
 * @param {string} type
 * @param {string} text
 * @returns {Mistake | null} null where the text fits the type
 */
export function mistakeOf(type, text) {
  const known = TYPES[type];
  if (!known || known[0](text)) return null;
  return { rule: `not-${type}`, message: known[1], hint: known[2](text) };
}

/** @param {string} type @param {string} text @returns {string} the text that was most likely meant, itself where it fits */
export function meant(type, text) {
  const known = TYPES[type];
  if (!text || !known || known[0](text)) return text;
  if (type === "edtf" || type === "date") {
    const date = likely(text);
    return date && (type === "edtf" || date.day) ? edtf(date) : text;
  }
  if (type === "url" && text.includes(".") && isUrl(`https://${text}`)) return `https://${text}`;
  if (type === "number" || type === "integer") return GROUPED.test(text) ? text.replaceAll(",", "") : text;
  return text;
}
