"""Every error that dragoman raises on purpose.

    DragomanError
    ├── UsageError        the caller asked for something that cannot be had (unknown state, bad date, no such id)
    ├── DocumentError     this document cannot be read; the run goes on with the others
    ├── CodebookError     the codebook's data contradict themselves; nothing can be coded
    └── RecordError       the record's file is damaged, foreign or of another version

A message says what was found, what is allowed and what to do next.
"""


class DragomanError(Exception):
    """Base of all errors raised on purpose; its text is fit for a user to read."""


class UsageError(DragomanError):
    """The caller asked for something that cannot be had."""


class DocumentError(DragomanError):
    """One document cannot be read. The run counts it, lists it and goes on.

    ``reason`` is a short key for counting (``"empty"``, ``"binary"``); the text is the whole story.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class CodebookError(DragomanError):
    """The codebook contradicts itself; the text lists every fault found, with its place."""


class RecordError(DragomanError):
    """The record's file is damaged, foreign or of another version."""
