/** How much a number of people need: what is given out per person and per group is counted anew. */

const section = document.querySelector(".amounts");
const input = section?.querySelector("input");

/**
 * @param {number} people
 * @param {number} size
 * @returns {Record<string, number>}
 */
function units(people, size) {
  return { person: people, group: Math.ceil(people / size), session: 1 };
}

/**
 * @param {HTMLElement} place
 * @param {HTMLInputElement} field
 */
function count(place, field) {
  const people = Number(field.value);
  const output = /** @type {HTMLOutputElement} */ (place.querySelector("output"));
  if (!Number.isInteger(people) || people < 1 || people > Number(field.max)) {
    output.value = `1에서 ${field.max} 사이의 수를 적어 주세요.`;
    return;
  }
  const found = units(people, Number(place.dataset.groupSize));
  for (const cell of /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("[data-per]"))) {
    const { per = "", each = "1", unit = "" } = cell.dataset;
    cell.textContent = `${(found[per] * Number(each)).toLocaleString("ko-KR")}${unit}`;
  }
  output.value = `${found.group}모둠`;
}

if (section instanceof HTMLElement && input) {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".amounts__people"))) part.hidden = false;
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".amounts__fixed"))) part.hidden = true;
  input.addEventListener("input", () => count(section, input));
  count(section, input);
}
