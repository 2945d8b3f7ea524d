"""What lies outside the machine: Telegram, the address it posts to, and who hears the heartbeat."""

import aiohttp
from telegram.error import InvalidToken, TelegramError

from bot import logs
from bot.check.finding import Finding, State
from bot.config.settings import Settings
from bot.telegram.client import TelegramBot

_TIMEOUT = aiohttp.ClientTimeout(total=10)
_NOBODY_BEHIND = (502, 503, 504)  # what a proxy answers for a bot that does not run


async def telegram(settings: Settings) -> Finding:
    """Ask Telegram who the token's bot is."""
    bot, url = TelegramBot(settings.token, settings.telegram.api_url), settings.telegram.api_url
    try:
        await bot.initialize()
        said = f"{url} answers, and the token is @{bot.username}'s."
        return Finding("telegram", State.OK, said)
    except InvalidToken:
        said = "telegram.token: Telegram does not know this token; copy it from BotFather."
    except TelegramError:
        said = f"telegram.api_url: {url} cannot be reached; check it and the network."
    finally:
        await bot.shutdown()
    return Finding("telegram", State.WRONG, logs.discreet(said))


async def webhook(url: str) -> Finding:
    """Knock at the public address, as Telegram would; who knocks without its secret gets a 404."""
    if not url.startswith("https://"):
        said = f"telegram.webhook_url: Telegram posts to https:// only, and not to {url}."
        return Finding("webhook", State.WRONG, said)
    try:
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as web, web.get(url) as answer:
            status = answer.status
    except (aiohttp.ClientError, OSError) as error:
        said = f"telegram.webhook_url: {url} does not answer ({type(error).__name__})."
        return Finding("webhook", State.WRONG, said)
    if status in _NOBODY_BEHIND:
        said = f"The proxy at {url} answers, but no bot behind it: start it."
        return Finding("webhook", State.NOTE, said)
    return Finding("webhook", State.OK, f"{url} answers.")


def heartbeat(settings: Settings) -> Finding:
    """Say whether anybody hears when the bot falls silent."""
    if settings.watch.heartbeat_url:
        said = "watch.heartbeat_url is called every minute for as long as all is well."
        return Finding("heartbeat", State.OK, said)
    said = "watch.heartbeat_url is not set: nobody is told when this machine falls silent."
    return Finding("heartbeat", State.NOTE, said)
