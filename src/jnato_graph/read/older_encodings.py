"""Windows-1252 or Mac Roman: the encodings besides Unicode in which English texts are kept.

Detectors of all the world's encodings guess wrong on short texts and say nothing. Here both readings are held against
what English has (“quotes”, dashes, accents within words), and what reads like another encoding is refused instead.
"""

from __future__ import annotations

import re
from typing import Final

_LETTER: Final = "A-Za-zÀ-ÖØ-öø-ÿŠšŽžŒœŸ"
# Signs that Mac Roman has where Windows-1252 has letters and signs of other languages: ≤, Ω, ˘, ...
_MAC_SIGN: Final = "\u0131\u02c6-\u02c7\u02d8-\u02dd\u03a9\u03c0\u2202-\u2265\u25ca"
# What no English text has: it was written in another encoding.
_FOREIGN: Final = re.compile(
    r"[a-z][\u00c0-\u00de\u0160\u0178\u017d\u0152]"  # a capital inside a word: "cafŽ", "donÕt"
    r"|(?<![^\W\d_])[\u00c0-\u00de][A-Z](?=[a-z ])"  # one before another capital: "ÒFrance"
    # a sign in a word; "km²" and "allies³" are none
    rf"|[{_LETTER}][\u00a1-\u00a8\u00aa\u00ac\u00af-\u00b1\u00b4-\u00b8\u00bc-\u00bf\u00d7\u00f7\u2020-\u2021\u0192\u02c6]"
    rf"|[{_LETTER}][\u00b2\u00b3][{_LETTER}]|[{_LETTER}][{_MAC_SIGN}]|[{_MAC_SIGN}][{_LETTER}]"
    r"|[\x80-\x9f]|[\u00a1-\uffff]{5}"  # controls, and longer runs of them than English has
)
# What stands in its place in English: quotes around words, apostrophes, dashes, and letters with accents in words.
_USUAL: Final = re.compile(
    r"(?<=\w)’(?:s|t|d|m|re|ve|ll)?(?!\w)|(?<=[\w.,!?…])[’”](?!\w)|[“‘](?=\w)|[–—€£©]|[¥](?=\d)|[•·«»](?!\w)"
    r"|…(?!\w)|(?<=\w)[²³](?!\w)|(?<=[a-z])[à-öø-ÿšžœ]|[à-öø-ÿšžœ](?=[a-z])|(?<!\w)[À-ÖØ-ÞŠŽ](?=[A-Za-z])"
    r"|(?<=[A-Z])[À-ÖØ-ÞŠŽ](?=[A-Z])"
)
# What is rare in English, and common where an apostrophe, a quote, a dash or an accent is read in the other encoding:
# "Japanís", "ìtogetherî", "Òtogether", " ñ ", "TŸrkiye". Names have some of it ("Luís").
_RARE: Final = re.compile(
    r"(?<=[A-Za-z])í(?:s|t|d|m|re|ve|ll)(?!\w)|(?<!\w)[ìîëïñóÒÔ]|[ìî](?!\w)|(?<!\w)[À-ÖØ-ßáâ-öø-ÿ](?!\w)"
    r"|(?<=[A-Z])[À-ÖØ-ÞŠŸŽŒ](?=[a-z])|(?<=[A-Z\d])Ð(?=[A-Z\d])"
)


def older_text(data: bytes) -> str | None:
    """The characters of a text in one of the two; None when it reads like neither.

    Windows-1252 is the usual one: a single sign is not enough for Mac Roman.
    """
    windows, mac = _reading(data, "cp1252"), _reading(data, "mac_roman")
    if mac and mac[0] > 0 and (windows is None or mac[0] > windows[0] + 1):
        return mac[1]
    return windows[1] if windows else None


def _reading(data: bytes, encoding: str) -> tuple[int, str] | None:
    """How English a text is in an encoding, and the text; None when it is in another for sure."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if _FOREIGN.search(text):
        return None
    return len(_USUAL.findall(text)) - 2 * len(_RARE.findall(text)), text
