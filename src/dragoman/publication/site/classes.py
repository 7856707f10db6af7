"""The four classes of deeds, in the order in which all counts have them."""

from __future__ import annotations

from dragoman.measures.dyads import CLASSES

LOOKS = tuple(name.replace("_", "-") for name in CLASSES)
"""As dragoman.css names them: ``verbal-cooperation``."""
NAMED = tuple((look, look.replace("-", " ")) for look in LOOKS)
"""Each with its name in words."""
QUADS = {number: name for number, (_, name) in enumerate(NAMED, 1)}
"""The same by number, as codes have it."""
