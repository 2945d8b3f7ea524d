"""The card for somebody in danger: which numbers to call (S56, T2)."""

from handlers.screen import Screen
from handlers.turn import Turn


def numbers(turn: Turn) -> Screen:
    """Return the card: 112 first, several numbers, and that nobody reads this around the clock."""
    language = turn.voice.language
    lines = [
        f"{each.number}: {each.purpose.get(language, each.purpose['da'])}"
        for each in turn.house.service.crisis
    ]
    return Screen("\n".join([turn.voice("acute-head"), "", *lines, "", turn.voice("acute-foot")]))
