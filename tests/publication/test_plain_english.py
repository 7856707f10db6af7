"""Names, days and deeds as a minister would read them."""

from __future__ import annotations

from typing import Any

import pytest
from dealt import dealing

from dragoman.actors.actor import Actor
from dragoman.codebook.codebook import load
from dragoman.events.event import Place
from dragoman.publication.plain_english import English, in_words, listed, on, quoted, sentence, words
from dragoman.texts.document import UNKNOWN, Interval

ENGLISH = English(load(), words())
EXPEL: dict[str, Any] = {"event": "SANCTION", "mode": "expel", "cameo": "1611"}


@pytest.mark.parametrize(
    ("name", "country", "office", "told"),
    [
        ("Mara Lindqvist", "SWE", "Foreign Minister of Sweden", "Sweden’s foreign minister Mara Lindqvist"),
        ("Jan Smit", "NLD", "Ambassador of Netherlands to Chad", "the Netherlands’ ambassador to Chad Jan Smit"),
        ("Ann Lee", "USA", "US Secretary of State", "Ann Lee, US Secretary of State,"),
        ("Ann Lee", "USA", "Secretary of State of United States", "the United States’ secretary of state Ann Lee"),
        ("Ali Riza", "POL", "Head of Poland", "Ali Riza of Poland"),
        ("Ann Lee", None, None, "Ann Lee"),
    ],
)
def test_people(name: str, country: str | None, office: str | None, told: str) -> None:
    assert ENGLISH.actor(Actor("a", name, "person", country, office=office)) == told


@pytest.mark.parametrize(
    ("actor", "told"),
    [
        (Actor("a", "The Finnish presidency", "body", "FIN"), "the Finnish presidency"),
        (Actor("a", "the Kingdom", "state", "GBR"), "the United Kingdom"),
        (Actor("a", "Soviet Union", "state", "RUS"), "Russia"),
    ],
)
def test_states_and_bodies(actor: Actor, told: str) -> None:
    assert ENGLISH.actor(actor) == told


@pytest.mark.parametrize(
    ("actors", "recipients", "fields", "told"),
    [
        ("mara aino", "", {}, "Mara Lindqvist and Aino Salmi spoke by telephone."),
        ("mara", "aino", {}, "Mara Lindqvist telephoned Aino Salmi."),
        ("swe fin", "", {"channel": "negotiations"}, "Representatives of Sweden and Finland held talks."),
        ("mara", "fin", {"channel": "visit", "mode": "visit", "cameo": "042"}, "Mara Lindqvist visited Finland."),
        (
            *("mara", "aino", {"channel": "visit", "mode": "visit", "cameo": "042", "place": Place("Turku")}),
            "Mara Lindqvist visited Turku to see Aino Salmi.",
        ),
        ("mara", "aino", {"status": "planned"}, "It was announced that Mara Lindqvist would telephone Aino Salmi."),
        ("mara", "aino", {"status": "called-for"}, "It was urged that Mara Lindqvist telephone Aino Salmi."),
        ("mara", "aino", {"status": "negated"}, "Mara Lindqvist did not telephone Aino Salmi."),
        ("mara", "aino", {"status": "denied"}, "It was denied that Mara Lindqvist telephoned Aino Salmi."),
        ("mara", "aino", {"status": "hypothetical"}, "It was said that Mara Lindqvist might telephone Aino Salmi."),
        (
            *("mara", "swe fin nor", {"event": "AGREE", "mode": None, "cameo": "030", "status": "called-for"}),
            "Mara Lindqvist called for closer cooperation with Finland and Norway.",
        ),
        ("swe", "fin", EXPEL, "Sweden expelled diplomats of Finland."),
        ("swe", "", EXPEL, "Sweden expelled diplomats."),
        ("swe", "fin", {"event": None, "mode": None, "cameo": "010"}, "Sweden made a statement to Finland."),
    ],
)  # fmt: skip
def test_deeds(actors: str, recipients: str, fields: dict[str, Any], told: str) -> None:
    assert ENGLISH.deed(dealing(actors, recipients, **fields)) == told


def test_there_are_words_for_every_event_and_status() -> None:
    for kind in load().events.values():
        for mode in (None, *kind.modes):
            for status in words()["statuses"]:
                fields: dict[str, Any] = {"event": kind.name, "mode": mode, "cameo": "999", "channel": "pressure"}
                told = ENGLISH.deed(dealing("swe", "fin", status=status, **fields))
                assert told.endswith(".")
                assert "Sweden" in told
                assert "Finland" in told
                assert not set("[]{}") & set(told)


@pytest.mark.parametrize(
    ("start", "end", "granularity", "told", "after_a_verb"),
    [
        ("2020-04-21", "2020-04-21", "day", "21 April 2020", "on 21 April 2020"),
        ("2020-04-01", "2020-04-30", "month", "April 2020", "in April 2020"),
        ("2020-04", "2020-04", "interval", "April 2020", "in April 2020"),
        ("2020-01-01", "2020-12-31", "year", "2020", "in 2020"),
        ("2020-04-01", "2020-04-09", "interval", "between 1 and 9 April 2020", "between 1 and 9 April 2020"),
        ("2020-04-01", "2020-05-09", "interval", "between 1 April and 9 May 2020", "between 1 April and 9 May 2020"),
        ("2019", "2020", "interval", "between 2019 and 2020", "between 2019 and 2020"),
        ("2019-12-31", "2020-01-01", "interval", *["between 31 December 2019 and 1 January 2020"] * 2),
        (None, "2020-04-09", "open", "by 9 April 2020", "by 9 April 2020"),
        ("2020-04-09", None, "open", "from 9 April 2020 on", "from 9 April 2020 on"),
        ("XXXX-09-01", "XXXX-09-01", "day", "1 September", "on 1 September"),
    ],
)
def test_days(start: str | None, end: str | None, granularity: Any, told: str, after_a_verb: str) -> None:
    when = Interval(start, end, granularity, "stated")
    assert (in_words(when), on(when)) == (told, after_a_verb)


def test_an_unknown_day_has_no_words() -> None:
    assert (in_words(UNKNOWN), on(UNKNOWN)) == ("", "")


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (listed([]), ""),
        (listed(["a"]), "a"),
        (listed(["a", "b"]), "a and b"),
        (listed(["a", "b", "c"]), "a, b and c"),
        (listed(["Ann, minister,", "b", "c"]), "Ann, minister, b and c"),
        (sentence("they met  in\nOslo"), "They met in Oslo."),
        (sentence("he said: “Yes.”"), "He said: “Yes.”"),
        (quoted('He said "no" and “yes”'), "“He said ‘no’ and ‘yes’”"),
        (quoted("no\x1b[31m\n more", ends=False), "“no [31m more\u00a0…”"),
    ],
)
def test_small_words(made: str, told: str) -> None:
    assert made == told
