/**
 * How a question stands on the page: its words, its help, its control, and what is wrong with the answer.
 *
 * @typedef {import("./schema.js").Field} Field
 * @typedef {import("./check.js").Path} Path
 * @typedef {import("./check.js").Problem} Problem
 */

import { make } from "../shared/dom.js";
import { asked } from "./schema.js";

/** @param {Path} path @returns {string} the id of the control that holds a value */
export function idOf(path) {
  return ["f", ...path].join("-").replace(/[^\p{L}\p{N}_-]+/gu, "-");
}

/** @param {Field} field @returns {string[]} its help, its limits and an example */
function helpOf(field) {
  const limits = [field.most && `${field.most}개까지.`, field.length && `${field.length}자까지.`].filter((limit) => limit && !field.help.includes(limit.slice(0, -3)));
  return [[field.help, ...limits].join(" "), field.example ? `예: ${field.example}` : ""].filter(Boolean);
}

/** @param {Field} field @param {string[][]} terms @returns {Field} the field with its words' labels where its help names their ids */
export function spoken(field, terms) {
  const label = (/** @type {string} */ word) => terms.find(([id]) => id === word)?.[1] ?? word;
  return { ...field, help: field.help.replace(/[A-Za-z][\w.-]*[A-Za-z0-9]/g, (word) => label(word)) };
}

/** @param {Field} field @returns {HTMLElement | string} */
export function needOf(field) {
  if (field.need !== "always") return "";
  return make("span", { className: "ask__need" }, field.type === "citations" ? "‘주로 본 쪽’과 다를 때 적기" : "꼭 적기");
}

/** @param {Field} field @param {string} id @param {boolean} [isShort] @returns {HTMLElement | ""} */
export function help(field, id, isShort = false) {
  const said = isShort ? helpOf(field).slice(-1) : helpOf(field);
  return said.length ? make("p", { className: "ask__help", id: `${id}-help` }, ...said.flatMap((text, at) => (at ? [make("br"), text] : [text]))) : "";
}

/** @param {string} id @returns {HTMLElement} where what is wrong is said */
export function saying(id) {
  return make("p", { className: "ask__said", id: `${id}-said`, hidden: true });
}

/**
 * A question with one control.
 *
 * @param {Field} field
 * @param {Path} path
 * @param {HTMLElement} control
 * @param {...(HTMLElement | string)} more what stands under the control
 * @returns {HTMLElement}
 */
export function question(field, path, control, ...more) {
  const id = idOf(path);
  const words = help(field, id, path.length > 2);
  control.id = id;
  control.setAttribute("aria-describedby", [words && `${id}-help`, `${id}-said`].filter(Boolean).join(" "));
  if (field.need === "always") control.setAttribute("aria-required", "true");
  return make("div", { className: "ask" }, make("label", { htmlFor: id }, asked(field), " ", needOf(field)), words, control, ...more, saying(id));
}

/**
 * A question whose answer has several controls.
 *
 * @param {Field} field
 * @param {Path} path
 * @param {...(HTMLElement | string)} inside
 * @returns {HTMLFieldSetElement}
 */
export function questions(field, path, ...inside) {
  const id = idOf(path);
  const words = help(field, id);
  return make("fieldset", { className: "ask ask--many", id, tabIndex: -1, "aria-describedby": [words && `${id}-help`, `${id}-said`].filter(Boolean).join(" ") },
    make("legend", {}, asked(field), " ", needOf(field)), words, ...inside, saying(id));
}

/** Says at a control, and at it alone, what is wrong with it. @param {string} id @param {Omit<Problem, "path">[]} problems @returns {boolean} whether there is such a control */
export function say(id, problems) {
  const [control, said] = [document.getElementById(id), document.getElementById(`${id}-said`)];
  if (!control || !said) return false;
  said.hidden = !problems.length;
  said.classList.toggle("ask__said--warning", problems.length > 0 && problems.every((one) => one.isWarning));
  said.replaceChildren(...problems.flatMap(({ message, hint }, at) => [...(at ? [make("br")] : []), `${message}. ${hint}`]));
  if (problems.some((one) => !one.isWarning)) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
  return true;
}

/** @param {Path} path @returns {HTMLElement | null} the control of the value, or of the nearest group around it */
export function controlOf(path) {
  for (let length = path.length; length; length -= 1) {
    const found = document.getElementById(idOf(path.slice(0, length)));
    if (found) return found;
  }
  return null;
}
