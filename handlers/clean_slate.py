"""A clean slate: whoever has no concern here has all deleted that we hold of them."""

from telegram import Update

from handlers.after_sending import own
from handlers.raising import report
from handlers.screen import Button, Screen, action, tapped_message
from handlers.turn import Context, Turn


async def tapped(update: Update, context: Context) -> None:
    """Ask first, or delete, from a button: `slate/ask` or `slate/yes`."""
    if action(update) == ["slate", "ask"]:
        return await ask(context.turn)
    context.turn.unbutton(tapped_message(update))
    return await wipe(context.turn)


async def typed(turn: Turn, text: str) -> bool:
    """Do what the words of either button mean, in any language; return whether it was one."""
    means = turn.house.phrases.means
    if means(text, "button-slate"):
        await ask(turn)
    elif means(text, "button-slate-yes"):
        await wipe(turn)
    else:
        return False
    return True


async def ask(turn: Turn) -> None:
    """Say what would go, and ask; say so at once where there is nothing."""
    if turn.member is not None:
        return turn.reply(Screen(turn.voice("for-reporters")))
    if turn.person.version == 0:
        return turn.reply(Screen(turn.voice("slate-nothing")))
    button = Button(turn.voice("button-slate-yes"), "slate/yes")
    return turn.reply(Screen(turn.voice("slate-ask"), ((button,),)))


async def wipe(turn: Turn) -> None:
    """Delete language, answers and all else in the speaker's door, unless a concern is theirs."""
    if turn.member is not None or await own.concerns(turn):
        return report.stale(turn)
    turn.write(*turn.store.doors.delete(turn.person))
    return turn.reply(Screen(turn.voice("slate-wiped")))


def offer(turn: Turn) -> Screen:
    """Return what is said to somebody without a concern who asks what we hold."""
    button = Button(turn.voice("button-slate"), "slate/ask")
    return Screen(turn.voice("data-none"), ((button,),))
