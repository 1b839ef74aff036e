"""Which Persian words are forms of verbs, and which only look so: رشته‌ای is of رشته (field), not of رشتن (to spin)."""

from __future__ import annotations

from dataclasses import dataclass

from articles.text import grammar
from articles.text.lexicon import Entry, Lexicon

_RARER_VERB = 4
"""A verb is so much rarer, 2^4 times, than a noun of which «I …» would be a form: کارم is of کار, not of کاشتن."""
_VERBAL = 10
"""What is as frequent as 2^10 is the infinitive of a noun with ن: دریافتن of دریافت."""
_LEAST_VERB = 4
"""Letters of a form behind a preverb without می: برایم is nothing of برآمدن."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a verb: its infinitive, with the preverb, and the entry of the form without it."""

    infinitive: str
    entry: Entry


class Verbs:
    """Reads forms of verbs with one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(self, word: str, entry: Entry | None, ending: str) -> Form | None:
        """The verb that `word` (with its entry) is a form of; `ending` is what stood after its last half-space."""
        if entry is None and (form := self._with_preverb(word, ending)):
            return form
        if entry is None or not (entry.common or entry.infinitive):
            return self._with_written_alef(word)
        if entry.infinitive and self._is_verb(word, entry, ending):
            return Form(entry.infinitive, entry)
        return None

    def _with_preverb(self, word: str, ending: str) -> Form | None:
        """برمی‌گردد of برگشتن, برگزیدند of برگزیدن; but درآمدهای is of درآمد (income)."""
        for place in (2, 3, 4):
            preverb, rest = word[:place], word[place:]
            form = self._lexicon.get(rest) if preverb in grammar.PREVERBS else None
            if form is None or not form.infinitive or preverb + form.infinitive not in self._lexicon:
                continue
            if "m" in form.tags or (self._follows_preverb(rest, form) and not self._is_of_noun(word, form, ending)):
                return Form(preverb + form.infinitive, form)
        return None

    def _follows_preverb(self, rest: str, form: Entry) -> bool:
        """Not with the ب of commands, nor the future (بر خواهد گشت)."""
        command = self._lexicon.get(rest[1:]) if rest[0] == "ب" else None
        commands = command is not None and command.infinitive == form.infinitive
        return len(rest) >= _LEAST_VERB and not commands and not rest.startswith("خواه")

    def _with_written_alef(self, word: str) -> Form | None:
        """بیاید, نیاورد, and بیافتد beside بیفتد."""
        form = self._lexicon.get(word[2:]) if word.startswith(("بیا", "نیا")) and len(word) > 5 else None
        if form is None or "v" not in form.tags or "n" in form.tags or form.infinitive[:1] != "ا":
            return None
        return Form(form.infinitive, form)

    def _is_verb(self, word: str, entry: Entry, ending: str) -> bool:
        if "m" in entry.tags:
            # «You» of the present, run together, is rarer than a noun: میدانی is of میدان, میگوی of میگو
            return bool(ending) or word[-1] != "ی" or not self._is_named(word[:-1])
        if word in grammar.SPOKEN_AS_VERB:
            return True
        return not (self._is_of_noun(word, entry, ending) or (entry.common and set(entry.tags) & {"n", "a"}))

    def _is_of_noun(self, word: str, form: Entry, ending: str) -> bool:
        """News rarely says «you» or «I»: نشستی is of نشست (meeting), نبردهای of نبرد (battle), کارم of کار (work)."""
        for last in grammar.AFTER_HEH:
            if word.endswith("ه" + last) and self._is_named(word[: -len(last)]):
                return True
        if word.endswith("های") and ending not in grammar.SEPARATE_AFTER_HEH and self._is_named(word[:-3]):
            return word[:-3] not in grammar.SPOKEN_AS_VERB
        rest = word[:-1]
        command = self._lexicon.get(rest[1:]) if rest[:1] == "ب" else None
        verbal = rest in grammar.GRAMMATICAL or rest in grammar.SPOKEN_AS_VERB or (command and "k" in command.tags)
        if verbal or not self._is_named(rest):
            return False
        # «I» of the present alone: بردم is no form of برد (victory)
        return word[-1] == "ی" or (word[-1] == "م" and self._is_rarer(form.infinitive, rest))

    def _is_named(self, word: str) -> bool:
        entry = self._lexicon.get(word)
        return entry is not None and entry.common and bool(set(entry.tags) & {"n", "a"})

    def _is_rarer(self, infinitive: str, noun: str) -> bool:
        entry, weight = self._lexicon.get(noun), self._lexicon.weight
        past = entry is None or entry.infinitive or weight(noun + "ن") >= _VERBAL
        return not past and weight(infinitive) <= weight(noun) - _RARER_VERB


def ends_in_past(lexicon: Lexicon, word: str) -> bool:
    """Whether a word in ند, یم or ید is rather «they …» than «they are …»: پیوستند, بردارند."""
    return word[:-2] + "ن" in lexicon or (word[:2] in grammar.PREVERBS and word[2:] in grammar.GRAMMATICAL)
