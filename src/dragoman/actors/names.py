"""Names without a title: runs of capitalised words, told apart into people, bodies and what is neither."""

from __future__ import annotations

from dragoman.actors.institutions import add_body
from dragoman.actors.line import POSSESSIVES, Line

_COMPOUNDED = ("era", "led")  # "Trump-era", "army-led"
_TAKEN_FOR = ("NN", "NNS", "JJ", "FW", "VBG", "VBN", "UH", "RB", "VB")  # within a sentence the capital tells more


def find_names(line: Line) -> None:
    """Keep the names of people and bodies that no title introduced."""
    i = 0
    while i < len(line):
        start = i
        while line.word(start) in line.lexicon.honorifics and line.capital(start):
            start += 1
        end = name_from(line, start)
        if end > start:
            _add(line, i, start, end)
        i = max(end, i + 1)


def name_from(line: Line, i: int) -> int:
    """End of the run of capitalised name words that starts at token i (i itself where there is none)."""
    end = i
    if i >= len(line) or not line.doc[i].text[0].isalpha():
        return i
    while end < len(line):
        if nameable(line, end, first=end == i) or _particle(line, end):
            end += 1
        elif _second_half(line, end):
            end += 2
        else:
            break
    while end > i and line.lower[end - 1] in line.lexicon.particles:
        end -= 1
    return _junior(line, i, end)


def nameable(line: Line, i: int, *, first: bool) -> bool:
    """Whether a token may be part of a name; ``first``: begin one."""
    if not line.capital(i):
        return False
    tag, word, lexicon = line.doc[i].tag_, line.lower[i], line.lexicon
    if i in line.taken or i in line.hit_over:
        return False
    if word in lexicon.calendar and not _may(line, i):
        return False
    if word in lexicon.pronouns or word in lexicon.determiners or word in lexicon.honorifics:
        return False
    if (line.title_from(i) and word not in lexicon.given) or (first and word in lexicon.modifiers):
        return False
    return tag in ("NNP", "NNPS") or (i > 0 and tag in _TAKEN_FOR) or (tag == "NNS" and not _plural(line, i))


def _plural(line: Line, i: int) -> bool:
    """Whether English has such a plural: "Officials said", not "Rinkevics said"."""
    return line.doc[i].lemma_ != line.lower[i] or line.knows(line.lower[i])


def _may(line: Line, i: int) -> bool:
    """Theresa May, and no month: a subject, object or owner with no number beside it."""
    if line.lower[i] != "may" or line.doc[i].tag_ != "NNP":
        return False
    beside = (*line.doc[max(0, i - 1) : i], *line.doc[i + 1 : i + 2])
    return line.doc[i].dep_ in ("nsubj", "nsubjpass", "dobj", "poss") and not any(t.tag_ == "CD" for t in beside)


def _particle(line: Line, i: int) -> bool:
    """ "bin", "de la", or a glued hyphen, before another part of the name."""
    if line.lower[i] not in line.lexicon.particles or i + 1 >= len(line) or i + 1 in line.hit_over:
        return False
    if line.lower[i] == "-" and (line.doc[i - 1].whitespace_ or line.doc[i].whitespace_):
        return False
    return nameable(line, i + 1, first=False) or _particle(line, i + 1)


def _second_half(line: Line, i: int) -> bool:
    """ "-yong" of "Chung Eui-yong" """
    if line.lower[i] != "-" or i == 0 or i + 1 >= len(line) or line.doc[i - 1].whitespace_ or line.doc[i].whitespace_:
        return False
    word = line.doc[i + 1]
    if not (line.capital(i - 1) and word.text.islower() and word.tag_[0] == "N") or i - 1 in line.hit_over:
        return False
    short = len(word.text) < 4 or (len(word.text) < 6 and not line.knows(word.text))
    return short and word.text not in _COMPOUNDED


def _junior(line: Line, start: int, end: int) -> int:
    """ "Whipps, Jr." """
    at = end + (line.word(end) == ",")
    return at + 1 if end > start and line.word(at).rstrip(".") in ("jr", "sr") else end


def _add(line: Line, start: int, name_start: int, end: int) -> None:
    words, honorific = line.lower[name_start:end], name_start > start
    if not honorific and words[-1] in line.lexicon.regions:
        return
    if line.word(end) == "&" and end + 1 < len(line) and line.capital(end + 1):  # "Holm & Sons" is a firm
        line.taken.update(range(start, name_from(line, end + 1)))
        return
    if not honorific and any(word in line.lexicon.bodies for word in words):
        add_body(line, start, end)
        return
    found = line.note("person", "name", start, end, shown=(name_start, end))
    found.country = _country_before(line, start)
    found.weak = not (honorific or found.country or _like_a_person(line, name_start, end, found.head))
    line.add(found)


def _like_a_person(line: Line, start: int, end: int, head: int) -> bool:
    """Two or more words the last of which is no English word, or the subject of a verb that people do."""
    if line.doc[end - 1].tag_ != "NNP" or any(t.text.isupper() and len(t.text) > 2 for t in line.doc[start:end]):
        return False
    token = line.doc[head]
    if token.dep_ == "appos" and token.head.tag_ == "NN":  # "his mother, Ann Charles, said"
        token = token.head
    subject = token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in line.lexicon.human_verbs
    strange = not line.knows(line.lower[end - 1])
    if end - start > 1:
        return subject or strange
    # An English word may be a name too where nothing else makes it a capital: "On Monday Trump said".
    bare = start > 0 and line.doc[start - 1].tag_ not in ("DT", "PRP$", "POS") and token.tag_ == "NNP"
    return subject and (strange or bare)


def _country_before(line: Line, i: int) -> str | None:
    """ "Iran's Zarif" """
    name = line.name_over(i - 2) if line.word(i - 1) in POSSESSIVES else None
    return name.key if name is not None and name.kind != "body" else None
