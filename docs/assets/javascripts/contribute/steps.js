/**
 * The steps of the form: one at a time on the page, each with its questions.
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./store.js").Store} Store
 */

import { make } from "../shared/dom.js";
import { controlOf, idOf, question, questions, say } from "./asking.js";
import { bodyOf, sectionsOf, withText } from "./body.js";
import { bodyProblems } from "./body_rules.js";
import { fieldQuestion } from "./groups.js";
import { textQuestion } from "./inputs.js";
import { asText } from "./schema.js";
import { tidy } from "./text.js";

/** Of these nobody has to say that they are unknown. */
const ABOUT_THE_RECORD = ["unknown", "disputed", "relations", "teaching"];
const ANSWERS = [["", "적습니다"], ["unknown", "자료에 없어 모릅니다"], ["not_applicable", "이 일에는 해당하지 않습니다"]];

/** @param {Store} store @param {string} step @returns {HTMLElement[]} the questions of a step */
export function questionsOf(store, step) {
  const { schema, kind } = store;
  const headings = schema.data.headings.filter((one) => one.kinds.includes(kind) && one.step === step);
  const alone = headings.filter((one) => !one.fields.length).map((one) => sectionQuestion(store, one.label));
  const fields = schema.ofKind(kind).filter((field) => field.step === step);
  const asks = fields.filter((field) => !isFolded(field)).flatMap((field) => {
    const above = headings.filter((one) => one.fields[0] === field.name).map((one) => sectionQuestion(store, one.label));
    return [...above, answerable(store, field)];
  });
  return [...alone, ...(schema.headingsOf(kind).length || step !== "happened" ? [] : [bodyQuestion(store)]), ...asks,
    ...fields.filter(isFolded).map((field) => folded(store, field))];
}

/** @param {Field} field @returns {boolean} whether it is for those who know: no everyday question asks for it */
function isFolded(field) {
  return field.kinds?.length !== 1 || field.type === "teaching" ? !field.ask && !field.need : false;
}

/** @param {Store} store @param {Field} field @returns {HTMLElement} a question that opens when it is wanted */
function folded(store, field) {
  return make("details", { className: "ask__more", open: field.name in store.draft.fields }, make("summary", {}, `더 적기: ${field.label}`), answerable(store, field));
}

/** @param {Store} store @param {string} heading @returns {HTMLElement} the telling under one of the body's headings */
function sectionQuestion(store, heading) {
  const field = { name: heading, label: `본문: ${heading}`, type: "prose", help: "읽는 사람에게 이야기하듯 적습니다. 자료의 문장을 옮기지 말고 새로 써 주세요. 쓸 것이 없으면 비워 둡니다." };
  const text = store.draft.sections.find((one) => one.heading === heading)?.text ?? "";
  return textQuestion(field, ["body", heading], store, text, (value) => {
    store.draft.sections = withText(store.draft.sections, store.schema.headingsOf(store.kind), heading, value);
    store.changed();
  }, (value) => bodyProblems([{ heading, text: value }], [heading], store.schema));
}

/** @param {Store} store @returns {HTMLElement} the whole body, where its headings are free */
function bodyQuestion(store) {
  const field = { name: "body", label: "본문", type: "prose", help: "제목은 줄 앞에 ##과 한 칸을 띄워 적습니다. 예: ## 어떤 이야기인가" };
  const control = make("textarea", { rows: 14, value: bodyOf(store.draft.sections) });
  control.addEventListener("input", () => {
    store.draft.sections = sectionsOf(tidy(control.value, true));
    store.changed();
  });
  control.addEventListener("change", () => say(idOf(["body"]), bodyProblems(store.draft.sections, [], store.schema)));
  return question(field, ["body"], control);
}

/** @param {Store} store @param {Field} field @returns {HTMLElement} a question that may be answered by not knowing, or by not applying */
function answerable(store, field) {
  const mayLack = field.need !== "always" && (field.many || store.schema.groupOf(field)) && !ABOUT_THE_RECORD.includes(field.type) && field.name !== "easy";
  const ask = fieldQuestion(field, store.draft.fields, [field.name], store);
  if (!mayLack) return ask;
  const id = `${idOf([field.name])}-answer`;
  const isFilled = field.name in store.draft.fields;
  const said = isFilled ? "" : ANSWERS.slice(1).map(([answer]) => answer).find((answer) => store.said(field.name, answer)) ?? "";
  const select = make("select", { id }, ...ANSWERS.map(([value, label]) => make("option", { value, selected: value === said }, label)));
  const note = make("input", { type: "text", autocomplete: "off", value: said ? asText(store.said(field.name, said)?.note) : "" });
  const reason = make("label", { className: "answer__note" }, "무엇을 모르는지, 왜 그런지 (골라 적기) ", note);
  const draw = () => {
    ask.hidden = select.value !== "";
    reason.hidden = select.value === "";
  };
  const tell = () => store.say(field.name, select.value, tidy(note.value, false));
  select.addEventListener("change", () => { tell(); draw(); });
  note.addEventListener("input", tell);
  draw();
  return make("div", { className: "answer" }, ask,
    make("p", { className: "answer__choice" }, make("label", { htmlFor: id }, `‘${field.label}’ 답하기 `), select), reason);
}

/** @param {Store} store @param {() => void} redraw @returns {HTMLElement} which kind of record it is */
export function kindQuestion(store, redraw) {
  const field = /** @type {Field} */ (store.schema.fields.get("kind"));
  const boxes = store.schema.data.kinds.map(([id, label, meaning]) => {
    const radio = make("input", { type: "radio", name: "kind", value: id, checked: id === store.kind });
    radio.addEventListener("change", () => {
      store.set(store.draft.fields, "kind", id);
      redraw();
      /** @type {HTMLElement | null} */ (document.querySelector(`input[name="kind"][value="${id}"]`))?.focus();
    });
    return make("label", { className: "ask__box" }, radio, " ", make("strong", {}, label), ` ${meaning}`);
  });
  return questions(field, ["kind"], ...boxes);
}

/** @param {Problem[]} problems @param {string} step @param {Store} store @returns {Problem[]} those of the questions of a step */
export function problemsIn(problems, step, store) {
  return problems.filter(({ path: [first, heading] }) => stepOf(String(first), String(heading ?? ""), store) === step);
}

/** @param {string} name @param {string} heading @param {Store} store @returns {string} the step in which a field, or a heading of the body, is asked for */
export function stepOf(name, heading, store) {
  if (name === "id") return "review";
  if (name === "kind") return store.schema.data.steps[0].id;
  if (name === "body") return store.schema.data.headings.find((one) => one.label === heading)?.step ?? "happened";
  return store.schema.fields.get(name)?.step ?? "review";
}

/** Says each problem at its control and takes back what was said before. @param {HTMLElement} place @param {Problem[]} problems */
export function mark(place, problems) {
  for (const said of place.querySelectorAll(".ask__said:not([hidden])")) say(said.id.replace(/-said$/, ""), []);
  /** @type {Map<string, Problem[]>} */
  const byControl = new Map();
  for (const problem of problems) {
    const id = controlOf(problem.path)?.id;
    if (id) byControl.set(id, [...(byControl.get(id) ?? []), problem]);
  }
  for (const [id, some] of byControl) say(id, some);
}

/** Leads to the control of a problem, opening what hides it. @param {Problem} problem */
export function lead(problem) {
  const control = controlOf(problem.path);
  for (let around = control?.closest("details"); around; around = around.parentElement?.closest("details")) around.open = true;
  control?.focus();
}


