/**
 * Tools of a record's page: copy its address, print it.
 * They are made here, so that without JavaScript no dead button stands on the page.
 */

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

for (const tools of document.querySelectorAll(".tools")) {
  const said = notice();
  tools.append(
    button("주소 복사", () => void copyAddress(said)),
    button("인쇄", () => window.print()),
    said,
  );
}
