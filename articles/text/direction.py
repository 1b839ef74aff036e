"""Writing direction and language, of a stored language and of a text."""

RIGHT_TO_LEFT = frozenset({"ar", "arc", "azb", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def direction_of_language(language: str) -> str:
    """`rtl` or `ltr` for a BCP 47 language code; only the primary subtag counts."""
    return "rtl" if language.lower().split("-")[0] in RIGHT_TO_LEFT else "ltr"
