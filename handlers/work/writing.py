"""A worker writes to the one who raised a concern: seen before it is sent, and never by mistake."""

import hashlib
from dataclasses import replace

from telegram import Message, Update

from domain.concern import Concern, has_ended
from domain.entry import Entry, EntryKind, Expected, Next
from domain.redaction import contains_cpr
from domain.service import said_in
from domain.typed import says
from handlers.after_sending import told
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import access, colleagues
from handlers.turn import Context, Turn
from handlers.work import cards
from handlers.work.alerts import show_on_card
from storage.routes import Route

_LONGEST = 3000  # characters; what is around them must fit the same message


async def tapped(update: Update, context: Context) -> None:
    """Begin or drop a message to a reporter: `write/<concern>/<begin|drop>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await colleagues.owned(turn, concern_id)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if what == "begin":
        return await begin(turn, concern)
    if what == "drop":
        turn.unbutton(tapped_message(update))
        return drop(turn)
    return access.outdated(turn)


async def send_tapped(update: Update, context: Context) -> None:
    """Send what a preview shows, and never other words: `send/<concern>/<digest of the words>`."""
    turn, (_, concern_id, shown) = context.turn, action(update)
    concern, expected = await colleagues.owned(turn, concern_id), turn.person.expected
    turn.unbutton(tapped_message(update))
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if expected is None or digest(expected.words) != shown:
        return access.outdated(turn)
    return await send(turn, concern)


async def say_tapped(update: Update, context: Context) -> None:
    """Preview one of the municipality's own replies: `say/<concern>/<its place in the list>`."""
    turn, (_, concern_id, number) = context.turn, action(update)
    concern, replies = await colleagues.owned(turn, concern_id), turn.house.service.facts.replies
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    if int(number) >= len(replies):
        return access.outdated(turn)
    route = await way(turn, concern)
    if route is not None:
        preview(turn, concern, said_in(replies[int(number)].text, route.language))
    return None


async def begin(turn: Turn, concern: Concern) -> None:
    """Ask the owner for the words, if there is a way to the reporter and they allow it."""
    if await way(turn, concern) is None:
        return
    turn.keep(replace(turn.person, expected=Expected(Next.ASK, concern.id)))
    rows = [
        (Button(said_in(each.title, turn.voice.language), f"say/{concern.id}/{number}"),)
        for number, each in enumerate(turn.house.service.facts.replies)
    ]
    text = turn.voice("write-now", nickname=concern.nickname)
    turn.reply(Screen(text, (*rows, (_drop_button(turn, concern),))))


async def replied(turn: Turn, message: Message, text: str) -> bool:
    """Take a member's answer to a message of ours about a concern as words to its reporter.

    False when the message answers nothing of the kind, or drops or sends what was previewed.
    """
    answers = message.api_kwargs.get("answers")
    sends = turn.house.phrases.means(text, "button-write-send", "button-write-drop")
    if answers is None or not text or sends:
        return False
    concern_id = await turn.store.outbox.concern_at(turn.person.chat_id, answers)
    if concern_id is None:
        return False
    concern = await turn.store.concerns.get(concern_id)
    if concern is None or has_ended(concern):
        turn.reply(Screen(turn.voice("no-such-concern")))
    elif await colleagues.owned(turn, concern_id) is None:
        await not_theirs(turn, concern)
    else:
        await _offer(turn, concern, text)
    return True


async def take(turn: Turn, text: str) -> bool:
    """Take a member's typed words as the message they began; False when they began none."""
    expected = turn.person.expected
    if expected is None or expected.what not in (Next.ASK, Next.CONFIRM):
        return False
    concern = await colleagues.owned(turn, expected.concern)
    if concern is None or turn.house.phrases.means(text, "button-write-drop"):
        drop(turn)
    elif expected.what is Next.CONFIRM and turn.house.phrases.means(text, "button-write-send"):
        await send(turn, concern)
    else:
        await _offer(turn, concern, text)
    return True


async def send(turn: Turn, concern: Concern) -> None:
    """Send the words that were shown; they are kept under the concern as well."""
    expected, route = turn.person.expected, await turn.store.routes.of(concern.id)
    if expected is None or expected.what is not Next.CONFIRM or expected.concern != concern.id:
        return access.outdated(turn)
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


async def _offer(turn: Turn, concern: Concern, text: str) -> None:
    """Show the words as they will be sent, or say why they cannot be; titles stand for replies."""
    route = await way(turn, concern)
    if route is None:
        return None
    replies = turn.house.service.facts.replies
    ready = next((each for each in replies if says(text, *each.titles())), None)
    words = said_in(ready.text, route.language) if ready else text
    if contains_cpr(words) or len(words) > _LONGEST:
        turn.keep(replace(turn.person, expected=Expected(Next.ASK, concern.id)))
        key = "write-no-cpr" if contains_cpr(words) else "write-shorter"
        return turn.reply(Screen(turn.voice(key), ((_drop_button(turn, concern),),)))
    return preview(turn, concern, words)


async def way(turn: Turn, concern: Concern) -> Route | None:
    """Return the way to the reporter if we may take it, or None; says kindly why not."""
    route = await turn.store.routes.of(concern.id)
    if route is not None and route.may_write:
        return route
    key = "reporter-out-of-reach" if route is None else "reporter-unasked"
    turn.reply(Screen(turn.voice(key, nickname=concern.nickname)))
    return None


async def not_theirs(turn: Turn, concern: Concern) -> None:
    """Say whose concern it is to somebody who may not write to its reporter."""
    turn.note("refused: write", concern.id)
    if concern.owner is None:
        return turn.reply(Screen(turn.voice("take-first-to-write", nickname=concern.nickname)))
    owner = colleagues.name(await colleagues.by_id(turn), turn.voice, concern.owner)
    return turn.reply(cards.taken_by(turn.voice, concern, owner))


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


def preview(turn: Turn, concern: Concern, text: str) -> None:
    """Show the words as they will be sent, with whom they go to; nothing is sent yet."""
    turn.keep(replace(turn.person, expected=Expected(Next.CONFIRM, concern.id, text)))
    head = turn.voice("write-preview", nickname=concern.nickname)
    send = Button(turn.voice("button-write-send"), f"send/{concern.id}/{digest(text)}")
    turn.reply(Screen(f"{head}\n\n{text}", ((send,), (_drop_button(turn, concern),))))


def _drop_button(turn: Turn, concern: Concern) -> Button:
    return Button(turn.voice("button-write-drop"), f"write/{concern.id}/drop")


def digest(words: str) -> str:
    """Return what tells a preview's words from others: its button carries it."""
    return hashlib.sha256(words.encode()).hexdigest()[:8]
