/**
 * Personal data in what a person types: the library's own patterns (personal_data/patterns.py, by way of
 * fields.json) and its judgement of what they find. What is found is never shown again.
 *
 * @typedef {Record<string, string>} Patterns
 * @typedef {{rule: string, message: string, hint: string, isWarning: boolean}} Found
 */

import { fold } from "./folding.js";

const BEFORE = 30, AFTER = 12, LONGEST_ADDRESS = 300;
/** Characters after a stretch of digits that a pattern may look at. */
const BEYOND = 5;
const ERASE = "번호를 지워 주세요";
const COMPANY = `${ERASE}. 법인등록번호라면 번호 바로 앞에 '법인등록번호'라고 적어 주세요`;
const OFFICE = "번호를 지우고, 꼭 필요하면 기관의 대표 번호를 쓰세요";

/** A number or a word that a pattern found, with what stands around it. */
class Match {
  /** @param {RegExpExecArray} found @param {string} text the whole text @param {Patterns} known */
  constructor(found, text, known) {
    this.text = found[0];
    this.groups = found;
    this.known = known;
    this.digits = found[0].replace(/[^0-9]/g, "");
    this.before = text.slice(Math.max(0, found.index - BEFORE), found.index);
    this.after = text.slice(found.index + found[0].length, found.index + found[0].length + AFTER);
    this.address = text.slice(Math.max(0, found.index - LONGEST_ADDRESS), found.index);
    this.rest = text.slice(found.index);
    this.isBare = this.digits === found[0];
  }

  /** @param {string} name @param {string} [text] */
  fits(name, text = this.text) { return new RegExp(this.known[name], "u").test(text); }

  /** @param {string} name */
  starts(name, text = this.text) { return new RegExp(`^(?:${this.known[name]})`, "u").test(text); }

  /** @param {string} label */
  isNear(label) { return this.fits(label, this.before) || this.fits(label, this.after); }

  /** Whether bare digits are part of a hash, a document's number or a web address. */
  get isCode() {
    return /[A-Za-z]/.test(this.before.slice(-1) + this.text + this.after.slice(0, 1)) || /:\/\/[^\s<>()"']*$/.test(this.address);
  }
}

/** @param {string} digits @returns {boolean} */
function isBirth(digits) {
  const [month, day, kind] = [digits.slice(-11, -9), digits.slice(-9, -7), digits.slice(-7, -6)];
  /** @type {Record<string, string>} */
  const centuries = { 19: "1256", 20: "3478" };
  return month >= "01" && month <= "12" && day >= "01" && day <= "31" && (centuries[digits.slice(0, -13)] ?? "0123456789").includes(kind);
}

/** @param {string} digits @returns {boolean} */
function hasChecksum(digits) {
  const sum = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5].reduce((total, weight, at) => total + Number(digits[at]) * weight, 0);
  return (((("5678".includes(digits[6]) ? 13 : 11) - (sum % 11)) % 10) + 10) % 10 === Number(digits.slice(-1));
}

/** @param {string} digits @returns {boolean} */
function hasLuhn(digits) {
  const sum = [...digits].reverse().reduce((total, one, at) => total + (at % 2 ? Math.floor(2 * Number(one) / 10) + (2 * Number(one)) % 10 : Number(one)), 0);
  return sum % 10 === 0;
}

/** Of each rule: the pattern, what is judged, and what is said. @type {[string, string, (match: Match) => boolean, string, string, boolean][]} */
const RULES = [
  ["resident-number", "resident", (it) => {
    if (it.fits("company_label", it.before)) return false;
    if (it.isNear("resident_label")) return true;
    return !(it.isBare && it.isCode) && isBirth(it.digits) && (!it.isBare || hasChecksum(it.digits));
  }, "주민등록번호나 외국인등록번호로 보이는 번호가 있습니다", COMPANY, false],
  ["resident-number", "resident_apart", (it) => it.isNear("resident_label") && isBirth(it.digits) && !it.starts("resident", it.rest),
    "주민등록번호나 외국인등록번호로 보이는 번호가 있습니다", COMPANY, false],
  ["mobile-number", "mobile", (it) => {
    const number = it.digits.replace(/^(?:00)?820?(?=1)/, "0");
    if (!it.text.includes("-") && (it.isBare ? /[0-9][.,]$/ : /[0-9],$/).test(it.before)) return false;
    return number.startsWith("010") ? !it.isBare || number.length === 11 : !it.starts("years", number.slice(3));
  }, "휴대전화 번호로 보이는 번호가 있습니다", OFFICE, false],
  ["card-number", "card", (it) => {
    if ("01".includes(it.digits[0]) || it.starts("years") || !hasLuhn(it.digits)) return false;
    if (!it.isBare) return true;
    return !it.isCode && ((it.digits.length === 16 && !it.starts("dated")) || it.isNear("card_label"));
  }, "카드 번호로 보이는 번호가 있습니다", `${ERASE}. 문서 번호라면 번호 뒤에 '호'를 붙여 주세요`, false],
  ["bank-account", "account", (it) => {
    if (it.digits.length < 10 || it.digits.length > 14) return false;
    if (!it.isNear("account_label") && !(it.text.includes("-") && it.fits("bank_name", it.before))) return false;
    const isOther = ["office_phone", "dated", "years", "mobile"].some((name) => it.starts(name));
    return !isOther && !(it.starts("business") && it.isNear("business_label")) && !(it.isBare && it.isCode);
  }, "계좌 번호로 보이는 번호가 있습니다", "번호를 지우고, 꼭 필요하면 기관의 누리집 주소를 쓰세요", false],
  ["driving-licence", "licence", (it) => ((it.digits.length === 12 && !it.starts("dated")) || it.fits("region", it.before)) && it.isNear("licence_label"),
    "운전면허 번호로 보이는 번호가 있습니다", ERASE, false],
  ["passport-number", "passport", (it) => it.isNear("passport_label"), "여권 번호로 보이는 번호가 있습니다", ERASE, false],
  ["private-email", "email", (it) => it.groups[1] !== "git" && !/^(?:png|jpe?g|gif|svg|webp)$/i.test(it.groups[3]) && !it.fits("official_domain", it.groups[2].replace(new RegExp(it.known.dot, "gu"), ".")),
    "개인 전자우편 주소로 보이는 글이 있습니다", "주소를 지우고, 꼭 필요하면 기관의 대표 주소를 쓰세요", true],
  ["vehicle-plate", "plate", (it) => (it.groups[1].length > 1 && "가나다라마거너더러머버저노누두루허바사아".includes(it.groups[2]))
    || it.fits("region", it.before) || it.isNear("plate_label"), "자동차 번호로 보이는 글이 있습니다", ERASE, true],
  ["home-address", "home", (it) => (Boolean(it.groups[2]) && Number(it.groups[1]) >= 101) || it.fits("home_label", it.before),
    "집 주소로 보이는 글이 있습니다", "동네 이름까지만 남기고 동·호수를 지워 주세요", true],
];

/** Looked for in the whole text; the others stand in stretches of digits. */
const IN_WORDS = ["resident_apart", "passport", "email", "plate", "home"];

/**
 * @param {string} raw
 * @param {Patterns} known
 * @returns {Found[]} each sort of personal data that is in it, once
 */
export function personalIn(raw, known) {
  const text = fold(raw);
  if (!/[0-9@]|골뱅이|앳|at/i.test(text)) return [];
  const stretches = [...text.matchAll(new RegExp(known.numbers, "gu"))].map((one) => ({ start: one.index, end: one.index + one[0].length + BEYOND }));
  const found = RULES.filter(([, pattern, isMeant]) => {
    const sought = new RegExp(known[pattern], "gu");
    const judge = (/** @type {RegExpExecArray} */ one) => isMeant(new Match(one, text, known));
    return IN_WORDS.includes(pattern) ? [...text.matchAll(sought)].some(judge) : stretches.some((stretch) => standsIn(stretch, text, sought, judge));
  });
  return found.filter(([rule], at) => found.findIndex(([other]) => other === rule) === at)
    .map(([rule, , , message, hint, isWarning]) => ({ rule, message, hint, isWarning }));
}

/** @param {{start: number, end: number}} stretch @param {string} text @param {RegExp} pattern @param {(found: RegExpExecArray) => boolean} judge @returns {boolean} a match that is not meant hides none that overlaps it */
function standsIn({ start, end }, text, pattern, judge) {
  const upTo = text.slice(0, end);
  pattern.lastIndex = start;
  for (let found = pattern.exec(upTo); found; found = pattern.exec(upTo)) {
    if (judge(found)) return true;
    pattern.lastIndex = found.index + 1;
  }
  return false;
}
