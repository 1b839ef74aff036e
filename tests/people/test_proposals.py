"""Names that nobody entered."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from articles.models import Article
from articles.people.proposals import Reading, propose
from tests.people.conftest import Figures


def names(figures: Figures, text: str, language: str = "fa") -> list[tuple[str, tuple[str, ...]]]:
    found = propose([Reading(1, text, language)], figures.matcher, figures.given, least=1)
    return [(proposal.name, proposal.titles) for proposal in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa", "وزیر نیرو رضا بامدادپور به شهر آمد", [("رضا بامدادپور", ("وزیر نیرو",))]),
        ("fa", "رضا بامدادپور وزیر نیرو آمد", [("رضا بامدادپور", ("وزیر نیرو",))]),
        ("fa", "رضا بامدادپور گفت: باران می‌بارد.", [("رضا بامدادپور", ())]),
        ("ar", "وقال خالد بن سعيد البحراني إن", [("خالد بن سعيد البحراني", ())]),
        ("fa", "رضا بامدادپور به خانه رفت", []),
        ("fa", "به گزارش خبرنگار فارس از قم گفت", []),
        ("fa", "حضرت علی اصغر گفت", []),
        ("fa", "علی اصغر بامدادپور گفت: نه", [("علی اصغر بامدادپور", ())]),
        ("ar", "وشدد على أن الباب مفتوح", []),
        ("ar", "وأكد المشرف العام على المركز", []),
        ("ar", "وقال المهندس خالد بن علي آل بحر إن", [("خالد بن علي آل بحر", ("المهندس",))]),
        ("ar", "والمهندس خالد البحراني", [("خالد البحراني", ("المهندس",))]),
        ("fa", "رئیس جمهور روسیه ولادیمیر پوتین گفت", []),
        ("fa", "", []),
    ],
)
def test_a_name_is_proposed_by_what_stands_beside_it(
    figures: Figures, language: str, text: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert names(figures, text, language) == expected


def test_names_are_counted_by_texts(figures: Figures) -> None:
    texts = ["رضا بامدادپور گفت: باران. رضا بامدادپور گفت: برف."] * 3 + ["علی شبنم‌زاده گفت: نه."]
    readings = [Reading(number, text, "fa") for number, text in enumerate(texts)]
    found = propose(readings, figures.matcher, figures.given, least=2)
    assert [(proposal.name, proposal.texts) for proposal in found] == [("رضا بامدادپور", 3)]
    assert [example.article for example in found[0].examples] == [0, 1, 2]
    assert found[0].examples[0].sentence.after == " گفت: باران."


@pytest.mark.django_db
def test_the_command_lists_them() -> None:
    for number in range(3):
        Article.objects.create(
            title="ت", body="رضا بامدادپور گفت: باران.", external_id=str(number), content_hash="1", language="fa"
        )
    out = StringIO()
    call_command("propose_people", stdout=out)
    assert out.getvalue().split("\t")[:2] == ["3", "رضا بامدادپور"]
