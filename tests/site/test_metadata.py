"""What a record's page tells machines: schema.org, Dublin Core, Open Graph."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import pytest

from helpers.small_library import DECLARATION, STORY, small_library
from hyeopchi.library.library import Library
from hyeopchi.library.settings import Settings
from hyeopchi.site.metadata import Metadata, metadata_of, picture
from support.environment import ROOT

SETTINGS = Settings(operator="도서관 모임", site_url="https://example.org/lib/")


def metadata(library: Library, record: str) -> Metadata:
    return metadata_of(library.by_id[record], library)


@pytest.fixture
def story(tmp_path: Path) -> Library:
    return small_library(tmp_path, STORY, SETTINGS)


def test_schema_org_says_what_the_record_is_about(story: Library) -> None:
    assert json.loads(metadata(story, "2016-pledges").json_ld) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": "https://example.org/lib/cases/2016-pledges/",
        "url": "https://example.org/lib/cases/2016-pledges/",
        "identifier": "2016-pledges",
        "name": "함께 정하자는 다짐",
        "headline": "함께 정하자는 다짐",
        "abstract": "시민과 시가 세 가지를 다짐했습니다.",
        "inLanguage": "ko",
        "genre": "선언",
        "keywords": ["시민참여·공론"],
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "datePublished": "2026-11-22",
        "dateModified": "2026-11-22",
        "author": {"@type": "Organization", "name": "도서관 모임"},
        "isPartOf": {"@type": "WebSite", "name": "협치도서관", "url": "https://example.org/lib/"},
        "spatialCoverage": [{"@type": "Place", "name": "서울특별시"}],
        "temporalCoverage": "2016-11-27",
        "image": "https://example.org/lib/assets/share/declaration.png",
        "citation": [{"@type": "CreativeWork", "name": "다짐문", "datePublished": "2016-11-27"}],
    }


def test_a_collection_says_what_it_holds(story: Library) -> None:
    said = json.loads(metadata(story, "question-together").json_ld)
    assert (said["@type"], said["hasPart"]) == (
        "Collection",
        [
            {
                "@type": "CreativeWork",
                "name": "장터에서 동네 예산을 이야기하다",
                "url": "https://example.org/lib/cases/2017-market-forum/",
            }
        ],
    )


def test_dublin_core_names_every_subject_place_and_source(story: Library) -> None:
    terms = metadata(story, "2017-market-forum").terms
    assert [value for name, value in terms if name == "subject"] == [
        "시민참여·공론",
        "재정민주주의·참여예산",
    ]
    assert dict(terms)["temporal"] == "2017-06-20/2018-03"
    assert dict(terms)["identifier"] == "https://example.org/lib/cases/2017-market-forum/"


def test_a_hostile_title_cannot_leave_the_data_block(tmp_path: Path) -> None:
    title = "</script><script>alert(1)</script><!-- & '\""
    text = DECLARATION.replace("title: 함께 정하자는 다짐", f"title: {json.dumps(title)}")
    said = metadata(small_library(tmp_path, {"seoul/2016-pledges": text}), "2016-pledges").json_ld
    assert not {"<", ">", "&"} & set(said)
    assert json.loads(said)["name"] == title


def test_without_a_public_address_there_is_no_picture_and_no_address(tmp_path: Path) -> None:
    found = metadata(small_library(tmp_path, STORY), "2016-pledges")
    assert found.picture == ""
    assert not {"@id", "url", "image"} & set(json.loads(found.json_ld))
    assert dict(found.terms)["identifier"] == "2016-pledges"


def test_every_kind_and_the_library_have_a_share_picture_of_the_usual_size(story: Library) -> None:
    names = ["library", *(kind.id for kind in story.vocabularies["kinds"])]
    files = [
        ROOT / "docs" / picture(SETTINGS, name).removeprefix(SETTINGS.site_url) for name in names
    ]
    assert [struct.unpack(">II", file.read_bytes()[16:24]) for file in files] == [
        (1200, 630)
    ] * len(names)


def test_every_record_page_carries_them_and_no_other_page_does(site: Path) -> None:
    carrying = {
        page.parent.relative_to(site).as_posix()
        for page in site.rglob("index.html")
        if '<script type="application/ld+json">' in page.read_text("utf-8")
    }
    records = {file.parent.relative_to(site).as_posix() for file in site.glob("cases/*/cite.bib")}
    assert carrying == records
