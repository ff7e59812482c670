/**
 * The ways in which a contribution leaves the page. None needs an account, and what is not known here is said, not offered.
 *
 * @typedef {import("./finishing.js").Receiver} Receiver
 * @typedef {{name: string, path: string, text: string}} File
 */

import { make } from "../shared/dom.js";
import { copy, download, editAddress, emptyFileAddress, mailAddress, newFileAddress } from "./finishing.js";
import { hold } from "./holding.js";
import { cut } from "./text.js";

/** @param {HTMLElement} place @returns {Receiver} what the page says of where contributions go */
export function receiverOf(place) {
  const { contact = "", repo = "", branch = "main" } = place.dataset;
  return { contact, repo, branch };
}

/** @param {string} label @param {() => void} act @param {string} [className] */
function button(label, act, className = "button") {
  const made = make("button", { type: "button", className }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {Receiver} receiver
 * @param {() => File} file the file as it is now
 * @param {{title: () => string, isEdit: boolean, heldBack: () => string}} about ``heldBack`` says why nothing may leave, "" where it may
 * @returns {{element: HTMLElement, look: () => string}} the ways, and what turns them off and on: it says why they are off
 */
export function endings(receiver, file, about) {
  const said = make("p", { className: "endings__said", role: "status" });
  const held = make("p", { className: "endings__held", role: "status" });
  const say = (/** @type {string} */ words) => { said.textContent = words; };
  const copyIt = async () => {
    const isCopied = await copy(file().text);
    say(isCopied ? "복사했습니다. 편지나 메신저에 붙여 넣어 보내세요." : "복사하지 못했습니다. 내려받기를 써 주세요.");
    return isCopied;
  };
  const ways = [
    way(button("파일로 내려받기", () => { download(file().name, file().text); say(`‘${file().name}’을 내려받았습니다.`); }), "받은 파일을 전자우편에 붙이거나 담당자에게 건네세요."),
    way(button("글로 복사하기", () => void copyIt()), "파일을 붙일 수 없는 곳에 글로 붙여 넣습니다."),
    way(button("인쇄하기", () => window.print()), "내부 결재에 쓰도록 서식 모양으로 나옵니다."),
    mailWay(receiver, file, about, say),
    ...githubWays(receiver, file, about, copyIt, say),
  ];
  const list = make("ul", { className: "endings__ways" }, ...ways);
  const look = () => {
    const reason = about.heldBack();
    hold(list, held, reason);
    return reason;
  };
  return { element: make("div", { className: "endings" }, held, list, said), look };
}

/** @param {HTMLElement} control @param {string} words */
function way(control, words) {
  return make("li", {}, control, " ", make("span", { className: "fact__note" }, words));
}

/** @param {Receiver} receiver @param {() => File} file @param {{title: () => string}} about @param {(words: string) => void} say */
function mailWay(receiver, file, about, say) {
  if (!receiver.contact) return make("li", {}, "전자우편: 이 도서관의 받는 주소가 아직 정해지지 않았습니다. 내려받은 파일을 도서관을 알려 준 분에게 보내 주세요.");
  return way(button("전자우편 쓰기", () => {
    const { name } = file();
    location.href = mailAddress(receiver.contact, cut(`사례 보태기: ${about.title()}`, 80), cut(`내려받은 파일(${name})을 이 편지에 붙여 보내 주세요.\n\n제목: ${about.title()}`, 300));
    say(`편지 창이 열리면 내려받은 ‘${name}’을 붙여 보내세요.`);
  }), `${receiver.contact}로 보냅니다. 먼저 파일을 내려받고, 열리는 편지에 붙여 주세요.`);
}

/** @param {Receiver} receiver @param {() => File} file @param {{isEdit: boolean}} about @param {() => Promise<boolean>} copyIt @param {(words: string) => void} say */
function githubWays(receiver, file, about, copyIt, say) {
  if (!receiver.repo) return [];
  const open = async () => {
    const { path, text } = file();
    const whole = about.isEdit ? "" : newFileAddress(receiver, path, text);
    if (whole) return void window.open(whole, "_blank", "noopener");
    const isCopied = await copyIt();
    say(isCopied ? "글을 복사했습니다. 새 창의 편집 칸을 비우고 붙여 넣으세요." : "글을 복사하지 못했습니다. ‘글로 복사하기’를 먼저 눌러 주세요.");
    window.open(about.isEdit ? editAddress(receiver, path) : emptyFileAddress(receiver, path), "_blank", "noopener");
  };
  return [way(button("GitHub에서 열기 (새 창)", () => void open()),
    "계정이 있는 분만 쓰세요. ‘Fork this repository’ 단추가 나오면 누르고, 이어서 ‘Commit changes’와 ‘Create pull request’를 누르면 됩니다.")];
}
