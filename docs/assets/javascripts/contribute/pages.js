/**
 * The pages of the form: the list of steps, the step that is open, and the last one, where all is read over and sent.
 *
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./store.js").Store} Store
 */

import { make } from "../shared/dom.js";
import { problemsOf } from "./check.js";
import { livePreview } from "./live.js";
import { reviewOf } from "./review.js";
import { kindQuestion, lead, mark, problemsIn, questionsOf } from "./steps.js";

const REVIEW = { id: "review", label: "읽어 보고 보내기", help: "빠진 것이 없는지 보고, 편한 길로 보냅니다." };

export class Pages {
  /** @param {Store} store @param {HTMLElement} place what the page says of the receiver stands in its data */
  constructor(store, place) {
    this.store = store;
    this.place = place;
    this.steps = [...store.schema.data.steps, REVIEW];
    this.at = 0;
    this.nav = make("ol", { className: "form__steps" });
    this.page = make("div", { className: "form__page" });
    this.live = livePreview(store);
    this.element = make("div", {}, make("nav", { "aria-label": "서식의 차례" }, this.nav), this.page, this.live);
  }

  /** @returns {Problem[]} */
  problems() {
    return problemsOf(this.store.draft.fields, this.store.draft.id, this.store.draft.sections, this.store.schema);
  }

  /** @param {number} at @param {boolean} [hasFocus] whether the step's heading takes the focus */
  open(at, hasFocus = true) {
    this.at = at;
    const step = this.steps[at];
    this.drawNav();
    const heading = make("h2", { tabIndex: -1, id: "step" }, `${at + 1}. ${step.label}`);
    this.summary = make("div", { className: "form__summary", role: "alert" });
    const asks = step === REVIEW ? [] : [...(at === 0 ? [kindQuestion(this.store, () => this.open(0, false))] : []), ...questionsOf(this.store, step.id)];
    this.page.replaceChildren(heading, make("p", { className: "form__help" }, step.help), this.summary, ...asks);
    this.live.hidden = step === REVIEW;
    if (step === REVIEW) this.page.append(...reviewOf(this.store, this.place, this.problems(), (problem) => this.lead(problem)));
    this.page.append(this.buttons());
    if (hasFocus) heading.focus();
  }

  drawNav() {
    this.nav.replaceChildren(...this.steps.map((step, at) => {
      const button = make("button", { type: "button" }, `${at + 1}. ${step.label}`);
      if (at === this.at) button.setAttribute("aria-current", "step");
      button.addEventListener("click", () => this.open(at));
      return make("li", {}, button);
    }));
  }

  /** @returns {HTMLElement} */
  buttons() {
    const button = (/** @type {string} */ label, /** @type {() => void} */ act, /** @type {string} */ className) => {
      const made = make("button", { type: "button", className }, label);
      made.addEventListener("click", act);
      return made;
    };
    return make("p", { className: "form__buttons" },
      this.at ? button("앞 차례로", () => this.open(this.at - 1), "button") : "",
      this.at < this.steps.length - 1 ? button("다음 차례로", () => this.next(), "button button--main") : "");
  }

  /** Goes on where nothing is wrong with this step; says what is, and leads to the first of it. */
  next() {
    const found = problemsIn(this.problems(), this.steps[this.at].id, this.store);
    const wrong = found.filter((problem) => !problem.isWarning);
    mark(this.page, found);
    if (!wrong.length) return this.open(this.at + 1);
    this.summary?.replaceChildren(make("p", {}, `고칠 곳이 ${wrong.length}개 있습니다. 나중에 고치려면 위의 차례에서 다음을 고르세요.`));
    lead(wrong[0]);
  }

  /** @param {Problem} problem */
  lead(problem) {
    const at = this.steps.findIndex((step) => problemsIn([problem], step.id, this.store).length);
    if (at >= 0 && this.steps[at] !== REVIEW) this.open(at, false);
    mark(this.page, problemsIn(this.problems(), this.steps[this.at].id, this.store));
    lead(problem);
  }
}
