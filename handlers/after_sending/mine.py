"""One's own concerns afterwards: how far they have come, and everything that can be done."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from telegram import Update

from domain.concern import Concern
from domain.entry import ENTRY_OF, Expected
from domain.people import Role
from domain.redaction import contains_cpr
from handlers import clean_slate
from handlers.after_sending import asking_back, holdings, leaving, letters, own, told
from handlers.help import acute
from handlers.help.pages import contact_button
from handlers.raising import asking, report
from handlers.screen import Button, Screen, action, tapped_message
from handlers.turn import Context, Turn

Act = Callable[[Turn, Concern], Awaitable[None]]


async def show(turn: Turn, concern: Concern) -> None:
    """Show how far a concern has come, in the words its reporter may hear, and what can be done."""
    seen = await told.seen_by_reporter(turn, concern)
    citizen = concern.role is Role.CITIZEN
    # A promise that still runs needs no second one; what was taken back cannot be so again.
    over = seen.withdrawn or seen.reacted or turn.local_day > seen.promised_on
    again = ("wanting" if citizen else "worried",) if over else ()
    no = () if seen.withdrawn else ("stop" if citizen else "withdraw",)
    rows = [
        told.buttons(turn.voice, concern.id, ("more", "correct")),
        *([told.buttons(turn.voice, concern.id, again)] if again else []),
        told.buttons(turn.voice, concern.id, (*no, "data")),
        (Button(turn.voice("button-new-concern"), "new"),),
        (Button(turn.voice("button-acute"), "acute"), contact_button(turn.voice)),
    ]
    text = f"{told.status(turn.voice, seen, turn.local_day)}\n\n{told.kept(turn, concern, seen)}"
    turn.reply(Screen(text, tuple(rows)))


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
ENDS = ("show", "stop", "withdraw")  # labels that end whatever is being written
# What `decide` may do with an interview under way.
_OF_AN_INTERVIEW = ("wipe", "resume")
_LETTING_GO = ("cut_yes", "erase_yes")
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
    found = await _owned(turn, concern_id, what)
    if turn.member is not None:
        return turn.reply(Screen(turn.voice("for-reporters")))
    if found is None:
        return report.stale(turn)
    if what.endswith("_yes"):
        turn.unbutton(tapped_message(update))
    return await ACTS[what](turn, found)


async def data_tapped(update: Update, context: Context) -> None:
    """Show what is held of the speaker, from the page about privacy: `data`."""
    turn = context.turn
    if turn.member is not None:
        return turn.reply(Screen(turn.voice("for-reporters")))
    return await choose(turn, "data")


async def begin_new(update: Update, context: Context) -> None:
    """Begin a new concern beside those already sent."""
    context.turn.unbutton(tapped_message(update))
    _begin(context.turn)


async def command(update: Update, context: Context) -> None:
    """Do what a command says: with the only concern, or with the one whose number follows."""
    turn, message = context.turn, update.message
    name, _, rest = ((message.text if message else None) or "/").partition(" ")
    what = COMMANDS[name.lstrip("/").split("@")[0].casefold()]
    if turn.member is not None:
        return turn.reply(Screen(turn.voice("for-reporters")))
    acute.watch(turn, rest)
    if what == "stop" and turn.person.interview is not None:
        return await asking.control(turn, turn.person.interview, "stop")
    words = rest.strip()
    if words.isdecimal():
        return await choose(turn, what, words)
    await choose(turn, what)
    expected = turn.person.expected
    if words and expected is not None and message:
        await _with_words(turn, expected, words, message.message_id)
    return None


async def _with_words(turn: Turn, expected: Expected, words: str, message_id: int) -> None:
    """Take words written right behind a command that asks for some."""
    found = await own.concern(turn, expected.concern)
    if found is None or expected.what not in ENTRY_OF:
        return None
    if contains_cpr(words):
        return turn.reply(Screen(turn.voice("refuse-cpr")))
    return await letters.take(turn, found, words, message_id)


async def choose(turn: Turn, what: str, number: str = "") -> None:
    """Do something with the speaker's concern; of several, with that number, or ask which."""
    known = await own.concerns(turn)
    chosen = known[int(number) - 1 : int(number)] if number.isdecimal() and int(number) else known
    if len(chosen) == 1:
        return await ACTS[what](turn, chosen[0])
    if known:
        return turn.reply(_which(turn, known, what))
    if what == "erase":
        return await clean_slate.ask(turn)
    if turn.person.interview is not None:
        return asking.show_again(turn, turn.voice("draft-held"))
    if what == "data":
        return turn.reply(clean_slate.offer(turn))
    return turn.reply(Screen(turn.voice("mine-none"), ((contact_button(turn.voice),),)))


async def decide(turn: Turn, concern_id: str, what: str) -> bool:
    """Do what a typed yes or no meant; False when there is nothing to do it with any more."""
    interview = turn.person.interview
    if what in _OF_AN_INTERVIEW and interview is not None:
        await asking.control(turn, interview, what)
        return True
    concern = await _owned(turn, concern_id, what)
    if concern is None or what not in ACTS:
        return False
    await ACTS[what](turn, concern)
    return True


async def _owned(turn: Turn, concern_id: str, what: str) -> Concern | None:
    found = await own.concern(turn, concern_id)
    again = found is None and what in _LETTING_GO
    return await own.half_gone(turn, concern_id) if again else found


async def typed(turn: Turn, text: str) -> bool:
    """Do what the label of one of these buttons says, and return whether it was one."""
    what = label(turn, text)
    if what == "new":
        _begin(turn)
    elif what is not None:
        await choose(turn, what)
    return what is not None


def label(turn: Turn, text: str) -> str | None:
    """Return what a text means if it is the label of one of these buttons, in any language."""
    phrases = turn.house.phrases
    if phrases.means(text, "button-stop"):
        return "stop"
    if phrases.means(text, "button-new-concern"):
        return "new"
    return next((what for what in ACTS if phrases.means(text, f"button-mine-{what}")), None)


def _begin(turn: Turn) -> None:
    """Begin anew, or show an interview under way: nothing half written is thrown away."""
    if turn.person.interview is not None:
        asking.welcome_back(turn)
    else:
        asking.begin(turn)


def _which(turn: Turn, known: list[Concern], what: str) -> Screen:
    zone = turn.house.service.times.zone
    rows: list[Any] = []
    for number, each in enumerate(known, 1):
        day = turn.voice.day(each.received_at.astimezone(zone).date())
        rows.append((Button(f"{number}. {day}", f"mine/{each.id}/{what}"),))
    return Screen(turn.voice("mine-which"), tuple(rows))
