"""The brief as a Word document. python-docx writes no footnotes, so the notes stand at the end, linked both ways."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from dragoman.publication.brief import Brief, Entry, Note, Section

_FONT = "Georgia"


def document(brief: Brief, docx: Any) -> Any:
    """A document of python-docx; ``docx`` is that module."""
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = brief.title, "dragoman"
    # The template's own days would be taken for those of the brief.
    made.core_properties.created = made.core_properties.modified = datetime(1970, 1, 1, tzinfo=UTC)
    made.styles["Normal"].font.name = _FONT
    made.styles["Normal"].font.size = docx.shared.Pt(11)
    made.add_heading(brief.title, 0)
    made.add_paragraph().add_run(brief.subtitle).italic = True
    made.add_paragraph(" ".join(brief.summary))
    writer = _Writer(made)
    for section in brief.sections:
        writer.section(section)
    if brief.notes:
        made.add_heading("The sentences", 1)
        for note in brief.notes:
            writer.note(note)
    made.add_paragraph().add_run(brief.made).italic = True
    return made


class _Writer:
    """Fills a document; knows which notes have been referred to, for only the first place can be led back to."""

    def __init__(self, made: Any) -> None:
        self._made = made
        self._referred: set[int] = set()
        self._marks = 0

    def section(self, section: Section) -> None:
        self._made.add_heading(section.title, 1)
        if section.lead:
            self._made.add_paragraph().add_run(section.lead).italic = True
        if section.table:
            self._table(section.table)
        for entry in section.entries:
            self._entry(entry)

    def note(self, note: Note) -> None:
        paragraph = self._made.add_paragraph()
        self._mark(paragraph, f"n{note.number}")
        if note.number in self._referred:
            self._link(paragraph, f"{note.number}", f"r{note.number}")
        else:
            paragraph.add_run(f"{note.number}")
        about = ", ".join(filter(None, (note.teller, f"“{note.title}”" if note.title else "", note.day)))
        paragraph.add_run(f"  {about}: {note.words}" + (f" {note.url}" if note.url else ""))

    def _table(self, rows: tuple[tuple[str, ...], ...]) -> None:
        table = self._made.add_table(rows=0, cols=len(rows[0]))
        table.style = "Light List"
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    def _entry(self, entry: Entry, style: str | None = None) -> None:
        paragraph = self._made.add_paragraph(style=style)
        if entry.head:
            paragraph.add_run(f"{entry.head}. ").bold = True
        paragraph.add_run(entry.text)
        if entry.words:
            paragraph.add_run(f" {entry.words}").italic = True
        for number in entry.notes:
            if number not in self._referred:
                self._mark(paragraph, f"r{number}")
                self._referred.add(number)
            self._link(paragraph, f"{number} ", f"n{number}", raised=True)
        for item in entry.items:
            self._entry(item, "List Bullet")

    def _mark(self, paragraph: Any, name: str) -> None:
        """A bookmark that links lead to."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._marks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            element = OxmlElement(tag)
            element.set(qn("w:id"), str(self._marks))
            if tag == "w:bookmarkStart":
                element.set(qn("w:name"), name)
            paragraph._p.append(element)

    @staticmethod
    def _link(paragraph: Any, text: str, mark: str, *, raised: bool = False) -> None:
        """A link within the document, for which python-docx has no call of its own."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), mark)
        run = paragraph.add_run(text)
        run.font.superscript = raised
        link.append(run._r)
        paragraph._p.append(link)
