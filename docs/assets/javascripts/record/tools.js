/**
 * Tools of a record's page: copy its address, print it, put it into the basket or beside others.
 * They are made here, so that without JavaScript no dead button stands on the page.
 */

import { MOST as FULL, addAll, own, toggle } from "../basket/state.js";
import { MOST, keep, picked, query } from "../shared/picked.js";

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
  link.textContent = `나란히 보기 (${ids.length}개)`;
  link.hidden = !ids.length;
}

/**
 * @param {HTMLElement} tools
 * @param {HTMLElement} said
 * @returns {HTMLButtonElement} what puts the record into the basket and takes it out
 */
function basketButton(tools, said) {
  const id = tools.dataset.id ?? "";
  const made = button("", () => {
    const become = toggle(id);
    said.textContent = {
      in: "내 자료집에 담았습니다.", out: "내 자료집에서 뺐습니다.",
      full: `내 자료집에는 기록을 ${FULL}개까지 담을 수 있습니다. 거기에서 하나를 빼 주세요.`,
    }[become];
    show();
  });
  const show = () => {
    made.textContent = own().ids.includes(id) ? "내 자료집에서 빼기" : "내 자료집에 담기";
  };
  show();
  window.addEventListener("pageshow", show);
  return made;
}

/**
 * @param {HTMLElement} said
 * @returns {HTMLButtonElement[]} on a collection's page, what puts all its records into the basket
 */
function collectionButton(said) {
  const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".record--collection .cards [data-record]")]);
  const ids = [...new Set(items.map((item) => item.dataset.record ?? ""))];
  if (!ids.length) return [];
  return [button(`이 묶음의 기록 ${ids.length}개 담기`, () => {
    const added = addAll(ids);
    said.textContent = added ? `내 자료집에 기록 ${added}개를 담았습니다.` : "모두 이미 담겨 있습니다.";
  })];
}

for (const tools of document.querySelectorAll(".tools")) {
  if (!(tools instanceof HTMLElement)) continue;
  const said = notice();
  const link = document.createElement("a");
  lead(link, tools, picked());
  const mistake = tools.querySelector(".mistake");
  tools.append(
    basketButton(tools, said),
    ...collectionButton(said),
    button("주소 복사", () => void copyAddress(said)),
    button("인쇄", () => window.print()),
    button("견주기에 담기", () => pick(tools, said, link)),
    link,
    ...(mistake ? [mistake] : []),
    said,
  );
}
