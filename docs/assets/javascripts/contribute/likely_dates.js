/**
 * Likely dates, as the library's own reader guesses them (likely_date.py): what people mean by a date that they wrote
 * in words of their own. A text is understood as a whole or not at all.
 */

import { earliest, latest, parsed } from "./dates.js";

/** @typedef {import("./dates.js").VagueDate} VagueDate */

const BETWEEN = "(?: ?(?:년도?|[-./]) ?| )";
const PART = "(?<half>[상하])반기" +
  "|(?:제 ?)?(?<quarter>[1-4일이삼사])(?: ?[/⁄∕] ?4| ?사)? ?분기" +
  "|(?<english>[1-4][Qq]|[Qq][1-4])" +
  "|(?<season>봄|여름|가을|겨울)철?";
const LIKE = new RegExp("^(?<about>약 ?|대략 ?)?(?<year>\\d{4})" +
  "(?:(?<months>\\d\\d)(?<days>\\d\\d)" +
  `|(?! ?[년.]? ?[1-4] ?/ ?4 ?$)${BETWEEN}(?<month>\\d{1,2})(?:(?: ?[-./월] ?| )(?<day>\\d{1,2})(?: ?일)?| ?월)?` +
  `|${BETWEEN}?(?:${PART})` +
  "| ?년도?)?" +
  " ?\\.?(?: ?(?:\\((?<weekday>[월화수목금토일])(?:요일)?\\)|(?<named>[월화수목금토일])요일))?" +
  " ?(?<nearly>경|께|쯤|무렵|즈음)? ?\\.?(?: ?(?<unsure>\\?|\\(\\?\\)))?$");
const RANGE = / ?[~∼〜–—] ?| - |[-/](?=[0-9]{4}(?![0-9]))| ?(?:부터|에서) ?/;
const DAYS = "일월화수목금토";
const SEASONS = ["봄", "여름", "가을", "겨울"];

/** @param {string} text @returns {string} the text in the letters of a keyboard, with one space for any room, without what nobody sees */
const plain = (text) => text.normalize("NFKC").replace(/[\u200b\u200d\u2060\ufeff]/g, "").replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");

/** @param {Record<string, string>} found @returns {number} the EDTF number of the part of the year that is named, 0 for none */
function partOf({ half, quarter, english, season }) {
  if (half) return 40 + "상하".indexOf(half);
  if (season) return 21 + SEASONS.indexOf(season);
  const number = quarter ?? (english ?? "").replace(/q/i, "");
  return number && 32 + (Number(number) || "일이삼사".indexOf(number) + 1) || 0;
}

/** @param {VagueDate} date @param {string} weekday @returns {boolean} whether it is that of the date, or none is said */
function isWeekday(date, weekday) {
  if (!weekday || !date.day) return !weekday;
  const day = new Date(0);
  day.setUTCFullYear(date.year, date.month - 1, date.day);
  return DAYS[day.getUTCDay()] === weekday;
}

/**
 * @param {string} text as people write a date: "2017년 6월쯤", "2017.6.20", "2017년 1/4분기"
 * @returns {VagueDate | null} what the whole of it means
 */
export function likely(text) {
  const found = LIKE.exec(plain(text))?.groups;
  if (!found || (found.nearly && found.unsure)) return null;
  const [month, day] = [Number(found.month ?? found.months ?? 0), Number(found.day ?? found.days ?? 0)];
  if (month > 12 || found.month === "0" || found.day === "0") return null;
  const numbers = [partOf(found) || month, day].filter(Boolean).map((number) => String(number).padStart(2, "0"));
  const qualifier = found.about || found.nearly ? "~" : found.unsure ? "?" : "";
  const date = parsed([found.year, ...numbers].join("-") + qualifier);
  return date && isWeekday(date, found.weekday ?? found.named ?? "") ? date : null;
}

/** @param {VagueDate} date @returns {string} how exact it is */
const precision = ({ month, day, part }) => [Boolean(month), Boolean(day), Math.floor(part / 10)].join();

/**
 * @param {string} text as people write a period: "2018년 1~4분기", "2017. 6. 20. ~ 30."
 * @returns {[VagueDate, VagueDate] | null} its start and its end; one that borrows its year is as exact as the other, two whole dates need not be
 */
export function likelySpan(text) {
  const ends = plain(text).replace(/까지$/, "").trimEnd().split(RANGE);
  if (ends.length !== 2 || !ends.every(Boolean)) return null;
  const [first, last] = ends;
  const month = new RegExp(`^\\d{4}${BETWEEN}\\d{1,2}`).exec(first)?.[0];
  const year = first.replace(/^약/, "").trim().slice(0, 4);
  const starts = [first, first + last.replace(/^.*[\d. ]/, "")].map(likely);
  const finishes = [last, `${year} ${last}`, month ? `${month}. ${last}` : ""].map(likely);
  const pairs = starts.flatMap((one) => finishes.map((other) => ({ start: one, end: other })));
  const alike = pairs.find((pair) => pair.start && pair.end && precision(pair.start) === precision(pair.end));
  const { start, end } = alike ?? pairs[0];
  return start && end && earliest(start) <= latest(end) ? [start, end] : null;
}
