"""A preview: every screen of every role and language in one file, without Telegram."""

import os
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.app import facts_to_say
from bot.config.settings import Settings
from bot.console import CannotWrite
from bot.preview import after as preview_after
from bot.preview import around as preview_around
from bot.preview import asking as preview_asking
from bot.preview import duty_watch as preview_duty_watch
from bot.preview import escalation as preview_escalation
from bot.preview import field as preview_field
from bot.preview import handover as preview_handover
from bot.preview import members as preview_members
from bot.preview import overview as preview_overview
from bot.preview import page as preview_page
from bot.preview import roster as preview_roster
from bot.preview import team as preview_team
from bot.preview.album import Album, Chapter, Heard, Kept
from bot.preview.crew import Team
from domain.languages import COMPLETE, LANGUAGES
from domain.people import Role
from domain.questionnaire import BY_ROLE
from handlers.house import House
from handlers.phrases import Phrases
from handlers.raising.drawing import conversation
from storage.master_key import MasterKey
from storage.store import open_store

# Each language by its name in English, for the reader of the page.
NAMES = {
    "da": "Danish",
    "en": "English",
    "pl": "Polish",
    "ro": "Romanian",
    "ar": "Arabic",
    "uk": "Ukrainian",
    "kl": "Greenlandic",
}


async def write(settings: Settings, output: Path, now: datetime) -> str:
    """Write the preview to a file and return one line: where it is, and what is in it.

    Everything is played in a folder that is gone afterwards. Raises CannotWrite.
    """
    _touch(output)
    albums = await taken(settings, now)
    page = preview_page.page(settings.service.municipality, _drawing(settings), albums)
    output.write_text(page, encoding="utf-8")  # noqa: ASYNC240 - nothing else runs here
    number = sum(preview_page.screens(each) for each in albums)
    return f"{output}: {number} screens in {len(albums)} languages."


async def taken(settings: Settings, now: datetime) -> list[preview_page.Language]:
    """Return every screen, language by language."""
    with tempfile.TemporaryDirectory(prefix="brobygger-preview-") as folder:
        url = f"sqlite+aiosqlite:///{folder}/preview.db"
        keys = Path(folder, "keys", "keyring.db")
        store = await open_store(url, keys, MasterKey(keys, given=os.urandom(32).hex()))
        try:
            service = settings.to_service()
            phrases = Heard(facts_to_say(service), service.language, settings.service.texts)
            seen = replace(store, outbox=Kept(store.database, store.keyring))
            house = House(seen, phrases, service, start_link=lambda _: "https://t.me/")
            album = Album(house, now)
            crew = await Team.gathered(album)
            allowed = settings.media.allow
            return [
                preview_page.Language(each, NAMES[each], await _played(album, each, crew, allowed))
                for each in LANGUAGES
            ]
        finally:
            await store.close()


async def _played(
    album: Album, language: str, crew: Team, allowed: frozenset[str]
) -> list[Chapter]:
    """Play everything in one language, and return what was seen."""
    album.language = language
    await crew.speaks(album, language)
    await preview_asking.opening(album, language)
    sent = {}
    for who in BY_ROLE:
        role = Role(who)
        album.begin(f"{role.capitalize()}: until it is sent")
        await preview_asking.role(album, language, role)
        album.begin(f"{role.capitalize()}: sent, and afterwards")
        sent[role] = await preview_after.sent(album, language, role, crew)
        await preview_after.erased(album, language, role, crew)
    await preview_around.on_the_way(album, language)
    await preview_around.kinds_of_messages(album, language, allowed)
    await preview_around.pages(album, language)
    if language in COMPLETE:
        await preview_team.chapters(album, crew, sent, allowed)
        await preview_duty_watch.chapters(album, crew)
        await preview_overview.chapters(album, crew, sent)
        await preview_members.chapters(album, crew, sent)
        await preview_handover.chapters(album, crew, sent[Role.RELATIVE])
        await preview_field.chapters(album, crew, sent)
        await preview_roster.chapters(album, crew)
        await preview_escalation.chapters(album, crew, sent[Role.RELATIVE])
    return album.taken()


def _touch(output: Path) -> None:
    """See that the file can be written before anything is played."""
    try:
        output.touch()
    except OSError as error:
        raise CannotWrite(f"--output: {output} cannot be written ({error.strerror}).") from None


def _drawing(settings: Settings) -> str:
    service = settings.to_service()
    phrases = Phrases(facts_to_say(service), service.language, settings.service.texts)
    return conversation(phrases.voice(None))
