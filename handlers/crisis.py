"""The card for somebody in danger: which numbers to call (S56, T2)."""

from domain.interview import Interview
from domain.questionnaire import ACUTE
from domain.service import in_language
from handlers.phrases import Voice
from handlers.screen import Button, Screen
from handlers.turn import Turn


def numbers(turn: Turn, following: Interview | None) -> Screen:
    """Return the card: several numbers, that nobody reads this around the clock, and three answers.

    Until a language is chosen it speaks all of them. `following` is the interview as it goes on
    below: when it asks for the same answers there, the card does not. Nor does it ask the team.
    """
    text = "\n\n".join(_card(turn, voice) for voice in turn.voices)
    asked_below = following is not None and following.at == ACUTE.id
    if asked_below or turn.member is not None:
        return Screen(text)
    return Screen(text, tuple(row for voice in turn.voices for row in _answers(voice)))


def _answers(voice: Voice) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (Button(voice(f"o-acute-{option}"), f"acute/{option}"),) for option in ACUTE.options
    )


def _card(turn: Turn, voice: Voice) -> str:
    lines = [
        f"{each.number}: {in_language(each.purpose, voice.language)}"
        for each in turn.house.service.crisis
    ]
    return "\n".join([voice("acute-head"), "", *lines, "", voice("acute-foot")])
