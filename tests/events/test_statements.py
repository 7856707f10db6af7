"""Statements: a table of sentences, each with one statement marked in it.

``_source_``, ``*cue*`` and ``<content>`` mark what must be found; a mark that is absent must not be found either.
The mode comes first, then how many statements the text gives in all; ``none`` is for texts that give no statement.
"""

from __future__ import annotations

import re

import pytest

from dragoman.codebook.speech import load_speech
from dragoman.events.said import Said, find_said
from dragoman.measures.attributions import plain_reading
from dragoman.texts.document import Span
from dragoman.texts.parse import parser

pytestmark = pytest.mark.model

CASES = [
    # direct: where the cue stands
    ("direct", 1, "“<We will sign the treaty in April,>” _Marta Lind_ *said*."),
    ("direct", 1, "“<We will sign the treaty in April,>” *said* _Foreign Minister Marta Lind_."),
    ("direct", 1, "_Marta Lind_ *said*: “<We will sign the treaty in April.>”"),
    ("direct", 1, "_Marta Lind_ *said*, “<We will sign the treaty in April.>”"),
    ("direct", 1, "_Marta Lind_ *said* on Monday: “<We will sign the treaty in April.>”"),
    ("direct", 1, "_Lind_ *told* reporters in Oslo: “<The talks were useful.>”"),
    ("direct", 1, "“<The talks were useful,>” _Lind_ *told* reporters after the meeting."),
    ("direct", 1, "“<The treaty,>” _the envoy_ *said*, “<is dead.>”"),
    ("direct", 1, "“<We are ready,>” _the envoy_ *said*. “<We have always been ready.>”"),
    ("direct", 1, "“<Who will pay for the bridge?>” _the senator_ *asked*."),
    ("direct", 1, "“<Never again!>” *shouted* _the crowd_."),
    ("direct", 1, "“<It is over,>” *said* _Lind, who was visiting Riga for the first time_."),
    ("direct", 1, "“<It is over,>” _Lind, who was visiting Riga_, *said*."),
    ("direct", 2, "“<It is over,>” *said* _Qasim Nur_, according to the Fars agency."),
    (
        "direct",
        1,
        "“<We regret the delay,>” according *to* nobody.".replace("according *to* nobody", "_the ministry_ *said*"),
    ),
    ("direct", 1, "“<We are building ten schools,>” *according to* _a note from the ministry_."),
    ("direct", 1, "“<All sides will benefit,>” _the statement_ *read*."),
    ("direct", 1, "*Said* _Lind_: “<It is over.>”"),
    ("direct", 1, "“<The road to peace is open.>” *—* _Marta Lind_"),
    ("direct", 2, "_Lind_ said the talks went well, *adding*: “<We will meet again.>”".replace("_Lind_", "_Lind_", 1)),
    ("direct", 1, "_He_ *wrote* on Twitter: “<Good talks with our neighbours today.>”"),
    ("direct", 1, "“<Good talks with our neighbours today,>” _the president_ *tweeted*."),
    ("direct", 1, "_The envoy_ *replied* that “<nothing has been agreed so far.>”"),
    ("direct", 1, "“<Nothing is agreed,>” _she_ *added*."),
    ("direct", 1, "“<And then we will leave,>” _the general_ *went on*."),
    ("direct", 1, "“<The border is closed,>” *explained* _a guard_."),
    ("direct", 1, "“<We hope for peace,>” _Presidents Berg and Aalto_ *said* in a joint statement."),
    # direct: quote marks
    ("direct", 1, '"<We will sign in April,>" _Lind_ *said*.'),
    ("direct", 1, "„<We will sign in April,>“ _Lind_ *said*."),
    ("direct", 1, "«<We will sign in April,>» _Lind_ *said*."),
    ("direct", 1, "''<We will sign in April,>'' _Lind_ *said*."),
    ("direct", 1, "‘<We will sign in April,>’ _Lind_ *said*."),
    ("direct", 1, "“<He told me ‘no’ and then ‘maybe’,>” _Lind_ *said*."),
    ("direct", 1, "‘<He told me “no” and then “maybe”,>’ _Lind_ *said*."),
    ("direct", 1, "“<The ministers’ plan is the states’ plan,>” _Lind_ *said*."),
    ("direct", 1, "_Lind_ *said*: “<The bridge is open. The road is safe. Come and see.>”"),
    ("direct", 1, "“<The bridge is open. The road is safe. Come and see,>” _Lind_ *said*."),
    ("direct", 1, "_Lind_ *said*: “<The bridge is open and the road is safe>"),
    ("direct", 1, "_Lind_ *said*:\n“<The bridge is open.>”"),
    ("direct", 1, "“<The bridge is open,>” _Lind_ *said*. “<The road is safe.>” The visit ended on Monday."),
    ("direct", 1, "“<The bridge is open,>” _Lind_ *said*, pausing for breath. “<The road is safe.>”"),
    (
        "direct",
        1,
        "“<The bridge is open,>” _Lind_ *said*, but “<the road is not.>”".replace(", but “", ". “").replace(
            "the road", "The road"
        ),
    ),
    ("direct", 1, "_Lind_ *said*: “<The bridge is open.>\n“<The road is safe.>”"),
    ("direct", 1, "“<Your visit opens a new chapter,>” _the premier_ *addressed* the king."),
    ("direct", 1, "_Ozols_ *shelved* the plan: “<It is late and it is dear.>”"),
    # mixed
    (
        "mixed",
        1,
        "_Lind_ *told* the daily that <Ozols was the victim of a “dirty trick,” and that his visa had been refused>.",
    ),
    (
        "mixed",
        1,
        "_Russia_ *announced* that <the pipeline was “tested,”> which means that it will open soon.",
    ),
    ("indirect", 1, "_The spokeswoman_ *dismissed* <any delay of the vote>."),
    ("indirect", 1, "<The talks have failed>, _the envoy_ *regretted*."),
    ("indirect", 1, "<The bridge is late and the road will be dear>, *according to* _the ministry_."),
    ("indirect", 1, "_The envoys_ *highlighted* <the king's leadership in opening the border>."),
    ("mixed", 1, "_Lind_ *said* that <the talks had been “useful” for both sides>."),
    ("mixed", 1, "_Lind_ *said* <the two states had “no quarrel” about the canal>."),
    ("mixed", 1, "_The envoy_ *called* <the vote “a sham” and a danger>."),
    ("mixed", 1, "_The envoy_ *described* <the vote as “a step back”>."),
    ("mixed", 1, "*According to* _Lind_, <the talks were “frank” and short>."),
    ("mixed", 1, "_The general_ *insisted* that <“no soldier” would cross the river>."),
    # indirect: clauses
    ("indirect", 1, "_The minister_ *said* <the border would reopen in May>."),
    ("indirect", 1, "_The minister_ *said* that <the border would reopen in May>."),
    ("indirect", 1, "_The minister_ *said* on Monday that <the border would reopen in May>."),
    ("indirect", 1, "_The minister_ *told* reporters that <the border would reopen in May>."),
    ("indirect", 1, "_The minister_ *told* a meeting of village elders that <the border would reopen in May>."),
    ("indirect", 1, "_The minister_ *tweeted* shortly before noon that <the border would reopen>."),
    ("indirect", 1, "<The border would reopen in May>, _the minister_ *said*."),
    ("indirect", 1, "<The border would reopen in May>, *said* _the minister_."),
    ("indirect", 1, "<The border>, _the minister_ *said*, <would reopen in May>."),
    ("indirect", 1, "<The bridge>, as _one of the engineers_ *pointed out*, <has been closed for years>."),
    ("indirect", 1, "_Oslo_ *announced* that <it would recall its ambassador>."),
    ("indirect", 1, "_The ministry_ *denied* that <any soldier had crossed the river>."),
    ("indirect", 1, "_The ministry_ *confirmed* that <two sailors were released>."),
    ("indirect", 1, "_Russia_ *warned* that <it would respond to any attack>."),
    ("indirect", 1, "_The general_ *warned* the council that <the truce was failing>."),
    ("indirect", 1, "_Lind_ *believes* that <the talks will fail>."),
    ("indirect", 1, "_Ankara_ *hopes* <the pipeline will be finished this year>."),
    ("indirect", 1, "_Analysts_ *expect* that <prices will fall>."),
    ("indirect", 1, "_The bank_ *estimates* that <trade will grow by two percent>."),
    ("indirect", 1, "_The senator_ *asked* <whether the treaty was still in force>."),
    ("indirect", 1, "_The agency_ *found* that <the plant had enriched uranium>."),
    ("indirect", 1, "_The survey_ *shows* that <most farmers support the deal>."),
    ("indirect", 1, "_The Fars agency_ *reported* that <the delegation had left>."),
    ("indirect", 1, "<The two delegations discussed the canal>, _the Fars agency_ *reported*."),
    ("indirect", 1, "It was *announced* that <the summit would be held in Vienna>."),
    ("indirect", 1, "It was *announced* by _the palace_ that <the summit would be held in Vienna>."),
    ("indirect", 1, "_The minister_ was quoted as *saying* that <the road was closed>."),
    (
        "indirect",
        1,
        "_The minister_ *went on* to *say* that".replace("*went on* to *say* that", "went on to *say* that")
        + " <the road was closed>.",
    ),
    ("indirect", 1, "_The minister_ did *say* that <the road was closed>."),
    ("indirect", 1, "_The minister_ has repeatedly *said* that <the road is safe>."),
    ("indirect", 1, "_The presidents of Chile and Peru_ *stressed* that <the harvest had been good>."),
    ("indirect", 1, "_Lind, the head of the mission_, *noted* that <the camp was empty>."),
    ("indirect", 1, "_The envoy_ *argued* that <the sanctions hurt farmers and that they should be lifted>."),
    ("indirect", 1, "_The king_ *said* <he would travel to Rabat and meet the premier>."),
    # indirect: participles and chains
    ("indirect", 2, "_The envoy_ said the road was closed, *adding* that <the bridge was safe>."),
    (
        "indirect",
        2,
        "The envoy said the ties were at their best, *adding* that <they would last>.".replace(
            "The envoy", "_The envoy_"
        ),
    ),
    ("indirect", 2, "*Stressing* <the need for calm>, _the envoy_ said talks would go on."),
    ("indirect", 2, "*Referring to* <the blockade>, _the envoy_ said aid was late."),
    (
        "indirect",
        2,
        "*Noting* that <winter was near>, _the envoy_ asked for tents and said he would stay.".replace(
            "asked for tents and said he would stay", "said tents were needed"
        ),
    ),
    (
        "indirect",
        1,
        "_Tehran_ rejected the plan, *stating* that <the pact was dead>, and said it would leave.".replace(
            ", and said it would leave", ""
        ),
    ),
    ("indirect", 2, "_The envoy_ said the road was closed and *urged* <both sides to repair it>."),
    ("indirect", 2, "_The envoy_ said that he would order a review and *warned of* <attacks from the sea>."),
    ("indirect", 2, "_China_ said it was “deeply worried” by the launch, and *called on* <the North to stop>."),
    ("indirect", 2, "Lind said the deal was near, and _the union_ *warned* that <it would strike>."),
    ("indirect", 2, "“We agree,” _he_ said, *describing* <the talks as frank>."),
    ("indirect", 2, "_She_ *said* <the army had left>, stressing that the border was quiet."),
    # indirect: according to, in the view of
    ("indirect", 1, "*According to* _the ministry_, <trade grew by a third>."),
    ("indirect", 1, "<Trade grew by a third>, *according to* _the ministry_."),
    ("indirect", 1, "<The army>, *according to* _the ministry_, <has left the valley>."),
    ("indirect", 1, "*In* _his_ *view*".replace("*In* _his_ *view*", "*In _his_ view*") + ", <the talks will fail>."),
    ("indirect", 1, "*In the view* of _the minister_, <the talks will fail>."),
    # indirect: noun objects
    ("indirect", 1, "_The envoy_ *stressed* <the importance of the treaty>."),
    ("indirect", 1, "_The envoy_ *underlined* <the need for more aid>."),
    ("indirect", 1, "_The envoy_ *highlighted* <the need to hasten the work on the canal>."),
    ("indirect", 1, "_The two ministers_ *emphasized* <the expansion of trade between their countries>."),
    ("indirect", 1, "_The deputy_ *touched upon* <the role of the small states>."),
    ("indirect", 1, "_The deputy_ *referred to* <the shortage of flour in the camps>."),
    ("indirect", 1, "_The deputy_ *pointed to* <the role of the small states>."),
    ("indirect", 1, "_The foreign ministry_ *announced* <the closure of its consulate>."),
    ("indirect", 1, "_The foreign ministry_ *condemned* <the attack on its embassy>."),
    ("indirect", 1, "_The envoy_ *praised* <the premier for her patience>."),
    ("indirect", 1, "_The chancellor_ *proposed* <a summit in Vienna>."),
    ("indirect", 1, "_The envoy_ *described* <the purchase of the islands as a bargain>."),
    ("indirect", 1, "_The chancellor_ *called* <the dam a theft of the river>."),
    ("indirect", 1, "_The envoy_ *dismissed* <the report as fiction>."),
    ("indirect", 1, "_Baku_ *accused* <Yerevan of breaking the truce>."),
    ("indirect", 1, "_The premier_ *thanked* <Norway for its support>."),
    (
        "indirect",
        1,
        "_The two sides_ *expressed* the *hope*".replace("*expressed* the *hope*", "*expressed the hope*")
        + " that <the talks would resume>.",
    ),
    ("indirect", 1, "_The president_ *expressed hope* that <the farmers would come home>."),
    ("indirect", 1, "_The president_ *expressed* <readiness to host the talks>."),
    ("indirect", 1, "_The ambassador_ *voiced* <concern over the arrests>."),
    ("indirect", 1, "_Kenya_ *echoed* <the complaint of Uganda>."),
    # indirect: demands and promises
    ("indirect", 1, "_Oslo_ *urged* <both sides to return to the table>."),
    ("indirect", 1, "_The council_ *called on* <both parties to stop the shelling>."),
    ("indirect", 1, "_The envoy_ *called for* <an immediate ceasefire>."),
    ("indirect", 1, "_The envoy_ has *called for* <taxes to be cut>."),
    ("indirect", 1, "_The union_ *demanded* that <the law be repealed>."),
    ("indirect", 1, "_The president_ *told* <his advisers to prepare a plan>."),
    ("indirect", 1, "_The government_ *vowed* <to respond to the attack>."),
    ("indirect", 1, "_Tokyo_ *pledged* <two million dollars>."),
    ("indirect", 1, "_The envoy_ *suggested* <moving the talks to Doha>."),
    ("indirect", 1, "_The official_ *denied* <meeting the envoy>."),
    # indirect: nouns of saying, headlines, questions of who
    (
        "indirect",
        2,
        "Lind rejected _Moscow_’s *claim* that <the bridge was safe>, *x*.".replace(", *x*", "")
        .replace("Lind rejected ", "Lind said on Friday that she had read ")
        .replace("_Moscow_’s", "_Moscow_'s"),
    ),
    ("indirect", 1, "_Marta Lind_*:* <The talks will go on in May>"),
    ("indirect", 1, "_A spokesman for the ministry_ *said* <the road was closed>."),
    ("indirect", 1, "_A statement by the ministry_ *says* <the road is closed>."),
    ("indirect", 1, "_The minister_ *said* in a statement that <the road was closed>."),
    ("indirect", 1, "_The minister_ *said* in a tweet early on Friday that <the road was closed>."),
    (
        "indirect",
        1,
        "The ministry issued a statement *saying* <the road was closed>.".replace("The ministry", "_The ministry_"),
    ),
    ("indirect", 1, "Speaking to reporters, _the minister_ *said* <the road was closed>."),
    ("indirect", 1, "In talks with her Danish counterpart, _Lind_ *said* <the road was closed>."),
    ("indirect", 1, "_The agency, which is based in Vienna_, *said* <the plant was empty>."),
    (
        "indirect",
        1,
        "The visit was planned by _Lind, who_".replace("_Lind, who_", "_Lind_, who") + " *said* <the road was closed>.",
    ),
    # quoted by an outlet, asides, questions
    ("indirect", 1, "The Fars agency quoted _the minister_ as *saying* that <the road was closed>."),
    ("direct", 1, "“<The road is closed,>” the Fars agency *quoted* _the minister_ as saying."),
    ("direct", 1, "Asked when the road would open, _the minister_ *said*, “<In May.>”"),
    ("indirect", 1, "However, _he_ *said*, <the road is safe>."),
    # no statement
    ("none", 0, "The minister did not say that the road was closed."),
    ("none", 0, "The minister never said that the road was closed."),
    ("none", 0, "The minister will say that the road is closed."),
    ("none", 0, "The minister is expected to say that the road is closed."),
    ("none", 0, "The minister refused to say whether the road was closed."),
    ("none", 0, "The minister declined to comment on the road."),
    ("none", 0, "If the minister says that the road is closed, we turn back."),
    ("none", 0, "The minister might say that the road is closed."),
    ("none", 0, "The minister left without saying where he would go."),
    ("none", 0, "To continue to say that the road was closed."),  # a root that is its own head
    ("none", 0, "The so-called “peace road” runs along the river."),
    ("none", 0, "They showed the film “The Long Way Home” in Oslo."),
    ("none", 0, "The talks will continue on Monday."),
    ("none", 0, "The company added two ships to its fleet."),
    ("none", 0, "The president called the chancellor on Monday."),
    ("none", 0, "The envoys spoke by telephone on Monday."),
    ("none", 0, "The ministers discussed trade and the canal."),
    ("none", 0, "Both parties agreed to widen their trade."),
    ("none", 0, "He was asked about the treaty."),
    ("none", 0, "Iran is said to be ready for talks."),
    ("none", 0, "The ministers' talks' end came at five o'clock in the '90s style."),
    ("none", 0, "SOURCE: North Sea Telegraph"),
    ("none", 0, "The bridge connects the two towns."),
]

_MARKS = re.compile(r"[_*<>]")


def expected(marked: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The text without the marks, and the places of what was marked."""
    text, opened = "", dict[str, int]()
    spans: dict[str, list[tuple[int, int]]] = {"_": [], "*": [], "<": []}
    for piece in re.split(r"([_*<>])", marked):
        if not _MARKS.fullmatch(piece):
            text += piece
        elif piece in "<>":
            if piece == "<":
                opened["<"] = len(text)
            else:
                spans["<"].append((opened.pop("<"), len(text)))
        elif piece in opened:
            spans[piece].append((opened.pop(piece), len(text)))
        else:
            opened[piece] = len(text)
    if "<" in opened:
        spans["<"].append((opened["<"], len(text)))
    return text, spans


def places(said: Said) -> dict[str, list[tuple[int, int]]]:
    def of(*spans: Span | None) -> list[tuple[int, int]]:
        return [(s.start, s.end) for s in spans if s is not None]

    return {"_": of(said.source), "*": of(said.cue), "<": of(*said.content)}


@pytest.mark.parametrize(("mode", "count", "marked"), CASES)
def test_statement_is_found(mode: str, count: int, marked: str) -> None:
    text, spans = expected(marked)
    found = find_said(plain_reading(text, parser()), load_speech())
    shown = [(s.mode, {k: [text[a:b] for a, b in v] for k, v in places(s).items()}) for s in found]
    if mode != "none":
        assert (mode, {k: [text[a:b] for a, b in v] for k, v in spans.items()}) in shown
    assert len(found) == count, shown
