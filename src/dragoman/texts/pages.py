"""Web pages: the article without menus and advertisements, and what the page's head says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dragoman.errors import DocumentError
from dragoman.texts.document import Document
from dragoman.texts.encodings import decode
from dragoman.texts.files import File
from dragoman.texts.named_days import read_date

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE
)
_XML_HEAD = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")


def looks_like_page(data: bytes) -> bool:
    """Whether a file begins as HTML does."""
    return (
        re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html\b)", data[:1000], re.IGNORECASE)
        is not None
    )


def read_page(file: File) -> Iterator[Document]:
    """The article of an HTML page. Offsets point into its text as trafilatura draws it out, a paragraph a line."""
    # 0.3 s and lxml: only when a page is there.
    import trafilatura
    from trafilatura.settings import Document as Article

    data = file.data()
    charset = _CHARSET.search(data[:4096])
    html = _XML_HEAD.sub("", decode(data, declared=charset.group(1).decode("ascii") if charset else None))
    article: Article | dict[str, Any] | None = trafilatura.bare_extraction(
        html,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        # Only what the head, the URL or a date line says. The extensive search also takes dates from anywhere in the
        # page, and a wrong date is worse than none.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    text = getattr(article, "text", None)
    if not isinstance(article, Article) or not text or not text.strip():
        raise DocumentError(
            "empty", "The page holds no article text that could be told from its menus. Save its text as plain text."
        )
    yield Document(
        name=file.name,
        path=file.path,
        text=text,
        title=article.title or None,
        outlet=article.sitename or None,
        url=article.url or None,
        language=(article.language or "")[:2].lower() or None,
        published=read_date(article.date or ""),
    )
