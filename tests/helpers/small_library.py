"""Libraries of a few records, written for a test, over the real vocabularies."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path

from helpers.docs_pages import docs, docs_pages
from helpers.same_words import SAME_WORDS
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check, without_broken
from hyeopchi.site.pages import all_views
from hyeopchi.site.templating import Templates
from support.environment import ROOT

DECLARATION = """
kind: declaration
title: 함께 정하자는 다짐
summary: 시민과 시가 세 가지를 다짐했습니다.
districts: [seoul]
domains: [civic-participation]
period: {start: 2016-11-27, from: {paper: 1쪽}}
declared_on: 2016-11-27
signatories: [{id: seoul}]
pledges:
  - {number: "1", text: 시민과 함께 정한다, from: {paper: 1쪽}}
  - {number: "2", text: 예산을 함께 짠다, from: {paper: 1쪽}}
  - {number: "3", text: 정보를 모두 연다, from: {paper: 1쪽}}
sources: [{key: paper, title: 다짐문, date: 2016-11-27, rights: unknown, url_note: 종이로 봄}]
added: 2026-11-22
"""

PLAN = """
kind: plan
title: 다짐을 지키려는 계획
summary: 다짐을 두 전략으로 나누어 하기로 했습니다.
districts: [seoul]
domains: [governance-system]
period: {start: 2017, from: {plan: 1쪽}}
status: {value: planned, from: {plan: 1쪽}}
strategies:
  - number: "1"
    title: 함께 정하기
    from: {plan: 2쪽}
    tasks:
      - number: 1-1
        title: 공론장 열기
        what: 동네마다 공론장을 열기로 했습니다.
        answers: [{to: 2016-pledges#1, basis: source, from: {plan: 2쪽}}]
        followups:
          - {as_of: 2018-12, what: 열다섯 구에서 열렸습니다., verdict: partly, basis: editor, from: {later: 9쪽}}
        from: {plan: 2쪽}
      - number: 1-2
        title: 예산학교 열기
        status: {value: ended, from: {later: 3쪽}}
        answers: [{to: 2016-pledges#2, basis: editor, note: 예산이라는 말이 같음}]
        from: {plan: 3쪽}
  - {number: "2", title: 널리 알리기, from: {plan: 4쪽}}
sources:
  - {key: plan, title: 계획서, date: 2017-02-22, rights: unknown, url_note: 종이로 봄}
  - {key: later, title: 나중 자료, date: 2018-12-06, rights: unknown, url_note: 종이로 봄}
added: 2026-11-22
"""

PLAN_WITHOUT_PLEDGES = re.sub(r"\n +answers:.*", "", PLAN)

FORUM = """
kind: case
title: 장터에서 동네 예산을 이야기하다
summary: 주민 419명이 장터에서 동네 예산을 이야기했습니다.
districts: [geumcheon-gu]
domains: [civic-participation, participatory-budget]
groups: [youth]
period: {start: 2017-06-20, end: 2018-03, from: {note: 3쪽}}
status: {value: done, from: {note: 3쪽}}
case_type: event
scale: district
actors: [{id: seoul-institute, role: 기록}]
methods: [street-forum]
proposals:
  - {number: "1", title: 빈터를 정원으로, group: 마을, responsible: 공원과, from: {note: 5쪽}}
  - number: "2"
    title: 밤길에 등 달기
    group: 마을
    followups: [{as_of: 2018, what: 등이 달렸습니다., verdict: done, basis: source, from: {note: 6쪽}}]
    from: {note: 5쪽}
enablers: [{theme: trust, what: 서로 믿고 시작했습니다., said_by: participants, from: {note: 7쪽}}]
relations:
  implements: [{to: 2017-plan#1-1, basis: source, from: {note: 1쪽}}]
sources: [{key: note, title: 장터 기록, date: 2018-12-06, rights: unknown, url_note: 종이로 봄}]
easy: [시장에서 만났습니다., 동네의 돈을 이야기했습니다., 419명이 왔습니다.]
added: 2026-11-22
"""

SCHOOL = """
kind: case
title: 예산을 배우는 학교를 열기로 하다
summary: 주민이 예산을 배우는 학교를 열기로 했습니다.
districts: [seoul]
domains: [participatory-budget]
period: {start: 2017-40, from: {plan: 3쪽}}
status: {value: planned, from: {plan: 3쪽}}
case_type: training
scale: city
obstacles: [{theme: trust, what: 서로 못 믿어 더뎠습니다., said_by: administration, from: {plan: 4쪽}}]
relations:
  implements: [{to: 2017-plan#1-2, basis: source, from: {plan: 3쪽}}]
sources: [{key: plan, title: 계획서, date: 2017-02-22, rights: unknown, url_note: 종이로 봄}]
added: 2026-11-22
"""

BOOK = """
kind: resource
title: 협치를 처음 배우는 책
summary: 협치를 처음 배우는 사람을 위한 책입니다.
districts: [seoul]
domains: [governance-learning]
resource_type: textbook
issuer: [{id: seoul-institute}]
sources: [{key: list, title: 목록, rights: unknown, url_note: 종이로 봄}]
unknown: [{field: period, note: 낸 때}]
added: 2026-11-22
"""

QUESTION = """
kind: collection
title: 함께 정할 수 있나요?
summary: 함께 정한 일을 모아 봅니다.
districts: [seoul]
domains: [civic-participation]
purpose: question
answer: {better: [{what: 장터에서 정한 일이 있습니다., rests_on: [2017-market-forum#p2]}]}
items: [{record: 2017-market-forum, why: 장터에서 정한 일을 봅니다.}]
easy: [함께 정한 일이 있습니다., 그 일을 모았습니다., 우리 동네에도 물어보세요.]
added: 2026-11-22
"""

_BLOCKS = "p|li|h[1-6]|t[dhr]|d[dtl]|div|section|header|nav|summary|details|ul|ol|table|caption|br"

COURSE = """
kind: collection
title: 함께 정하기를 배우기
summary: 함께 정하기를 두 시간에 배웁니다.
districts: [seoul]
domains: [civic-participation]
purpose: teaching
audience: [mixed]
minutes: 120
aims: [약속과 과제를 이을 수 있다]
session: [{minutes: 30, activity: 과제를 함께 읽습니다., sheet: 2017-plan#1-1}]
items: [{record: 2017-plan, why: 과제를 봅니다.}]
added: 2026-11-22
---
이 묶음을 쓰는 법을 적습니다.
"""

STORY: Mapping[str, str] = {
    "seoul/2016-pledges": DECLARATION,
    "seoul/2017-plan": PLAN,
    "geumcheon-gu/2017-market-forum": FORUM,
    "seoul/2017-budget-school": SCHOOL,
    "seoul/nd-first-book": BOOK,
    "seoul/question-together": QUESTION,
}
"""One of each kind: pledge 1 is walked to practice, 2 only to the plan's own telling, 3 not at all."""


def small_library(
    folder: Path, records: Mapping[str, str], settings: Settings | None = None
) -> Library:
    """A library under the empty ``folder``: front matter by ``<district>/<id>``.

    In a preview its problems come along and the broken records stay out, as in a build.
    """
    settings = settings or Settings()
    shutil.copytree(ROOT / "cases/_vocabulary", folder / "_vocabulary")
    for place, front_matter in records.items():
        file = folder / f"{place}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"---\n{front_matter.strip()}\n---\n", encoding="utf-8")
    archive = read_archive(folder, memory=SAME_WORDS)
    if not settings.preview:
        return Library(archive, settings)
    problems = check(archive)
    return Library(without_broken(archive, problems), settings, problems)


def rendered(library: Library) -> dict[str, str]:
    """The HTML of every page by its address."""
    templates = Templates(library)
    made = {view.address: str(templates.render(view)) for view in all_views(library)}
    return {**made, **{address: html() for address, html in docs_pages(library).items()}}


def page(library: Library, address: str) -> str:
    """The HTML of the page at ``address``, with the words that ``docs/`` has for it."""
    if any(one.address == address for one in docs()):
        return docs_pages(library)[address]()
    view = next(view for view in all_views(library) if view.address == address)
    return str(Templates(library).render(view))


def said(html: str) -> str:
    """What a page says: its text with single spaces."""
    apart = re.sub(rf"</?(?:{_BLOCKS})\b[^>]*>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", apart)).split())
