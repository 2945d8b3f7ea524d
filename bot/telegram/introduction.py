"""How the bot introduces itself in Telegram: its commands and descriptions, best effort."""

import hashlib
import logging

from telegram.error import TelegramError

from bot.telegram.client import TelegramBot
from handlers.help.information import COMMANDS, command_of
from handlers.house import House
from handlers.phrases import Voice

_log = logging.getLogger(__name__)

_COMMANDS = ("start", "akut", "status", "mere", "stop", "data", "ryd")
DESCRIPTIONS = ("bot-description", "bot-short-description")


async def introduce(bot: TelegramBot, house: House) -> None:
    """Set commands and descriptions where they changed since last time; failing stops nothing.

    A language is introduced in its own words, with the commands it has words for; one without a
    description of its own is not: then Telegram shows the service's.
    """
    voices = [voice for voice in house.phrases.all() if all(map(voice.has, DESCRIPTIONS))]
    words = repr([_words(voice) for voice in voices])
    digest = hashlib.sha256(words.encode()).hexdigest()
    if await house.store.marks.get("introduced") == digest:
        return
    try:
        await _speak(bot, house.phrases.voice(None), None)
        for voice in voices:
            await _speak(bot, voice, voice.language)
    except TelegramError as error:
        _log.warning("The bot's commands could not be set: %s", type(error).__name__)
        return
    await house.store.database.write(house.store.marks.set("introduced", digest))


def _words(voice: Voice) -> list[str]:
    told = [word for command in commands(voice) for word in command]
    return [*told, *(voice(key) for key in DESCRIPTIONS)]


def commands(voice: Voice) -> list[tuple[str, str]]:
    """Return each public command with what it does, as somebody of that language types it."""
    named = {name: f"command-{name}" for name in _COMMANDS}
    named |= {command_of(page, voice.language): f"command-{page}" for page in COMMANDS}
    return [(name, voice(key)) for name, key in named.items() if voice.has(key)]


async def _speak(bot: TelegramBot, voice: Voice, language: str | None) -> None:
    await bot.set_my_commands(commands(voice), language_code=language)
    description, short = (voice(key) for key in DESCRIPTIONS)
    await bot.set_my_description(description, language_code=language)
    await bot.set_my_short_description(short, language_code=language)
