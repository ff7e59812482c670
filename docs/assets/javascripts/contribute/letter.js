/**
 * A letter: a few answers as plain text, and the ways in which it leaves this browser.
 */

import { encoded } from "../shared/percent.js";
import { make, page } from "../shared/dom.js";
import { receiverOf } from "./endings.js";
import { copy, download, LONGEST_ADDRESS, mailAddress } from "./finishing.js";
import { hold } from "./holding.js";
import { Schema } from "./schema.js";

const LONGEST_MAIL = 1800;
export const UNCHECKED = "개인의 번호가 있는지 살피지 못해 아직 내보낼 수 없습니다. 이 쪽을 새로 고쳐 주세요. 쓰던 글은 이 브라우저에 남습니다.";

/**
 * @typedef {{file: string, subject: () => string, text: () => string, reason: () => string, isWritten: () => boolean}} Letter
 *   the name of its file; its subject and text; why it may not leave, "" where it may; whether there is anything to tell
 */

/** @param {HTMLElement} place @param {Letter} letter @returns {() => void} what turns the ways off and on */
export function sending(place, { file, subject, text, reason, isWritten }) {
  const { contact, repo } = receiverOf(place);
  const said = make("p", { className: "endings__said", role: "status" });
  const way = (/** @type {string} */ label, /** @type {() => void} */ act, /** @type {string} */ words) => {
    const button = make("button", { type: "button", className: "button" }, label);
    button.addEventListener("click", () => {
      look();
      if (button.disabled) return;
      if (isWritten()) act();
      else said.textContent = "알릴 것을 먼저 한 칸이라도 적어 주세요.";
    });
    return make("li", {}, button, " ", make("span", { className: "fact__note" }, words));
  };
  const copyIt = async () => {
    const isCopied = await copy(text());
    said.textContent = isCopied ? "복사했습니다. 편지나 메신저에 붙여 넣어 보내세요." : "복사하지 못했습니다. 아래 글을 직접 골라 복사해 주세요.";
  };
  const ways = [
    contact ? way("전자우편 쓰기", () => {
      const whole = mailAddress(contact, subject(), text());
      location.href = whole.length <= LONGEST_MAIL ? whole : mailAddress(contact, subject(), "‘글로 복사하기’로 복사한 글을 여기에 붙여 넣어 주세요.");
    }, `${contact}로 보낼 편지가 열립니다.`) : make("li", {}, "전자우편: 이 도서관의 받는 주소가 아직 정해지지 않았습니다. 복사하거나 내려받아 도서관을 알려 준 분에게 보내 주세요."),
    way("글로 복사하기", () => void copyIt(), "편지나 메신저에 붙여 넣습니다."),
    way("파일로 내려받기", () => { download(file, `${text()}\n`); said.textContent = "내려받았습니다."; }, "글 파일로 받습니다."),
    ...(repo ? [way("GitHub에 남기기 (새 창)", async () => {
      const whole = `${repo}issues/new?title=${encoded(subject())}&body=${encoded(text())}`;
      if (whole.length > LONGEST_ADDRESS) await copyIt();
      window.open(whole.length > LONGEST_ADDRESS ? `${repo}issues/new?title=${encoded(subject())}` : whole, "_blank", "noopener");
    }, "계정이 있는 분만 쓰세요. 누구나 볼 수 있습니다.")] : []),
  ];
  const [list, held] = [make("ul", { className: "endings__ways" }, ...ways), make("p", { className: "endings__held", role: "status" })];
  const look = () => hold(list, held, reason());
  place.querySelector(".tell__endings")?.append(held, list, said);
  return look;
}

/** @returns {Promise<Schema | null>} null where it could not be had: then nothing can be checked */
export async function schemaOf() {
  const answer = await fetch(page("data/fields.json")).catch(() => null);
  const found = answer?.ok ? await answer.json().catch(() => null) : null;
  return found && new Schema(found);
}
