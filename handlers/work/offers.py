"""What an owner is offered beyond reacting: follow up, try again, note, be reminded later."""

from dataclasses import replace

from domain.concern import Concern
from domain.entry import Entry, EntryKind
from domain.field_work import attempts
from handlers.phrases import Voice
from handlers.screen import Button, Screen

Rows = tuple[tuple[Button, ...], ...]

_AHEAD = {1: "button-tomorrow", 3: "button-three-days", 14: "button-two-weeks"}


def after_reaction(voice: Voice, concern: Concern) -> Rows:
    """Return what can be planned once somebody has reacted: 7 days first (S55), and going again."""
    return (
        (Button(voice("button-follow-up"), f"follow/{concern.id}/7"),),
        (Button(voice("button-pick-day"), f"date/{concern.id}"),),
        (no_follow_up(voice, concern),),
        again(voice, concern),
    )


def days(voice: Voice, concern: Concern) -> Rows:
    """Return the days a follow-up can be set to by tapping, and none."""
    ahead = tuple(
        Button(voice(key), f"follow/{concern.id}/{number}") for number, key in _AHEAD.items()
    )
    return (ahead, (no_follow_up(voice, concern),))


def no_follow_up(voice: Voice, concern: Concern) -> Button:
    """Return the button for no follow-up at all."""
    return Button(voice("button-no-follow-up"), f"follow/{concern.id}/0")


def again(voice: Voice, concern: Concern) -> tuple[Button, ...]:
    """Return the button for one more attempt to meet."""
    return (Button(voice("button-again"), f"met/{concern.id}/ask"),)


def note(voice: Voice, concern: Concern) -> tuple[Button, ...]:
    """Return the button for a note that only the team reads."""
    return (Button(voice("button-note"), f"note/{concern.id}/begin"),)


def asking_if_met(voice: Voice, concern: Concern, screen: Screen) -> Screen:
    """Return a card that also asks whether the person was met; nobody must answer (S34)."""
    row = tuple(
        Button(voice(f"button-met-{each}"), f"met/{concern.id}/{each}") for each in ("yes", "no")
    )
    return Screen(f"{screen.text}\n\n{voice('met-ask')}", (row, *screen.rows))


def remindable(voice: Voice, concern: Concern, nudge: Screen) -> Screen:
    """Return a nudge with a button to be reminded again later."""
    later = Button(voice("button-snooze"), f"snooze/{concern.id}/ask")
    return replace(nudge, rows=(*nudge.rows, (later,)))


def how_often(voice: Voice, entries: list[Entry]) -> list[str]:
    """Return how many attempts to meet there were, as a line, or nothing if there was none."""
    found = attempts(entries)
    return [voice("attempts", tried=found.tried, met=found.met)] if found.tried else []


def spoken(voice: Voice, entry: Entry) -> str:
    """Return an entry's words as people read them: of what was tapped only a key is stored."""
    if entry.kind in (EntryKind.MET, EntryKind.NOT_MET):
        return voice(f"button-spot-{entry.words}")
    if entry.kind is EntryKind.BRIDGED:
        return ", ".join(voice(f"button-bridge-{each}") for each in entry.words.split(","))
    return entry.words
