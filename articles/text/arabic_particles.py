"""Arabic prepositions and conjunctions with their pronouns, a closed class: عليه is على, وفيها في, بأنهم أن.

Frequencies cannot read them: فيه is as frequent as any noun, and على is written as the name علي is but for its last
letter. So each form is listed, and a form whose letters say otherwise (فئة, آلية, علي) is none of them.
"""

from __future__ import annotations

from itertools import product

_OF_THIRD = ("ه", "ها", "هم", "هن", "هما")
_PRONOUNS = (*_OF_THIRD, "ک", "کم", "کن", "نا")
_FORMS = {
    "على": [f"علی{pronoun}" for pronoun in _PRONOUNS],
    "إلى": [f"الی{pronoun}" for pronoun in _PRONOUNS],
    "لدی": ["لدی", *(f"لدی{pronoun}" for pronoun in _PRONOUNS)],
    "فی": [f"فی{pronoun}" for pronoun in _PRONOUNS],
    "من": [f"من{pronoun}" for pronoun in _PRONOUNS],
    "عن": [f"عن{pronoun}" for pronoun in (*_OF_THIRD, "ک", "کم")],
    "مع": [f"مع{pronoun}" for pronoun in _PRONOUNS],
    "به": [f"ب{pronoun}" for pronoun in (*_OF_THIRD, "کم")],
    "له": [f"ل{pronoun}" for pronoun in (*_OF_THIRD, "کم", "نا")],
    "عنده": ["عند", *(f"عند{pronoun}" for pronoun in (*_PRONOUNS, "ی"))],
    "بینهما": ["بین", *(f"بین{pronoun}" for pronoun in (*_PRONOUNS, "ی"))],
    "أیها": ["ایها", "ایتها"],
    "لمن": ["لمن"],
    "بمن": ["بمن"],
    "ایضا": ["ایضا"],
    "لاسیما": ["لاسیما"],
    "باسره": [f"باسر{pronoun}" for pronoun in (*_OF_THIRD, "نا")],
    "لابد": ["لابد"],
    "کذلک": ["کذلک"],
    "لذلک": ["لذلک"],
    "عما": ["عما"],
    "ان": ["ان", *(f"ان{pronoun}" for pronoun in (*_OF_THIRD, "ک", "کم", "نا", "ی", "نی"))],
    "لان": [f"لان{pronoun}" for pronoun in (*_OF_THIRD, "ک", "کم", "نا", "ی", "نی")],
    "وحده": [f"{lead}وحد{pronoun}" for lead, pronoun in product(("", "ل"), (*_OF_THIRD, "ک", "نا"))],
    "لعل": ["لعل", *(f"لعل{pronoun}" for pronoun in (*_PRONOUNS, "ی", "نی"))],
    "لکن": ["لکن", *(f"لکن{pronoun}" for pronoun in (*_PRONOUNS, "ی", "نی"))],
}
"""Folded forms by stem; ب and ل never stand alone, and names like العند and nouns like البين are no particles. «In» and
«of me» (في, مني) are left out: they are written as other words are."""
_WITH_LEAD = ("علی", "الی")
"""Particles whose last letter alone tells them from a noun (علي, والي)."""
_OWN = {form: stem for stem, forms in _FORMS.items() for form in forms}
_READ: dict[str, str] = {
    **{lead + form: stem for lead, (form, stem) in product("وف", _OWN.items())},
    **{f"{lead}ب{form}": "ان" for lead, form in product(("", "و", "ف"), _FORMS["ان"])},
    **{f"{lead}لان{pronoun}": "لان" for lead, pronoun in product("وف", _OF_THIRD)},
    **{lead + form: form for lead, form in product(("", "و", "ف"), _WITH_LEAD)},
    **{f"{lead}هم{pronoun}": "هموم" for lead, pronoun in product(("", "و"), _PRONOUNS)},
    **{f"{lead}هما": "هما" for lead in ("", "و", "ف")},
    **{f"{lead}الاحد": "الاحد" for lead in ("", "و", "ف")},
    **_OWN,
    "بالتی": "الذ",
    "وردا": "رد",  # «and in reply», hardly ever roses; فردا is no «so in reply»
}
STEMS = frozenset((*_FORMS, "أن", "إن"))
"""Stems of particles; their surfaces are no answers, for a noun may share them (فيه and فئة)."""
FORMS = frozenset(_OWN)
"""Folded forms without a conjunction; no ب ل ك stands before them (بلدي is of بلد, not of لدي)."""
_NEVER = frozenset("آؤئةء")
_TANWIN = "\u064b"
"""With it فهما is no «so they both» but «understanding»."""
_SO_AND_SO = "فلان"
"""Without its hamza it is no «for that»."""
_FINAL_YEH = {"علی": "على", "الی": "إلى"}


def particle(surface: str, written: str) -> str:
    """The stem of a particle with its conjunction and pronoun; empty where the word is none or may be another."""
    stem = _READ.get(surface, "")
    if not stem or not _NEVER.isdisjoint(written):
        return ""
    if surface.startswith(_SO_AND_SO) and "أ" not in written:
        return ""
    if stem == "هما" and _TANWIN in written:
        return ""
    if stem == "ان":
        if surface.endswith("بان") and "أ" not in written:  # «he appeared»
            return ""
        return "أن" if "أ" in written else "إن" if "إ" in written else stem
    if stem in _FINAL_YEH:
        told = "ى" in written or "إ" in written or surface == "الی"
        stem = _FINAL_YEH[stem] if told else ""
    return "" if stem == "إلى" and "أ" in written else stem
