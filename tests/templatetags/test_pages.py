"""Parts of pages that are drawn once."""

from django.template import Context, Template
from django.utils import translation

LINK = Template(
    "{% load i18n pages %}{% lasting here %}"
    "{{ site_name }} {% translate 'Search' %} {{ here }}{{ other }}{% endlasting %}"
)


def drawn(language: str, here: str, other: str = "", name: str = "N") -> str:
    with translation.override(language):
        return LINK.render(Context({"here": here, "other": other, "site_name": name}))


def test_a_lasting_part_follows_the_language_the_name_and_what_it_is_given():
    with translation.override("fa"):
        searching = translation.gettext("Search")
    assert drawn("en", "home") == "N Search home"
    assert drawn("fa", "home") == f"N {searching} home"
    assert drawn("en", "people") == "N Search people"
    assert drawn("en", "people", name="M") == "M Search people"
    assert drawn("en", "home") == "N Search home"


def test_what_it_is_not_given_does_not_exist_in_it():
    assert drawn("en", "home", other="one reader's") == "N Search home"
