"""The offices that tell one bearer of a name from another: «الرئيس الشرع» is not «نائب الرئيس الشرع»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from articles.people.titles import TitleSpan
from articles.people.words import Words

DEPUTIES = ("نایب", "معاون", "مساعد", "وکیل", "جانشین", "قایممقام", "نواب", "مستشار", "مشاور", "دستیار")
CLITICS = "ولبفک"


@dataclass(frozen=True, slots=True)
class Office:
    """The title of a titled name: its folded letters without spaces, and the number of its words."""

    letters: str
    words: int


Offices = Mapping[int, tuple[Office, ...]]


@dataclass(frozen=True, slots=True)
class Letters:
    """Folded words written together, and where they begin and end: spaces in titles come and go."""

    text: str
    starts: frozenset[int]
    ends: frozenset[int]

    def say(self, office: Office) -> bool:
        """Whether whole words say this office, and not its deputy."""
        at = self.text.find(office.letters)
        while at >= 0:
            if self._begins(at) and self._ends(at + len(office.letters)) and not self.text[:at].endswith(DEPUTIES):
                return True
            at = self.text.find(office.letters, at + 1)
        return False

    def _begins(self, at: int) -> bool:
        return at in self.starts or (at - 1 in self.starts and self.text[at - 1] in CLITICS)

    def _ends(self, at: int) -> bool:
        """With a Persian ezafe too: رئیس جمهوری."""
        return at in self.ends or (at + 1 in self.ends and self.text[at] == "ی")


def letters_of(folded: Iterable[str]) -> Letters:
    parts, starts, ends, at = [], set(), set(), 0
    for word in folded:
        part = "ال" + word[2:] if word.startswith("لل") else word
        starts.add(at)
        at += len(part)
        ends.add(at)
        parts.append(part)
    return Letters("".join(parts), frozenset(starts), frozenset(ends))


def title_letters(words: Words, title: TitleSpan) -> Letters:
    return letters_of(words.folded[title.first : title.last + 1])


class Stated:
    """Which offices the texts of one article name anywhere; read when first asked."""

    def __init__(self, texts: Iterable[Words], offices: Offices) -> None:
        self._texts = tuple(texts)
        self._offices = offices
        self._letters: list[Letters] | None = None

    def of(self, person: int) -> bool:
        """Whether an office of the person is named; a rank of one word (king, general) says too little."""
        wanted = [office for office in self._offices.get(person, ()) if office.words > 1]
        if not wanted:
            return False
        if self._letters is None:
            self._letters = [letters_of(words.folded) for words in self._texts]
        return any(letters.say(office) for office in wanted for letters in self._letters)
