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
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

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
    r"^(?:(?:President|Prime Minister|Chancellor|King|Queen|Emperor|Sultan|Amir|Dr\.|Gen\.|\(Ret\.\)|Col\.|Sheikh) )+"
)
ROYAL = ("King", "Queen", "Emir", "Sultan", "Emperor")
CALLED = {
    ("USA", "foreign_minister"): "Secretary of State",
    ("GBR", "foreign_minister"): "Foreign Secretary",
    ("DEU", "head_of_government"): "Chancellor",
    ("AUT", "head_of_government"): "Chancellor",
    ("IND", "foreign_minister"): "External Affairs Minister",
    ("CHN", "head_of_government"): "Premier",
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
FIRST = "2000-01-01"


@dataclass(frozen=True)
class Term:
    """Somebody in an office. ``since`` and ``until`` are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty: not known."""

    key: str
    office: str
    title: str
    name: str
    since: str
    until: str
    source: str


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
                row["person"],
                row["start"][:10],
                row["end"],
                "wikidata",
            )


def factbook(folder: Path, known_until: dict[tuple[str, str], str]) -> Iterator[Term]:
    """Heads who took office after the last one that Wikidata's lists know."""
    for row in _rows(folder / "factbook_leaders.tsv"):
        office, title = ROLES.get(row["role"], ""), row["title_name"]
        since = _day(row["since"])
        plain = TITLES.match(title)
        monarch = title.startswith(("King", "Queen", "Emperor", "Sultan", "Amir"))
        if not (office and row["iso3"] and since and plain) or re.search(
            r"[Vv]ice|elect|[Aa]cting|Caretaker|Deputy", title
        ):
            continue
        if title.startswith("President") and office == "head_of_government":
            office = "head_of_state"
        if since > known_until.get((row["iso3"], office), "") and (monarch or re.search(r"[A-Z]{3}", title)):
            first = title.split()[0].replace("Amir", "Emir")
            yield Term(
                row["iso3"],
                office,
                _title(row["iso3"], office, first),
                _cased(title[plain.end() :]),
                since,
                "",
                "factbook",
            )


def added() -> Iterator[Term]:
    for row in _rows(DATA / "holders_added.tsv"):
        yield Term(
            row["key"],
            row["office"],
            _title(row["key"], row["office"], ""),
            row["name"],
            row["since"],
            row["until"],
            "public record",
        )


def settle(terms: Iterable[Term], counts: Counter[str]) -> list[Term]:
    """The terms of one office, in order, without overlaps."""
    kept: list[Term] = []
    for term in sorted(terms, key=lambda t: (_first(t.since), t.source != "public record", not t.until)):
        last = kept[-1] if kept else None
        if term.until and _last(term.until) < _first(term.since):
            counts["ends before it begins"] += 1
        elif (
            last
            and _same(last.name, term.name)
            and (not last.until or _first(term.since) <= _last(last.until) + timedelta(40))
        ):
            longer = not term.until or (bool(last.until) and _last(term.until) > _last(last.until))
            kept[-1] = replace(last, until=term.until if longer and last.source != "public record" else last.until)
            counts["terms of one person joined"] += 1
        elif (
            last
            and last.source == "public record"
            and (not last.until or _first(term.since) < _last(last.until) - timedelta(2))
        ):
            counts["against a term of the public record"] += 1
        elif (
            last
            and last.until
            and term.until
            and _last(term.until) <= _last(last.until)
            and term.source != "public record"
        ):
            counts["within another's term"] += 1
        else:
            if last and (not last.until or _last(last.until) >= _first(term.since)):
                kept[-1] = replace(last, until=_before(term.since))
                counts["ended where the next begins"] += 1
            kept.append(term)
    fit = [t for t in kept if not t.until or _last(t.until) >= _first(t.since)]
    counts["ends before it begins"] += len(kept) - len(fit)
    return [t for t in fit if not t.until or t.until >= FIRST]


def main(folder: Path) -> None:
    known = list(wikidata(folder))
    latest: dict[tuple[str, str], str] = {}
    for term in known:
        latest[term.key, term.office] = max(latest.get((term.key, term.office), ""), term.since)
    groups: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in (*known, *factbook(folder, latest), *added()):
        groups[term.key, term.office].append(term)
    counts: Counter[str] = Counter()
    groups = {k: terms for k, terms in groups.items() if k[0] in independent() or terms[-1].source == "public record"}
    settled = [t for key in sorted(groups) for t in settle(groups[key], counts)]
    with (DATA / "holders.tsv").open("w", encoding="utf-8", newline="\n") as out:
        out.write("key\toffice\ttitle\tname\tsince\tuntil\tsource\n")
        out.writelines(f"{t.key}\t{t.office}\t{t.title}\t{t.name}\t{t.since}\t{t.until}\t{t.source}\n" for t in settled)
    print(f"{len(settled)} terms of {len({t.key for t in settled})} states and bodies in {len(groups)} offices")
    print(*(f"  {count:5}  {what}" for what, count in counts.most_common()), sep="\n")


def _title(key: str, office: str, position: str) -> str:
    """What English news call the holder."""
    if position in ROYAL:
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


def _cased(name: str) -> str:
    """ "Emmanuel MACRON" as it is written in the news."""
    return " ".join(w.title() if w.isupper() and len(w) > 2 else w for w in re.sub(r",? Jr\.?$", "", name).split())


def _same(a: str, b: str) -> bool:
    return a.casefold() == b.casefold() or a.rsplit(maxsplit=1)[-1].casefold() == b.rsplit(maxsplit=1)[-1].casefold()


def _first(day: str) -> date:
    return date.fromisoformat((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10])


def _last(day: str) -> date:
    if len(day) == 4:
        return date(int(day), 12, 31)
    if len(day) == 7:
        year, month = map(int, day.split("-"))
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return date.fromisoformat(day)


def _before(day: str) -> str:
    return str(_first(day) - timedelta(1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
