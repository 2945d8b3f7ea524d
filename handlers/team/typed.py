"""What a member of the team types: the words of every staff button, with a nickname if needed."""

from telegram import Message, Update

from domain.concern import Closing, Concern, Reaction, has_ended, is_open
from domain.people import Role
from domain.typed import says
from handlers import media
from handlers.screen import Button, Screen
from handlers.team import alerts, cards, closing, duty, follow_up, joining, meeting, writing
from handlers.turn import Context, Turn
from storage.concerns import by_nickname


async def words(turn: Turn, message: Message) -> None:
    """Do what was typed: duty, list, or `open`, `take` and reactions followed by a nickname."""
    text = (message.text or "").strip()
    if await writing.take(turn, text):
        return
    if _says(turn, text, "button-duty-on"):
        await duty.change(turn, on=True)
    elif _says(turn, text, "button-duty-off"):
        await duty.change(turn, on=False)
    elif _says(turn, text, "button-show-open"):
        await alerts.show_open(turn)
    elif not await _about_a_concern(turn, text):
        _otherwise(turn, text)


async def show_duty(update: Update, context: Context) -> None:
    """Answer /vagt."""
    await duty.show(context.turn)


async def show_open(update: Update, context: Context) -> None:
    """Answer /aabne and the button of the same meaning."""
    if context.turn.member is None:
        context.turn.reply(Screen(context.turn.voice("staff-only")))
    else:
        await alerts.show_open(context.turn)


def menu(turn: Turn) -> None:
    """Show what a member can do."""
    action = "off" if turn.member and turn.member.on_duty else "on"
    rows = (
        (Button(turn.voice(f"button-duty-{action}"), f"duty/{action}"),),
        (Button(turn.voice("button-show-open"), "list"),),
    )
    turn.reply(Screen(turn.voice("staff-menu"), rows))


async def _about_a_concern(turn: Turn, text: str) -> bool:
    """Handle `<button words> <nickname>`; without a nickname, the only concern it can mean."""
    found = await turn.store.concerns.open()
    owned = await turn.store.concerns.owned_by(turn.member.id) if turn.member else []
    mine = [each for each in owned if not has_ended(each)]
    pictured = _named(turn, text, "button-media", [*found, *mine])
    if pictured is not None:
        await media.show(turn, pictured.id)
        return True
    for key in ("button-open", "button-take"):
        nickname, page = _page(text) if key == "button-open" else (text, 1)
        concern = _named(turn, nickname, key, [*found, *mine])
        if concern is not None and key == "button-open":
            await alerts.open_concern(turn, concern.id, page - 1)
            return True
        if concern is not None:
            await alerts.take_concern(turn, concern.id)
            return True
    return (
        await _writing_or_closing(turn, text, mine)
        or await _reaction(turn, text, mine)
        or await _planning(turn, text, mine)
    )


async def _writing_or_closing(turn: Turn, text: str, mine: list[Concern]) -> bool:
    """Handle "write", "close" and the closing codes, each followed by a nickname if needed."""
    if (concern := _named(turn, text, "button-write", mine)) is not None:
        await writing.begin(turn, concern)
        return True
    if (concern := _named(turn, text, "button-close", mine)) is not None:
        await alerts.show_on_card(turn, concern, cards.closings(turn.voice, concern), 0)
        return True
    partners = [each for each in mine if each.role is Role.PARTNER]
    for what in ("yes", "no"):
        concern = _named(turn, text, f"button-together-{what}", partners)
        if concern is not None:
            await meeting.answer(turn, concern, what)
            return True
    for code in Closing:
        concern = _named(turn, text, f"button-closing-{code}", mine)
        if concern is not None:
            await closing.end(turn, concern, code)
            return True
    return False


async def _reaction(turn: Turn, text: str, mine: list[Concern]) -> bool:
    waiting = [each for each in mine if is_open(each)]
    for kind in Reaction:
        concern = _named(turn, text, f"button-reaction-{kind}", waiting)
        if concern is not None:
            await follow_up.log(turn, concern.id, kind)
            return True
    return False


async def _planning(turn: Turn, text: str, mine: list[Concern]) -> bool:
    for key, days in (("button-follow-up", 7), ("button-no-follow-up", 0)):
        concern = _named(turn, text, key, [each for each in mine if not is_open(each)])
        if concern is not None:
            await follow_up.plan(turn, concern.id, days)
            return True
    return False


def _named(turn: Turn, text: str, key: str, among: list[Concern]) -> Concern | None:
    """Return the concern meant by a button's words and a nickname, or by the words alone."""
    unique = list({each.id: each for each in among}.values())
    if _says(turn, text, key) and len(unique) == 1:
        return unique[0]
    nickname = _after(turn, text, key)
    return by_nickname(unique, nickname) if nickname else None


def _after(turn: Turn, text: str, key: str) -> str | None:
    """Return what follows a button's words in any language, or None when they do not begin it."""
    for voice in turn.house.phrases.speaking(key):
        label = voice(key).casefold()
        if text.casefold().startswith(f"{label} "):
            return text[len(label) :].strip(" .!?")
    return None


def _page(text: str) -> tuple[str, int]:
    """Split "Åbn Stille Bæk 2" into the words and the page; without a number, page 1."""
    words, _, last = text.rpartition(" ")
    return (words, int(last)) if last.isdecimal() and len(last) < 3 else (text, 1)


def _otherwise(turn: Turn, text: str) -> None:
    new_name = _after(turn, text, "button-call-me")
    if new_name is None and turn.member and not turn.member.name:
        new_name = text
    if new_name and joining.sounds_like_a_name(new_name):
        joining.call_me(turn, new_name)
    else:
        turn.reply(Screen(turn.voice("staff-not-understood")))
        menu(turn)


def _says(turn: Turn, text: str, key: str) -> bool:
    return says(text, *(voice(key) for voice in turn.house.phrases.speaking(key)))
