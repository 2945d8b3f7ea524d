"""A month's figures for a lead: as text, as a picture, and as a file for a spreadsheet."""

import asyncio
import csv
import io
from dataclasses import dataclass

from telegram import Update

from domain import figures
from domain.figures import About, Hidden, Shown
from domain.urgency import Urgency
from handlers.phrases import Voice
from handlers.screen import Button, Screen, action
from handlers.team import access, chart, months, said
from handlers.team.access import May
from handlers.team.months import Month
from handlers.turn import Context, Turn


@dataclass(frozen=True)
class Section:
    """Numbers that belong together, each with its label, and their total where there is one."""

    head: str
    lines: tuple[tuple[str, Shown | About], ...]
    total: tuple[str, Shown] | None = None


async def tapped(update: Update, context: Context) -> None:
    """Show, draw or export a month: `figures/<month>`, `picture/<month>` or `sheet/<month>`."""
    turn, (what, word) = context.turn, action(update)
    month = months.carried(word, turn.local_day)
    if month is None:
        return access.outdated(turn)
    return await _WAYS[what](turn, month)


async def typed(turn: Turn, text: str) -> bool:
    """Do what was typed with the month behind it, or this one; False when it was something else."""
    for what, key in _LABELS.items():
        words = said.words_behind(turn, text, key)
        if words is None and not turn.house.phrases.means(text, key):
            continue
        if await access.allowed(turn, May.LEAD, what):
            month = months.typed(words, turn.local_day) if words else Month.of(turn.local_day)
            await (_WAYS[what](turn, month) if month else which(turn))
        return True
    return False


async def show(turn: Turn, month: Month) -> None:
    """Show a month's figures as a text."""
    voice, name = turn.voice, month.name(turn.voice.language)
    parts = [voice("figures-head", month=name)]
    parts += [_spoken(voice, each) for each in await sections(turn, month)]
    turn.note("read the figures")
    screen = Screen("\n\n".join([*parts, voice("figures-note")]), _rows(turn, month))
    turn.reply(screen, urgency=Urgency.STATISTICS)


async def picture(turn: Turn, month: Month) -> None:
    """Send a month's days of waiting and endings as bars."""
    voice, name = turn.voice, month.name(turn.voice.language)
    _, days, endings, _ = await sections(turn, month)
    limit = voice("figures-limit", of=turn.house.service.ladder.days)
    before = list(figures.Waited).index(figures.Waited.LATER)
    panels = [
        chart.Panel(days.head, _bars(voice, days), before, limit),
        chart.Panel(endings.head, _bars(voice, _only_some(endings))),
    ]
    title = voice("figures-head", month=name)
    image = await asyncio.to_thread(chart.drawn, title, panels)
    turn.note("read the figures")
    turn.picture(f"{month.file}.png", image, voice("figures-picture", month=name))


async def sheet(turn: Turn, month: Month) -> None:
    """Send a month's figures as CSV: semicolons and a byte order mark, as Danish sheets expect."""
    voice = turn.voice
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";")
    rows.writerow([voice("sheet-group"), voice("sheet-what"), voice("sheet-number")])
    for each in await sections(turn, month):
        lines = [*each.lines, *([each.total] if each.total else [])]
        rows.writerows([each.head, label, spoken(voice, shown)] for label, shown in lines)
    turn.note("exported the figures")
    turn.document(f"{month.file}.csv", f"\ufeff{written.getvalue()}", Urgency.STATISTICS)
    told = Screen(voice("figures-sheet", month=month.name(voice.language)))
    turn.reply(told, urgency=Urgency.STATISTICS)


async def which(turn: Turn) -> None:
    """Ask for a month that has begun."""
    turn.reply(Screen(turn.voice("figures-which"), _rows(turn, Month.of(turn.local_day))))


async def sections(turn: Turn, month: Month) -> tuple[Section, Section, Section, Section]:
    """Return a month's numbers with their labels: roles, days, endings, and two single ones."""
    voice, found = turn.voice, await _counted(turn, month)
    promised_days = turn.house.service.ladder.days
    roles, days = found.received.tables
    (endings,) = found.closed.tables
    return (
        Section(
            voice("figures-roles"),
            tuple((voice(f"figures-role-{each}"), shown) for each, shown in roles.items()),
            (voice("figures-received"), found.received.total),
        ),
        Section(
            voice("figures-days"),
            tuple(
                (voice(f"figures-waited-{each}", of=promised_days), shown)
                for each, shown in days.items()
            ),
        ),
        Section(
            voice("figures-endings"),
            tuple((voice(f"button-closing-{each}"), shown) for each, shown in endings.items()),
            (voice("figures-closed"), found.closed.total),
        ),
        _more(voice, found),
    )


async def _counted(turn: Turn, month: Month) -> figures.Month:
    """Return what may be shown of a month."""
    service, journal = turn.house.service, turn.store.journal
    zone = service.times.zone
    between = (month.begins(zone), month.later(1).begins(zone))
    arrivals = [
        figures.Arrival(
            each.role,
            each.received_at.astimezone(zone).date(),
            each.reacted_at.astimezone(zone).date() if each.reacted_at else None,
        )
        for each in await journal.arrivals(*between)
    ]
    done, days = await journal.done(*between), service.ladder.days
    return figures.month(arrivals, done, days, await turn.store.forgetting.counts(month.key))


def _more(voice: Voice, found: figures.Month) -> Section:
    return Section(
        voice("figures-more"),
        (
            (voice("figures-reopened"), found.reopened),
            (voice("figures-withdrawn"), found.withdrawn),
        ),
    )


def spoken(voice: Voice, shown: Shown | About) -> str:
    """Return a number as it is shown, or the words in its place."""
    if isinstance(shown, About):
        return voice("figures-about", number=str(shown.number))
    if isinstance(shown, Hidden):
        return voice("figures-under" if shown is Hidden.UNDER else "figures-hidden")
    return str(shown)


def _spoken(voice: Voice, section: Section) -> str:
    """Return a section as text; of many endings only those that came up."""
    some = _only_some(section)
    total = [section.total] if section.total else []
    lines = [section.head]
    lines += [
        voice("figures-line", what=label, number=spoken(voice, shown))
        for label, shown in (*some.lines, *total)
    ]
    return "\n".join([*lines, *([voice("figures-rest")] if some != section else [])])


def _only_some(section: Section) -> Section:
    """Return a section without its zeros, if it has more lines than a phone shows well."""
    if len(section.lines) <= len(figures.Waited):
        return section
    return Section(section.head, tuple(x for x in section.lines if x[1] != 0), section.total)


def _bars(voice: Voice, section: Section) -> tuple[chart.Bar, ...]:
    """Return a section's lines as bars; where nothing came up, its total alone."""
    lines = section.lines or ((section.total,) if section.total else ())
    return tuple(chart.Bar(label, _length(shown), spoken(voice, shown)) for label, shown in lines)


def _length(shown: Shown | About) -> int | None:
    """Return how long a bar is; None for a hidden number."""
    if isinstance(shown, About):
        return shown.number
    return shown if isinstance(shown, int) else None


def _rows(turn: Turn, month: Month) -> tuple[tuple[Button, ...], ...]:
    """Return the month's other forms, and the months beside it, as buttons."""
    voice = turn.voice

    def button(what: str, of: Month) -> Button:
        return Button(f"{voice(_LABELS[what])} {of.name(voice.language)}", f"{what}/{of.word}")

    beside = (month.later(-1), *([month.later(1)] if month < Month.of(turn.local_day) else []))
    forms = ((button("picture", month),), (button("sheet", month),))
    return (*forms, *((button("figures", each),) for each in beside))


_WAYS = {"figures": show, "picture": picture, "sheet": sheet}
_LABELS = {
    "figures": "button-lead-figures",
    "picture": "button-figures-picture",
    "sheet": "button-figures-sheet",
}
