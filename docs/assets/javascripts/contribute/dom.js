/**
 * What the form shares with the search: making elements, addresses of the library's pages, finding records. The search's
 * modules stand on the site as one file, which every page has loaded already (hooks/hyeopchi/site/scripts.py).
 */

export { find, make, page, withIndex } from "../search/box.js";
