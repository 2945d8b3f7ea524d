"""Finding a concern by a part of its nickname: never by a word of it."""

from telegram import Update

from domain.concern import Concern, State, has_ended
from domain.find import fits, folded
from domain.people import StaffRole
from handlers.screen import Screen, action, in_rows, tapped_message
from handlers.team import colleagues, lists, said
from handlers.turn import Context, Turn
from handlers.work import cards
from storage.staff import Colleague

_WORDS = 22  # characters of what is looked for that a button can carry


async def command(update: Update, context: Context) -> None:
    """Answer /find with what stands behind it."""
    await find(context.turn, " ".join(context.args or ()))


async def tapped(update: Update, context: Context) -> None:
    """Turn to a page of what was found: `find/<words>/<page>`."""
    _, words, page = action(update)
    await find(context.turn, words.replace("_", " "), int(page), at=tapped_message(update))


async def typed(turn: Turn, text: str) -> bool:
    """Look for what stands behind "find"; False when the text does not begin so."""
    words = said.words_behind(turn, text, "button-find")
    if words is None and not turn.house.phrases.means(text, "button-find"):
        return False
    await find(turn, words or "")
    return True


async def find(turn: Turn, words: str, number: int = 0, at: int = 0) -> None:
    """Show what has not ended, and what ended with the speaker (a lead: any), newest first."""
    wanted = folded(words)[:_WORDS].strip()
    if not wanted:
        return turn.reply(Screen(turn.voice("find-how")))
    found = [each for each in await known(turn) if fits(each.nickname, wanted)]
    if not found:
        return turn.reply(Screen(turn.voice("find-none")))
    page, staff = lists.page(found, number), await colleagues.by_id(turn)
    lines = [_line(turn, staff, each) for each in page.shown]
    openable = [each for each in page.shown if each.state is not State.WITHDRAWN]
    rows = in_rows([cards.listed(turn.voice, each) for each in openable], 1)
    turning = lists.turning(turn.voice, page, f"find/{wanted.replace(' ', '_')}")
    screen = Screen(lists.text(turn.voice, page, *lines), (*rows, *turning))
    return lists.show(turn, screen, at)


async def known(turn: Turn) -> list[Concern]:
    """Return every concern the speaker may know of, newest first."""
    if turn.member is None:
        return []
    lead = turn.member.role is StaffRole.LEAD
    return await turn.store.concerns.known_to(None if lead else turn.member.id)


def _line(turn: Turn, staff: dict[str, Colleague], concern: Concern) -> str:
    voice, nickname = turn.voice, concern.nickname
    date = concern.received_at.astimezone(turn.house.service.times.zone).date()
    if has_ended(concern):
        return voice("find-ended", nickname=nickname, date=date)
    if concern.owner is None:
        return voice("find-free", nickname=nickname, date=date)
    owner = colleagues.name(staff, voice, concern.owner)
    return voice("find-taken", nickname=nickname, date=date, owner=owner)
