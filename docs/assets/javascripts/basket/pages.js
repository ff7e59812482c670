/**
 * A booklet shown in pages and printed. Paged.js and the fonts for paper are asked for only here.
 */

import { make } from "../shared/dom.js";

const FAMILY = '"Noto Sans KR Print"';

/** The mark of the sheets that are on while the pages show, and only then. */
const OWN = "data-booklet";

/**
 * @param {HTMLElement} asking an element that asks for a file
 * @returns {Promise<void>}
 */
function come(asking) {
  return new Promise((came, failed) => {
    asking.addEventListener("load", () => came());
    asking.addEventListener("error", () => failed(new Error("a file did not come")));
    document.head.append(asking);
  });
}

/** @type {Promise<unknown> | null} */
let asked = null;

/**
 * @param {string} assets
 * @returns {Promise<any>} Paged.js, once its script and the names of the fonts have come
 */
async function tools(assets) {
  asked ??= Promise.all([
    come(make("link", { rel: "stylesheet", [OWN]: "", href: `${assets}booklet/fonts.css` })),
    come(make("link", { rel: "stylesheet", [OWN]: "", href: `${assets}booklet/frame.css` })),
    come(make("script", { src: `${assets}vendor/pagedjs/paged.min.js` })),
  ]);
  try {
    await asked;
  } catch (error) {
    asked = null;
    throw error;
  }
  return Reflect.get(window, "PagedModule");
}

/**
 * @param {string} text
 * @returns {Promise<unknown>} when the fonts of every letter have come: a later one would move lines
 */
function fontsOf(text) {
  const letters = [...new Set(text)].join("");
  return Promise.all([400, 700].map((weight) => document.fonts.load(`${weight} 1em ${FAMILY}`, letters)));
}

/**
 * Turn the site's sheets off, which would change the pages' lines, and on again.
 * @param {boolean} isBooklet
 */
function setSheets(isBooklet) {
  for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
    if (link instanceof HTMLLinkElement) link.disabled = link.hasAttribute(OWN) !== isBooklet;
  }
  document.documentElement.classList.toggle("has-booklet", isBooklet);
}

/**
 * @param {() => void} close
 * @returns {{bar: HTMLElement, said: HTMLElement, print: HTMLElement}}
 */
function bar(close) {
  const print = make("button", { type: "button", class: "booklet__print" }, "인쇄하거나 PDF로 저장");
  const back = make("button", { type: "button" }, "고치러 돌아가기");
  const said = make("p", { role: "status" }, "쪽을 나누고 있습니다…");
  print.addEventListener("click", () => window.print());
  back.addEventListener("click", close);
  return { bar: make("div", { class: "booklet__bar", role: "region", "aria-label": "책 인쇄" }, print, back, said), said, print };
}

/**
 * @param {number} pages
 * @param {number | null} people
 * @returns {string} how many pages there are, and how many sheets of paper their copies take
 */
function counted(pages, people) {
  if (people === null) return `모두 ${pages}쪽입니다.`;
  const [one, both] = [pages * people, Math.ceil(pages / 2) * people].map((sheets) => sheets.toLocaleString("ko-KR"));
  return `모두 ${pages}쪽 × ${people}부 = ${one}장, 양면으로 찍으면 ${both}장입니다.`;
}

/**
 * Show ``content`` in pages until the reader goes back.
 * @param {DocumentFragment} content
 * @param {string} assets where the site's assets stand
 * @param {number | null} people how many get a copy
 * @param {() => void} closed what to do once the reader has gone back
 */
export async function showPages(content, assets, people, closed) {
  const paged = await tools(assets);
  const fonts = fontsOf(content.textContent ?? "");
  const previewer = new paged.Previewer();
  // By itself Paged.js asks for every font that any sheet names: hundreds of files that no page shows.
  previewer.chunker.loadFonts = () => fonts;
  const close = () => {
    view.remove();
    previewer.polisher.destroy();
    setSheets(false);
    document.removeEventListener("keydown", escape);
    closed();
  };
  /** @param {KeyboardEvent} event */
  const escape = (event) => {
    if (event.key === "Escape") close();
  };
  const { bar: made, said, print } = bar(close);
  const pages = make("div", { class: "booklet__pages" });
  const view = make("div", { class: "booklet", role: "main", "aria-label": "책의 모든 쪽" }, made, pages);
  document.body.append(view);
  setSheets(true);
  window.scrollTo(0, 0);
  print.focus();
  document.addEventListener("keydown", escape);
  const flow = await previewer.preview(content, [`${assets}booklet/booklet.css`], pages);
  said.textContent = counted(flow.total, people);
}
