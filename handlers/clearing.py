"""Clearing the chat: both sides' messages of the last two days go from the phone."""

from telegram import Update

from handlers.raising import asking
from handlers.screen import Button, Screen, action
from handlers.turn import Context, Turn


async def command(update: Update, context: Context) -> None:
    """Answer /ryd and /clear."""
    ask(context.turn)


async def tapped(update: Update, context: Context) -> None:
    """Ask first, or clear, from a button: `clear/ask` or `clear/yes`."""
    if action(update) == ["clear", "yes"]:
        clear(context.turn)
    else:
        ask(context.turn)


def typed(turn: Turn, text: str) -> bool:
    """Do what the words of either button mean, in any language; return whether it was one."""
    if turn.house.phrases.means(text, "button-clear-chat"):
        ask(turn)
    elif turn.house.phrases.means(text, "button-clear-now"):
        clear(turn)
    else:
        return False
    return True


def ask(turn: Turn) -> None:
    """Say what would go, a receipt's code with it, and ask."""
    if turn.member is not None:
        return turn.reply(Screen(turn.voice("clear-staff")))
    buttons = [Button(turn.voice("button-clear-now"), "clear/yes")]
    interview = turn.person.interview
    if interview is not None:
        resume = f"c/{interview.id}/{interview.at}/resume"
        buttons.append(Button(turn.voice("button-resume"), resume))
    return turn.reply(Screen(turn.voice("clear-ask"), tuple((each,) for each in buttons)))


def clear(turn: Turn) -> None:
    """Clear the chat, say how the rest is cleared, and show the question being asked again.

    The team's chats are not cleared: their cards are emptied by editing, and still needed.
    """
    if turn.member is not None:
        return turn.reply(Screen(turn.voice("clear-staff")))
    turn.clear_chat()
    return asking.show_again(turn, turn.voice("chat-cleared"))
