"""What the words of the API's queries mean, each with an example."""

from __future__ import annotations

EXAMPLES: dict[str, tuple[str, object]] = {
    "state": ("One state, or the two of a relationship: a name or a code.", ["IRN", "RUS"]),
    "since": ("Nothing before this day, month or year.", "2020"),
    "until": ("Nothing after this day, month or year.", "2020-07"),
    "type": ("Only of this type; may be repeated. See the command of the same name.", ["visit"]),
    "status": (
        "Only of this status: occurred, ongoing, planned, called-for, hypothetical, negated, denied.",
        ["planned"],
    ),
    "stage": ("Only agreements that stand here: signed, in_force …; may be repeated.", ["signed"]),
    "by": ("Only in the words of this state, or of who has this name.", "Zarif"),
    "about": ("Only what speaks of this state.", "USA"),
    "topic": ("Only on this topic, a context of PLOVER; may be repeated.", ["economic"]),
    "measure": ("Only figures of this.", "trade"),
    "person": ("Only deeds in which somebody with this in name or office took part.", "Lavrov"),
    "place": ("Only deeds at a place with this in its name.", "Geneva"),
    "source": ("Only from outlets or reports with this in their name; may be repeated.", ["IRNA"]),
    "limit": ("At most so many, up to 1,000.", 100),
    "after": ("Go on after this thing: take the address under `next`.", "x0123456789abcdef"),
    "per": ("The length of a period.", "year"),
    "scale": ("Which copy of Goldstein's scale.", "median"),
    "format": ("The form; else the one that `Accept` likes best.", "csv"),
    "q": ('Words, all of which must stand in the report: `zarif`, `"trade deal"`, `enrich*`.', "embassy"),
    "seconds": ("How long to listen; 0: only how it is now.", 60),
    "id": ("The id as lists show it.", "x0123456789abcdef"),
    "name": ("A PLOVER event, a CAMEO code, a state in any spelling, a body.", "CONSULT"),
}
