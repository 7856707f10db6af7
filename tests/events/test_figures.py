"""Figures: a table of sentences, each with the figures it names: value, comparator, unit, direction, and the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsed import PUBLISHED, figures_in

from dragoman.codebook.units import load_units
from dragoman.errors import CodebookError
from dragoman.events.figure import Figure
from dragoman.events.figure_numbers import find_numbers
from dragoman.runs.pipeline import pipeline
from dragoman.texts.document import Document

CASES = [
    ("Turkey's exports to Iraq rose by 12 percent in 2020.", ["12 = percent increase | 12 percent"]),
    ("Trade between Iran and Turkey fell by nearly 70% last year.", ["70 ~ percent decrease | nearly 70%"]),
    ("Russia's imports from Germany grew 5.5 percent.", ["5.5 = percent increase | 5.5 percent"]),
    ("Japan cut oil imports from Iran by 40 per cent.", ["40 = percent decrease | 40 per cent"]),
    ("Bilateral trade between India and Iran reached $17 billion.", ["17000000000 = US dollar - | $17 billion"]),
    ("Exports to China are up 20 percent, Australia said.", ["20 = percent increase | 20 percent"]),
    ("Brazil recorded a 3 percent drop in sales to Argentina.", ["3 = percent decrease | 3 percent"]),
    (
        "Iran's oil output fell to 2 million barrels per day.",
        ["2000000 = barrel per day decrease | 2 million barrels per day"],
    ),
    ("Egypt saw a 15% increase in tourism from Russia.", ["15 = percent increase | 15%"]),
    ("Vietnam's trade with Laos doubled in 2019.", ["2 = fold increase | trade with Laos doubled"]),
    ("Saudi Arabia halved its oil exports to Jordan.", ["0.5 = fold decrease | halved its oil exports"]),
    ("Russia's exports to Iran have fallen.", ["None - - decrease | exports to Iran have fallen"]),
    ("Gas prices in Ukraine will rise, Russia said.", ["None - - increase | prices in Ukraine will rise"]),
    ("Germany pledged 50 million euros to Syria.", ["50000000 = euro - | 50 million euros"]),
    ("China lent Pakistan more than $2.5 billion.", ["2500000000 > US dollar - | more than $2.5 billion"]),
    ("Japan gave Kenya 3 billion yen.", ["3000000000 = Japanese yen - | 3 billion yen"]),
    ("Britain offered £20m in aid to Yemen.", ["20000000 = pound sterling - | £20m"]),
    ("India gave Nepal Rs 500 million.", ["500000000 = Indian rupee - | Rs 500 million"]),
    (
        "Norway promised 10 million Norwegian kroner to Malawi.",
        ["10000000 = Norwegian krone - | 10 million Norwegian kroner"],
    ),
    (
        "Canada will pay 30 Canadian dollars to each refugee from Syria.",
        ["30 = Canadian dollar - | 30 Canadian dollars"],
    ),
    ("Russia paid 200 million rubles to Armenia.", ["200000000 = Russian ruble - | 200 million rubles"]),
    ("The US gave Jordan a $400 million loan.", ["400000000 = US dollar - | $400 million"]),
    (
        "Qatar invested between 3 and 5 billion dollars in Turkey.",
        ["3000000000 >= US dollar - | 3 and 5 billion dollars", "5000000000 <= US dollar - | 3 and 5 billion dollars"],
    ),
    ("France sold 36 fighter jets to India.", ["36 = fighter jet - | 36 fighter jets"]),
    ("Germany sent two dozen tanks to Ukraine.", ["24 = tank - | two dozen tanks"]),
    ("Poland received at least 250,000 refugees from Ukraine.", ["250000 >= refugee - | at least 250,000 refugees"]),
    ("Up to 5,000 US troops will leave Iraq.", ["5000 <= troop - | Up to 5,000 US troops"]),
    ("About 300 Russian soldiers arrived in Belarus.", ["300 ~ soldier - | About 300 Russian soldiers"]),
    ("Fewer than 100 American soldiers remain in Syria.", ["100 < soldier - | Fewer than 100 American soldiers"]),
    ("Some 40 states recognised Palestine.", ["40 ~ state - | Some 40 states"]),
    ("As many as 60 Turkish officers visited Qatar.", ["60 <= officer - | As many as 60 Turkish officers"]),
    ("Almost 1.3 million tons of Ukrainian grain reached Egypt.", ["1300000 ~ ton - | Almost 1.3 million tons"]),
    ("Over half a million Syrians live in Jordan.", ["500000 > Syrian - | Over half a million Syrians"]),
    ("An Israeli strike killed 12 Syrian soldiers.", ["12 = soldier - | 12 Syrian soldiers"]),
    (
        "An attack in Kabul killed 30 and wounded more than 100, Pakistan said.",
        ["30 = person - | 30", "100 > person - | more than 100"],
    ),
    ("Twenty-five Indian fishermen were detained by Sri Lanka.", ["25 = fisherman - | Twenty-five Indian fishermen"]),
    ("Turkish shelling left 14 dead in Syria.", ["14 = person - | 14"]),
    ("Iran released 11 Pakistani sailors.", ["11 = sailor - | 11 Pakistani sailors"]),
    ("India freed 200 or more fishermen from Pakistan.", ["200 >= fisherman - | 200 or more fishermen"]),
    ("Egypt and Sudan held three rounds of talks.", ["3 = round - | three rounds"]),
    ("It was the fifth round of talks between Serbia and Kosovo.", ["5 = round - | the fifth round"]),
    ("Lavrov paid his second visit to Cuba this spring.", ["2 = visit - | his second visit"]),
    ("The leaders of India and Japan met for the fourth time.", ["4 = time - | the fourth time"]),
    (
        "Exports of Iran to Iraq fell for the third consecutive month.",
        ["3 = month - | the third consecutive month", "None - - decrease | Exports of Iran to Iraq fell"],
    ),
    ("Russia and China signed 28 agreements.", ["28 = agreement - | 28 agreements"]),
    ("The ministers of Kenya and Chad had nine phone calls in May.", ["9 = phone call - | nine phone calls"]),
    ("Iran and China signed a 25-year agreement.", ["25 = year - | 25-year"]),
    ("Spain and Portugal extended the pact for ten years.", ["10 = year - | ten years"]),
    ("The treaty between Peru and Chile is renewed every eight years.", ["8 = year - | eight years"]),
    ("Japan's foreign minister began a three-day visit to Mongolia.", ["3 = day - | three-day"]),
    (
        "Russia will supply Serbia with 2.2 billion cubic meters of gas.",
        ["2200000000 = cubic meter - | 2.2 billion cubic meters"],
    ),
    ("Turkey imports 40% of its gas from Russia.", ["40 = percent - | 40%"]),
    (
        "Iran exports 500,000 barrels of oil per day to China.",
        ["500000 = barrel per day - | 500,000 barrels of oil per day"],
    ),
    ("The pipeline from Russia to Germany is 1,200 km long.", ["1200 = kilometer - | 1,200 km"]),
    (
        "Pakistan gave India a list of 13 of the 20 suspects.",
        ["13 = suspect - | 13 of the 20 suspects", "20 = suspect - | 20 suspects"],
    ),
    (
        "Between 10 and 15 Russian ships entered Syria.",
        ["10 >= ship - | 10 and 15 Russian ships", "15 <= ship - | 10 and 15 Russian ships"],
    ),
    ("Iran sent 10-12 trucks of aid to Lebanon.", ["10 >= truck - | 10-12 trucks", "12 <= truck - | 10-12 trucks"]),
    ("Turkey hosts 3.6 million Syrian refugees.", ["3600000 = refugee - | 3.6 million Syrian refugees"]),
    ("Israel approved 3,000 new homes in the West Bank, Palestine said.", ["3000 = home - | 3,000 new homes"]),
    (
        "Chinese investment in Ethiopia grew from $1 billion to $4 billion.",
        [
            "1000000000 = US dollar - | $1 billion to $4 billion",
            "4000000000 = US dollar increase | $1 billion to $4 billion",
        ],
    ),
    (
        "Kenya's debt to China stands at 6.5 trillion shillings.",
        ["6500000000000 = Kenyan shilling - | 6.5 trillion shillings"],
    ),
    ("Ukraine bought 20 more drones from Turkey.", ["20 = drone - | 20 more drones"]),
    ("Greece raised its defence budget by a further 5% after talks with Turkey.", ["5 = percent increase | 5%"]),
    ("The EU and Japan cut tariffs by over 90 percent.", ["90 > percent decrease | over 90 percent"]),
    ("Russia's gas deliveries to Poland were down 30 percent.", ["30 = percent decrease | 30 percent"]),
    ("Iranian exports were 25% higher, Iraq said.", ["25 = percent increase | 25%"]),
    ("South Korea has 28,500 American soldiers on its soil.", ["28500 = soldier - | 28,500 American soldiers"]),
    (
        "Australia sent 70 armored vehicles worth $100 million to Ukraine.",
        ["70 = vehicle - | 70 armored vehicles", "100000000 = US dollar - | $100 million"],
    ),
    ("Egypt owes Russia $25bn.", ["25000000000 = US dollar - | $25bn"]),
    ("Iraq exported 1.5m barrels to India.", ["1500000 = barrel - | 1.5m barrels"]),
    ("Mexico sent 15,000 troops to the border with Guatemala.", ["15000 = troop - | 15,000 troops"]),
    ("Nigeria lost 20 percent of its oil to theft, Britain said.", ["20 = percent decrease | 20 percent"]),
    ("Saudi Arabia executed 37 people, Iran said.", ["37 = person - | 37 people"]),
    ("China reported 5 trillion yuan of trade with Russia.", ["5000000000000 = Chinese yuan - | 5 trillion yuan"]),
]

# Dates, ages, names, scores, what is vague, and numbers that only tell the parties apart.
NONE = [
    "Prices did not rise in Iran.",
    "Turkish exports to Iran may rise.",
    "Iran produces twelve kinds of drones and sells them to Russia.",
    "The two sides met in Iran.",
    "Iran and Russia are two countries of the region.",
    "The three countries, Iran, Russia and Turkey, met.",
    "One of the ministers of Iran left.",
    "Resolution 2231 of the Security Council was about Iran.",
    "Iran left the deal in 2018.",
    "The P5+1 met Iran in Vienna.",
    "COVID-19 spread in Iran.",
    "Russia sold S-400 missiles to Turkey.",
    "Most countries support Iran.",
    "Dozens of Iranian soldiers left Syria.",
    "Several hundred Russians live in Iran.",
    "Tens of thousands of Iraqis fled to Iran.",
    "A few million dollars went to Iraq.",
    "The meeting of Iran and Iraq began at 10:30 on 5 May.",
    "Germany beat France 3-1.",
    "A 34-year-old Iranian was arrested in Iraq.",
    "The G7 and the Group of 20 discussed Iran.",
    "Article 5 of the treaty binds Poland.",
    "Iran's envoy left Iraq three days ago.",
    "Iran's envoy will visit Iraq in two weeks.",
    "Two days after the talks, Iran left.",
    "There are two reasons for the anger of Iran.",
    "The 1979 revolution changed Iran.",
    "The top five exporters to Iran were asked.",
    "Nord Stream 2 links Russia and Germany.",
    "Four-party talks on Syria were held in Russia.",
    "COP 26 was attended by Iran.",
    "First, Iran and Iraq will talk.",
    "The second largest economy of the world is China.",
]

# What is measured, from when, and against when.
MEASURED = [
    ("Iran's exports to Iraq rose by 12 percent in 2020.", "Iran's exports to Iraq", "2020-01-01", None),
    (
        "Iran's exports to Iraq rose by 12% in 2020 compared to 2019.",
        "Iran's exports to Iraq",
        "2020-01-01",
        "2019-01-01",
    ),
    ("Brazil recorded a 3 percent drop in sales to Peru last year.", "sales to Peru", "2020-01-01", None),
    ("Turkey imports 40% of its gas from Russia.", "its gas", None, None),
    ("An Israeli strike killed 12 Syrian soldiers in May.", "12 Syrian soldiers killed", "2021-05-01", None),
    (
        "Bilateral trade between India and Iran reached $17 billion.",
        "Bilateral trade between India and Iran",
        None,
        None,
    ),
]

# As numbers stand in a text: value, upper end, comparator, unit, currency.
NUMBERS = [
    ("two hundred and fifty", (250, None, "=", None, None)),
    ("twenty-five", (25, None, "=", None, None)),
    ("half a million", (500_000, None, "=", None, None)),
    ("nearly a dozen", (12, None, "~", None, None)),
    ("1.5 to 2 million tonnes", (1_500_000, 2_000_000, "=", "ton", None)),
    ("between 10 and 15", (10, 15, "=", None, None)),
    ("€300-400m", (300e6, 400e6, "=", "euro", "EUR")),
    ("US$20bn", (20e9, None, "=", "US dollar", "USD")),
    ("EUR 5 million", (5e6, None, "=", "euro", "EUR")),
    ("Rs 500 crore", (5e9, None, "=", "Indian rupee", "INR")),
    ("32.8 billion Swiss francs", (32.8e9, None, "=", "Swiss franc", "CHF")),
    ("500 or more", (500, None, ">=", None, None)),
    ("no more than 3 percentage points", (3, None, "<=", "percentage point", None)),
    ("300+", (300, None, ">", None, None)),
    ("2 bcm", (2e9, None, "=", "cubic meter", None)),
]


def shown(text: str, figure: Figure) -> str:
    words = "; ".join(text[span.start : span.end] for span in figure.evidence)
    return f"{figure.value} {figure.comparator or '-'} {figure.unit or '-'} {figure.direction or '-'} | {words}"


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[sentence[:60] for sentence, _ in CASES])
def test_figures(sentence: str, expected: list[str]) -> None:
    assert [shown(sentence, figure) for figure in figures_in(sentence)] == expected


@pytest.mark.model
@pytest.mark.parametrize("sentence", NONE)
def test_no_figure(sentence: str) -> None:
    assert [shown(sentence, figure) for figure in figures_in(sentence)] == []


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "measures", "period", "base"), MEASURED)
def test_what_and_when(sentence: str, measures: str, period: str | None, base: str | None) -> None:
    (figure,) = figures_in(sentence)
    assert (figure.measures, figure.period.start, figure.base.start) == (measures, period, base)


@pytest.mark.model
def test_of_whom_and_who_said_it() -> None:
    text = "“Trade between Chile and Peru grew by 20 percent last year,” said Chile's president Marta Lind."
    coding = pipeline().code(Document("test", "test", text, published=PUBLISHED))
    names = {actor.id: actor.name for actor in coding.actors}
    (figure,) = coding.figures
    assert [names[actor] for actor in figure.parties] == ["Chile", "Peru"]
    assert [names[actor] for actor in figure.said_by] == ["Marta Lind"]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_number(text: str, expected: tuple[float, float | None, str, str | None, str | None]) -> None:
    (found,) = find_numbers(text, load_units())
    assert (found.value, found.high, found.comparator, found.unit, found.currency) == expected


@given(st.integers(min_value=2, max_value=10**9))
def test_a_number_is_read_with_and_without_commas(value: int) -> None:
    for text in (f"{value}", f"{value:,}", f"over {value:,} tanks"):
        (found,) = find_numbers(text, load_units())
        assert found.value == value


@given(st.text(max_size=80))
def test_any_text_can_be_searched(text: str) -> None:
    for found in find_numbers(text, load_units()):
        assert 0 <= found.start <= found.first < found.last <= found.end <= len(text)


def test_faults_of_the_files_are_told(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "units.yaml").write_text("comparators: {'=>': [over]}\nchange: {upward: [rise]}\n")
    with pytest.raises(CodebookError, match="comparator is '=>'") as caught:
        load_units(tmp_path)
    assert "change is 'upward'" in str(caught.value)
