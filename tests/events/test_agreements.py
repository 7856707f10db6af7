"""Agreements: a table of sentences, each with the agreement it speaks of: kind (or id in the codebook), parties, stage,
and the words that mention it. ``None`` is for sentences that speak of none.
"""

from __future__ import annotations

import pytest
from parsed import PUBLISHED, agreements_in

from dragoman.codebook.instruments import STAGES, load_agreements
from dragoman.errors import CodebookError
from dragoman.events.agreement import Agreement, Duration, Renewal
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document

CASES = [
    ("Chile signed the Chile-Oceania agreement, Peru said.", "agreement CHL signed | the Chile-Oceania agreement"),
    ("Norway and Finland signed a treaty on fisheries on Monday.", "treaty FIN NOR signed | a treaty on fisheries"),
    ("Peru signed a trade agreement with Chile last week.", "agreement CHL PER signed | a trade agreement with Chile"),
    (
        "A defence pact between Kenya and Uganda was signed in Nairobi.",
        "agreement KEN UGA signed | A defence pact between Kenya and Uganda",
    ),
    (
        "Brazil and Argentina concluded an accord on nuclear inspections in 2019.",
        "agreement ARG BRA signed | an accord on nuclear inspections",
    ),
    (
        "Japan and Vietnam inked a memorandum of understanding on rare earths.",
        "understanding JPN VNM signed | a memorandum of understanding on rare earths",
    ),
    ("Greece and Cyprus agreed on a gas deal with Egypt.", "agreement CYP EGY GRC agreed | a gas deal with Egypt"),
    ("Oman and Qatar reached an agreement on gas exports.", "agreement OMN QAT agreed | an agreement on gas exports"),
    (
        "Sweden and Denmark have initialled a treaty on wind power.",
        "treaty DNK SWE initialled | a treaty on wind power",
    ),
    ("Georgia and Armenia finalized a transit agreement.", "agreement ARM GEO agreed | a transit agreement"),
    ("Poland and Lithuania are negotiating a border treaty.", "treaty LTU POL negotiating | a border treaty"),
    ("Chad and Niger are working on an agreement to share water.", "agreement NER TCD negotiating | an agreement"),
    (
        "Talks on a security agreement between Iraq and Kuwait began on Sunday.",
        "agreement IRQ KWT negotiating | a security agreement between Iraq and Kuwait",
    ),
    (
        "Turkey proposed a treaty of friendship with Georgia.",
        "treaty GEO TUR proposed | a treaty of friendship with Georgia",
    ),
    ("Cuba offered Mexico a health agreement.", "agreement CUB MEX proposed | a health agreement"),
    ("Mongolia and Japan agreed to sign a customs agreement.", "agreement JPN MNG agreed | a customs agreement"),
    ("Italy and Malta will sign a migration deal next month.", "agreement ITA MLT agreed | a migration deal"),
    ("Iran and Oman plan to conclude a gas agreement.", "agreement IRN OMN agreed | a gas agreement"),
    ("Belarus wants a loan from China.", "loan BLR CHN requested | a loan"),
    ("Ethiopia asked China for a loan.", "loan ETH requested | a loan"),
    ("The World Bank approved a loan for Jordan.", "loan JOR agreed | a loan for Jordan"),
    ("Berlin blocked a loan for Cuba.", "loan CUB blocked | a loan for Cuba"),
    ("Russia gave Belarus a loan of $500 million.", "loan BLR RUS in_force | a loan of $500 million"),
    (
        "The treaty between Spain and Portugal entered into force in 2018.",
        "treaty ESP PRT in_force | The treaty between Spain and Portugal",
    ),
    (
        "The agreement between Laos and Thailand took effect on 1 January.",
        "agreement LAO THA in_force | The agreement between Laos and Thailand",
    ),
    (
        "Germany and Poland have a treaty on good neighbourly relations.",
        "treaty DEU POL in_force | a treaty on good neighbourly relations",
    ),
    ("Australia respects its treaty with Indonesia.", "treaty AUS IDN in_force | its treaty with Indonesia"),
    (
        "Ukraine accused Russia of violating the agreement between the two countries.",
        "agreement RUS UKR in_force | the agreement between the two countries",
    ),
    ("Hungary ratified the agreement with Serbia.", "agreement HUN SRB ratified | the agreement with Serbia"),
    (
        "The parliament of Kenya has not ratified the treaty with Somalia.",
        "treaty KEN SOM signed | the treaty with Somalia",
    ),
    ("India and Nepal renewed a transit treaty in November.", "treaty IND NPL extended | a transit treaty"),
    (
        "Japan and South Korea agreed to extend their intelligence-sharing pact.",
        "agreement JPN KOR in_force | their intelligence-sharing pact",
    ),
    (
        "Seoul refused to extend the intelligence pact with Japan.",
        "agreement JPN KOR in_force | the intelligence pact with Japan",
    ),
    (
        "The two-year agreement between Iraq and Iran will expire in August.",
        "agreement IRN IRQ in_force | The two-year agreement between Iraq and Iran",
    ),
    ("The pact between Ghana and Togo expired last year.", "agreement GHA TGO ended | The pact between Ghana and Togo"),
    (
        "The lease agreement between Russia and Kazakhstan ends in 2050.",
        "agreement KAZ RUS in_force | The lease agreement between Russia and Kazakhstan",
    ),
    (
        "Morocco suspended its fisheries agreement with Spain.",
        "agreement ESP MAR suspended | its fisheries agreement with Spain",
    ),
    ("Moldova froze the gas contract with Russia.", "arrangement MDA RUS suspended | the gas contract with Russia"),
    ("Pakistan withdrew from the water treaty with India.", "treaty IND PAK withdrawn | the water treaty with India"),
    ("Georgia quit the customs accord with Russia.", "agreement GEO RUS withdrawn | the customs accord with Russia"),
    (
        "Canada terminated its extradition treaty with Russia.",
        "treaty CAN RUS ended | its extradition treaty with Russia",
    ),
    (
        "Ankara threatened to withdraw from the migration deal with Greece.",
        "agreement GRC TUR in_force | the migration deal",
    ),
    (
        "Colombia and Venezuela began to implement the border agreement.",
        "agreement COL VEN implementing | the border agreement",
    ),
    (
        "The implementation of the peace agreement between Eritrea and Ethiopia is slow.",
        "agreement ERI ETH implementing | the peace agreement between Eritrea and Ethiopia",
    ),
    (
        "Yerevan called for the implementation of the agreements with Baku.",
        "bundle ARM AZE implementing | the agreements with Baku",
    ),
    (
        "Cairo and Amman should begin to implement their previous agreements.",
        "bundle EGY JOR implementing | their previous agreements",
    ),
    ("The United States imposed sanctions on Belarus.", "sanctions BLR USA in_force | sanctions on Belarus"),
    ("The United States re-imposed sanctions on Iran in 2018.", "sanctions IRN USA in_force | sanctions on Iran"),
    ("London lifted its sanctions on Myanmar.", "sanctions GBR MMR ended | its sanctions on Myanmar"),
    ("The UN Security Council lifted the arms embargo on Eritrea.", "embargo ERI ended | the arms embargo on Eritrea"),
    ("China condemned the US sanctions against Cuba.", "sanctions CUB USA in_force | the US sanctions against Cuba"),
    ("Canada announced new sanctions on Russia.", "sanctions CAN RUS in_force | new sanctions on Russia"),
    ("Iran demanded that Washington lift its sanctions.", "sanctions IRN USA in_force | its sanctions"),
    ("The US will lift sanctions on Sudan next year.", "sanctions SDN USA in_force | sanctions"),
    ("Sanctions on North Korea remain in place, Japan said.", "sanctions PRK in_force | Sanctions on North Korea"),
    ("France wants the arms embargo on Libya to be extended.", "embargo LBY in_force | the arms embargo on Libya"),
    ("Armenia and Azerbaijan agreed to a ceasefire.", "agreement ARM AZE agreed | a ceasefire"),
    (
        "The ceasefire between Israel and Lebanon was violated on Friday.",
        "agreement ISR LBN in_force | The ceasefire between Israel and Lebanon",
    ),
    (
        "Egypt called for a truce between Sudan and South Sudan.",
        "agreement SDN SSD requested | a truce between Sudan and South Sudan",
    ),
    (
        "A ceasefire between India and Pakistan has held since February.",
        "agreement IND PAK in_force | A ceasefire between India and Pakistan",
    ),
    ("Russia and Ukraine carried out a prisoner exchange.", "other RUS UKR implementing | a prisoner exchange"),
    ("Iran and the United States agreed on a prisoner swap.", "other IRN USA agreed | a prisoner swap"),
    ("Finland applied for NATO membership.", "membership FIN requested | NATO membership"),
    ("Montenegro joined NATO in 2017.", "membership MNE in_force | NATO"),
    ("Britain left the European Union in 2020.", "membership GBR withdrawn | European Union"),
    ("Kosovo wants to join the European Union.", "membership XKX requested | European Union"),
    (
        "Serbia's membership in the World Trade Organization was approved.",
        "membership SRB in_force | Serbia's membership in the World Trade Organization",
    ),
    ("Serbia seeks accession to the European Union.", "membership SRB requested | accession to the European Union"),
    ("The United States withdrew from the JCPOA in May 2018.", "JCPOA in_force | JCPOA"),
    ("Iran said the nuclear deal must be preserved.", "JCPOA in_force | the nuclear deal"),
    (
        "European states are trying to save the nuclear accord with Iran.",
        "JCPOA in_force | the nuclear accord with Iran",
    ),
    ("Washington and Moscow extended New START for five years.", "NEW_START extended | New START"),
    ("Russia suspended its participation in New START.", "NEW_START suspended | New START"),
    ("The United States left the INF Treaty in 2019.", "INF withdrawn | INF Treaty"),
    ("China is a party to the NPT.", "NPT in_force | NPT"),
    ("Canada withdrew from the Kyoto Protocol.", "KYOTO in_force | Kyoto Protocol"),
    ("The United States returned to the Paris Agreement.", "PARIS in_force | Paris Agreement"),
    ("Ukraine and Russia accused each other of breaching the Minsk agreements.", "MINSK in_force | Minsk agreements"),
    ("Turkey proposed to extend the Black Sea grain deal.", "BLACK_SEA_GRAIN in_force | Black Sea grain deal"),
    ("Bahrain and Israel signed the Abraham Accords in 2020.", "ABRAHAM signed | Abraham Accords"),
    ("The United States never ratified the Rome Statute.", "ROME signed | Rome Statute"),
    ("NAFTA was replaced, Mexico said.", "NAFTA ended | NAFTA"),
    ("China and Pakistan agreed to speed up the Belt and Road projects.", "BRI mentioned | Belt and Road"),
    ("Kabul said the Doha agreement was still valid, and Washington agreed.", "DOHA_2020 in_force | Doha agreement"),
    ("Israel and Jordan marked the Wadi Araba treaty.", "WADI_ARABA mentioned | Wadi Araba treaty"),
    ("Russia, Iran and Turkey continued the Astana process.", "ASTANA in_force | Astana process"),
    ("Denmark is in agreement with Sweden.", None),
    ("Iran has a great deal of influence in Iraq.", None),
    ("France and Germany adopted new health protocols.", None),
    ("Spain rejected any deal with Morocco.", None),
    ("International treaties bind Iran and Iraq.", None),
    ("The Warsaw Pact met in Bucharest and Poland took part.", None),
    ("Kenya's president dealt with Uganda.", None),
    (
        "Turkey and Greece failed to reach an agreement on drilling.",
        "agreement GRC TUR negotiating | an agreement on drilling",
    ),
    (
        "Iran denied that it had signed an agreement with China.",
        "agreement CHN IRN mentioned | an agreement with China",
    ),
    ("If Egypt and Sudan sign an agreement, Ethiopia will object.", "agreement EGY SDN proposed | an agreement"),
    (
        "Croatia and Slovenia must respect the arbitration agreement.",
        "agreement HRV SVN in_force | the arbitration agreement",
    ),
    ("Sudan should sign the dam agreement with Egypt.", "agreement EGY SDN proposed | the dam agreement with Egypt"),
    (
        "Tunisia and Libya discussed the extension of their trade agreement.",
        "agreement LBY TUN in_force | their trade agreement",
    ),
    (
        "The extension of the gas contract between Austria and Russia is on the agenda.",
        "arrangement AUT RUS in_force | the gas contract between Austria and Russia",
    ),
    (
        "Germany and France welcomed the signing of a peace agreement between Sudan and South Sudan.",
        "agreement SDN SSD signed | a peace agreement between Sudan and South Sudan",
    ),
    (
        "Nicaragua is seeking a free trade agreement with China.",
        "agreement CHN NIC proposed | a free trade agreement with China",
    ),
    ("Poland scrapped a helicopter deal with France.", "agreement FRA POL withdrawn | a helicopter deal with France"),
    (
        "A 25-year agreement between Iran and China was signed in March 2021.",
        "agreement CHN IRN signed | A 25-year agreement between Iran and China",
    ),
    (
        "Peru and Chile want to finalize the new treaty of friendship.",
        "treaty CHL PER proposed | the new treaty of friendship",
    ),
    (
        "India cancelled the dialogue agreement with Pakistan.",
        "agreement IND PAK ended | the dialogue agreement with Pakistan",
    ),
]

# Several sentences: how many agreements, with how many mentions each.
JOINED = [
    ("Norway and Finland signed a treaty on fish. The treaty is renewed each spring. It binds Norway.", [2]),
    ("Peru agreed to sign a mining agreement with Chile. The deal on mining with Chile is long.", [2]),
    ("The US has sanctions on Chad. The UN has sanctions on Chad.", [1, 1]),
    ("The UN imposed sanctions on Chad. The US sanctions on Chad hit banks.", [1, 1]),
    ("The US imposed sanctions on Chad. The sanctions on Chad hit banks.", [2]),
    ("EU sanctions on Chad were lifted. US sanctions on Chad remain in force.", [1, 1]),
    ("The UN imposed sanctions on Chad. Chad said the UN sanctions were unjust.", [2]),
    ("Peru and Chile signed an agreement on water. The agreement revives a pact between Peru and Chile.", [2, 1]),
    ("Iran and Japan want to sign a visa agreement. Iran and Japan signed an investment treaty.", [1, 1]),
    ("Kenya said its old treaty with Chad was in force, but it was drafting another deal with Chad.", [1, 1]),
    ("The United States imposed sanctions on Iran. Iran said the US sanctions were illegal.", [2]),
    ("The US reached a deal with Iran on prisoners. The deal was brokered by Qatar.", [2]),
    ("Chad and Niger signed a pact on water. Peru and Chile signed a pact on water.", [1, 1]),
    ("Israel and Lebanon have a ceasefire. The ceasefire holds, Israel said.", [2]),
    ("Washington left the JCPOA. Iran said the deal was dead. The nuclear accord is still alive, France said.", [3]),
    ("Bahrain and Israel signed the Abraham Accords. Morocco joined the Accords.", [2]),
    ("The EU has an arms embargo on Belarus. The embargo ends in 2030. Belarus has a deal with China.", [2, 1]),
]


def shown(text: str, agreement: Agreement) -> str:
    who = [agreement.instrument] if agreement.instrument else [agreement.agreement_kind, *sorted(agreement.parties)]
    mentions = "; ".join(text[m.start : m.end] for m in agreement.mentions)
    return f"{' '.join(who)} {agreement.stage} | {mentions}"


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[sentence[:60] for sentence, _ in CASES])
def test_agreement(sentence: str, expected: str | None) -> None:
    assert [shown(sentence, a) for a in agreements_in(sentence)] == ([] if expected is None else [expected])


@pytest.mark.model
@pytest.mark.parametrize(("text", "mentions"), JOINED, ids=[text[:60] for text, _ in JOINED])
def test_mentions_of_one_agreement_are_joined(text: str, mentions: list[int]) -> None:
    assert [len(a.mentions) for a in agreements_in(text)] == mentions


@pytest.mark.model
def test_terms_and_steps() -> None:
    (found,) = agreements_in(
        "Norway and Finland signed a treaty on fisheries in June 1998 for six years.\n"
        "The treaty, which both praise, is renewed automatically every four years. "
        "Norway said the treaty will lapse next June."
    )
    assert (found.terms.signed.start, found.terms.signed.end) == ("1998-06-01", "1998-06-30")
    assert found.terms.duration == Duration(6, "year")
    assert found.terms.renewal == Renewal("automatic", Duration(4, "year"))
    assert (found.terms.expires.start, found.terms.expires.end) == ("2022-06-01", "2022-06-30")
    assert ("signed", "occurred", "1998-06-01") in [(c.stage, c.status, c.date.start) for c in found.stage_changes]
    assert ("ended", "planned", "2022-06-01") in [(c.stage, c.status, c.date.start) for c in found.stage_changes]
    assert found.stage == "in_force"


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "duration", "renewal"),
    [
        ("The treaty between Laos and Nepal is valid for eight years and will be renewed automatically for two years.",
         Duration(8, "year"), Renewal("automatic", Duration(2, "year"))),
        ("The treaty between Laos and Nepal will be renewed automatically for two years.",
         None, Renewal("automatic", Duration(2, "year"))),
        ("Laos and Nepal extended their trade agreement for three years.", Duration(3, "year"), None),
        ("Laos and Nepal extended their trade agreement two days before it would have ended.", None, None),
        ("The treaty between Laos and Nepal ends a dispute of 27 years.", None, None),
        ("Laos and Nepal signed a 15-year water treaty.", Duration(15, "year"), None),
    ],
)  # fmt: skip
def test_how_long_and_how_renewed(sentence: str, duration: Duration | None, renewal: Renewal | None) -> None:
    (found,) = agreements_in(sentence)
    assert (found.terms.duration, found.terms.renewal) == (duration, renewal)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "expires"),
    [
        ("The treaty between Peru and Chile remains in force until 4 February 2026.", ("2026-02-04", "2026-02-04")),
        ("Peru and Chile extended their trade agreement until March 2026.", ("2026-03-31", "2026-03-31")),
        ("The treaty between Peru and Chile is valid until 2030.", ("2030-12-31", "2030-12-31")),
        ("The treaty between Peru and Chile was valid until 2018.", (None, None)),
        ("The trade agreement between Peru and Chile will expire in August.", ("2021-08-01", "2021-08-31")),
    ],
)
def test_when_it_ends(sentence: str, expires: tuple[str | None, str | None]) -> None:
    (found,) = agreements_in(sentence)
    assert (found.terms.expires.start, found.terms.expires.end) == expires


@pytest.mark.model
def test_a_rule_of_renewal_is_no_extension() -> None:
    (found,) = agreements_in("The treaty between Laos and Nepal is valid and is renewed every eight years.")
    assert (found.stage, found.stage_changes) == ("in_force", ())


@pytest.mark.model
def test_who_said_it() -> None:
    text = "“We will sign the treaty with Peru in July,” said Chile's president Marta Lind."
    coding = pipeline().code(Document("test", "test", text, published=PUBLISHED))
    names = {actor.id: actor.name for actor in coding.actors}
    (found,) = coding.agreements
    assert [names[actor] for actor in found.said_by] == ["Marta Lind"]
    assert [names[actor] for change in found.stage_changes for actor in change.said_by] == ["Marta Lind"]


@pytest.mark.model
def test_one_instrument_has_one_canonical_id() -> None:
    ours, theirs = (agreements_in(text)[0] for text in ("Iran left the JCPOA.", "The nuclear deal binds Iran."))
    assert ours.canonical == theirs.canonical
    assert ours.id != theirs.id


def test_each_instrument_is_whole() -> None:
    for instrument in load_agreements().instruments.values():
        assert instrument.source
        days = [day for day in (instrument.signed, instrument.ended) if day]
        assert days == sorted(days), instrument.id
        assert len(set(instrument.parties)) == len(instrument.parties)


def test_no_name_has_two_instruments() -> None:
    spellings = list(load_agreements().spellings())
    assert len({name for name, _ in spellings}) == len(set(spellings))


def test_faults_of_the_file_are_all_told(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "agreements.yaml").write_text(
        "instruments: {X: {name: X pact, kind: pakt, parties: [XYZ], signed: soon, source: none}}\n"
        "nouns: {agreement: [{words: [pact], kind: agreement}]}\n"
        "stages: [{stage: dreamt, object: [dream]}]\n"
    )
    with pytest.raises(CodebookError, match="XYZ") as caught:
        load_agreements(tmp_path)
    for fault in ("'pakt'", "'soon' is no day", "'dreamt'", STAGES[0]):
        assert fault in str(caught.value)
