"""The card for somebody in danger: which numbers to call (S56, T2)."""

from domain.interview import Interview
from domain.questionnaire import ACUTE
from domain.service import CrisisNumber
from domain.urgency import Urgency
from handlers.phrases import Voice, side_by_side
from handlers.screen import TEXT_LIMIT, Button, Screen
from handlers.turn import Turn


def show_numbers(turn: Turn, following: Interview | None) -> None:
    """Say which numbers to call, that nobody reads this around the clock, and ask for an answer.

    Until a language is chosen the card speaks every language that has words for it, in as many
    messages as that takes. `following` is the interview as it goes on below: when it asks for
    the same answers there, the card does not. Nor does it ask the team.
    """
    chosen = turn.member is not None or turn.person.language is not None
    voices = (turn.voice,) if chosen else turn.house.phrases.speaking("acute-head")
    text = ""
    for card in (_card(voice, turn.house.service.crisis) for voice in voices):
        if text and len(text) + len(card) > TEXT_LIMIT - 2:
            turn.reply(Screen(text), urgency=Urgency.DANGER)
            text = ""
        text = f"{text}\n\n{card}" if text else card
    asked_below = following is not None and following.at == ACUTE.id
    asks = not asked_below and turn.member is None
    rows = tuple(row for voice in turn.voices for row in _answers(voice)) if asks else ()
    turn.reply(Screen(text, rows), urgency=Urgency.DANGER)


def _answers(voice: Voice) -> tuple[tuple[Button, ...], ...]:
    return tuple(
        (Button(voice(f"o-acute-{option}"), f"acute/{option}"),) for option in ACUTE.options
    )


def _card(voice: Voice, numbers: tuple[CrisisNumber, ...]) -> str:
    lines = [
        voice("acute-number", number=each.number, purpose=_purpose(voice, each)) for each in numbers
    ]
    return "\n".join([voice("acute-head"), "", *lines, "", voice("acute-foot")])


def _purpose(voice: Voice, number: CrisisNumber) -> str:
    own = number.purpose.get(voice.language)
    return own or side_by_side(number.purpose["da"], number.purpose["en"])
