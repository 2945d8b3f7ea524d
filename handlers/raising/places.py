"""Places on the map: kept as rough words in the answer that says where."""

from domain.interview import NotAnswerable
from domain.own_words import locate
from handlers.raising import asking
from handlers.screen import Screen
from handlers.turn import Turn

Point = tuple[float, float]


def words(turn: Turn, point: Point) -> str:
    """Return a point on the map, latitude and longitude in rounded degrees, as words."""
    latitude, longitude = point
    kept_in = turn.house.phrases.voice(turn.person.language)
    return kept_in("pin", latitude=f"{latitude:.3f}", longitude=f"{longitude:.3f}")


def pin(turn: Turn, point: Point, message_id: int) -> None:
    """Take a reporter's pin, whose degrees are rounded already, as words (domain.md 3a).

    At a question for a place it is the answer; anywhere else it is kept for that question. A
    sparring without a name has none: then nothing is kept, and that is said (T4).
    """
    interview = turn.person.interview
    if interview is None:
        asking.begin(turn, words(turn, point), message_id)
        return
    try:
        after = locate(interview, words(turn, point))
    except NotAnswerable:
        asking.show_again(turn, turn.voice("pin-not-kept"))
        return
    turn.unbutton_card(asking.prompt(turn))
    turn.reply(Screen(turn.voice("pin-kept")))
    asking.ask(turn, after)
