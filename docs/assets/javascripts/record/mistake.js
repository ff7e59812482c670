/**
 * "틀린 곳 알리기" on a record: the link takes along what the reader has selected, else the heading of the section in sight.
 */

import { encoded } from "../shared/percent.js";

/** The longest passage that goes along. */
const LONGEST = 200;

/** @returns {string} what is selected in the record, on one line */
function selected() {
  const found = getSelection();
  const text = document.querySelector(".record__text, .record");
  if (!found || found.isCollapsed || !text || !found.anchorNode || !text.contains(found.anchorNode)) return "";
  return found.toString().replace(/\s+/g, " ").trim();
}

/** @returns {string} the place to which the address leads, or the heading that is in sight */
function heading() {
  const target = document.querySelector(":target");
  const above = [...document.querySelectorAll(".record__text h2")].filter((one) => one.getBoundingClientRect().top < innerHeight / 2
    && !one.closest(".sources, .cite, .history"));
  return (target?.closest("main, .record")?.contains(target) ? target : above.at(-1))?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

let latest = "";
// A press of the pointer takes the selection away before the click comes.
addEventListener("pointerdown", () => { latest = selected(); }, { capture: true });

for (const link of document.querySelectorAll("a.mistake")) {
  if (!(link instanceof HTMLAnchorElement)) continue;
  const plain = link.href;
  link.addEventListener("click", () => {
    const passage = (selected() || latest || (link.closest(".tools") ? heading() : "")).slice(0, LONGEST);
    link.href = passage ? `${plain}&passage=${encoded(passage)}` : plain;
  });
}
