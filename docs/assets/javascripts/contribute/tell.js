/**
 * 2분 알리기: four short answers as one short letter. Opened from a record, it names the record and the passage.
 */

import { page } from "../shared/dom.js";
import { say } from "./asking.js";
import { textProblems } from "./text_rules.js";
import { today } from "./dates.js";
import { draftFor } from "./drafts.js";
import { heldBack, holdPrints } from "./holding.js";
import { Keeping } from "./keeping.js";
import { schemaOf, sending, UNCHECKED } from "./letter.js";
import { steady } from "./pressing.js";
import { cut, tidy } from "./text.js";

const LONGEST_PASSAGE = 300, LONGEST = 2000;
const FIELDS = ["title", "district", "link", "words"];
const NAME = "hyeopchi-tell";

/** @param {string} name @returns {any} */
const control = (name) => document.getElementById(`tell-${name}`);

/** @param {string} record @param {string} passage @returns {[string, string][]} what is told, a row each */
function rows(record, passage) {
  const text = (/** @type {string} */ name) => tidy(control(name).value, name === "words");
  const district = control("district");
  return /** @type {[string, string][]} */ ([
    ["기록", record && `${record} (${page(`cases/${record}/`)})`], ["자리", passage],
    [record ? "제목" : "무슨 일", text("title")], ["지역", district.value && district.selectedOptions[0].textContent],
    ["볼 곳", text("link")], [record ? "무엇이 틀렸나" : "한 문장", text("words")], ["알린 날", today()],
  ]).filter(([, value]) => value);
}

/** @param {string} record @returns {boolean} whether there is anything to tell */
function isWritten(record) {
  return (record ? ["link", "words"] : FIELDS).some((name) => tidy(control(name).value, true));
}

/** @param {string} record */
async function aboutRecord(record) {
  const answer = await fetch(page(`cases/${record}/record.json`)).catch(() => null);
  const found = answer?.ok ? await answer.json().catch(() => null) : null;
  if (!found) return "";
  control("title").value = String(found.title);
  if (found.districts?.[0]) control("district").value = found.districts[0];
  return String(found.title);
}

/** @param {HTMLElement} place @param {string} given what the address gives for a record @param {string} title its title, "" where there is none @param {string} passage */
function introduce(place, given, title, passage) {
  const about = /** @type {HTMLElement} */ (place.querySelector(".tell__about"));
  if (!title) {
    about.textContent = given ? "주소에 적힌 기록을 찾지 못해 빈 칸을 열었습니다." : "";
    return;
  }
  about.textContent = `‘${title}’ 기록의 틀린 곳을 알립니다.${passage ? ` 자리: ‘${passage}’` : ""}`;
  const label = (/** @type {string} */ name) => /** @type {HTMLElement} */ (document.querySelector(`label[for="tell-${name}"]`));
  label("title").textContent = "어느 기록인가요";
  label("link").textContent = "무엇을 보면 맞는 것을 알 수 있나요";
  label("words").textContent = "무엇이 틀렸고 무엇이 맞나요";
}

/** @param {import("./drafts.js").Content} content @returns {boolean} */
function isTip(content) {
  return [...FIELDS, "passage"].every((name) => typeof content[name] === "string");
}

/** @param {string} record @param {string} passage as the address gives it @param {string | null} asked @returns {import("./drafts.js").Draft} of another passage it is another one */
function draftOf(record, passage, asked) {
  const base = record ? `${NAME}:${record}` : NAME;
  const { draft } = draftFor(base, asked, isTip);
  const isOther = asked === null && passage && draft.content && draft.content.passage !== passage;
  return isOther ? draftFor(base, "new", isTip).draft : draft;
}

/** @param {import("./drafts.js").Draft} draft @param {string} passage @returns {Keeping} */
function keepingOf(draft, passage) {
  const content = () => ({ ...Object.fromEntries(FIELDS.map((name) => [name, String(control(name).value)])), passage });
  const record = (/** @type {string} */ base) => base.slice(NAME.length + 1);
  return new Keeping(draft, { content, name: NAME,
    titleOf: (found) => `${record(found.base) ? "틀린 곳: " : ""}‘${found.content.title || found.content.words || record(found.base)}’`,
    addressOf: (base, number) => `${location.pathname}?${record(base) ? `record=${record(base)}&` : ""}draft=${number}` });
}

/** @param {HTMLElement} place @param {Keeping} keeping what was kept is filled in, and what is written is kept */
function keep(place, keeping) {
  const { content } = keeping.draft;
  if (content) for (const name of FIELDS) control(name).value = content[name];
  if (content) place.querySelector(".tell__about")?.append(" 이 브라우저에 있던, 쓰다 만 글을 열었습니다.");
  place.addEventListener("input", () => keeping.changed());
  place.prepend(keeping.alert);
  place.append(keeping.element);
}

/** @param {HTMLElement} place */
async function start(place) {
  const asked = new URLSearchParams(location.search);
  const given = asked.get("record") ?? "";
  const isId = /^[a-z0-9][a-z0-9-]{2,63}$/.test(given);
  const [title, schema] = await Promise.all([isId ? aboutRecord(given) : "", schemaOf()]);
  const record = title ? given : "";
  const sent = record ? cut(tidy(asked.get("passage") ?? "", false), LONGEST_PASSAGE) : "";
  const draft = draftOf(record, sent, asked.get("draft"));
  const passage = String(draft.content?.passage ?? sent);
  introduce(place, given, title, passage);
  keep(place, keepingOf(draft, passage));
  place.hidden = false;
  steady(place);
  const text = () => rows(record, passage).map(([label, value]) => `${label}: ${value}`).join("\n");
  const reason = () => (schema ? heldBack(text(), schema) : UNCHECKED);
  const subject = () => cut(`${record ? "틀린 곳" : "2분 알리기"}: ${tidy(control("title").value, false) || record}`, 80);
  const look = sending(place, { file: "tell.txt", subject, text, reason, isWritten: () => isWritten(record) });
  const shown = /** @type {HTMLElement} */ (place.querySelector(".tell__text"));
  const draw = () => { look(); shown.textContent = reason() || text(); };
  place.addEventListener("input", draw);
  holdPrints(place, reason);
  draw();
  if (schema) judging(schema);
}

/** Says at each answer what must not stand in it, at once where it was kept. @param {import("./schema.js").Schema} schema */
function judging(schema) {
  for (const name of ["title", "link", "words"]) {
    const judge = () => {
      const value = tidy(control(name).value, true);
      const long = [...value].length > LONGEST ? [{ rule: "too-long", message: `너무 깁니다: ${[...value].length}자 (최대 ${LONGEST}자)`, hint: "짧게 줄여 주세요" }] : [];
      say(`tell-${name}`, [...textProblems(value, schema), ...long]);
    };
    control(name).addEventListener("change", judge);
    if (control(name).value) judge();
  }
}

const place = document.querySelector(".tell");
if (place instanceof HTMLElement) void start(place);
