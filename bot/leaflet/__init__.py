"""A leaflet to print: what the service is, in plain Danish and English, with a code to scan."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from string import Template

import segno

from bot.config.settings import Settings
from domain.languages import COMPLETE
from domain.service import Promise, in_language

PAPERS = {"A5": "148mm 210mm", "A4": "210mm 297mm"}  # width and height

_HERE = Path(__file__).parent
_PROMISES = {
    ("da", Promise.REACT): "Senest efter {days} dage reagerer vi.",
    ("da", Promise.VISIT): "Senest efter {days} dage kommer vi forbi.",
    ("en", Promise.REACT): "Within {days} days we react.",
    ("en", Promise.VISIT): "Within {days} days we come by.",
}


def leaflet(settings: Settings, username: str, paper: str) -> str:
    """Return the leaflet as one HTML file: a page for each complete language.

    `username` is the bot's, without "@"; `paper` is one of PAPERS.
    """
    pages = "".join(_page(settings, username, each) for each in COMPLETE)
    shell = Template((_HERE / "shell.html").read_text(encoding="utf-8"))
    size = PAPERS[paper]
    width = size.partition(" ")[0]
    title = escape(settings.service.name)
    return shell.substitute(title=title, size=size, width=width, paper=paper, pages=pages)


def _page(settings: Settings, username: str, language: str) -> str:
    body = Template((_HERE / f"{language}.html").read_text(encoding="utf-8"))
    return body.substitute(_facts(settings, username, language))


def _facts(settings: Settings, username: str, language: str) -> Mapping[str, str]:
    service = settings.to_service()
    link = f"https://t.me/{username}"
    hours = in_language(service.facts.hours, language) if any(service.facts.hours.values()) else ""
    ways = [service.phone, hours, service.address]
    numbers = "".join(
        f"<li><b>{escape(each.number)}</b> {escape(in_language(each.purpose, language))}</li>"
        for each in service.crisis
    )
    return {
        "service": escape(service.name),
        "municipality": escape(service.municipality),
        "promise": _PROMISES[language, service.promise].format(days=settings.service.promise_days),
        "code": segno.make(link, error="m", micro=False).svg_inline(omitsize=True, border=4),
        "link": escape(link),
        "username": escape(username),
        "ways": "<br>".join(escape(each) for each in ways if each),
        "without": "" if any(ways) else " hidden",
        "numbers": numbers,
    }
