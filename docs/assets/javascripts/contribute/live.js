/** The record as the library will show it, beside each step for those who want to see it while they write. */

import { make } from "../shared/dom.js";
import { preview } from "./preview.js";

const QUIET = 400;

/** @param {import("./store.js").Store} store @returns {HTMLDetailsElement} opened, it follows what is written */
export function livePreview(store) {
  const summary = make("summary", {}, "지금까지 쓴 것을 도서관에 나올 모습으로 보기");
  const details = make("details", { className: "form__live" }, summary);
  let timer = 0;
  const draw = () => details.replaceChildren(summary, ...(details.open ? [preview(store)] : []));
  details.addEventListener("toggle", draw);
  store.onChange(() => {
    clearTimeout(timer);
    if (details.open) timer = window.setTimeout(draw, QUIET);
  });
  return details;
}
