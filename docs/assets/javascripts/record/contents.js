/**
 * The contents of a long record page: its sections, each a link.
 * Made here, because a page's sections stand in many templates and none of them knows the others.
 */

/** Fewer sections than this need no list. */
const FEWEST = 4;

const NAME = "이 쪽의 차례";

/**
 * @param {HTMLHeadingElement} heading
 * @returns {HTMLLIElement}
 */
function entry(heading) {
  const link = document.createElement("a");
  link.href = `#${heading.id}`;
  link.textContent = heading.textContent;
  const made = document.createElement("li");
  made.append(link);
  return made;
}

/**
 * @param {HTMLHeadingElement[]} headings
 * @returns {HTMLElement}
 */
function contents(headings) {
  const list = document.createElement("ol");
  list.append(...headings.map(entry));
  const summary = document.createElement("summary");
  summary.textContent = NAME;
  const fold = document.createElement("details");
  fold.append(summary, list);
  const made = document.createElement("nav");
  made.setAttribute("aria-label", NAME);
  made.append(fold);
  return made;
}

const place = document.querySelector(".contents");
const headings = [...document.querySelectorAll(".record__text h2[id]")];
if (place && headings.length >= FEWEST) {
  place.append(contents(/** @type {HTMLHeadingElement[]} */ (headings)));
}
