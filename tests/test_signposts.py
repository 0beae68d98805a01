"""Signposts: what no source says but people ask leads to one official site, with status 1, and never stands in an answer's way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ansvar.search.signposts import find_signposts

if TYPE_CHECKING:
    from ansvar.search.index import Index
    from conftest import Ansvar

FOUND = {
    "who taxes": "tax-card", "verotus": "tax-card", "skatt": "tax-card", "driving licence": "driving-licence",
    "päivähoito": "day-care", "kuka maksaa päivähoidon?": "day-care", "vem betalar barnbidrag till flyktingar?": "child-benefit",
    "barnbidragsansökan": "child-benefit", "tommentulotuki": "social-assistance", "library card": "library",
    "military service": "military-service", "poliisi Forssassa": "police-report", "kansalaisuushakemus": "citizenship-decisions",
}  # fmt: skip
NOT_FOUND = ["football team", "visa card", "who funds municipalities", "human", "", "oleskelulupa", "kunta"]


@pytest.mark.parametrize(("question", "expected"), FOUND.items())
def test_a_signpost_is_found_in_any_form_of_its_words(shipped: Index, question: str, expected: str) -> None:
    assert [post.id for post in find_signposts(shipped, question)] == [expected]


@pytest.mark.parametrize("question", NOT_FOUND)
def test_a_question_of_something_else_finds_none(shipped: Index, question: str) -> None:
    assert find_signposts(shipped, question) == []


@pytest.mark.parametrize("format_", ["table", "text", "markdown", "csv", "tsv", "json"])
def test_every_format_leads_there_with_status_1(ansvar: Ansvar, format_: str) -> None:
    run = ansvar("who", "körkort", "--format", format_, data=None)
    assert run.status == 1
    assert "https://www.traficom.fi" in run.out
    assert "Transport- och kommunikationsverket Traficom" in run.out
    if format_ == "json":
        found = json.loads(run.out)
        assert (found["results"], [post["id"] for post in found["signposts"]]) == ([], ["driving-licence"])


def test_an_answer_has_no_signpost_unless_it_decides_in_no_single_case(ansvar: Ansvar) -> None:
    assert json.loads(ansvar("who", "visum", "--format", "json", data=None).out)["signposts"] == []
    run = ansvar("who", "toimeentulotuki", "--format", "text", data=None)
    assert run.status == 0
    assert "Lähteistä ei selviä, kuka päättää yksittäisestä asiasta." in run.out
    assert "https://www.kela.fi/toimeentulotuki" in run.out


def test_each_has_a_site_and_was_read_on_a_day(shipped: Index) -> None:
    posts = [post.signpost for post in shipped.posts()]
    assert len(posts) >= 25
    assert [post.id for post in posts if not (post.read and post.checked and set(post.terms) == {"sv", "fi", "en"})] == []
