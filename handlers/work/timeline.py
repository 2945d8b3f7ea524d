"""The timeline of one concern: who did what when, for its owner and the leads."""

from telegram import Update

from domain.concern import Concern
from domain.people import Member, StaffRole
from domain.retention import forgotten_on
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import access, colleagues, lists, said
from handlers.turn import Context, Turn
from handlers.work import history, search
from handlers.work.alerts import show_on_card


async def tapped(update: Update, context: Context) -> None:
    """Show a page of a concern's timeline on its card: `past/<concern>/<page>`."""
    turn, (_, concern_id, page) = context.turn, action(update)
    concern = await turn.store.concerns.get(concern_id)
    await show(turn, concern, int(page), at=tapped_message(update))


async def typed(turn: Turn, text: str) -> bool:
    """Show the timeline of the concern whose nickname follows; False for anything else."""
    words, page = said.with_page(text)
    if not _begins(turn, words):
        return False
    concern = said.which(turn, words, "button-timeline", await search.known(turn))
    if concern is None:
        return False
    await show(turn, concern, page - 1)
    return True


async def show(turn: Turn, concern: Concern | None, number: int = 0, at: int = 0) -> None:
    """Show a page of what happened, oldest first, on the speaker's card: no push carries it."""
    if turn.member is None or concern is None or not _may(turn.member, concern):
        return access.refuse(turn, "no-such-concern", "past", concern.id if concern else "")
    staff, voice = await colleagues.by_id(turn), turn.voice
    page = lists.page(await turn.store.journal.of(concern.id), number, history.SIZE)
    days = history.by_day(
        turn,
        page.shown,
        lambda entry, time: voice(
            "timeline-line",
            time=time,
            name=history.who(staff, voice, entry.actor),
            what=history.detailed(voice, entry.action),
        ),
    )
    head = voice("timeline-head", nickname=concern.nickname)
    gone_on = forgotten_on(concern, turn.house.service.retention_days)
    head += "\n" + voice("timeline-forgotten", date=gone_on) if gone_on else ""
    turning = lists.turning(voice, page, f"past/{concern.id}")
    back = [Button(voice("button-open"), f"open/{concern.id}/0")]
    if turn.member.role is StaffRole.LEAD:
        back.append(Button(voice("button-block"), f"block/{concern.id}/ask"))
    turn.note("read the timeline", concern.id)
    screen = Screen(lists.text(voice, page, head, *days), (*turning, tuple(back)))
    return await show_on_card(turn, concern, screen, at)


def _begins(turn: Turn, words: str) -> bool:
    """Whether the words are the button's: only then every concern is looked through."""
    key = "button-timeline"
    behind = said.words_behind(turn, words, key)
    return behind is not None or turn.house.phrases.means(words, key)


def _may(member: Member, concern: Concern) -> bool:
    return concern.owner == member.id or member.role is StaffRole.LEAD
