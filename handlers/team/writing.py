"""A worker writes to the one who raised a concern: seen before it is sent, and never by mistake."""

from dataclasses import replace

from telegram import Update

from domain.concern import Concern, has_ended
from domain.entry import Entry, EntryKind, Expected, Next
from domain.redaction import contains_cpr
from handlers import told
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import cards
from handlers.team.access import outdated
from handlers.team.alerts import show_on_card
from handlers.turn import Context, Turn
from storage.concerns import Route

_LONGEST = 3000  # characters; what is around them must fit the same message


async def tapped(update: Update, context: Context) -> None:
    """Begin, send or drop a message to a reporter: `write/<concern>/<begin|send|drop>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await _mine(turn, concern_id)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if what not in ("begin", "send", "drop"):
        return outdated(turn)
    if what != "begin":
        turn.unbutton(tapped_message(update))
    if what == "drop":
        return drop(turn)
    return await {"begin": begin, "send": send}[what](turn, concern)


async def begin(turn: Turn, concern: Concern) -> None:
    """Ask the owner for the words, if there is a way to the reporter and they allow it."""
    route = await turn.store.concerns.route(concern.id)
    if route is None or not route.may_write:
        key = "reporter-out-of-reach" if route is None else "reporter-unasked"
        return turn.reply(Screen(turn.voice(key, nickname=concern.nickname)))
    turn.keep(replace(turn.person, expected=Expected(Next.ASK, concern.id)))
    rows = ((_button(turn, "drop", concern),),)
    return turn.reply(Screen(turn.voice("write-now", nickname=concern.nickname), rows))


async def take(turn: Turn, text: str) -> bool:
    """Take a member's typed words as the message they began; False when they began none."""
    expected = turn.person.expected
    if expected is None or expected.what not in (Next.ASK, Next.CONFIRM):
        return False
    concern = await _mine(turn, expected.concern)
    if concern is None or turn.house.phrases.means(text, "button-write-drop"):
        drop(turn)
    elif expected.what is Next.CONFIRM and turn.house.phrases.means(text, "button-write-send"):
        await send(turn, concern)
    elif contains_cpr(text):
        turn.reply(Screen(turn.voice("write-no-cpr")))
    elif len(text) > _LONGEST:
        turn.reply(Screen(turn.voice("write-shorter")))
    else:
        _preview(turn, concern, text)
    return True


async def send(turn: Turn, concern: Concern) -> None:
    """Send the words that were shown; they are kept under the concern as well."""
    expected, route = turn.person.expected, await turn.store.concerns.route(concern.id)
    if expected is None or expected.what is not Next.CONFIRM or expected.concern != concern.id:
        return turn.reply(Screen(turn.voice("old-button-staff")))
    if route is None:
        return turn.reply(Screen(turn.voice("reporter-out-of-reach", nickname=concern.nickname)))
    entry = Entry(EntryKind.ASKED, expected.words, turn.local_day)
    turn.write(await turn.store.concerns.enter(concern.id, entry))
    turn.keep(replace(turn.person, expected=None))
    turn.note("wrote to the reporter", concern.id)
    await _deliver(turn, concern, route, expected.words)
    return await show_on_card(turn, concern, cards.written(turn.voice, concern), 0)


def drop(turn: Turn) -> None:
    """Forget the words; nothing was sent."""
    turn.keep(replace(turn.person, expected=None))
    turn.reply(Screen(turn.voice("write-dropped")))


async def _deliver(turn: Turn, concern: Concern, route: Route, words: str) -> None:
    """Send the words, and let the reporter's next message be the answer unless they are busy."""
    voice = turn.house.phrases.voice(route.language)
    owner = turn.member.name if turn.member and turn.member.name else voice("somebody-here")
    door = await turn.store.doors.at(route.chat_id)
    foot = "from-worker-foot" if door.interview is None else "from-worker-foot-busy"
    text = f"{voice('from-worker', owner=owner)}\n\n{words}\n\n{voice(foot)}"
    rows = (told.buttons(voice, concern.id, ("answer", "show")),)
    turn.post(route.chat_id, Screen(text, rows), concern.id)
    own = door.tag == turn.person.tag  # somebody of the team who once wrote as a citizen
    if door.interview is None and not own:
        turn.keep_other(replace(door, expected=Expected(Next.ANSWER, concern.id)))


def _preview(turn: Turn, concern: Concern, text: str) -> None:
    turn.keep(replace(turn.person, expected=Expected(Next.CONFIRM, concern.id, text)))
    head = turn.voice("write-preview", nickname=concern.nickname)
    rows = ((_button(turn, "send", concern),), (_button(turn, "drop", concern),))
    turn.reply(Screen(f"{head}\n\n{text}", rows))


def _button(turn: Turn, what: str, concern: Concern) -> Button:
    return Button(turn.voice(f"button-write-{what}"), f"write/{concern.id}/{what}")


async def _mine(turn: Turn, concern_id: str) -> Concern | None:
    """Return the concern if the speaker owns it and it has not ended."""
    concern = await turn.store.concerns.get(concern_id)
    member = turn.member
    if concern is None or member is None or concern.owner != member.id or has_ended(concern):
        return None
    return concern
