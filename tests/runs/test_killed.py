"""A run that is killed loses nothing that it had recorded, and doubles nothing when it goes on."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

COPIES = int(os.environ.get("DRAGOMAN_KILLED_COPIES", "300"))  # 2000 for a thorough look
PAIRS = (
    ("Swedish", "Mara Lindqvist", "Finland"),
    ("Chilean", "Pablo Reyes", "Peru"),
    ("Kenyan", "Joy Mwangi", "Ghana"),
)
TEMPLATE = """\
On {day} March 2015 {demonym} Foreign Minister {name} arrived in {other} for talks with her counterpart.
“We have agreed to open {number} new border crossings,” {surname} said on Tuesday.
"""

pytestmark = pytest.mark.model


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(COPIES):
        demonym, name, other = PAIRS[number % len(PAIRS)]
        fields = {"demonym": demonym, "name": name, "surname": name.split()[-1], "other": other}
        text = TEMPLATE.format(day=number % 28 + 1, number=number, **fields)
        (folder / f"report-{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def test_killed_twice_and_still_the_same_record(reports: Path) -> None:
    calm, killed = reports.parent / "calm.db", reports.parent / "killed.db"
    assert start(reports, calm).wait() == 0
    for share in (0.2, 0.6):
        process = start(reports, killed)
        wait_for(killed, COPIES * share)
        process.kill()
        process.wait()
        assert COPIES * share <= count(killed) < COPIES, "killed too late to show anything"
    assert start(reports, killed).wait() == 0
    assert rows(killed) == rows(calm)
    assert listed(killed) == listed(calm) != b""


def start(reports: Path, record: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dragoman", "read", str(reports), "--record", str(record)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def wait_for(record: Path, documents: float) -> None:
    until = time.monotonic() + 60 + COPIES / 10
    while time.monotonic() < until:
        if record.exists() and count(record) >= documents:
            return
        time.sleep(0.005)
    raise AssertionError(f"no {documents} documents in time")


def count(record: Path) -> int:
    with sqlite3.connect(record) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'documents'").fetchone():
            return 0
        return int(connection.execute("SELECT count(*) FROM documents").fetchone()[0])


PAGES = re.compile(r'INSERT INTO "(?:words|named)_')  # of the full-text index: they grow as it is written


def rows(record: Path) -> list[str]:
    """All rows of a sound record but for the times of reading; what can be searched for is all there is."""
    with sqlite3.connect(record) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for index in ("words", "named"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        connection.execute("UPDATE readings SET first_seen = '', last_seen = ''")
        return sorted(line for line in connection.iterdump() if not PAGES.match(line))


def listed(record: Path) -> bytes:
    command = [sys.executable, "-m", "dragoman", "events", "--as", "json", "--record", str(record)]
    return subprocess.run(command, capture_output=True, check=True).stdout
