"""The card for somebody in danger: which numbers to call (S56, T2)."""

from handlers.phrases import Voice
from handlers.screen import Screen
from handlers.turn import Turn


def numbers(turn: Turn) -> Screen:
    """Return the card: several numbers, and that nobody reads this around the clock.

    Until a language is chosen it speaks all of them.
    """
    chosen = turn.member is not None or turn.person.language is not None
    voices = (turn.voice,) if chosen else turn.house.phrases.all()
    return Screen("\n\n".join(_card(turn, voice) for voice in voices))


def _card(turn: Turn, voice: Voice) -> str:
    lines = [
        f"{each.number}: {each.purpose.get(voice.language, each.purpose['da'])}"
        for each in turn.house.service.crisis
    ]
    return "\n".join([voice("acute-head"), "", *lines, "", voice("acute-foot")])
