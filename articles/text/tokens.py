"""Cutting a text as published into words, numbers, addresses and abbreviations, without changing a letter.

Marks that fold away (vowel signs, direction marks, half-spaces) belong to the word they stand in, so that a
token's span covers the word as printed. The underscore divides: a hashtag is found by its words.
"""

from __future__ import annotations

import re

_MARKS = (
    "\u00ac\u00ad\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09bc-\u09cd\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u08d3-\u08ff\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
_ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc"
)
_DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"

PIECE = re.compile(
    rf"""
    (?P<arabic>   [{_ARABIC}] [{_ARABIC}{_MARKS}]* (?: \.[{_ARABIC}](?![{_ARABIC}{_MARKS}]) )* )
  | (?P<address>  https?://[^\s<>"'«»()\[\]{{}}،؛]+ | www\.[^\s<>"'«»()\[\]{{}}،؛]+
                | [A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
                | [A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{{2,24}}(?![A-Za-z0-9]) (?:/[^\s<>"'«»()\[\]{{}}،؛]*)? )
  | (?P<initials> (?:[A-Za-z]\.){{2,}}[A-Za-z]? (?![A-Za-z]) | (?:[A-Z]\.)+[A-Z](?![A-Za-z]) )
  | (?P<model>    [A-Za-z]{{1,3}}[-\u2010\u2011][{_DIGITS}]{{1,4}} (?![\w-]) )
  | (?P<number>   [{_DIGITS}] [{_DIGITS}{_MARKS}]* (?: [.,\u066b\u066c\u060c] [{_DIGITS}]+ )* (?![{_LATIN}]) )
  | (?P<word>     [^\W_] (?: [^\W_{_ARABIC}] | [{_MARKS}] | ['\u2019](?=[{_LATIN}]) )* )
    """,
    re.VERBOSE,
)
"""One piece a match; `lastgroup` names its kind: arabic (the script), address, initials, model, number or word."""
