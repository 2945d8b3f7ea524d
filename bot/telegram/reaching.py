"""Reaching Telegram: at the start the bot waits for it, however long that takes."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.telegram.contact import Contact

_log = logging.getLogger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 30.0  # seconds


class Refused(Exception):
    """Telegram refuses how the bot is configured; the sentence names the key."""


async def reach(connect: Callable[[], Awaitable[None]], contact: Contact) -> None:
    """Connect until it succeeds; `contact` hears of every failure.

    Raises Refused when Telegram does not accept the token or the webhook's address.
    """
    pause = _FIRST_PAUSE
    while True:
        try:
            return await connect()
        except InvalidToken:
            raise Refused(
                "telegram.token: Telegram does not know this token; copy it from BotFather."
            ) from None
        except BadRequest as error:
            raise Refused(f"telegram.webhook_url: Telegram refuses it: {error.message}.") from None
        except TelegramError as error:
            _log.warning(
                "Telegram cannot be reached (%s) at telegram.api_url. Trying again.",
                type(error).__name__,
            )
            await contact.failed()
        await asyncio.sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)
