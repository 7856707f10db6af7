"""Which language a text is in."""

from __future__ import annotations

from dragoman.errors import DocumentError

_FEWEST_WORDS, _FEWEST_SIGNS = 20, 200  # below both the guess is wrong too often: names decide it
_ENOUGH = 600  # characters; more of a report change nothing
_JOINING = frozenset("and by from of that to with".split())


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; ``None`` for a text of less than 20 words, which may be any."""
    sample = text[:_ENOUGH]
    if len(sample.split()) < _FEWEST_WORDS and len(sample) < _FEWEST_SIGNS:
        return None
    if _plainly_english(sample):
        return "en"
    import py3langid  # 0.2 s and numpy: only when a text is there

    code, _ = py3langid.classify(sample.title() if sample.isupper() else sample)
    return str(code)


def _plainly_english(sample: str) -> bool:
    """Whether little words decide it, as in nine reports of ten; classifying takes twenty times as long."""
    words = sample.lower().split()
    return words.count("the") >= 3 and sum(word in _JOINING for word in words) >= 5


def check_english(text: str, *, declared: str | None = None) -> str | None:
    """The language of a text, if English or too short to tell; ``declared`` is what the input says of a short one.

    :raises DocumentError: ``language``, with the name of the language found.
    """
    code = language_of(text) or (declared or "").lower()[:2] or None
    if code not in (None, "en"):
        raise DocumentError(
            "language", f"The text is in {_name(code)}; only English is read. Give an English translation of it."
        )
    return code


def _name(code: str) -> str:
    from babel import Locale  # only for a message

    name = Locale("en").languages.get(code)
    return f"{name} ({code})" if name else repr(code)
