"""What a member of the team types: the words of every staff button, with a nickname if needed."""

from collections.abc import Awaitable, Callable

from telegram import Message, Update

from domain.concern import Closing, Concern, Reaction, by_nickname, has_ended, is_open
from domain.people import Role, StaffRole
from handlers.roster import calendar_file, duty, handshake, rota
from handlers.screen import Button, Screen
from handlers.team import (
    codes,
    figures,
    inviting,
    joining,
    lead,
    leaving,
    lists,
    person,
    said,
    team_list,
)
from handlers.turn import Context, Turn
from handlers.work import (
    alerts,
    attempts,
    blocking,
    bridging,
    cards,
    digest,
    endings,
    follow_up,
    handover,
    linking,
    media,
    meeting,
    my_work,
    notes,
    reopening,
    search,
    snoozing,
    timeline,
    undoing,
    writing,
)


async def words(turn: Turn, message: Message) -> None:
    """Do what was typed: an open question is answered first, else the first that knows it acts."""
    text = (message.text or "").strip()
    if await codes.take(turn, text, message.message_id):
        return
    if await writing.replied(turn, message, text):
        return
    for way in _WAYS:
        if await way(turn, text):
            return
    menu(turn, turn.voice("staff-not-understood"))


async def show_duty(update: Update, context: Context) -> None:
    """Answer /vagt."""
    await duty.show(context.turn)


def menu(turn: Turn, head: str = "") -> None:
    """Show what a member can do, below a head if there is one."""
    rows: lists.Rows = (
        (
            Button(turn.voice("button-duty-on"), "duty/on"),
            Button(turn.voice("button-duty"), "duty/show"),
        ),
        (
            Button(turn.voice("button-my-work"), "work"),
            Button(turn.voice("button-show-open"), "list"),
        ),
        (Button(turn.voice("button-day"), "day"), Button(turn.voice("button-team"), "team/0")),
    )
    if turn.member is not None and turn.member.role is StaffRole.LEAD:
        rows = (*rows, (Button(turn.voice("button-lead"), "lead"),))
    turn.reply(Screen(f"{head}\n\n{turn.voice('staff-menu')}".strip(), rows))


async def _about_a_concern(turn: Turn, text: str) -> bool:
    """Handle `<button words> <nickname>`; without a nickname, the only concern it can mean."""
    going_on = await turn.store.concerns.going_on()
    owned = await turn.store.concerns.owned_by(turn.member.id) if turn.member else []
    mine = [each for each in owned if not has_ended(each)]
    at_hand = [*(each for each in going_on if is_open(each) or each.owner is None), *mine]

    def meant(words: str, key: str) -> Concern | None:
        """Return what is at hand; by its nickname also a colleague's: a lead may take it over."""
        return said.which(turn, words, key, at_hand) or said.named(turn, words, key, going_on)

    if (pictured := meant(text, "button-media")) is not None:
        await media.show(turn, pictured.id)
        return True
    for key in ("button-open", "button-take"):
        nickname, page = said.with_page(text) if key == "button-open" else (text, 1)
        concern = meant(nickname, key)
        if concern is not None and key == "button-open":
            await alerts.open_concern(turn, concern.id, page - 1)
            return True
        if concern is not None:
            await alerts.take_concern(turn, concern.id)
            return True
    alone = by_nickname(at_hand, text.strip(" .!?"))
    if alone is not None:
        await alerts.open_concern(turn, alone.id)
        return True
    return (
        await attempts.typed(turn, text, mine)
        or await notes.typed(turn, text, owned)
        or await snoozing.typed(turn, text, mine)
        or await _writing_or_closing(turn, text, mine)
        or await _reaction(turn, text, mine)
        or await follow_up.typed(turn, text, mine)
    )


async def _writing_or_closing(turn: Turn, text: str, mine: list[Concern]) -> bool:
    """Handle "write", "close" and the closing codes, each followed by a nickname if needed."""
    if (concern := said.which(turn, text, "button-write", mine)) is not None:
        await writing.begin(turn, concern)
        return True
    if (concern := said.which(turn, text, "button-close", mine)) is not None:
        await alerts.show_on_card(turn, concern, cards.closings(turn.voice, concern), 0)
        return True
    partners = [each for each in mine if each.role is Role.PARTNER]
    for what in ("yes", "no"):
        concern = said.which(turn, text, f"button-together-{what}", partners)
        if concern is not None:
            await meeting.answer(turn, concern, what)
            return True
    for code in Closing:
        concern = said.which(turn, text, f"button-closing-{code}", mine)
        if concern is not None:
            await endings.choose(turn, concern, code)
            return True
    return False


async def _reaction(turn: Turn, text: str, mine: list[Concern]) -> bool:
    waiting = [each for each in mine if is_open(each)]
    for kind in Reaction:
        concern = said.which(turn, text, f"button-reaction-{kind}", waiting)
        if concern is not None:
            await follow_up.log(turn, concern.id, kind)
            return True
    return False


# Each does what a text means, and returns whether it meant anything to it.
_WAYS: tuple[Callable[[Turn, str], Awaitable[bool]], ...] = (
    writing.take,
    notes.take,
    attempts.take,
    bridging.take,
    linking.take,
    snoozing.take,
    follow_up.take,
    handshake.typed,
    calendar_file.typed,
    handover.typed,
    reopening.typed,
    leaving.typed,
    rota.typed,
    alerts.typed,
    my_work.typed,
    digest.typed,
    search.typed,
    timeline.typed,
    blocking.typed,
    lead.typed,
    figures.typed,
    team_list.typed,
    inviting.typed,
    undoing.typed,
    _about_a_concern,
    person.typed,
    joining.typed,
    follow_up.not_a_day,
)
