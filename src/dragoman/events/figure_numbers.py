"""Numbers in a sentence, in words and digits: "1.2 million", "twenty-five", "$10-15bn", "over 20%", "at least 12".

Found in the text alone, without a parse. Dates, names ("COVID-19", "S-400"), scores and clock times are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from dragoman.codebook.units import Currency, Units
from dragoman.events.figure import Comparator

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_VALUES = {w: n for n, w in enumerate(_SMALL)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_LARGE = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_SMALL[1:10])})\b)?|(?:{'|'.join(_SMALL)})\b"
_BIG = rf"(?:{'|'.join(_LARGE)})\b"
_SPELLED = (
    rf"(?:(?:(?:{_WORD})|half an?|an?)(?:[- ]{_BIG})+(?:(?: and |, | |-)(?:{_WORD})(?:[- ]{_BIG})*)*|(?:{_WORD}))"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ORDINAL = rf"(?P<ordinal>\b(?:\d+(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})\b)"
_ANY = re.compile(rf"\d|\b(?:{'|'.join((*_SMALL, *_TENS, *_ORDINALS, *_LARGE))})\b", re.IGNORECASE)
_LEAST = 100  # of a currency told by its code
_BEFORE = 12  # characters that a number may have before its first digit or word of number: "half a", "US$ "
_REACH = 28  # characters in which a comparator stands


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``[start, end)`` of a sentence, with its sign, magnitude, unit and comparator; the digits or words
    alone, with their magnitude, at ``[first, last)``. ``high`` is the upper end of a range."""

    start: int
    end: int
    first: int
    last: int
    value: float
    high: float | None
    comparator: Comparator
    unit: str | None
    currency: str | None
    ordinal: bool
    spelled: bool
    exact: bool  # written with a sign, a magnitude or a comparator: no year and no name


def find_numbers(text: str, units: Units) -> Iterator[Number]:
    """All numbers of a sentence in their order, ordinals too."""
    pattern = grammar(units)
    match = _next(pattern, text, 0)
    while match is not None:
        if not match["ordinal"] and not _is_range(text, match, units):
            match = pattern.fullmatch(text, match.start(), _low_end(match)) or match  # the second is one of its own
        number = _read(text, match, units)
        if number is not None:
            yield number
        match = _next(pattern, text, match.end())


def _next(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """The next number. Most of a text has no digit and no word of number: the large pattern is not tried there."""
    for sign in _ANY.finditer(text, start):
        for at in range(max(start, sign.start() - _BEFORE), sign.start() + 1):
            if match := pattern.match(text, at):
                return match
    return None


@cache
def grammar(units: Units) -> re.Pattern[str]:
    """The one pattern that all numbers meet."""
    signs = {sign for c in units.currencies for sign in (*c.signs, c.code)}
    codes, marks = _either(s for s in signs if s[0].isalpha()), _either(s for s in signs if not s[0].isalpha())
    sign = rf"(?P<sign>(?:(?<!\w)(?:{codes})|{marks})\s?(?=\d))?"
    magnitude = rf"(?:[ -]?(?P<{{}}>{_either(units.magnitudes)})(?!\w))?"
    low = rf"(?:(?P<digits>(?<![\w.,:/+#-])(?:{_DIGITS}))|(?P<words>(?<![\w-]){_SPELLED}))"
    low += magnitude.format("magnitude")
    second = rf"(?P<sign2>[$€£¥])?(?:(?P<digits2>(?:{_DIGITS})(?!\d))|(?P<words2>{_SPELLED}))"
    high = rf"(?:\s?(?:-|–|—|\bto\b|\band\b|\bor\b)\s?{second}{magnitude.format('magnitude2')})?"
    names = _either([*units.units, *_plurals(units)])
    unit = rf"(?:[ -]?(?P<unit>{names})(?![\w]))?"
    return re.compile(rf"(?:{_ORDINAL}|{sign}{low}{high}{unit})", re.IGNORECASE)


def _plurals(units: Units) -> Iterator[str]:
    """ "dollars", "US dollars", "Iranian rials" """
    for currency in units.currencies:
        for word in currency.words:
            for demonym in ("", *(f"{d} " for d in currency.demonyms)):
                yield from (f"{demonym}{word}s", f"{demonym}{word}")


def _either(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))


# ------------------------------------------------------------------------------------------------------------- reading


def _read(text: str, match: re.Match[str], units: Units) -> Number | None:
    if match["ordinal"]:
        word = match["ordinal"].lower()
        value = _ORDINALS.index(word) + 2 if word in _ORDINALS else int(re.sub(r"\D", "", word))
        at = (match.start(), match.end())
        return Number(*at, *at, value, None, "=", None, None, True, word[0].isalpha(), False)
    low, high = _amounts(match, units)
    last = max(match.end(name) for name in ("digits", "words", "magnitude", "digits2", "words2", "magnitude2"))
    first = match.start("digits") if match["digits"] else match.start("words")
    if not _whole(text, match, last):
        return None
    exact = bool(match["magnitude"] or match["sign"] or "," in (match["digits"] or ""))
    number = Number(
        match.start(), match.end(), first, last, low, high,
        comparator="=", unit=None, currency=None, ordinal=False, spelled=not match["digits"], exact=exact,
    )  # fmt: skip
    return _compared(text, _with_unit(number, match, units), units)


def _low_end(match: re.Match[str]) -> int:
    """Where the first number of a match ends, with its magnitude."""
    return match.end("magnitude") if match["magnitude"] else match.end("digits" if match["digits"] else "words")


def _amounts(match: re.Match[str], units: Units) -> tuple[float, float | None]:
    """Both ends, in whole units; "10 to 15 million" multiplies both."""
    big, big2 = (units.magnitudes.get((match[name] or "").lower(), 1) for name in ("magnitude", "magnitude2"))
    low = _number(match["digits"] or match["words"])
    # rounded: 32.8 × 10⁹ is a little less in binary
    low = round(low * (big if match["magnitude"] else big2), 4)
    high = match["digits2"] or match["words2"]
    return low, round(_number(high) * big2, 4) if high else None


def _number(words: str) -> float:
    if words[0].isdigit():
        return float(words.replace(",", ""))
    total, part = 0.0, 0.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word in ("a", "an"):
            part = part or 1
        elif word == "half":
            part = 0.5
        elif word in _VALUES:
            part += _VALUES[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _LARGE:
            total += (part or 1) * _LARGE[word]
            part = 0
    return total + part


def _is_range(text: str, match: re.Match[str], units: Units) -> bool:
    """ "10-15", "10 to 15", "between 10 and 15", one number alone; not "two and three", no score of "3-1"."""
    low, high = _amounts(match, units)
    joint = text[_low_end(match) : match.start("digits2") if match["digits2"] else match.start("words2")]
    if high is not None and "and" in joint and not text[: match.start()].lower().rstrip().endswith("between"):
        return False
    return high is None or low < high


def _whole(text: str, match: re.Match[str], last: int) -> bool:
    """Not a part of a name, a date, a score or a time."""
    beyond, then = text[last : last + 1], text[last + 1 : last + 2]
    if beyond in ("/", ":", "+") and then.isalnum():
        return False
    if beyond and beyond in ".,-" and then.isdigit():
        return False
    if match["unit"] or not (beyond.isalnum() or beyond == "_"):
        before = text[: match.start()].rstrip("~ ")[-1:]
        return before not in ("#", "/", "+")
    return False


def _with_unit(number: Number, match: re.Match[str], units: Units) -> Number:
    sign, word = (match["sign"] or match["sign2"] or "").strip(), (match["unit"] or "").lower()
    if len(sign) == 3 and sign.isalpha() and number.value < _LEAST:
        return replace(number, start=number.first, exact=False)  # "COP 26" is no sum of pesos
    if sign:
        end = number.last if word in units.units else number.end  # "$3 tons" is no unit of money
        return _money(replace(number, end=end), units.currency(sign) or units.currency(sign.upper()))
    if word in units.units:
        scale = units.scaled.get(word, 1)
        high = number.high * scale if number.high is not None else None
        return replace(number, unit=units.units[word], value=number.value * scale, high=high)
    if word:
        *before, last = word.split()
        demonym = before[-1] if before else ""
        return _money(number, units.currency(last.removesuffix("s"), demonym) or units.currency(last, demonym))
    return number


def _money(number: Number, currency: Currency | None) -> Number:
    if currency is None:
        return number
    return replace(number, unit=currency.name, currency=currency.code, exact=True)


def _compared(text: str, number: Number, units: Units) -> Number | None:
    """With the comparator before or after it, and nothing that makes it vague."""
    before = text[max(0, number.start - _REACH) : number.start].lower()
    if re.search(rf"\b(?:{_either(units.vague)}) (?:of )?$", before):
        return None
    found = _before(units).search(before)
    if found is not None:
        comparator: Comparator = units.comparators[found.group(1)]  # type: ignore[assignment]  # checked at load
        return replace(number, comparator=comparator, exact=True, start=number.start - len(before) + found.start(1))
    behind = _behind(units).match(text, number.end)
    if behind is not None:
        comparator = units.after[behind.group(1).lower()]  # type: ignore[assignment]  # checked at load
        return replace(number, comparator=comparator, exact=True, end=behind.end())
    return number


@cache
def _before(units: Units) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])({_either(units.comparators)})\s?(?:an?\s)?$")


@cache
def _behind(units: Units) -> re.Pattern[str]:
    return re.compile(rf"\s?-?({_either(units.after)})(?!\w)", re.IGNORECASE)
