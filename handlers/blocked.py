"""Somebody from whom nothing is taken in for a while: help and their own concerns stay open."""

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from domain.entry import Next
from domain.receipt import meant_as_receipt
from handlers.after_sending import mine
from handlers.help import acute, information
from handlers.screen import Screen
from handlers.turn import Context, Turn

# What can always be done: read, call for help, see, take back, cut, erase and clear.
_COMMANDS = frozenset(
    {"akut", "acute", *information.NAMES, "status", "slip", "cut", "slet", "erase", "data", "se"}
    | {"see", "hent", "export", "stop", "fortryd", "withdraw", "ryd", "clear"}
)
_BUTTONS = ("acute", "page/", "clear/", "slate/")
_TAKES_IN = ("more", "correct", "answer", "worried", "wanting")


async def stop(update: Update, context: Context) -> None:
    """Answer whoever is blocked, and let nothing else handle the update.

    Raises ApplicationHandlerStop then; what a member of the team does is never stopped.
    """
    turn = context.turn
    if turn.member is not None or turn.door is None or update.my_chat_member is not None:
        return
    until = await turn.store.blocks.until(turn.person.chat_id, turn.local_day)
    if until is None or _always(update, turn):
        return
    message = update.message or update.edited_message
    acute.watch(turn, (message.text or message.caption or "") if message else "")
    for voice in turn.voices:
        turn.reply(Screen(voice("blocked", date=until)))
    raise ApplicationHandlerStop


def _always(update: Update, turn: Turn) -> bool:
    if update.callback_query is not None:
        data = update.callback_query.data or ""
        own = data.startswith("mine/") and not data.endswith(_TAKES_IN)
        return own or data.startswith(_BUTTONS) or data.endswith(("/stop", "/wipe"))
    text = (update.message.text or "").strip() if update.message else ""
    if text.startswith("/"):
        return text.split()[0][1:].split("@")[0].casefold() in _COMMANDS
    phrases, said = turn.house.phrases, acute.said(turn, text) or information.named(turn, text)
    clears = phrases.means(text, "button-clear-chat", "button-clear-now")
    return bool(acute.is_call(turn, text) or said or clears or _own(turn, text))


def _own(turn: Turn, text: str) -> bool:
    """Whether a typed text is about what one sent before, and takes nothing more in."""
    expected = turn.person.expected
    if expected is not None and expected.what is Next.DECIDE:
        return turn.house.phrases.decided(turn.voice, text) is not None
    what = mine.label(turn, text)
    return meant_as_receipt(text) or what not in (None, "new", *_TAKES_IN)
