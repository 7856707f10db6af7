"""What stands round a deed in the news without changing it: places of origin, openers, closers.

Written by us. News sentences are about ten words longer than the deed that they tell; a model that has only seen bare
deeds takes the rest for the deed.
"""

from __future__ import annotations

PLACES = """ANKARA BAGHDAD BEIJING BEIRUT BERLIN BOGOTA BRUSSELS CAIRO CARACAS COLOMBO DAMASCUS DHAKA GENEVA HANOI
HARARE ISLAMABAD JAKARTA JERUSALEM JUBA KABUL KAMPALA KHARTOUM KINSHASA KYIV LAGOS LIMA LONDON MADRID MANILA MEXICO·CITY
MINSK MOGADISHU MOSCOW NAIROBI NEW·DELHI PARIS PRETORIA RIYADH ROME SANTIAGO SARAJEVO SEOUL TBILISI TEHRAN TOKYO TUNIS
UNITED·NATIONS VIENNA WARSAW WASHINGTON YANGON YEREVAN""".split()  # fmt: skip
AGENCIES = ("", "", "", " (Reuters)", " (AP)", " (AFP)", ", March 3", ", Nov. 17", ", June 29")

OPENERS = (
    "On Tuesday,", "On Friday evening,", "Late on Sunday,", "Earlier this week,", "In a statement,", "Last month,",
    "In an interview published on Monday,", "At a news conference in the capital,", "According to local media,",
    "After a meeting of the cabinet,", "Hours after the vote,", "Amid growing tension in the region,",
    "Three weeks before elections,", "As prices rose across the country,", "For the second time this year,",
    "In what analysts saw as a change of course,", "Despite months of quiet diplomacy,", "In March 2015,",
    "Citing the security of the border,", "Under a plan approved in the spring,", "In the latest turn of the dispute,",
    "Following the death of two fishermen,", "With winter a month away,", "In a speech to parliament on Thursday,",
    "A day after a summit ended without a text,", "While diplomats were gathering in Geneva,",
    "Officials said that", "State television said that", "A spokesman told reporters that", "Witnesses said",
    "The report says that", "Diplomats confirmed on Wednesday that", "A source close to the government said",
    "The news agency reported that", "The foreign ministry said", "Police said", "The defence ministry announced that",
)  # fmt: skip
CLOSERS = (
    ", officials said.", ", state media reported on Tuesday.", ", a spokesman said.", ", according to the army.",
    ", the foreign ministry said in a statement.", ", local newspapers reported.", ", witnesses said.",
    ", two diplomats familiar with the matter told reporters.", ", a court heard.", ", his office said late on Friday.",
    ", the government announced on its website.", ", the Interfax news agency reported.", ", human rights groups say.",
    ", a month after a change of government.", ", days before a summit of the region's leaders.",
    ", in the worst crisis between them for a decade.", ", as the two try to mend ties.",
    ", ending weeks of speculation.", ", in a move that surprised its allies.", ", despite an appeal for calm.",
    ", which has been without a government since May.", " amid a dispute over fishing rights.",
    " ahead of presidential elections in November.", " as part of a wider review of its foreign policy.",
    " in the wake of a series of attacks.", " while the search for survivors went on.",
    " after talks between the two sides broke down last week.", " following a visit by a senior American envoy.",
    " on the eve of the anniversary of the war.", " during a session of the UN General Assembly.",
    ", adding that the matter was one for the courts.", ", saying there was no other way.",
    ", and said that it would keep the situation under review.", ", and oil prices rose on the news.",
    ", even though its neighbours had promised to help.", ", after more than 200 people were arrested.",
    ", where rebels have been fighting the army since 2012.", ", which denies any wrongdoing.",
    ", to which Brussels gave 30 million euros last year.",
    ", who is accused of war crimes by prosecutors in The Hague.",
)  # fmt: skip
