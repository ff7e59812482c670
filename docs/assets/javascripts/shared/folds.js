/**
 * What folds on a page opens where it must: for an address that leads into it, and on paper. A browser that
 * knows ``::details-content`` prints what is folded by the stylesheet; the others are helped here.
 */

import { decoded } from "./percent.js";

/** @param {Element | null} place */
function open(place) {
  let opened = false;
  for (let fold = place?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    opened ||= !fold.open;
    fold.open = true;
  }
  if (opened) place?.scrollIntoView();
}

function openTarget() {
  const id = decoded(location.hash.slice(1));
  if (id) open(document.getElementById(id));
}

/** @type {HTMLDetailsElement[]} */
let closed = [];

if (!CSS.supports("selector(::details-content)")) {
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details")].filter((fold) => !fold.open);
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.open = false;
  });
}
addEventListener("hashchange", openTarget);
openTarget();
