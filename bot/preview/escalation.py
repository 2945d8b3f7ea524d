"""What is told when those on duty cannot be reached, for the preview."""

from bot.preview.album import Act, Album
from bot.preview.crew import Team
from domain.concern import Concern
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn


async def chapters(album: Album, crew: Team, concern: Concern) -> None:
    """Show the lead's alert and the reporter's sentence; a concern of anybody will do."""
    album.begin("The team: nobody on duty can be reached")
    await album.show(crew.lead_at, "The lead: alert", _alerts(concern, crew))
    await album.show(crew.lead_at, "The receipt then says", _says("receipt-duty-out-of-reach"))


def _alerts(concern: Concern, crew: Team) -> Act:
    told = crew.lead
    return lambda turn: colleagues.alert(turn, concern, [told], [told.member])


def _says(key: str) -> Act:
    def act(turn: Turn) -> None:
        turn.reply(Screen(turn.voice(key)))

    return act
