// The list of results as a spreadsheet.

import { page } from "../shared/dom.js";

const COLUMNS = { id: "이름표", kind: "종류", title: "제목", name: "공식 이름", summary: "요약", districts: "지역", domain: "분야",
  when: "기간", status_label: "상태", as_of: "상태를 말한 자료의 때", depth: "깊이" };

/** The cards as comma-separated values: a byte order mark for Excel, lines ended by CR LF. */
export function csvOf(/** @type {Record<string, string>[]} */ cards, /** @type {Record<string, string[]>} */ kinds) {
  const rows = cards.map((card) => [...Object.keys(COLUMNS).map((name) =>
    cell((name === "kind" ? kinds[card.kind]?.[0] : card[name]) ?? "")), cell(page(`cases/${card.id}/`))]);
  return `\ufeff${[[...Object.values(COLUMNS), "주소"], ...rows].map((row) => row.join(",")).join("\r\n")}\r\n`;
}

/** One cell: what a spreadsheet would take for a formula begins with an apostrophe. */
export function cell(/** @type {string} */ text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands a text to the person as a file. */
export function download(/** @type {string} */ name, /** @type {string} */ text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
