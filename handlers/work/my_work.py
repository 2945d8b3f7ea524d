"""A member's own concerns in their own order: no score, and no mark moves anything (S40, T9)."""

from collections.abc import Callable
from datetime import datetime

from telegram import Update

from domain.concern import Concern, has_ended, is_open
from domain.own_order import arranged, down, to_top
from handlers.screen import Button, Screen, action, in_rows, tapped_message
from handlers.team import lists, said
from handlers.team.lists import Page, Rows
from handlers.turn import Context, Turn
from handlers.work import cards

# What moves a concern: the ids as they stand, the places given so far, and the one to move.
Move = Callable[[list[str], list[str], str], list[str]]
_MOVES: dict[str, Move] = {"first": to_top, "down": down}


async def tapped(update: Update, context: Context) -> None:
    """Show one's own concerns, or turn to a page of them: `work`, `work/<page>`."""
    await show(context.turn, *lists.asked(update))


async def order_tapped(update: Update, context: Context) -> None:
    """Show a page of them to be put in order: `order/<page>`."""
    await order(context.turn, *lists.asked(update))


async def move_tapped(update: Update, context: Context) -> None:
    """Move one to the top or one down, and go on: `first/<concern>/<page>`, `down/…`."""
    turn, (what, concern_id, page) = context.turn, action(update)
    mine = await own(turn)
    if concern_id not in [each.id for each in mine]:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    after = await _move(turn, mine, _MOVES[what], concern_id)
    return await _show_order(turn, after, int(page), at=tapped_message(update))


async def age_tapped(update: Update, context: Context) -> None:
    """Forget one's own order: `age`."""
    await by_age(context.turn, at=tapped_message(update))


async def typed(turn: Turn, text: str) -> bool:
    """Do what was typed about one's own concerns; False when it was something else."""
    means = turn.house.phrases.means
    if (page := said.page_behind(turn, text, "button-my-work")) is not None:
        await show(turn, page)
    elif (page := said.page_behind(turn, text, "button-order")) is not None:
        await order(turn, page)
    elif means(text, "button-order-age"):
        await by_age(turn)
    else:
        return await _moved_by_words(turn, text)
    return True


async def own(turn: Turn) -> list[Concern]:
    """Return the speaker's concerns that have not ended, in their own order."""
    if turn.member is None:
        return []
    by_age = await turn.store.concerns.owned_by(turn.member.id)
    placed = await turn.store.orders.of(turn.member.id)
    return arranged([each for each in by_age if not has_ended(each)], placed)


async def show(turn: Turn, number: int = 0, at: int = 0) -> None:
    """Show a page of the speaker's concerns: how far each is, and its days."""
    page = lists.page(await own(turn), number)
    if not page.shown:
        return turn.reply(Screen(turn.voice("my-work-none")))
    ids = [each.id for each in page.shown]
    planned = await turn.store.reminders.follow_ups(ids, turn.day_began)
    lines = [_line(turn, each, planned.get(each.id)) for each in page.shown]
    text = lists.text(turn.voice, page, turn.voice("my-work-head"), *lines)
    rows = in_rows([cards.listed(turn.voice, each) for each in page.shown], 1)
    order_them = Button(turn.voice("button-order"), f"order/{page.number}")
    below = (*lists.turning(turn.voice, page, "work"), (order_them,))
    return lists.show(turn, Screen(text, (*rows, *below)), at)


async def order(turn: Turn, number: int = 0, at: int = 0) -> None:
    """Show a page of the speaker's concerns with buttons that move them."""
    await _show_order(turn, await own(turn), number, at)


async def by_age(turn: Turn, at: int = 0) -> None:
    """Let age alone decide again."""
    if turn.member is not None:
        turn.write(*turn.store.orders.keep(turn.member.id, []))
        turn.note("changed own order")
        mine = await own(turn)
        aged = sorted(mine, key=lambda each: (each.received_at, each.id))
        await _show_order(turn, aged, at=at)


async def _moved_by_words(turn: Turn, text: str) -> bool:
    mine = await own(turn)
    for what, move in _MOVES.items():
        concern = said.which(turn, text, f"button-order-{what}", mine)
        if concern is not None:
            await _show_order(turn, await _move(turn, mine, move, concern.id))
            return True
    return False


async def _move(turn: Turn, mine: list[Concern], move: Move, concern_id: str) -> list[Concern]:
    """Keep the order after a move, and return the concerns in it."""
    if turn.member is None:
        return mine
    placed = await turn.store.orders.of(turn.member.id)
    places = move([each.id for each in mine], placed, concern_id)
    turn.write(*turn.store.orders.keep(turn.member.id, places))
    turn.note("changed own order")
    return arranged(mine, places)


async def _show_order(turn: Turn, mine: list[Concern], number: int = 0, at: int = 0) -> None:
    page = lists.page(mine, number)
    if not page.shown:
        return turn.reply(Screen(turn.voice("my-work-none")))
    rows = tuple(_moving(turn, each, page) for each in page.shown)
    age = Button(turn.voice("button-order-age"), "age")
    done = Button(turn.voice("button-my-work"), "work/0")
    below: Rows = (*lists.turning(turn.voice, page, "order"), (age, done))
    names = "\n".join(each.nickname for each in page.shown)
    text = lists.text(turn.voice, page, turn.voice("order-how"), names)
    return lists.show(turn, Screen(text, (*rows, *below)), at)


def _moving(turn: Turn, concern: Concern, page: Page[Concern]) -> tuple[Button, ...]:
    top, below = turn.voice("button-order-first"), turn.voice("button-order-down")
    return (
        Button(f"{top} {concern.nickname}", f"first/{concern.id}/{page.number}"),
        Button(below, f"down/{concern.id}/{page.number}"),
    )


def _line(turn: Turn, concern: Concern, planned: datetime | None) -> str:
    """Return one line: nickname, how far it is, and the days that count."""
    voice, zone = turn.voice, turn.house.service.times.zone
    nickname, date = concern.nickname, concern.promised_on
    parts = [
        voice("mark-acute") if concern.acute else "",
        voice("my-work-taken", nickname=nickname, date=date)
        if is_open(concern)
        else voice("my-work-reacted", nickname=nickname),
        voice("my-work-follow-up", date=planned.astimezone(zone).date()) if planned else "",
    ]
    return " ".join(filter(None, parts))
