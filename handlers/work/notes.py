"""Notes: what the owner of a concern writes down for the team alone, at any time (S39)."""

from dataclasses import replace

from telegram import Update

from domain.concern import Concern, Reaction, State, by_nickname, has_ended
from domain.entry import Entry, EntryKind, Expected, Next
from domain.redaction import contains_cpr
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import said
from handlers.team.access import outdated
from handlers.turn import Context, Turn
from handlers.work import cards, offers
from handlers.work.alerts import show_on_card

_LONGEST = 1000  # characters
# Words that, with the concern's nickname behind them, are a step with it.
_STEPS = (
    *("button-open", "button-take", "button-write", "button-close", "button-note"),
    *(f"button-reaction-{each}" for each in Reaction),
)


async def tapped(update: Update, context: Context) -> None:
    """Begin or drop a note: `note/<concern>/<begin or drop>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await _mine(turn, concern_id)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if what == "begin":
        return begin(turn, concern)
    if what == "drop":
        turn.unbutton(tapped_message(update))
        begun = turn.person.expected == Expected(Next.NOTE, concern_id)
        return drop(turn) if begun else outdated(turn)  # it was kept long ago
    return outdated(turn)


async def typed(turn: Turn, text: str, owned: list[Concern]) -> bool:
    """Handle "note", followed by a nickname if needed; a concern that has ended takes one too."""
    going_on = [each for each in owned if not has_ended(each)]
    readable = [each for each in owned if each.state is not State.WITHDRAWN]
    concern = said.which(turn, text, "button-note", going_on) or said.which(
        turn, text, "button-note", readable
    )
    if concern is not None:
        begin(turn, concern)
    return concern is not None


def begin(turn: Turn, concern: Concern) -> None:
    """Ask the owner for the words."""
    turn.keep(replace(turn.person, expected=Expected(Next.NOTE, concern.id)))
    _ask(turn, concern, "note-now")


async def take(turn: Turn, text: str) -> bool:
    """Take a member's typed words as the note they began; False when they began none."""
    expected = turn.person.expected
    if expected is None or expected.what is not Next.NOTE:
        return False
    concern = await _mine(turn, expected.concern)
    if concern is not None and any(_names(turn, text, key, concern) for key in _STEPS):
        return False  # "Har ringet Stille Bæk" is a step, and no words about one
    if concern is None or turn.house.phrases.means(text, "button-note-drop"):
        drop(turn)
    elif contains_cpr(text):
        _ask(turn, concern, "note-no-cpr")
    elif len(text) > _LONGEST:
        _ask(turn, concern, "note-shorter")
    else:
        await _keep(turn, concern, text)
    return True


def _names(turn: Turn, text: str, key: str, concern: Concern) -> bool:
    return by_nickname([concern], said.words_behind(turn, text, key) or "") is not None


def drop(turn: Turn) -> None:
    """Forget that a note was begun."""
    turn.keep(replace(turn.person, expected=None))
    turn.reply(Screen(turn.voice("note-dropped")))


async def _keep(turn: Turn, concern: Concern, text: str) -> None:
    entry = Entry(EntryKind.NOTE, text, turn.local_day)
    turn.write(await turn.store.concerns.enter(concern.id, entry))
    turn.keep(replace(turn.person, expected=None))
    turn.note("noted", concern.id)
    rows = (cards.opening(turn.voice, concern), *cards.owners(turn.voice, concern))
    if has_ended(concern):
        rows = (offers.note(turn.voice, concern),)
    screen = Screen(turn.voice("note-kept", nickname=concern.nickname), rows)
    await show_on_card(turn, concern, screen)


def _ask(turn: Turn, concern: Concern, key: str) -> None:
    button = Button(turn.voice("button-note-drop"), f"note/{concern.id}/drop")
    turn.reply(Screen(turn.voice(key, nickname=concern.nickname), ((button,),)))


async def _mine(turn: Turn, concern_id: str) -> Concern | None:
    """Return the concern if the speaker owns it and its words are not gone."""
    concern = await turn.store.concerns.get(concern_id)
    member = turn.member
    if concern is None or member is None or concern.owner != member.id:
        return None
    return None if concern.state is State.WITHDRAWN else concern
