"""The first word: /start, and where every message finds its way."""

from dataclasses import replace

from telegram import Message, Update

from domain.entry import ENTRY_OF
from handlers import clean_slate, clearing, clock, kinds
from handlers.after_sending import mine
from handlers.help import acute, information
from handlers.raising import asking, report, typing
from handlers.screen import Screen
from handlers.team import access, joining, typed
from handlers.turn import Context, Turn
from handlers.work import alerts


async def start(update: Update, context: Context) -> None:
    """Answer /start: an invitation, the team's menu, or a reporter's first or next question."""
    turn, code = context.turn, (context.args or [""])[0]
    if code.startswith(joining.PREFIX):
        await joining.accept(turn, code.removeprefix(joining.PREFIX))
    elif turn.member is not None:
        typed.menu(turn)
    elif turn.person.interview is not None:
        asking.welcome_back(turn)
    elif turn.person.concerns:
        await mine.choose(turn, "show")
    else:
        asking.begin(turn)


async def text(update: Update, context: Context) -> None:
    """Take a typed message, of a worker or a reporter."""
    turn, message = context.turn, _message(update)
    if acute.is_call(turn, message.text or ""):
        return await acute.card(update, context)
    if await clean_slate.typed(turn, message.text or ""):
        return None
    if clearing.typed(turn, message.text or ""):
        return None
    writing = turn.person.expected is not None and turn.person.expected.what in ENTRY_OF
    if not writing and (option := acute.said(turn, message.text or "")):
        return await acute.answer(turn, option)
    if page := information.named(turn, message.text or ""):
        return information.show(turn, page)
    return await _said(turn, message)


async def _said(turn: Turn, message: Message) -> None:
    if turn.member is not None:
        await typed.words(turn, message)
    elif not await _paused(turn, message.text):
        acute.watch(turn, message.text or "")
        kinds.say_forwarded(turn, message)
        await typing.words(turn, message)


async def _paused(turn: Turn, text: str | None) -> bool:
    """Answer one of the team on pause who has begun nothing for themselves, and keep no word.

    What they write may be about a citizen. False for everybody else.
    """
    person = turn.person
    begun = person.interview is not None or person.expected is not None
    if begun or await turn.store.staff.paused_at(person.chat_id) is None:
        return False
    acute.watch(turn, text or "")
    turn.reply(Screen(turn.voice("you-are-paused")))
    return True


async def edited(update: Update, context: Context) -> None:
    """Take an edited message; staff commands are not done twice."""
    turn, message = context.turn, _message(update)
    if turn.member is not None:
        turn.reply(Screen(turn.voice("staff-edit")))
    elif message.text:
        acute.watch(turn, message.text)
        await typing.edited(turn, message)
    elif message.api_kwargs.get("kind") in ("location", "venue", "notice"):
        return  # a place shared live that moves: only where it began is kept
    elif turn.person.awaits_edit == message.message_id:
        await other_kind(update, context)
    else:
        await typing.edited(turn, kinds.corrected(turn, message))


async def unknown_command(update: Update, context: Context) -> None:
    """Say what can be done instead of an unknown command; one like /help may be a cry for it."""
    acute.watch(context.turn, _message(update).text or "")
    _kindly(context.turn, "unknown-command")


async def other_kind(update: Update, context: Context) -> None:
    """Answer what is not text, and take the words in it like any others (domain.md 3b)."""
    turn, message = context.turn, _message(update)
    if turn.member is None:
        if await _paused(turn, message.caption):
            return
        acute.watch(turn, message.caption or "")
    words = kinds.take(turn, message)
    if words is not None:
        await _said(turn, words)


async def foreign_button(update: Update, context: Context) -> None:
    """Answer a tap on a button that is old, another's or forged."""
    turn = context.turn
    if turn.member is not None:
        access.outdated(turn)
    else:
        report.stale(turn)


async def membership(update: Update, context: Context) -> None:
    """Notice at once that a member blocked the bot or let it in again."""
    turn, change = context.turn, update.my_chat_member
    if turn.member is None or change is None:
        return
    if change.new_chat_member.status != "member":
        await clock.unreachable(turn, turn.member.id)
        return
    _back(turn)
    typed.menu(turn)
    await alerts.show_open(turn)


async def heard(update: Update, context: Context) -> None:
    """A member who writes can be reached, whatever was thought before."""
    if update.my_chat_member is None:
        _back(context.turn)


def _back(turn: Turn) -> None:
    if turn.colleague is not None and not turn.colleague.member.reachable:
        member = replace(turn.colleague.member, reachable=True)
        turn.colleague = replace(turn.colleague, member=member)
        turn.write(turn.store.staff.reach(member.id, reachable=True))
        turn.note("reachable again")


def _kindly(turn: Turn, key: str) -> None:
    if turn.member is not None:
        turn.reply(Screen(turn.voice(key)))
        typed.menu(turn)
    else:
        asking.show_again(turn, turn.voice(key))


def _message(update: Update) -> Message:
    message = update.message or update.edited_message
    if message is None:
        raise LookupError("This update has no message.")
    return message
