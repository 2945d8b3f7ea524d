"""The preview's page: one HTML file that needs nothing but itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from bot.preview.album import Chapter, Scene, Shot
from domain.languages import COMPLETE, UNREVIEWED

_TEMPLATE = Template(Path(__file__).with_name("preview.html").read_text(encoding="utf-8"))
_RIGHT_TO_LEFT = ("ar",)


@dataclass(frozen=True)
class Language:
    """Every screen in one language; `name` is in English, as the page is."""

    code: str
    name: str
    chapters: Sequence[Chapter]


def page(title: str, drawing: str, languages: Sequence[Language]) -> str:
    """Return the whole page; `drawing` is an SVG."""
    return _TEMPLATE.substitute(
        title=escape(title),
        contents="".join(map(_contents, languages)),
        drawing=drawing,
        languages="".join(map(_language, languages)),
    )


def screens(language: Language) -> int:
    """Return how many messages a language has on the page."""
    return sum(len(scene.shots) for chapter in language.chapters for scene in chapter.scenes)


def segments(text: str, said: Mapping[str, bool]) -> list[tuple[str, bool | None]]:
    """Return a text in pieces: the language's own words, fallback words, or (None) neither.

    `said` are the messages the text can be made of; the longest that fits is taken first.
    """
    fitting = (each for each in said if each.strip() and each in text)
    longest = max(fitting, key=len, default="")
    if not longest:
        return [(text, None)] if text else []
    ahead, _, rest = text.partition(longest)
    return [*segments(ahead, said), (longest, said[longest]), *segments(rest, said)]


def _contents(language: Language) -> str:
    chapters = "".join(
        f'<li><a href="#{language.code}-{number}">{escape(chapter.title)}</a></li>'
        for number, chapter in enumerate(language.chapters)
    )
    return (
        f'<details><summary><a href="#{language.code}">{escape(language.name)}</a></summary>'
        f"<ul>{chapters}</ul></details>"
    )


def _language(language: Language) -> str:
    chapters = "".join(
        _chapter(language.code, number, chapter) for number, chapter in enumerate(language.chapters)
    )
    return (
        f'<section id="{language.code}"><h2>{escape(language.name)}</h2>'
        f"{_reviewed(language)}{chapters}</section>"
    )


def _reviewed(language: Language) -> str:
    """Return what a partial language's reader must know before they trust it."""
    if language.code in COMPLETE:
        return ""
    if language.code not in UNREVIEWED:
        return (
            f'<p class="note">Nothing is written in {language.name} yet: all of it is fallback.</p>'
        )
    return (
        f'<p class="note">No person has reviewed the {language.name} texts. '
        '<span class="own">Marked like this</span> is its own text; '
        '<span class="fallback">marked like this</span> is Danish and English instead.</p>'
    )


def _chapter(code: str, number: int, chapter: Chapter) -> str:
    scenes = "".join(_scene(code, each) for each in chapter.scenes)
    return (
        f'<section id="{code}-{number}"><h3>{escape(chapter.title)}</h3>'
        f'<div class="scenes">{scenes}</div></section>'
    )


def _scene(code: str, scene: Scene) -> str:
    when = f'<p class="when">{escape(f"When {scene.when}")}</p>' if scene.when else ""
    shots = "".join(_shot(code, each, scene.said) for each in scene.shots)
    return f"<article><h4>{escape(scene.title)}</h4>{when}{shots}</article>"


def _shot(code: str, shot: Shot, said: Mapping[str, bool]) -> str:
    rows = "".join(
        f'<div class="row">{"".join(_button(code, each, said) for each in row)}</div>'
        for row in shot.rows
    )
    text = _spoken(code, shot.text, said)
    return f'<div class="bubble"{_lang(code)}><p dir="auto">{text}</p>{rows}</div>'


def _button(code: str, label: str, said: Mapping[str, bool]) -> str:
    return f'<span class="button" dir="auto">{_spoken(code, label, said)}</span>'


def _spoken(code: str, text: str, said: Mapping[str, bool]) -> str:
    if code in COMPLETE:
        return escape(text)
    return "".join(_piece(code, piece, own) for piece, own in segments(text, said))


def _piece(code: str, text: str, own: bool | None) -> str:
    if own is None:
        return escape(text)
    if not own:
        return f'<span class="fallback" dir="ltr">{escape(text)}</span>'
    direction = ' dir="rtl"' if code in _RIGHT_TO_LEFT else ""
    return f'<span class="own" lang="{code}"{direction}>{escape(text)}</span>'


def _lang(code: str) -> str:
    return f' lang="{code}"' if code in COMPLETE else ""
