"""The synthetic library: valid, varied, linked, and the same for the same seed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from hyeopchi.library.library import Library
from hyeopchi.records.archive import Archive
from hyeopchi.records.reader import read_archive
from hyeopchi.rules.checking import check
from measure.synthetic import write_synthetic


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Two hundred records."""
    folder = tmp_path_factory.mktemp("synthetic") / "cases"
    write_synthetic(folder, 200, seed=7)
    return read_archive(folder)


def test_a_synthetic_library_passes_every_rule(archive: Archive) -> None:
    assert [problem.text() for problem in check(archive) if problem.is_error] == []


def test_it_has_as_many_records_as_asked_for_in_realistic_proportions(archive: Archive) -> None:
    kinds = Counter(record.kind for record in archive.records)
    assert kinds.total() == 200
    assert set(kinds) == {"case", "plan", "declaration", "resource", "collection"}
    assert 120 <= kinds["case"] <= 160


def test_it_has_records_of_every_depth_and_tombstones(archive: Archive) -> None:
    depths = Counter(Library(archive).index.depths.values())
    assert min(depths["full"], depths["thin"], depths["stub"]) > 10
    assert any(record.is_withdrawn for record in archive.records)


def test_its_records_lead_to_each_other_and_a_few_are_popular(archive: Archive) -> None:
    incoming = Library(archive).relations.incoming
    counts = sorted((len(relations) for relations in incoming.values()), reverse=True)
    assert sum(counts) > 150
    assert counts[0] > 3 * counts[len(counts) // 2]
    assert max(len(relations) for relations in Library(archive).relations.outgoing.values()) < 40


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    for name, seed in (("one", 3), ("two", 3), ("three", 4)):
        write_synthetic(tmp_path / name, 30, seed)
    one, two, three = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*.md")
        }
        for name in ("one", "two", "three")
    )
    assert one == two
    assert one != three
