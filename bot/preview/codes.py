"""What happens when codes are typed that nobody knows, for the preview."""

from dataclasses import replace
from datetime import timedelta

from bot.preview.album import Act, Album
from bot.preview.people import message, newcomer
from domain import rates
from domain.receipt import issue
from handlers.after_sending.tries import Tries
from handlers.raising import typing
from handlers.screen import Screen
from handlers.turn import Turn

CODE = issue(bytes(10))


async def unknown(album: Album, language: str) -> None:
    """Show a code nobody knows, one too many of them, and one that must wait."""
    person = await newcomer(album, language)
    await album.show(person, "A code nobody knows", _types_after(0, 0))
    await album.show(person, "Many codes nobody knows", _types_after(rates.CODES_OF_ONE, 0))
    await album.show(person, "A code that waits", _types_after(0, rates.CODES_OF_ALL))
    await album.show(person, "Blocked", _blocked)


def _blocked(turn: Turn) -> None:
    turn.reply(Screen(turn.voice("blocked", date=turn.local_day + timedelta(days=30))))


def _types_after(own: int, others: int) -> Act:
    async def act(turn: Turn) -> None:
        tries = Tries()
        for each in range(own):
            tries.take(turn.person.chat_id, str(each), turn.now)
        for each in range(others):
            tries.take(-1 - each, CODE, turn.now - timedelta(minutes=1))
        turn.house = replace(turn.house, tries=tries)
        await typing.words(turn, message(turn, text=CODE))

    return act
