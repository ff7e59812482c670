/**
 * Vague dates, as the library's own reader takes them (vague_date.py): years, months, days, half-years,
 * quarters, about (~) and uncertain (?).
 *
 * @typedef {{year: number, month: number, day: number, part: number, qualifier: string}} VagueDate
 */

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?]?)$/;
const LIKE = new RegExp(
  "^(?<year>\\d{4})(?:(?<months>\\d{2})(?<days>\\d{2})|[ \\t\\n]*[-년./ \\t\\n][ \\t\\n]*(?<month>\\d{1,2})(?!\\d|[ \\t]*분기)" +
  "(?:[ \\t]*[-월./ \\t\\n][ \\t]*(?<day>\\d{1,2}))?)?(?!\\d)[ \\t\\n년월일.]*(?<part>상반기|하반기|[1-4]분기)?[ \\t]*(?<about>경|께|쯤|무렵|즈음)?");

/** First and last month and name of each part of a year, by its EDTF number. @type {Record<number, [number, number, string]>} */
const PARTS = {
  40: [1, 6, "상반기"], 41: [7, 12, "하반기"],
  33: [1, 3, "1분기"], 34: [4, 6, "2분기"], 35: [7, 9, "3분기"], 36: [10, 12, "4분기"],
};
/** @type {Record<string, string>} */
const QUALIFIERS = { "": "", "~": " 무렵", "?": " (확실하지 않음)" };

const padded = (/** @type {number} */ number, length = 2) => String(number).padStart(length, "0");

/** @param {number} year @param {number} month @returns {number} */
const lastDay = (year, month) => new Date(Date.UTC(year < 100 ? year + 400 : year, month, 0)).getUTCDate();

/**
 * @param {string} text
 * @returns {VagueDate | null} null where it is no date
 */
export function parsed(text) {
  const found = FORM.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1, 4).map((digits) => Number(digits ?? 0));
  if (!year || found[2] === "00" || found[3] === "00") return null;
  if (PARTS[month] && !found[3]) return { year, month: 0, day: 0, part: month, qualifier: found[4] };
  if (month > 12 || day > lastDay(year, month || 1)) return null;
  return { year, month, day, part: 0, qualifier: found[4] };
}

/** @param {VagueDate} date @returns {string} as records write it */
export function edtf(date) {
  const parts = [padded(date.year, 4)];
  if (date.part || date.month) parts.push(padded(date.part || date.month));
  if (date.day) parts.push(padded(date.day));
  return parts.join("-") + date.qualifier;
}

/** @param {VagueDate} date @returns {string} as pages print it: 2017년 6월 무렵 */
export function printed(date) {
  const words = [`${date.year}년`];
  if (date.part) words.push(PARTS[date.part][2]);
  if (date.month) words.push(`${date.month}월`);
  if (date.day) words.push(`${date.day}일`);
  return words.join(" ") + QUALIFIERS[date.qualifier];
}

/** @param {VagueDate} date @returns {string} the first day that it may mean, in ISO form */
export function earliest(date) {
  const month = date.part ? PARTS[date.part][0] : date.month || 1;
  return `${padded(date.year, 4)}-${padded(month)}-${padded(date.day || 1)}`;
}

/** @param {VagueDate} date @returns {string} the last day that it may mean, in ISO form */
export function latest(date) {
  const month = date.part ? PARTS[date.part][1] : date.month || 12;
  return `${padded(date.year, 4)}-${padded(month)}-${padded(date.day || lastDay(date.year, month))}`;
}

/**
 * @param {string} text as people write a date: "2017년 6월쯤", "2017.6.20"
 * @returns {VagueDate | null} what it most likely means
 */
export function likely(text) {
  const found = LIKE.exec(text.trim().replace(/^(약|대략|~)\s*/, ""))?.groups;
  if (!found) return null;
  const part = Object.entries(PARTS).find(([, [, , name]]) => name === found.part)?.[0];
  const numbers = ["months", "days", "month", "day"].filter((name) => found[name]).map((name) => padded(Number(found[name])));
  const about = found.about || /^(약|대략|~)/.test(text) ? "~" : "";
  return parsed([found.year, ...(part ? [part] : numbers)].join("-") + about);
}

/** @param {string} start @param {string} end @param {boolean} ongoing @returns {string} a period as pages print it */
export function span(start, end, ongoing) {
  const [first, last] = [parsed(start), parsed(end)];
  if (!first && !last) return "";
  if (start === end || (!last && !ongoing)) return printed(/** @type {VagueDate} */ (first ?? last));
  return `${first ? printed(first) : ""} ~ ${last ? printed(last) : ""}`.trim();
}

/** @returns {string} today, as records write it */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => padded(number)).join("-");
}
