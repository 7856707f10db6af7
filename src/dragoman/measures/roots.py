"""The fifteen roots that public sets of coded sentences use: PLOVER's events, with CONCEDE and RETREAT as YIELD."""

from __future__ import annotations

import re

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2),
    **dict.fromkeys(("ACCUSE", "REQUEST", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), 4),
}
_ALIASES = {
    "CONCEDE": "YIELD", "RETREAT": "YIELD", "DEMAND": "REQUEST", "APPEAL": "REQUEST", "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "COOPERATION": "COOPERATE",
}  # fmt: skip
# CAMEO's roots by their order. 01 (make statement) has no counterpart, 02 (appeal) counts as REQUEST.
_CAMEO = (
    "", "", "REQUEST", "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "ACCUSE", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "ASSAULT", "ASSAULT",
)  # fmt: skip
# Codes that the public sets misspell or that have changed since; bodies, which they code now so and now so.
_CODES = {
    "JAP": "JPN", "ITL": "ITA", "VTN": "VNM", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "BUR": "MMR", "PAL": "PSE",
    "YUG": "SRB", "SCG": "SRB", "ISM": "IMG",
    **dict.fromkeys(("NGO", "EUR", "EEC", "UNO", "NAT", "INT", "ASA"), "IGO"),
}  # fmt: skip


def root(event: str | None, cameo: str = "") -> str:
    """The root of a PLOVER event (``CONSULT``, ``CONSULT-visit``) or a CAMEO code (``042``); ``""`` if it has none."""
    name = (event or cameo).strip().upper()
    if re.fullmatch(r"\d{2,4}", name):
        return _CAMEO[int(name[:2])] if int(name[:2]) < len(_CAMEO) else ""
    name = name.partition("-")[0]
    name = _ALIASES.get(name, name)
    return name if name in QUADS else ""


def country(code: str | None) -> str:
    """The first three letters of a country or actor code in the spelling that codes are compared in; ``""`` if none."""
    letters = re.sub(r"[^A-Za-z]", "", code or "").upper()[:3]
    return _CODES.get(letters, letters)
