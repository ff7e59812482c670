/**
 * The last page of the form: the record's id, what is still to be mended, the record as it will be shown, and the ways to send it.
 *
 * @typedef {import("./check.js").Problem} Problem
 * @typedef {import("./store.js").Store} Store
 */

import { make, page } from "../shared/dom.js";
import { question, say } from "./asking.js";
import { problemsOf } from "./check.js";
import { endings, receiverOf } from "./endings.js";
import { today } from "./dates.js";
import { finished } from "./finishing.js";
import { heldBack } from "./holding.js";
import { learn } from "./lookups.js";
import { preview } from "./preview.js";
import { yearOf } from "./record.js";
import { proposedId } from "./romanised.js";
import { asText } from "./schema.js";
import { sheet } from "./sheet.js";

/** @param {Store} store @param {HTMLElement} place @param {Problem[]} problems @param {(problem: Problem) => void} lead @returns {HTMLElement[]} */
export function reviewOf(store, place, problems, lead) {
  if (!store.hasOwnId && store.schema.isDated(store.kind)) store.draft.id = proposedId(asText(store.draft.fields.title), yearOf(store.draft.fields));
  const [list, paper, written] = [make("div", {}), make("div", {}), make("code", {})];
  const title = () => asText(store.draft.fields.title) || store.draft.id;
  const ways = endings(receiverOf(place), () => finished(store), { title, isEdit: Boolean(store.editing), heldBack: () => heldBack(finished(store).text, store.schema) });
  const draw = () => {
    const reason = ways.look();
    const found = problemsOf(store.draft.fields, store.draft.id, store.draft.sections, store.schema);
    list.replaceChildren(problemList(store, found, reason, lead));
    paper.replaceChildren(reason ? make("p", { className: "sheet" }, reason) : sheet(store, today()));
    written.textContent = reason || finished(store).text;
  };
  draw();
  void learn(store.draft, store.schema).then((isNew) => { if (isNew) draw(); });
  return [store.editing ? make("p", {}, "기록의 주소: ", make("code", {}, store.draft.id)) : idQuestion(store, draw), list,
    make("section", { "aria-labelledby": "shown" }, make("h3", { id: "shown" }, "도서관에 나올 모습"), preview(store)),
    make("section", { "aria-labelledby": "send" }, make("h3", { id: "send" }, "보내기"),
      make("p", {}, "어느 길로 보내도 됩니다. 계정은 없어도 됩니다. 받은 사람이 읽어 보고 도서관에 싣습니다."),
      ways.element),
    make("details", { className: "form__file" }, make("summary", {}, "파일에 적힐 글 보기"), make("pre", { tabIndex: 0 }, written)), paper];
}

/** @param {Store} store @param {Problem[]} problems @param {string} reason why nothing may leave, "" where it may @param {(problem: Problem) => void} lead @returns {HTMLElement} */
function problemList(store, problems, reason, lead) {
  const wrong = problems.filter((problem) => !problem.isWarning);
  const items = problems.filter((problem) => problem.path[0] !== "id").map((problem) => {
    const link = make("button", { type: "button", className: "button--link" }, `${nameOf(store, problem)}: ${problem.message}`);
    link.addEventListener("click", () => lead(problem));
    return make("li", {}, link, problem.isWarning ? " (살펴볼 곳)" : "");
  });
  const may = reason ? "번호를 지우기 전에는 보낼 수 없습니다." : "이대로 보내도 되지만, 고치면 더 빨리 실립니다.";
  const words = wrong.length || reason ? `고칠 곳이 ${wrong.length || 1}개 있습니다. ${may}` : "고칠 곳이 없습니다.";
  return make("section", { className: wrong.length || reason ? "form__problems" : "form__problems form__problems--none", "aria-labelledby": "left" },
    make("h3", { id: "left" }, "고칠 곳"), make("p", {}, words), items.length ? make("ul", {}, ...items) : "");
}

/** @param {Store} store @param {Problem} problem @returns {string} */
function nameOf(store, problem) {
  const [first, at] = problem.path;
  if (first === "body") return String(at || "본문");
  const label = store.schema.fields.get(String(first))?.label ?? String(first);
  return typeof at === "number" ? `${label} ${at + 1}` : label;
}

/** @param {Store} store @param {() => void} redraw @returns {HTMLElement} */
function idQuestion(store, redraw) {
  const field = { name: "id", label: "기록의 주소 이름", type: "slug", need: "always", help: "도서관에서 이 기록의 주소가 됩니다. 제목에서 지었으니 마음에 들지 않으면 바꾸세요. 한번 실리면 바꾸지 않습니다.", example: "2017-our-forum" };
  const control = make("input", { type: "text", value: store.draft.id, autocomplete: "off", spellcheck: false });
  const judge = async () => {
    const wrong = problemsOf(store.draft.fields, store.draft.id, store.draft.sections, store.schema).filter((problem) => problem.path[0] === "id");
    const taken = wrong.length ? [] : await takenProblems(store);
    say("f-id", [...wrong, ...taken]);
  };
  control.addEventListener("input", () => {
    store.draft.id = control.value.trim();
    store.hasOwnId = true;
    store.changed();
  });
  control.addEventListener("change", () => { redraw(); void judge(); });
  queueMicrotask(() => void judge());
  return question(field, ["id"], control);
}

/** @param {Store} store @returns {Promise<Omit<Problem, "path">[]>} whether a record has this id already */
async function takenProblems(store) {
  const { id } = store.draft;
  const number = [...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % store.schema.data.idFiles;
  const answer = await fetch(page(`data/ids/${number}.json`)).catch(() => null);
  if (!answer?.ok || !(await answer.json()).includes(id)) return [];
  return [{ rule: "repeated-id", message: "이 주소의 기록이 이미 있습니다", hint: "다른 이름으로 바꿔 주세요. 같은 일이라면 그 기록을 열어 ‘이 기록 고치기’를 누르세요" }];
}
