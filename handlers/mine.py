"""One's own concerns afterwards: how far they have come, and everything that can be done."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Update

from domain.concern import Concern
from domain.people import Role
from domain.typed import says
from handlers import asking, asking_back, holdings, leaving, letters, report, told
from handlers.pages import contact_button
from handlers.screen import Button, Screen, action, tapped_message
from handlers.turn import Context, Turn

Act = Callable[[Turn, Concern], Awaitable[None]]


async def show(turn: Turn, concern: Concern) -> None:
    """Show how far a concern has come, in the words its reporter may hear, and what can be done."""
    seen = await told.seen_by_reporter(turn, concern)
    citizen = concern.role is Role.CITIZEN
    rows = [
        told.buttons(turn.voice, concern.id, ("more", "correct")),
        told.buttons(turn.voice, concern.id, ("wanting" if citizen else "worried",)),
        told.buttons(turn.voice, concern.id, ("stop" if citizen else "withdraw", "data")),
        (Button(turn.voice("button-new-concern"), "new"),),
        (Button(turn.voice("button-acute"), "acute"), contact_button(turn.voice)),
    ]
    turn.reply(Screen(told.status(turn.voice, seen, turn.local_day), tuple(rows)))


# What can be done with a concern of one's own: by button, by command, or by typing the label.
ACTS: Mapping[str, Act] = {
    "show": show,
    "more": letters.add,
    "correct": letters.correct,
    "answer": letters.answer,
    "worried": asking_back.worried,
    "wanting": asking_back.worried,
    "calm": asking_back.calm,
    "stop": leaving.ask_to_withdraw,
    "withdraw": leaving.ask_to_withdraw,
    "stop_yes": leaving.withdrawn,
    "cut": leaving.ask_to_cut,
    "cut_yes": leaving.cut,
    "erase": leaving.ask_to_erase,
    "erase_yes": leaving.erase,
    "data": holdings.menu,
    "see": holdings.show,
    "export": holdings.export,
}
COMMANDS: Mapping[str, str] = {
    "status": "show",
    "mere": "more",
    "more": "more",
    "ret": "correct",
    "correct": "correct",
    "svar": "answer",
    "answer": "answer",
    "bekymret": "worried",
    "worried": "worried",
    "genaabn": "worried",
    "reopen": "worried",
    "stop": "stop",
    "fortryd": "withdraw",
    "withdraw": "withdraw",
    "slip": "cut",
    "cut": "cut",
    "slet": "erase",
    "erase": "erase",
    "data": "data",
    "se": "see",
    "see": "see",
    "hent": "export",
    "export": "export",
}


async def tapped(update: Update, context: Context) -> None:
    """Do what a button says with one of the speaker's own concerns: `mine/<concern>/<what>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    found = await turn.store.concerns.get(concern_id)
    if concern_id not in turn.person.concerns or found is None:
        return report.stale(turn)
    if what.endswith("_yes"):
        turn.unbutton(tapped_message(update))
    return await ACTS[what](turn, found)


async def begin_new(update: Update, context: Context) -> None:
    """Begin a new concern beside those already sent."""
    context.turn.unbutton(tapped_message(update))
    asking.begin(context.turn)


async def command(update: Update, context: Context) -> None:
    """Do what a command says: with the only concern, or with the one whose number follows."""
    turn, words = context.turn, _words(update)
    what = COMMANDS[words[0].lstrip("/").split("@")[0].casefold()]
    if turn.member is not None:
        return turn.reply(Screen(turn.voice("for-reporters")))
    if what == "stop" and turn.person.interview is not None:
        return await asking.control(turn, turn.person.interview, "stop")
    return await choose(turn, what, words[1] if len(words) > 1 else "")


async def choose(turn: Turn, what: str, number: str = "") -> None:
    """Do something with the speaker's concern; of several, with that number, or ask which."""
    own = await concerns(turn)
    wanted = own[int(number) - 1 : int(number)] if number.isdecimal() and int(number) else own
    if len(wanted) == 1:
        return await ACTS[what](turn, wanted[0])
    if not own:
        return asking.show_again(turn, turn.voice("mine-none"))
    return turn.reply(_which(turn, own, what))


async def concerns(turn: Turn) -> list[Concern]:
    """Return the concerns the speaker raised or came back to, newest first."""
    found = [await turn.store.concerns.get(each) for each in reversed(turn.person.concerns)]
    return [each for each in found if each is not None]


async def typed(turn: Turn, text: str) -> bool:
    """Do what the label of one of these buttons says, and return whether it was one."""
    what = _label(turn, text)
    if what == "new":
        asking.begin(turn)
    elif what is not None:
        await choose(turn, what)
    return what is not None


def is_label(turn: Turn, text: str) -> bool:
    """Whether a text is the label of one of these buttons, in any language."""
    return _label(turn, text) is not None


def _label(turn: Turn, text: str) -> str | None:
    keys = {"new": "button-new-concern", **{each: f"button-mine-{each}" for each in ACTS}}
    for what, key in keys.items():
        if says(text, *turn.house.phrases.labels(key)):
            return what
    return None


def _which(turn: Turn, own: list[Concern], what: str) -> Screen:
    zone = turn.house.service.times.zone
    rows: list[Any] = []
    for number, each in enumerate(own, 1):
        day = turn.voice.day(each.received_at.astimezone(zone).date())
        rows.append((Button(f"{number}. {day}", f"mine/{each.id}/{what}"),))
    return Screen(turn.voice("mine-which"), tuple(rows))


def _words(update: Update) -> list[str]:
    return ((update.message.text if update.message else None) or "/").split()
