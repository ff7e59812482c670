/**
 * Tools of a record's page: copy its address, print it, put it beside others.
 * They are made here, so that without JavaScript no dead button stands on the page.
 */

import { MOST, keep, picked, query } from "./picked.js";

/**
 * @param {string} label
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

/** @returns {HTMLElement} a place whose changes are read aloud */
function notice() {
  const made = document.createElement("span");
  made.setAttribute("role", "status");
  return made;
}

/** @returns {string} the page's address without what leads to a place in it */
function address() {
  const canonical = document.querySelector('link[rel="canonical"]');
  return canonical instanceof HTMLLinkElement ? canonical.href : location.href.split("#")[0];
}

/**
 * @param {HTMLElement} said
 * @returns {Promise<void>}
 */
async function copyAddress(said) {
  try {
    await navigator.clipboard.writeText(address());
    said.textContent = "주소를 복사했습니다.";
  } catch {
    said.textContent = `복사하지 못했습니다. 주소: ${address()}`;
  }
}

/**
 * @param {HTMLElement} tools
 * @param {HTMLElement} said
 * @param {HTMLAnchorElement} link
 */
function pick(tools, said, link) {
  const before = picked();
  const id = tools.dataset.id ?? "";
  if (!before.includes(id) && before.length === MOST) {
    said.textContent = `기록은 ${MOST}개까지 담을 수 있습니다. 견주는 쪽에서 하나를 빼 주세요.`;
    return;
  }
  const ids = before.includes(id) ? before : [...before, id];
  keep(ids);
  lead(link, tools, ids);
  said.textContent = ids.length > 1
    ? `담았습니다. 기록 ${ids.length}개를 견줄 수 있습니다.`
    : "담았습니다. 다른 기록도 담으면 나란히 볼 수 있습니다.";
}

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement} tools
 * @param {string[]} ids
 */
function lead(link, tools, ids) {
  link.href = `${tools.dataset.compare ?? ""}${query(ids)}`;
  link.textContent = `견주러 가기 (${ids.length}개)`;
  link.hidden = !ids.length;
}

for (const tools of document.querySelectorAll(".tools")) {
  if (!(tools instanceof HTMLElement)) continue;
  const said = notice();
  const link = document.createElement("a");
  lead(link, tools, picked());
  tools.append(
    button("주소 복사", () => void copyAddress(said)),
    button("인쇄", () => window.print()),
    button("견주기에 담기", () => pick(tools, said, link)),
    link,
    said,
  );
}
