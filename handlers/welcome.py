"""The first word: /start, and where every message finds its way."""

from dataclasses import replace

from telegram import Message, Update

from domain.typed import says
from handlers import acute, asking, joining, staff, typing
from handlers.screen import Screen
from handlers.turn import Context, Turn

_DANGER = ("112", "akut", "hjælp nu", "akut hjælp", "acute", "help now", "urgent help")


async def start(update: Update, context: Context) -> None:
    """Answer /start: an invitation, the team's menu, or a reporter's first or next question."""
    turn, code = context.turn, (context.args or [""])[0]
    if code.startswith(joining.PREFIX):
        await joining.accept(turn, code.removeprefix(joining.PREFIX))
    elif turn.member is not None:
        staff.menu(turn)
    elif turn.person.interview is not None:
        asking.welcome_back(turn)
    else:
        asking.begin(turn)


async def text(update: Update, context: Context) -> None:
    """Take a typed message, of a worker or a reporter."""
    turn, message = context.turn, _message(update)
    if says(message.text or "", *_DANGER):
        await acute.card(update, context)
    elif turn.member is not None:
        await staff.words(turn, message)
    else:
        await typing.words(turn, message)


async def edited(update: Update, context: Context) -> None:
    """Take an edited message; staff commands are not done twice."""
    turn, message = context.turn, _message(update)
    if turn.member is not None:
        turn.reply(Screen(turn.voice("staff-edit")))
    elif not message.text:
        asking.show_again(turn, turn.voice("edit-too-late"))
    else:
        await typing.edited(turn, message)


async def unknown_command(update: Update, context: Context) -> None:
    """Say what can be done instead of an unknown command."""
    _kindly(context.turn, "unknown-command")


async def other_kind(update: Update, context: Context) -> None:
    """Answer what is not text: kindly refused, nothing of it is kept (domain.md 3b)."""
    kind = _message(update).api_kwargs.get("kind", "other")
    if kind == "again":  # a further part of an album that has been answered
        return
    known = ("voice", "photo", "video", "document", "location", "contact", "sticker")
    _kindly(context.turn, f"refuse-{kind if kind in known else 'other'}")


async def foreign_button(update: Update, context: Context) -> None:
    """Answer a tap on a button that is old, another's or forged."""
    turn = context.turn
    if turn.member is not None:
        turn.reply(Screen(turn.voice("old-button-staff")))
    else:
        asking.show_again(
            turn, turn.voice("old-button" if turn.person.interview else "old-button-idle")
        )


async def membership(update: Update, context: Context) -> None:
    """Notice at once that a member blocked the bot or let it in again."""
    turn, change = context.turn, update.my_chat_member
    if turn.colleague is None or change is None:
        return
    back = change.new_chat_member.status == "member"
    member = replace(turn.colleague.member, reachable=back, on_duty=False)
    turn.colleague = replace(turn.colleague, member=member)
    turn.write(turn.store.staff.save(turn.colleague))
    turn.note("reachable again" if back else "blocked the bot")
    if back:
        staff.menu(turn)


def _kindly(turn: Turn, key: str) -> None:
    if turn.member is not None:
        turn.reply(Screen(turn.voice(key)))
        staff.menu(turn)
    else:
        asking.show_again(turn, turn.voice(key))


def _message(update: Update) -> Message:
    message = update.message or update.edited_message
    if message is None:
        raise LookupError("This update has no message.")
    return message
