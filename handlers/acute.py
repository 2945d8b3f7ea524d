"""Danger: the card with the numbers to call, within reach of every screen (S56)."""

from telegram import Update

from handlers import asking
from handlers.crisis import show_numbers
from handlers.turn import Context, Turn


async def card(update: Update, context: Context) -> None:
    """Show the card in any state, then the question that was being asked."""
    show_numbers(context.turn)
    asking.show_again(context.turn)


def is_call(turn: Turn, text: str) -> bool:
    """Whether a whole message is a cry for help in any language, or a number of the card."""
    typed = "".join(text.split()).strip(".!?/")
    numbers = {"".join(each.number.split()) for each in turn.house.service.crisis}
    return typed in numbers or turn.house.phrases.danger.is_call(text)


def watch(turn: Turn, text: str) -> None:
    """Show the card when what a reporter typed tells of danger; the text goes its way as ever.

    Nothing about it is stored, logged or shown to anybody else.
    """
    if is_call(turn, text) or turn.house.phrases.danger.catches(text):
        show_numbers(turn)
