/**
 * 해 본 기록: how a meeting went that a course led, as one short letter that scripts/import.py reads.
 */

import { make } from "../shared/dom.js";
import { draftFor } from "./drafts.js";
import { heldBack, holdPrints } from "./holding.js";
import { Keeping } from "./keeping.js";
import { schemaOf, sending, UNCHECKED } from "./letter.js";
import { steady } from "./pressing.js";
import { cut, tidy } from "./text.js";

const NAME = "hyeopchi-session";

/** @param {HTMLElement} place */
async function start(place) {
  const course = /** @type {HTMLSelectElement} */ (place.querySelector("#session-course"));
  const steps = /** @type {HTMLElement} */ (place.querySelector(".session__steps"));
  const schema = await schemaOf();
  const controls = () => /** @type {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} */ ([...place.querySelectorAll("input, select, textarea")]);
  const asked = new URLSearchParams(location.search);
  const isSession = (/** @type {import("./drafts.js").Content} */ content) => Array.isArray(content.answers) && content.answers.every((one) => typeof one === "string");
  const { draft } = draftFor(NAME, asked.get("draft"), isSession);
  const answers = /** @type {string[]} */ (draft.content?.answers ?? []);
  course.value = answers[0] || asked.get("course") || "";
  if (!course.value) course.value = "";
  askSteps(course, steps);
  if (answers[0] && answers[0] === course.value) controls().forEach((one, at) => { one.value = answers[at] ?? ""; });
  const keeping = new Keeping(draft, {
    content: () => ({ answers: controls().map((one) => one.value) }), name: NAME,
    titleOf: (found) => `‘${String(/** @type {string[]} */ (found.content.answers ?? [])[0] || "수업")}’`,
    addressOf: (_base, number) => `${location.pathname}?draft=${number}`,
  });
  place.prepend(keeping.alert);
  place.append(keeping.element);
  place.hidden = false;
  steady(place);
  const text = () => lines(place, controls()).join("\n");
  const isWritten = () => Boolean(course.value) && controls().slice(1).some((one) => one.value.trim());
  const reason = () => (schema ? heldBack(text(), schema) : UNCHECKED);
  const subject = () => cut(`${place.dataset.title}: ${course.selectedOptions[0]?.textContent ?? ""}`, 80);
  const look = sending(place, { file: "session.txt", subject, text, reason, isWritten });
  const shown = /** @type {HTMLElement} */ (place.querySelector(".tell__text"));
  const draw = () => { look(); shown.textContent = reason() || text(); };
  course.addEventListener("change", () => askSteps(course, steps));
  for (const event of ["input", "change"]) place.addEventListener(event, () => { keeping.changed(); draw(); });
  holdPrints(place, reason);
  draw();
}

/** @param {HTMLElement} place @param {(HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} controls @returns {string[]} */
function lines(place, controls) {
  const told = controls.map((one) => {
    const label = place.querySelector(`label[for="${one.id}"]`)?.textContent ?? "";
    const value = one instanceof HTMLSelectElement && one.id !== "session-course" ? one.value && one.selectedOptions[0]?.textContent : one.value;
    return [label, tidy(value ?? "", false)];
  });
  return [place.dataset.title ?? "", ...told.filter(([, value]) => value).map(([label, value]) => `${label}: ${value}`)];
}

/** Asks for the minutes of every step of the chosen course. @param {HTMLSelectElement} course @param {HTMLElement} steps */
function askSteps(course, steps) {
  const labels = /** @type {string[]} */ (JSON.parse(course.selectedOptions[0]?.dataset.steps ?? "[]"));
  steps.replaceChildren(...labels.map((label, at) => make("div", { className: "ask" },
    make("label", { htmlFor: `session-step-${at}` }, label),
    make("input", { type: "text", inputMode: "numeric", autocomplete: "off", id: `session-step-${at}` }))));
  steps.hidden = !labels.length;
}

const place = document.querySelector(".session");
if (place instanceof HTMLElement) void start(place);
