/**
 * Vague dates, as the library's own reader takes them (vague_date.py): years, months, days, seasons,
 * quarters, half-years, about (~) and uncertain (?).
 *
 * @typedef {{year: number, month: number, day: number, part: number, qualifier: string}} VagueDate
 */

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?]?)$/;
/** First and last month and name of each part of a year, by its EDTF number. @type {Record<number, [number, number, string]>} */
const PARTS = {
  21: [3, 5, "봄"], 22: [6, 8, "여름"], 23: [9, 11, "가을"], 24: [12, 2, "겨울"],
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

/** @param {string} end @param {string} start @returns {VagueDate | null} when a span was over, as far as its dates can be read */
export function endOrStart(end, start) {
  return parsed(end) ?? parsed(start);
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

/** @param {VagueDate} date @returns {string} the last day that it may mean, in ISO form; a winter ends in the next year */
export function latest(date) {
  const [first, month] = date.part ? PARTS[date.part] : [0, date.month || 12];
  const year = date.year + Number(month < first);
  return year > 9999 ? "9999-12-31" : `${padded(year, 4)}-${padded(month)}-${padded(date.day || lastDay(year, month))}`;
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
