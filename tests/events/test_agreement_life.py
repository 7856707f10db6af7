"""Agreements in time: each sentence with how its agreement stands and the steps that it tells, with their days.

A step is written ``stage`` for one done, ``stage?`` for one planned, called for or supposed, then its first day (``-``
where none is told). The report is of 15 June 2021; what it tells as done without a day was done in the week before.
"""

from __future__ import annotations

import pytest
from parsed import agreements_in

from dragoman.events.agreement import Agreement

CASES = [
    # signature and ratification are two steps
    ("Hungary ratified the agreement with Serbia on 3 May.", "HUN SRB ratified", ["ratified 2021-05-03"]),
    ("The agreement between Laos and Nepal awaits ratification.", "LAO NPL signed", ["ratified? -"]),
    ("The agreement between Laos and Nepal is waiting to be ratified.", "LAO NPL signed", ["ratified? -"]),
    ("The treaty between Oman and Qatar has yet to be ratified.", "OMN QAT signed", ["ratified? -"]),
    ("The pact between Peru and Chile still needs to be ratified by Congress.", "CHL PER signed", ["ratified? -"]),
    ("The pact between Peru and Chile is pending ratification.", "CHL PER signed", ["ratified? -"]),
    ("Kenya's parliament will ratify the treaty with Somalia in July.", "KEN SOM signed", ["ratified? 2021-07-01"]),
    ("Serbia refused to ratify the border agreement with Kosovo.", "SRB XKX signed", []),
    ("Norway and Finland signed and ratified a treaty on fish.", "FIN NOR ratified",
     ["signed 2021-06-08", "ratified 2021-06-08"]),
    ("Greece and Malta still have to ratify the agreement on gas.", "GRC MLT signed", ["ratified? -"]),
    # the agreement does something else
    ("The treaty between Peru and Chile ends a dispute of 27 years.", "CHL PER mentioned", []),
    # agreed to sign: agreed now
    ("Mongolia and Japan agreed on Monday to sign a customs agreement.", "JPN MNG agreed", ["agreed 2021-06-14"]),
    ("Iran and Oman agreed on 2 June to conclude a gas agreement.", "IRN OMN agreed", ["agreed 2021-06-02"]),
    ("Peru and Chile had agreed in May to finalize a treaty on water.", "CHL PER agreed", ["agreed 2021-05-01"]),
    ("Chad and Niger decided to sign a pact on water.", "NER TCD agreed", ["signed? -"]),
    # the year in words
    ("In the year 2016 Kenya and Chad signed a milk agreement.", "KEN TCD signed", ["signed 2016-01-01"]),
    ("Iran and Oman signed a gas agreement in the year of 2019.", "IRN OMN signed", ["signed 2019-01-01"]),
    ("Since the year 2015 Chad and Niger have had a pact on water.", "NER TCD in_force", []),
    # what stands has not just begun
    ("The treaty between Peru and Chile is valid for ten years.", "CHL PER in_force", []),
    ("The treaty between Peru and Chile remains in force.", "CHL PER in_force", []),
    ("Australia respects its treaty with Indonesia.", "AUS IDN in_force", []),
    ("Ukraine accused Russia of violating the agreement between the two countries.", "RUS UKR in_force", []),
    ("A ceasefire between India and Pakistan has held since February.", "IND PAK in_force", []),
    ("The ceasefire between Israel and Lebanon was violated on Friday.", "ISR LBN in_force", []),
    ("China condemned the US sanctions against Cuba.", "CUB USA in_force", []),
    ("Sanctions on North Korea remain in place, Japan said.", "PRK in_force", []),
    ("Iran faces US sanctions.", "IRN USA in_force", []),
    # what begins
    ("The treaty between Spain and Portugal entered into force in 2018.", "ESP PRT in_force", ["in_force 2018-01-01"]),
    ("The pact between Laos and Thailand took effect on 1 January.", "LAO THA in_force", ["in_force 2021-01-01"]),
    ("The agreement between Oman and Iran will come into force in July.", "IRN OMN signed", ["in_force? 2021-07-01"]),
    ("The United States imposed sanctions on Belarus in May.", "BLR USA in_force", ["in_force 2021-05-01"]),
    ("A ceasefire between Armenia and Azerbaijan began on Sunday.", "ARM AZE in_force", ["in_force 2021-06-13"]),
    # ends
    ("London lifted its sanctions on Myanmar on 1 June.", "GBR MMR ended", ["ended 2021-06-01"]),
    ("Morocco suspended its fisheries agreement with Spain in April.", "ESP MAR suspended", ["suspended 2021-04-01"]),
    ("Pakistan withdrew from the water treaty with India in May.", "IND PAK withdrawn", ["withdrawn 2021-05-01"]),
    ("The lease agreement between Russia and Kazakhstan ends in 2050.", "KAZ RUS in_force", ["ended? 2050-01-01"]),
    # ceasefires
    ("Israel and Lebanon declared a ceasefire on Friday.", "ISR LBN in_force", ["in_force 2021-06-11"]),
    ("Sudan and South Sudan signed a ceasefire in May.", "SDN SSD signed", ["signed 2021-05-01"]),
    ("Ethiopia rejected a ceasefire with Eritrea.", "ERI ETH blocked", ["blocked 2021-06-08"]),
    ("The ceasefire between Iran and Israel collapsed on Sunday.", "IRN ISR ended", ["ended 2021-06-13"]),
    ("Armenia and Azerbaijan extended the ceasefire.", "ARM AZE extended", ["extended 2021-06-08"]),
    ("Turkey urged India and Pakistan to respect the ceasefire.", "IND PAK in_force", []),
    # prisoner exchanges
    ("Russia and Ukraine swapped 50 prisoners on Tuesday.", "RUS UKR implementing", ["implementing 2021-06-15"]),
    ("Iran and Sweden exchanged prisoners in May.", "IRN SWE implementing", ["implementing 2021-05-01"]),
    ("Iran and the United States agreed on a prisoner swap.", "IRN USA agreed", ["agreed 2021-06-08"]),
    ("Iran offered the United States a prisoner exchange.", "IRN USA proposed", ["proposed 2021-06-08"]),
    ("A prisoner swap between Iran and Oman took place in May.", "IRN OMN implementing", ["implementing 2021-05-01"]),
    ("Russia and Ukraine are negotiating an exchange of prisoners.", "RUS UKR negotiating", ["negotiating -"]),
    ("Yemen cancelled a prisoner exchange with Saudi Arabia.", "SAU YEM ended", ["ended 2021-06-08"]),
    # memberships
    ("Finland applied for NATO membership in May.", "FIN requested", ["requested 2021-05-01"]),
    ("Montenegro joined NATO in 2017.", "MNE in_force", ["in_force 2017-01-01"]),
    ("Britain left the European Union in 2020.", "GBR withdrawn", ["withdrawn 2020-01-01"]),
    ("Pakistan became a member of the African Union in 2017.", "PAK in_force", ["in_force 2017-01-01"]),
    ("Turkey blocked Sweden's accession to NATO.", "SWE blocked", ["blocked 2021-06-08"]),
    ("Burundi withdrew from the International Criminal Court in 2017.", "BDI withdrawn", ["withdrawn 2017-01-01"]),
    ("Syria was suspended from the Arab League in 2011.", "SYR suspended", ["suspended 2011-01-01"]),
    ("Ukraine wants to join NATO.", "UKR requested", ["in_force? -"]),
    ("Hungary ratified Sweden's accession to NATO.", "SWE ratified", ["ratified 2021-06-08"]),
]  # fmt: skip


def steps(agreement: Agreement) -> list[str]:
    return [
        f"{change.stage}{'' if change.status in ('occurred', 'ongoing') else '?'} {change.date.start or '-'}"
        for change in agreement.stage_changes
    ]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "stands", "told"), CASES, ids=[row[0][:60] for row in CASES])
def test_life(sentence: str, stands: str, told: list[str]) -> None:
    (found,) = agreements_in(sentence)
    assert (" ".join((*sorted(found.parties), found.stage)), steps(found)) == (stands, told)
