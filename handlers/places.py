"""Places on the map: kept as rough words in the answer that says where."""

from telegram import Message

from domain.interview import Interview, NotAnswerable, asked, locate
from domain.questionnaire import PLACES
from handlers import asking
from handlers.screen import Screen
from handlers.turn import Turn


def pin(turn: Turn, message: Message) -> None:
    """Take a reporter's pin, whose degrees are rounded already, as words (domain.md 3a).

    At a question for a place it is the answer; anywhere else it is kept for that question. A
    sparring without a name has none: then nothing is kept, and that is said (T4). A message
    without a location is a LookupError.
    """
    if message.location is None:
        raise LookupError("This message holds no place.")
    latitude, longitude = message.location.latitude, message.location.longitude
    words = turn.voice("pin", latitude=f"{latitude:.3f}", longitude=f"{longitude:.3f}")
    interview = turn.person.interview
    if interview is None:
        asking.begin(turn, words, message.message_id)
    else:
        _keep(turn, interview, words)


def _keep(turn: Turn, interview: Interview, words: str) -> None:
    current = asked(interview)
    try:
        after = locate(interview, words)
    except NotAnswerable:
        asking.show_again(turn, turn.voice("pin-not-kept"))
        return
    turn.unbutton_card(asking.prompt(turn))
    if current is None or current.id not in PLACES:
        turn.reply(Screen(turn.voice("pin-kept")))
    asking.ask(turn, after)
