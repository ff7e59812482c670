/**
 * Tables of a body, as the library's rule reads them (rules/tables.py): every cell that is written is shown.
 *
 * @typedef {import("./grammar.js").Grammar} Grammar
 * @typedef {{start: number, end: number, cells: number[]}} Table its lines, from 0, and how many cells each row has, the head's first
 */

/** @param {string} name @param {string} line @param {Grammar} rules @returns {number} where what a line begins with ends */
const behind = (name, line, rules) => rules.at(name, line, 0)?.[0].length ?? 0;

/** @param {string} line @param {string} beginning @param {Grammar} rules @returns {number} the cells of a row; an escaped bar parts none */
function cells(line, beginning, rules) {
  const row = line.slice(behind(beginning, line, rules)).trim().replace(/\\./gsu, "..");
  return row.replace(/^\|/, "").replace(/\|$/, "").split("|").length;
}

/** @param {string} line @param {Grammar} rules @returns {number} the cells of the line below a head, 0 where it is none */
function ruled(line, rules) {
  const from = behind("quoted", line, rules);
  const found = line.includes("|") && rules.at("rule", line, from);
  return found && from + found[0].length === line.length ? cells(line, "quoted", rules) : 0;
}

/** @param {string} line @param {Grammar} rules @returns {boolean} */
function isRow(line, rules) {
  const from = behind("quoted", line, rules);
  return line.slice(from).trim() !== "" && !rules.at("other", line, from);
}

/** @param {string[]} lines @param {Grammar} rules @returns {Generator<Table>} */
function* tables(lines, rules) {
  for (let line = 0; line + 1 < lines.length; line += 1) {
    const columns = lines[line].includes("|") ? cells(lines[line], "beginning", rules) : 0;
    if (!columns || columns !== ruled(lines[line + 1], rules)) continue;
    let end = line + 2;
    while (end < lines.length && isRow(lines[end], rules)) end += 1;
    yield { start: line, end, cells: [columns, ...lines.slice(line + 2, end).map((row) => cells(row, "quoted", rules))] };
    line = end - 1;
  }
}

/** @param {string} text @param {Grammar} rules @returns {Generator<{rule: string, message: string, hint: string}>} */
export function* tableMistakes(text, rules) {
  if (!text.includes("|")) return;
  const lines = text.split("\n");
  const found = [...tables(lines, rules)];
  for (const { start, cells: [columns, ...rows] } of found) {
    const wide = rows.findIndex((count) => count > columns);
    if (wide >= 0) {
      yield { rule: "table-form", message: `${start + wide + 3}째 줄: 표의 줄에 칸이 머리줄보다 많습니다: ${rows[wide]}칸 (머리줄은 ${columns}칸)`,
        hint: "머리줄과 그 아래 줄에 칸을 더해 주세요. 글자로 쓴 세로줄이면 앞에 \\를 붙여 주세요" };
    }
  }
  const loose = lines.findIndex((line, at) => {
    const from = behind("beginning", line, rules);
    return line[from] === "|" && line.slice(from + 1).includes("|") && !found.some(({ start, end }) => start <= at && at < end);
  });
  if (loose >= 0) yield { rule: "table-form", message: `${loose + 1}째 줄: 표로 읽을 수 없는 줄입니다`, hint: "머리줄 바로 아래에 |---|---|처럼 칸 수가 같은 줄을 넣어 주세요. 표가 아니면 | 앞에 \\를 붙여 주세요" };
}
