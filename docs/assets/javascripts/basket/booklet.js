/**
 * A booklet made of records' pages: cover, contents, and each record a chapter with the chosen parts.
 */

import { make } from "../shared/dom.js";
import { decoded } from "../shared/percent.js";

/**
 * @typedef {import("./records.js").Found} Found
 * @typedef {{title: string, course: string, address: string, library: string, rights: string}} Cover
 * @typedef {{id: string, label: string}} Part
 */

/** What serves on a screen only. */
const SCREEN = "script, button, .tools, .contents, .level, .teaching__hint, .visually-hidden";
const NAMING = ["id", "for", "aria-labelledby", "aria-describedby"];

/**
 * @param {string} id
 * @returns {string}
 */
function chapterId(id) {
  return `record-${id}`;
}

/**
 * Let a link of a chapter lead into the booklet where what it names is in it, or to another
 * site; the other pages of the library are not to be had from paper.
 * @param {Element} link
 * @param {Found} found
 * @param {Found[]} all
 */
function lead(link, found, all) {
  const said = link.getAttribute("href") ?? "";
  const target = new URL(said, found.address);
  const other = all.find((one) => one.address === target.href.split("#")[0]);
  if (other === found && target.hash) link.setAttribute("href", `#${found.id}--${decoded(target.hash.slice(1))}`);
  else if (other) link.setAttribute("href", `#${chapterId(other.id)}`);
  else if (!link.matches('[rel~="external"]')) link.removeAttribute("href");
}

/**
 * @param {Element} part an element of a record's page
 * @param {Found} found
 * @param {Found[]} all
 * @returns {Element} a copy for the booklet, with ids of its own
 */
function copy(part, found, all) {
  const made = /** @type {Element} */ (document.importNode(part, true));
  for (const one of made.querySelectorAll(SCREEN)) one.remove();
  for (const fold of made.querySelectorAll("details")) {
    const summary = fold.querySelector(":scope > summary");
    summary?.replaceWith(...summary.querySelectorAll("h2, h3, h4"));
    fold.replaceWith(...fold.childNodes);
  }
  for (const one of [made, ...made.querySelectorAll("*")]) {
    for (const name of NAMING) {
      const ids = (one.getAttribute(name) ?? "").split(" ").map((id) => `${found.id}--${id}`);
      if (one.hasAttribute(name)) one.setAttribute(name, ids.join(" "));
    }
    if (one.localName === "section") one.removeAttribute("aria-labelledby");
    one.removeAttribute("tabindex");
    if (one.hasAttribute("href")) lead(one, found, all);
  }
  return made;
}

/**
 * @param {Found} found
 * @returns {Element[]} what a record's page says beside its marked parts
 */
function textOf(found) {
  return [...(found.main?.querySelectorAll(".record__text > :not([data-part])") ?? [])];
}

/**
 * @param {Found} found
 * @param {Part} part
 * @returns {Element[]} cards to cut out, made of what helped and what hindered
 */
function cards(found, part) {
  const factors = [...(found.main?.querySelectorAll(".factors__side li") ?? [])];
  const made = factors.map((factor) => make("li", { class: "cut" },
    make("p", { class: "cut__kind" }, `${factor.closest(".factors__side")?.querySelector("h3")?.textContent ?? ""} · ${factor.querySelector(".theme")?.textContent ?? ""}`),
    make("p", { class: "cut__what" }, factor.querySelector(".factor__what")?.textContent ?? ""),
    make("p", { class: "cut__from" }, found.title)));
  return made.length ? [make("section", { class: "cuts" }, make("h2", {}, part.label), make("ul", {}, ...made))] : [];
}

/**
 * @param {Found} found
 * @param {Part} part
 * @param {Found[]} all
 * @returns {Element[]}
 */
function content(found, part, all) {
  if (part.id === "cards") return cards(found, part);
  const marked = [...(found.main?.querySelectorAll(`[data-part="${part.id}"]`) ?? [])];
  const copies = (part.id === "text" ? textOf(found) : marked).map((one) => copy(one, found, all));
  const needsHeading = part.id === "questions" || part.id === "activity";
  if (!copies.length || !needsHeading || copies[0].matches("section")) return copies;
  return [make("section", { class: `part part--${part.id}` }, make("h2", {}, part.label), ...copies)];
}

/**
 * @param {Found} found
 * @param {number} number
 * @param {Part[]} parts
 * @param {Found[]} all
 * @returns {Element}
 */
function chapter(found, number, parts, all) {
  const title = make("h1", { class: "chapter__title" }, make("span", { class: "chapter__number" }, `${number}`), " ", found.title);
  const made = make("section", { class: "chapter", id: chapterId(found.id) }, title);
  if (found.kind) made.append(make("p", { class: "chapter__kind" }, document.importNode(found.kind, true)));
  made.append(make("p", { class: "chapter__address" }, found.address));
  for (const part of parts) made.append(...content(found, part, all));
  return made;
}

/**
 * @param {Found[]} all
 * @returns {Element}
 */
function contents(all) {
  const lines = all.map((found, at) => make("li", {}, make("a", { href: `#${chapterId(found.id)}` },
    make("span", { class: "toc__number" }, `${at + 1}`), make("span", { class: "toc__title" }, found.title),
    make("span", { class: "toc__dots" }))));
  return make("nav", { class: "toc", "aria-labelledby": "toc" }, make("h2", { id: "toc" }, "차례"), make("ol", {}, ...lines));
}

/**
 * @param {Cover} said
 * @param {number} count
 * @returns {Element}
 */
function cover(said, count) {
  const day = new Intl.DateTimeFormat("ko-KR", { dateStyle: "long" }).format(new Date());
  return make("section", { class: "cover" }, ...(said.course ? [make("p", { class: "cover__course" }, said.course)] : []),
    make("p", { class: "cover__title" }, said.title), make("p", { class: "cover__of" }, `${said.library}의 기록 ${count}개`),
    make("div", { class: "cover__foot" }, make("p", {}, `엮은 날: ${day}`), make("p", {}, said.rights),
      make("p", { class: "cover__address" }, said.address)));
}

/**
 * @param {Found[]} all the records that can be shown, in order
 * @param {Part[]} parts
 * @param {Cover} said
 * @returns {DocumentFragment}
 */
export function booklet(all, parts, said) {
  const made = document.createDocumentFragment();
  made.append(cover(said, all.length), contents(all), ...all.map((found, at) => chapter(found, at + 1, parts, all)));
  return made;
}
