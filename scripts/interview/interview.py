"""An interview: the question of each field, asked as its type needs, each answer checked at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from typing import Any

from hyeopchi.contribute.answer_check import answer_problems
from hyeopchi.records.archive import Archive
from hyeopchi.records.as_json import Plain
from hyeopchi.schema.fields import Field, Structure
from hyeopchi.schema.usual_places import told_places
from hyeopchi.text.romanisation import romanised
from interview.dialogue import Back, Choice, Enough, Said, choose, line, show
from interview.wanted import addresses, asked, asked_for, help_of, suggested, terms_of
from support.console import say


class Interview:
    """Asks for the values of fields. ``sources`` are those that citations may name.

    ``is_enough``: the person has asked to be asked no more than is needed.
    """

    def __init__(self, archive: Archive, sources: Sequence[Mapping[str, Any]]) -> None:
        self._archive = archive
        self._sources = list(sources)
        self.is_enough = False
        self._special: Mapping[str, Callable[[Field], Plain]] = {
            "term": self._term,
            "link": self._link,
            "citations": self._citation,
            "actor": self._actor,
            "boolean": self._boolean,
        }

    def value(self, field: Field, above: str = "") -> Plain:
        """The answer to one field, "" or empty for none; asked again until the rules have nothing against it.

        ``above`` is the question of the group that has just been said.
        """
        while True:
            if field.question != above:
                say(f"\n{field.question}{' (꼭)' if field.need else ''}\n  {help_of(field)}")
            answer = (
                self._several(field) if field.many and field.vocabulary == "" else self._one(field)
            )
            if not answer and not field.need:
                return answer
            wrong = asked_for(field) if not answer else self._mistakes(field, answer)
            if not wrong:
                return answer
            say("\n".join(f"  고칠 곳: {text}" for text in wrong))

    def _mistakes(self, field: Field, answer: Plain) -> list[str]:
        found = answer_problems(
            field,
            answer,
            self._archive.schema,
            self._archive.vocabularies,
            told_places(self._sources),
        )
        return [f"{problem.message} → {problem.hint}" for problem in found if problem.is_error]

    def _several(self, field: Field) -> Plain:
        """One answer after the other, until an empty one."""
        given: list[Plain] = []
        while not field.most or len(given) < field.most:
            say(f"  {len(given) + 1}번째{' (더 없으면 엔터)' if given or not field.need else ''}")
            try:
                answer = self._one(replace(field, many=False))
            except Back:
                if not given:
                    raise
                given.pop()
                continue
            except Enough:
                self.is_enough = True
                if not given:
                    raise
                return given
            if not answer:
                break
            wrong = self._mistakes(replace(field, many=False), answer)
            say("\n".join(f"  고칠 곳: {text}" for text in wrong)) if wrong else given.append(
                answer
            )
            if not wrong and isinstance(answer, dict) and field.type == "source":
                self._sources.append(answer)
        return given

    def _one(self, field: Field) -> Plain:
        structure = self._archive.schema.structures.get(field.type)
        if field.type in self._special:
            return self._special[field.type](field)
        if structure is None:
            return line(help_of(field))
        sorts = [
            sub
            for sub in structure.fields.values()
            if sub.many and sub.type in self._archive.schema.structures
        ]
        if len(sorts) == len(structure.fields):
            return self._sorted(sorts)
        return self._group(structure, field.question)

    def _group(self, structure: Structure, above: str) -> Plain:
        """The fields of a group; the first may be left empty: then there is no such group."""
        fields, answers, number = asked(structure), {}, 0
        while number < len(fields):
            field = fields[number]
            try:
                answer = self.value(field) if number else self.value(replace(field, need=""), above)
            except Back:
                if not number:
                    raise
                number -= 1
                continue
            except Said:
                if not number:
                    raise
                answer = ""
                if field.need:
                    say(
                        "  고칠 곳: 이 묶음에 꼭 있어야 합니다. 모르면 '뒤로'를 적어 이 묶음을 빼 주세요"
                    )
                    continue
            if not answer and not number and field.need:
                return {}
            answers[field.name] = answer
            number += 1
        return self._completed(
            structure, {name: answer for name, answer in answers.items() if answer}
        )

    def _completed(self, structure: Structure, answers: dict[str, Plain]) -> dict[str, Plain]:
        """The answers, with what nobody needs to be asked."""
        if answers and "basis" in structure.fields:
            answers["basis"] = "editor"
        if answers and structure.name == "source":
            answers["key"] = self._key(str(answers["title"]))
        return {name: answers[name] for name in structure.fields if name in answers}

    def _key(self, title: str) -> str:
        """A short name for a source that no other has: the first word of its title that has letters."""
        words = "".join(
            char if char.isascii() and char.isalnum() else " " for char in romanised(title).lower()
        ).split()
        word = next((one[:20] for one in words if not one.isdecimal()), "source")
        taken = {source.get("key") for source in self._sources}
        return next(
            key
            for key in (word, *(f"{word}-{number}" for number in range(2, 1000)))
            if key not in taken
        )

    def _sorted(self, sorts: Sequence[Field]) -> Plain:
        """A group of lists, such as relations: which list first, then its entry."""
        found: dict[str, list[Plain]] = {}
        choices = [Choice(sort.name, sort.label) for sort in sorts]
        while picked := choose(
            choices, False, lambda word: None, "어떤 사이인지 고르세요. 더 없으면 엔터."
        ):
            sort = next(sort for sort in sorts if sort.name == picked[0])
            say(f"  {sort.description}")
            entry = self._one(replace(sort, many=False))
            found.setdefault(sort.name, []).extend([entry] if entry else [])
        return {name: entries for name, entries in found.items() if entries}

    def _term(self, field: Field) -> Plain:
        vocabulary = self._archive.vocabularies[field.vocabulary]
        try:
            picked = choose(
                terms_of(vocabulary), field.many, partial(suggested, vocabulary), help_of(field)
            )
        except Said as said:
            if said.gap not in vocabulary:
                raise
            picked = [said.gap]
        return list(picked) if field.many else "".join(picked[:1])

    def _boolean(self, field: Field) -> Plain:
        return "".join(
            choose(
                [Choice("true", "예"), Choice("false", "아니오")],
                False,
                lambda word: None,
                help_of(field),
            )
        )

    def _link(self, field: Field) -> Plain:
        return "".join(choose(self._records, False, lambda word: None, help_of(field)))

    @cached_property
    def _records(self) -> list[Choice]:
        return list(addresses(self._archive))

    def _citation(self, field: Field) -> Plain:
        key = self._sources[0]["key"] if self._sources else ""
        if len(self._sources) > 1:
            known = [Choice(source["key"], source["title"]) for source in self._sources]
            key = "".join(choose(known, False, lambda word: None, help_of(field)))
        if not key:
            return {}
        usual = told_places(self._sources).by_key.get(key)
        say(
            "  자료의 어디에 있나요? 쪽이나 제목을 적으세요. "
            + (f"엔터만 치면 {usual}입니다." if usual else "예: 8~15쪽")
        )
        place = line(help_of(field))
        return {key: place or usual} if place or usual else {}

    def _actor(self, field: Field) -> Plain:
        """A listed actor by search, else its name and sector."""
        structure = self._archive.schema.structures[field.type]
        name = line(
            "기관이나 모임의 이름을 적으세요. 목록에 있으면 찾아 드립니다. 사람의 이름은 적지 않습니다."
        )
        if not name:
            return {}
        listed = terms_of(self._archive.vocabularies["actors"])
        near = [one for one in listed if one.is_named(name)] or [
            one for one in listed if one.holds(name)
        ]
        show(near, "", "목록에 있는 이름입니다. 같은 곳이면 번호를, 다른 곳이면 엔터를 누르세요.")
        picked = choose(near, False, lambda word: None) if near else []
        sector = "" if picked else self.value(replace(structure.fields["sector"], need="always"))
        who = {"id": picked[0]} if picked else {"name": name, "sector": sector}
        role = self.value(structure.fields["role"])
        return {**who, "role": role} if role else who
