"""What sort of thing a figure counts, and which states it is about."""

from __future__ import annotations

import pytest
from parsed import figures_in

# A sentence with one figure: its sort, and the states (in any order).
CASES = [
    # trade
    ("Turkey's exports to Iraq rose by 12 percent in 2020.", "trade", "IRQ TUR"),
    ("Trade between Iran and Turkey fell by nearly 70% last year.", "trade", "IRN TUR"),
    ("Bilateral trade between India and Iran reached $17 billion.", "trade", "IND IRN"),
    ("Iran and Oman want to raise turnover to $5 billion.", "trade", "IRN OMN"),
    ("Japan cut oil imports from Iran by 40 per cent.", "trade", "IRN JPN"),
    ("Iraq exported 1.5m barrels to India.", "trade", "IND IRQ"),
    ("China reported 5 trillion yuan of trade with Russia.", "trade", "CHN RUS"),
    ("Chile said sales of copper to Peru were up 9 percent.", "trade", "CHL PER"),
    # casualties
    ("An Israeli strike killed 12 Syrian soldiers.", "casualties", "ISR SYR"),
    ("Turkish shelling left 14 dead in Syria.", "casualties", "SYR TUR"),
    ("India said 20 of its soldiers died in clashes with China.", "casualties", "CHN IND"),
    ("Armenia said 300 people were wounded in fighting with Azerbaijan.", "casualties", "ARM AZE"),
    # aid
    ("Germany pledged 50 million euros in aid to Syria.", "aid", "DEU SYR"),
    ("Turkey sent 300 tons of aid to Lebanon.", "aid", "LBN TUR"),
    ("China donated 2 million doses of vaccine to Nepal.", "aid", "CHN NPL"),
    ("Britain offered £20m in aid to Yemen.", "aid", "GBR YEM"),
    # troops and arms
    ("Mexico sent 15,000 troops to the border with Guatemala.", "forces", "GTM MEX"),
    ("France sold 36 fighter jets to India.", "forces", "FRA IND"),
    ("Germany sent two dozen tanks to Ukraine.", "forces", "DEU UKR"),
    ("About 300 Russian soldiers arrived in Belarus.", "forces", "BLR RUS"),
    # sanctions
    ("The US imposed sanctions on 25 Iranian officials.", "sanctions", "IRN USA"),
    ("Canada blacklisted 16 companies of Belarus.", "sanctions", "BLR CAN"),
    # prisoners
    ("Russia and Ukraine exchanged 50 prisoners on Tuesday.", "prisoners", "RUS UKR"),
    ("Iran released 11 Pakistani sailors.", "prisoners", "IRN PAK"),
    ("Sri Lanka detained 25 Indian fishermen.", "prisoners", "IND LKA"),
    # money lent and invested
    ("The US gave Jordan a $400 million loan.", "finance", "JOR USA"),
    ("Chinese investment in Ethiopia reached $4 billion.", "finance", "CHN ETH"),
    # terms of agreements; other lengths of time have no sort
    ("Iran and China signed a 25-year agreement.", "term", "CHN IRN"),
    ("Spain and Portugal extended the pact for ten years.", "term", "ESP PRT"),
    ("The treaty between Peru and Chile is renewed every eight years.", "term", "CHL PER"),
    ("Japan's foreign minister began a three-day visit to Mongolia.", None, "JPN MNG"),
    # counts
    ("Lavrov paid his second visit to Cuba this spring.", "count", "CUB RUS"),
    ("It was the fifth round of talks between Serbia and Kosovo.", "count", "SRB XKX"),
    ("Egypt and Sudan held three rounds of talks.", "count", "EGY SDN"),
    ("The ministers of Kenya and Chad had nine phone calls in May.", "count", "KEN TCD"),
    # none
    ("Russia and China signed 28 agreements.", None, "CHN RUS"),
    ("The pipeline from Russia to Germany is 1,200 km long.", None, "DEU RUS"),
]

# Several sentences, the last with the figure that names no state or one: those of the report, if there are two.
OF_THE_REPORT = [
    ("Iran and Oman held talks. Iran's minister met Oman's. Bilateral trade grew by 12 percent.", "IRN OMN"),
    ("Iran and Oman held talks. Iran's minister met Oman's. Iranian exports grew by 12 percent.", "IRN OMN"),
    ("Iran and Oman held talks. Iran's minister met Oman's. Trade with China grew by 12 percent.", "CHN"),
    ("Iran, Oman and Chad held talks. Iran met Oman and Chad. Trade grew by 12 percent, the hosts said.", ""),
]

# The last of so many, or so many.
ORDINALS = [
    ("Lavrov paid his second visit to Cuba this spring.", "2nd visit"),
    ("It was the second meeting of the Iranian and Omani ministers in five weeks.", "2nd meeting"),
    ("Serbia and Kosovo began a sixth round of talks.", "6th round"),
    ("The leaders of India and Japan met for the fourth time.", "4th time"),
    ("This was the 21st call between the presidents of Iran and Oman.", "21st call"),
    ("Egypt sent its eleventh shipment of grain to Sudan.", "11th shipment"),
    ("Egypt and Sudan held three rounds of talks.", "3 rounds"),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "kind", "states"), CASES, ids=[row[0][:60] for row in CASES])
def test_sort_and_states(sentence: str, kind: str | None, states: str) -> None:
    (figure,) = figures_in(sentence)
    assert (figure.figure_kind, " ".join(sorted(figure.countries))) == (kind, states)


@pytest.mark.model
@pytest.mark.parametrize(("text", "states"), OF_THE_REPORT)
def test_states_of_the_report(text: str, states: str) -> None:
    *_, figure = figures_in(text)
    assert " ".join(sorted(figure.countries)) == states
    assert any(reason.field == "countries" for reason in figure.reasons) == (len(states) > 3)


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "words"), ORDINALS)
def test_ordinals(sentence: str, words: str) -> None:
    from dragoman.publication.wording import amount

    assert words in [amount(figure) for figure in figures_in(sentence)]
