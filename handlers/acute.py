"""Danger: the card with the numbers to call, within reach of every screen (S56)."""

from telegram import Update

from handlers import asking
from handlers.crisis import numbers
from handlers.turn import Context


async def card(update: Update, context: Context) -> None:
    """Show the card in any state, then the question that was being asked."""
    context.turn.reply(numbers(context.turn))
    asking.show_again(context.turn)
