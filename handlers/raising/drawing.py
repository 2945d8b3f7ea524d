"""A drawing of the conversation, made from the questions themselves, as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape

from domain.questionnaire import BY_ROLE, OPENING, Answer, Question
from handlers.phrases import Voice
from handlers.raising import questions

# In the drawing's own pixels; the last two in characters that fit a box.
_WIDTH, _GAP, _MARGIN = 310, 34, 24
_PAD, _LINE, _BETWEEN = 9, 18, 20
_LETTERS, _SMALL_LETTERS = 34, 42
_STYLE = (
    "text{font:15px sans-serif;fill:#1b1b1b}.small{font-size:13px;fill:#46505a}"
    "rect{fill:#fff;stroke:#8a949c}.must rect{stroke:#0b5c8a;stroke-width:2.5}"
    ".stop rect{fill:#e3eff6;stroke:#0b5c8a}.stop text{font-weight:bold}"
    "path{fill:none;stroke:#5b6770;stroke-width:1.5}"
)
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}" width="{0}" height="{1}" '
    'role="img" aria-label="{2}"><style>{3}</style>'
    '<defs><marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
    'orient="auto"><path d="M0 0 8 4 0 8z" style="fill:#5b6770;stroke:none"/></marker></defs>'
    '<rect width="100%" height="100%" style="stroke:none"/>'
)


@dataclass(frozen=True)
class _Box:
    """One question, or one stop on the way: what it is called, what opens it, how it looks."""

    title: tuple[str, ...]
    when: tuple[str, ...] = ()
    look: str = ""

    @property
    def height(self) -> int:
        """Return how many pixels high it is."""
        return 2 * _PAD + _LINE * (len(self.title) + len(self.when))


def conversation(voice: Voice) -> str:
    """Return an SVG of the whole conversation: opening, each role's questions, summary.

    Required questions carry a star and a thick line; what opens a question stands under it.
    """
    opening = _boxes(voice, OPENING)
    columns = [
        [_stop(voice(f"o-role-{role}")), *_boxes(voice, asked)] for role, asked in BY_ROLE.items()
    ]
    width = 2 * _MARGIN + len(columns) * (_WIDTH + _GAP) - _GAP
    middle, fork = (width - _WIDTH) // 2, _MARGIN + _depth(opening)
    top = fork + 2 * _BETWEEN
    join = top + max(map(_depth, columns))
    parts = _column(opening, middle, _MARGIN)
    for number, boxes in enumerate(columns):
        x = _MARGIN + number * (_WIDTH + _GAP)
        parts += [_arrow(middle, fork, x, top), *_column(boxes, x, top)]
        parts.append(_arrow(x, top + _depth(boxes), middle, join + 2 * _BETWEEN))
    end = _stop(f"{voice('drawing-summary')} → {voice('button-send')}")
    parts += [_drawn(end, middle, join + 2 * _BETWEEN), *_beside(voice, middle, fork)]
    height = join + 2 * _BETWEEN + end.height + _MARGIN
    head = _HEAD.format(width, height, escape(voice("drawing-title")), _STYLE)
    return "\n".join([head, *parts, "</svg>", ""])


def _beside(voice: Voice, middle: int, fork: int) -> list[str]:
    """Draw what stands to both sides of the opening: how to read it, and who only asks."""
    legend = _Box(tuple(wrap(voice("drawing-legend"), _LETTERS)))
    ask = _stop(voice("o-role-ask"))
    x, y = middle + _WIDTH + _GAP, fork - ask.height
    back = f'<path d="M{x} {y + ask.height // 2} H{middle + _WIDTH}" marker-end="url(#to)"/>'
    return [_drawn(legend, _MARGIN, _MARGIN), _drawn(ask, x, y), back]


def _boxes(voice: Voice, asked: Sequence[Question]) -> list[_Box]:
    before: set[str] = set()
    found = []
    for each in asked:
        when = opened_by(voice, each) or (voice("drawing-else") if each.id in before else "")
        title = f"{questions.title(voice, each.id)} {'★' if each.required else ''}"
        look = "must" if each.required else ""
        found.append(_Box(tuple(wrap(title, _LETTERS)), tuple(wrap(when, _SMALL_LETTERS)), look))
        before.add(each.id)
    return found


def opened_by(voice: Voice, asked: Question) -> str:
    """Return what opens a question, in words; nothing for one that is always open."""
    return " + ".join(
        f"{questions.title(voice, earlier)}: {questions.spoken(voice, earlier, Answer(options))}"
        for earlier, options in asked.given.items()
    )


def _stop(title: str) -> _Box:
    return _Box((title,), look="stop")


def _depth(boxes: Sequence[_Box]) -> int:
    return sum(box.height + _BETWEEN for box in boxes) - _BETWEEN


def _column(boxes: Sequence[_Box], x: int, y: int) -> list[str]:
    """Draw boxes under each other, each with an arrow to the next."""
    parts = []
    for number, box in enumerate(boxes):
        parts.append(_drawn(box, x, y))
        y += box.height
        if number + 1 < len(boxes):
            parts.append(_arrow(x, y, x, y + _BETWEEN))
        y += _BETWEEN
    return parts


def _drawn(box: _Box, x: int, y: int) -> str:
    lines = [("", line) for line in box.title] + [("small", line) for line in box.when]
    texts = "".join(
        f'<text class="{style}" x="{x + _PAD}" y="{y + _PAD - 4 + _LINE * number}">'
        f"{escape(line)}</text>"
        for number, (style, line) in enumerate(lines, 1)
    )
    frame = f'<rect x="{x}" y="{y}" width="{_WIDTH}" height="{box.height}" rx="6"/>'
    return f'<g class="{box.look}">{frame}{texts}</g>'


def _arrow(x: int, y: int, to_x: int, to_y: int) -> str:
    """Draw a way from the foot of one column to the head of another, with right angles."""
    start, end = x + _WIDTH // 2, to_x + _WIDTH // 2
    bend = to_y - _BETWEEN
    way = f"M{start} {y} V{to_y}" if start == end else f"M{start} {y} V{bend} H{end} V{to_y}"
    return f'<path d="{way}" marker-end="url(#to)"/>'
