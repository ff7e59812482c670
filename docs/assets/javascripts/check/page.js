/**
 * The page of the check: one person's answers become a code, several people's codes an overlay.
 * Answers stay in this page and in the end of its address, which a browser never sends.
 */

import { decoded } from "../shared/percent.js";
import { SIDES, fragment, grouped, read, written } from "./code.js";
import { draw } from "./drawing.js";
import { overlay } from "./overlay.js";

/** @typedef {import("./code.js").Person} Person */

/**
 * @param {string} selector
 * @returns {HTMLElement}
 */
function find(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(`.check ${selector}`));
}

const check = /** @type {HTMLElement | null} */ (document.querySelector(".check"));
const themes = (check?.dataset.themes ?? "").split(" ");

/** @type {Person[]} */
let people = [];
let ownCode = "";

/** @returns {{question: string, met: string}[]} */
function asked() {
  return [...document.querySelectorAll(".check__question")].map((one, at) => ({
    question: one.querySelector("legend")?.textContent ?? "", met: `met-${themes[at]}`,
  }));
}

/** @returns {string[]} */
function labels() {
  return (find(".check__overlay").dataset.labels ?? "").split(" ");
}

/** Show how many have answered, and the overlay once both sides have. */
function show() {
  const counts = SIDES.map((_, side) => people.filter((one) => one.side === side).length);
  const isBoth = counts.every((count) => count > 0);
  const place = find(".check__overlay");
  place.hidden = !isBoth;
  check?.setAttribute("data-print", isBoth ? "overlay" : "paper");
  if (isBoth) draw(place, overlay(people, themes.length, SIDES.length), asked(), labels());
  else place.replaceChildren();
  history.replaceState(null, "", fragment(people) || location.pathname + location.search);
  return counts;
}

/** @returns {string} */
function countsInWords() {
  const counts = show();
  const lacking = counts.findIndex((count) => !count);
  const said = labels().map((label, side) => `${label} ${counts[side]}명`).join(", ");
  if (!people.length) return "더한 답 번호가 없습니다.";
  return lacking < 0 ? `${said}의 답을 겹쳤습니다.` : `${said}. ${labels()[lacking]}의 답 번호를 더하면 겹쳐 볼 수 있습니다.`;
}

/**
 * @param {string} text
 * @returns {boolean} whether everything in it was read
 */
function add(text) {
  const { people: found, unread } = read(text, themes);
  const known = new Set(people.map((one) => one.code));
  const added = found.filter((one, at) => !known.has(one.code) && found.findIndex((other) => other.code === one.code) === at);
  people = [...people, ...added];
  const twice = found.length - added.length;
  const said = [countsInWords()];
  if (twice) said.push(`이미 있는 답 번호 ${twice}개는 다시 세지 않았습니다.`);
  if (unread.length) {
    said.push(`읽지 못한 답 번호: ${unread.slice(0, 3).map((word) => word.slice(0, 24)).join(", ")}. 글자를 다시 살펴봐 주세요. 다른 때의 점검표로 만든 답 번호일 수도 있습니다.`);
  }
  find(".check__added").textContent = said.join(" ");
  return !unread.length;
}

/** @returns {HTMLInputElement | null} */
function chosen(/** @type {Element} */ group) {
  return group.querySelector("input:checked");
}

/** Make the code of what is answered, or say what is not. */
function makeCode() {
  const groups = [...document.querySelectorAll(".check__form fieldset")];
  const open = groups.filter((group) => !chosen(group));
  const said = find(".check__said");
  find(".check__code").hidden = open.length > 0;
  if (open.length) {
    const names = open.map((group) => (group.matches(".check__side") ? "나는" : `${groups.indexOf(group)}번`));
    said.textContent = `아직 고르지 않은 것이 ${open.length}개 있습니다: ${names.join(", ")}`;
    open[0].querySelector("input")?.focus();
    return;
  }
  const [side, ...answers] = groups.map((group) => chosen(group)?.value ?? "");
  const order = (find(".check__overlay").dataset.sides ?? "").split(" ");
  ownCode = written(order.indexOf(side), answers.map(Number), themes);
  find(".check__letters").textContent = grouped(ownCode);
  said.textContent = `답 번호를 만들었습니다: ${grouped(ownCode)}`;
}

/**
 * @param {string} text
 * @param {HTMLElement} said
 * @param {string} done
 */
async function copy(text, said, done) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = done;
  } catch {
    said.textContent = `복사하지 못했습니다. 이것을 옮겨 적어 주세요: ${text}`;
  }
}

/**
 * @param {"paper" | "overlay"} what
 */
function print(what) {
  const before = check?.dataset.print ?? "paper";
  check?.setAttribute("data-print", what);
  window.print();
  check?.setAttribute("data-print", before);
}

/** @type {Record<string, () => void>} */
const ACTS = {
  paper: () => print("paper"),
  overlay: () => print("overlay"),
  copy: () => void copy(grouped(ownCode), find(".check__said"), "답 번호를 복사했습니다. 이끄는 사람에게 건네세요."),
  "add-own": () => {
    add(ownCode);
    find(".check__said").textContent = "겹쳐 보기에 더했습니다.";
  },
  "copy-address": () => void copy(location.href, find(".check__added"), "주소를 복사했습니다. 이 주소를 열면 같은 것이 보입니다."),
  clear: () => {
    people = [];
    find(".check__added").textContent = countsInWords();
  },
};

/** Let the page be used. */
function start() {
  for (const one of document.querySelectorAll(".check__print")) one.removeAttribute("hidden");
  document.querySelector(".check__form")?.addEventListener("submit", (event) => {
    event.preventDefault();
    makeCode();
  });
  document.querySelector(".check__adding")?.addEventListener("submit", (event) => {
    event.preventDefault();
    const codes = /** @type {HTMLTextAreaElement} */ (find("#check-codes"));
    if (!codes.value.trim()) find(".check__added").textContent = "건네받은 답 번호를 적거나 붙여 넣어 주세요.";
    else if (add(codes.value)) codes.value = "";
  });
  check?.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest("[data-act]") : null;
    if (pressed instanceof HTMLElement && pressed.dataset.act) ACTS[pressed.dataset.act]();
  });
  if (location.hash.startsWith("#a=")) add(decoded(location.hash));
}

if (check) start();
