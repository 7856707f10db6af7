"""Make ``src/dragoman/codebook/data/holders.tsv`` from lists of office holders, and say what was left out.

    python tools/build_holders.py FOLDER

FOLDER holds ``holders.tsv`` (terms of office from Wikidata, CC0), ``repos.tsv`` (which list is of which state, and its
date) and ``factbook_leaders.tsv`` (The World Factbook, public domain). What neither has, or has wrong, stands in
``holders_added.tsv`` beside the output, written by hand; its rows win over all others.

Taken: heads of state and government and foreign ministers who were in office in 2000 or later. Rules: the same person's
terms that touch become one; an open or overlapping term ends where the next one begins; a term that lies within
another's (a stand-in of some days) is left out; a term that ends before it begins is left out.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from office_terms import BY_HAND, Term, settle

from dragoman.codebook.holders import fold, skeleton

DATA = Path(__file__).parent.parent / "src/dragoman/codebook/data"
OFFICES = {
    "head_of_state": r"(State )?President( of the (Republic|Confederation|State Affairs Commission))?|King|Queen|Emir"
    r"|Sultan|Emperor|Monarch|Grand Duke|Sovereign Prince",
    "supreme_leader": r"Supreme Leader",
    "head_of_government": r"Prime Minister|(Federal )?Chancellor|Taoiseach|Premier of the State Council",
    "foreign_minister": r"(Federal )?Ministers? (of|for) (European and )?(Foreign|External)( and [A-Z]\w+)?"
    r"( Affairs| Relations)(,? (and|&) [\w ,]+|, [\w ,]+)?"
    r"|Secretary of State for Foreign.*|Secretary (of|for) Foreign Affairs|Foreign Minister",
}
ONLY = {("us-cabinet", "Secretary of State"): "foreign_minister", ("us-cabinet", "President"): "head_of_state"}
# In india-ministers the "Minister of Foreign Affairs" is the Foreign Secretary, a civil servant.
NOT = {("india-ministers", "Minister of Foreign Affairs")}
TITLES = re.compile(
    r"^(?:(?:(?:State |Federal |Interim )?(?:President|Prime Minister|Chancellor|King|Queen|Emperor|Sultan|Amir)"
    r"(?: of (?:the )?(?:Swiss Confederation|Council of Ministers|Republic|Government|Australia))?|Dr\.|Gen\.|General"
    r"|\(Ret\.\)|Col\.|Maj\.|Sheikh|Sir|Crown Prince|Interim),? )+"
)
NOT_HEADS = re.compile(r"[Vv]ice|elect|[Aa]cting|Caretaker|Deputy|(?<!Crown )Prince|[Gg]overnor|represented|Cardinal")
HEADS = {"President": "head_of_state", "Prime": "head_of_government", "Interim": "head_of_government"}
_OF = re.compile(r" of [A-Z][a-z]\w+( [A-Z]\w+)*$|, Grand Duke of .*")  # "Albert II of Belgium"
ROYAL = ("King", "Queen", "Emir", "Sultan", "Emperor")
MONARCHS = dict.fromkeys("BEL BHR BTN ESP JOR MAR MYS NLD NPL SAU THA TON".split(), "King") | {
    "BRN": "Sultan", "KWT": "Emir", "LIE": "Prince", "LUX": "Grand Duke", "MCO": "Prince", "OMN": "Sultan",
    "QAT": "Emir", "VAT": "Pope", "WSM": "Head of State",
}  # fmt: skip
QUEENS = ("Elizabeth II", "Beatrix")
CALLED = {
    ("USA", "foreign_minister"): "Secretary of State",
    ("GBR", "foreign_minister"): "Foreign Secretary",
    ("DEU", "head_of_government"): "Chancellor",
    ("AUT", "head_of_government"): "Chancellor",
    ("IND", "foreign_minister"): "External Affairs Minister",
    ("CHN", "head_of_government"): "Premier",
    ("TWN", "head_of_government"): "Premier",
    ("PRK", "head_of_government"): "Premier",
    ("IRL", "head_of_government"): "Taoiseach",
    ("VAT", "head_of_government"): "Secretary of State",
    ("VAT", "foreign_minister"): "Secretary for Relations with States",
    ("EU", "foreign_minister"): "High Representative",
    ("EUROPEAN_COMMISSION", "body_chief"): "President",
    ("EUROPEAN_COUNCIL", "body_chief"): "President",
    ("IAEA", "body_chief"): "Director General",
    ("WHO", "body_chief"): "Director-General",
    ("WTO", "body_chief"): "Director-General",
    ("OPCW", "body_chief"): "Director-General",
    ("IMF", "body_chief"): "Managing Director",
    ("WORLD_BANK", "body_chief"): "President",
    ("AU", "body_chief"): "Chairperson",
    ("UNHCR", "body_chief"): "High Commissioner",
    ("ICC", "body_chief"): "Prosecutor",
}
ROLES = {"chief of state": "head_of_state", "head of government": "head_of_government"}
FIRST = date(2000, 1, 1)
WEEKS = timedelta(31)


def wikidata(folder: Path) -> Iterator[Term]:
    states = {row["country_repo"]: row["iso3"] for row in _rows(folder / "repos.tsv")}
    for row in _rows(folder / "holders.tsv"):
        repo, position = row["country_repo"], row["position"]
        office = ONLY.get((repo, position)) or next((o for o, p in OFFICES.items() if re.fullmatch(p, position)), None)
        if office and states.get(repo) and (repo, position) not in NOT:
            yield Term(
                states[repo],
                office,
                _title(states[repo], office, position),
                _OF.sub("", row["person"]),
                row["start"][:10],
                row["end"],
                "wikidata",
            )


def factbook(folder: Path) -> Iterator[Term]:
    """Heads of state and government with the day they took office; the Factbook gives no end."""
    for row in _rows(folder / "factbook_leaders.tsv"):
        since, plain = _day(row["since"]), TITLES.match(row["title_name"])
        if not (row["role"] in ROLES and row["iso3"] and since and plain) or NOT_HEADS.search(row["title_name"]):
            continue
        first, name = row["title_name"].split()[0].replace("Amir", "Emir"), row["title_name"][plain.end() :]
        if first in ROYAL or re.search(r"[A-Z]{3}|\b[A-Z]{2} [A-Z][a-z]", name):
            office = HEADS.get(first, ROLES[row["role"]])
            name = _cased(name, royal=first in ROYAL)
            yield Term(row["iso3"], office, _title(row["iso3"], office, first), name, since, "", "factbook")


def added() -> Iterator[Term]:
    for row in _rows(DATA / "holders_added.tsv"):
        yield Term(
            row["key"],
            row["office"],
            _title(row["key"], row["office"], _royal(row)),
            row["name"],
            row["since"],
            row["until"],
            BY_HAND,
        )


def _royal(row: dict[str, str]) -> str:
    if row["office"] != "head_of_state":
        return ""
    return "Queen" if row["name"] in QUEENS else MONARCHS.get(row["key"], "")


def main(folder: Path) -> None:
    lists, book, hands = _by_office(wikidata(folder)), _by_office(factbook(folder)), _by_office(added())
    counts: Counter[str] = Counter()
    settled: list[Term] = []
    for place in sorted({*lists, *book, *hands}):
        if place[0] in independent() or place in hands:
            latest = max((t.since for t in lists[place]), default="")
            terms = (*lists[place], *(t for t in book[place] if t.since > latest))
            settled += (_confirmed(t, book[place]) for t in settle(terms, hands[place], counts) if t.last >= FIRST)
    with (DATA / "holders.tsv").open("w", encoding="utf-8", newline="\n") as out:
        out.write("key\toffice\ttitle\tname\tsince\tuntil\tsource\n")
        out.writelines(f"{t.key}\t{t.office}\t{t.title}\t{t.name}\t{t.since}\t{t.until}\t{t.source}\n" for t in settled)
    print(f"{len(settled)} terms of {len({t.key for t in settled})} states and bodies")
    print(
        *(f"  {count:5}  {what}" for what, count in (counts + Counter(t.source for t in settled)).most_common()),
        sep="\n",
    )


def _by_office(terms: Iterable[Term]) -> dict[tuple[str, str], list[Term]]:
    groups: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        groups[term.key, term.office].append(term)
    return groups


def _confirmed(term: Term, book: list[Term]) -> Term:
    """With a second source, where the Factbook has somebody with a name in common beginning in the same weeks.

    One name is enough beside the date: the Factbook writes Benjamin NETANYAHU, Wikidata Binyamin.
    """
    words = _sounds(term.name)
    alike = any(words & _sounds(b.name) and abs(b.first - term.first) <= WEEKS for b in book)
    return replace(term, source="wikidata, factbook") if term.source == "wikidata" and alike else term


def _sounds(name: str) -> set[str]:
    return {skeleton(w) for w in fold(name)}


def _title(key: str, office: str, position: str) -> str:
    """What English news call the holder."""
    if position in ROYAL or position in MONARCHS.values():
        return position
    if (key, office) in CALLED:
        return CALLED[key, office]
    return {"head_of_state": "President", "supreme_leader": "Supreme Leader", "head_of_government": "Prime Minister",
            "foreign_minister": "Foreign Minister", "body_chief": "Secretary-General"}[office]  # fmt: skip


def independent() -> set[str]:
    """States whose heads are theirs alone: UN members, and four more."""
    with (DATA / "states.tsv").open(encoding="utf-8") as lines:
        table = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["iso3"] for row in table if row["un_member"] == "yes"} | {"XKX", "TWN", "PSE", "VAT"}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _day(words: str) -> str:
    months = "January February March April May June July August September October November December".split()
    found = re.fullmatch(r"(\d{1,2}) (\w+) (\d{4})", words.strip())
    return f"{found[3]}-{months.index(found[2]) + 1:02}-{int(found[1]):02}" if found and found[2] in months else ""


def _cased(name: str, *, royal: bool) -> str:
    """ "Emmanuel MACRON" as it is written in the news; a king keeps his number."""
    words = re.sub(r",? (Jr|Sr)\.?$", "", name.replace("  ", " ").strip(" ,")).split()
    if royal:
        words = words[: words.index("of")] if "of" in words else words
        return " ".join(w if re.fullmatch(r"[IVX]+", w) else w.title() if w.isupper() else w for w in words)
    return " ".join(re.sub(r"[^\W\d_a-z]{2,}", lambda m: m[0].title(), w) for w in words)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
