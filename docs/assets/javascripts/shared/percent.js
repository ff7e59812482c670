/**
 * Texts in addresses, as percent signs and digits. Addresses are cut by letters and messengers, and texts by
 * limits of length: what is left of a character is no reason for a page to stop.
 */

/**
 * @param {string} text a part of an address
 * @returns {string} what it says; the part itself where it cannot be read
 */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {string} address a whole address
 * @returns {string} the address as people read it, its signs of structure left as they are
 */
export function readable(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/**
 * @param {string} text any text, half a character at its end too
 * @returns {string} the text for an address
 */
export function encoded(text) {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, "\ufffd"));
}
