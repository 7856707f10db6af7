"""How many listen for what is new: each holds a connection, so there is an end to them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

MOST = 100


class Listeners:
    """Counted in the one thread that answers them all."""

    def __init__(self) -> None:
        self._count = 0
        self.over = False
        """Whether the server ends: then all must go."""

    def __len__(self) -> int:
        return self._count

    @contextmanager
    def one_more(self) -> Iterator[None]:
        self._count += 1
        try:
            yield
        finally:
            self._count -= 1
