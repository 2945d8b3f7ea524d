"""Everything that is asked until a concern is sent, for the preview."""

from collections.abc import Iterable

from bot.preview.album import Act, Album, Person
from bot.preview.people import (
    asked_at,
    before,
    filled,
    newcomer,
    within,
)
from bot.telegram import introduction
from domain.interview import Interview, asked
from domain.people import Role
from domain.questionnaire import (
    ACUTE,
    BY_ROLE,
    CARDS,
    DANGER,
    ROLE,
    Answer,
)
from handlers.help import acute, crisis
from handlers.raising import asking, questions
from handlers.raising.drawing import opened_by
from handlers.screen import Screen
from handlers.turn import Turn


async def opening(album: Album, language: str) -> None:
    """Show what everybody meets first, and the card with the numbers at every stage."""
    album.begin("Opening")
    new, person = await newcomer(album), await newcomer(album, language)
    if all(map(album.house.phrases.voice(language).has, introduction.DESCRIPTIONS)):
        await album.show(person, "In Telegram, before Start is pressed", _profile)
    await album.show(new, "The first message", asking.begin)
    await album.show(new, "Urgent help, before a language is chosen", _numbers)
    for each, now, options in (
        ("Language", before(language, "language"), (language,)),
        ("Danger", before(language, DANGER.id), DANGER.options),
        ("Acute", before(language, ACUTE.id, danger="yes"), ACUTE.options),
        ("Role", before(language, ROLE.id, danger="no"), ROLE.options[-1:]),
    ):
        at = asked_at(new if each == "Language" else person, now)
        await album.show(at, f"{each}: the question", asking.show_again, _condition(album, at))
        await _picks(album, at, options)
    await album.show(person, "Urgent help, at any time", _numbers)
    for option in ACUTE.options:
        label = album.house.phrases.voice(language)(f"o-acute-{option}")
        within_one = asked_at(person, before(language, ROLE.id, danger="no"))
        await album.show(person, f"Urgent help, answered alone: {label}", _answers(option))
        await album.show(within_one, f"Urgent help, answered on the way: {label}", _answers(option))


async def role(album: Album, language: str, who: Role) -> None:
    """Show every question of a role with the cards after it, and the summary."""
    person, voice = await newcomer(album, language), album.house.phrases.voice(language)
    for each in BY_ROLE[who]:
        at = asked_at(person, within(language, who, each))
        title = f"{questions.title(voice, each.id)}{' ★' if each.required else ''}"
        await album.show(at, title, asking.show_again, opened_by(voice, each))
        await _picks(album, at, [option for question, option in CARDS if question == each.id])
    for earlier, option in (("", ""), *_opening_others(who)):
        given = {earlier: option} if earlier else {}
        done = asked_at(person, filled(language, who, **given))
        after = questions.spoken(voice, earlier, Answer((option,))) if earlier else ""
        when = f"{questions.title(voice, earlier)}: {after}" if earlier else ""
        await album.show(done, "Summary", asking.show_again, when)


def _opening_others(who: Role) -> dict[tuple[str, str], None]:
    """Return the answers that open other questions of a role, each once."""
    return {
        (earlier, option): None
        for each in (ACUTE, *BY_ROLE[who])
        for earlier, options in each.given.items()
        for option in options
    }


async def _picks(album: Album, person: Person, options: Iterable[str]) -> None:
    """Show what follows each of these options at the question being asked."""
    interview = person.door.interview
    current = asked(interview) if interview else None
    if interview is None or current is None:
        return
    voice = album.house.phrases.voice(person.door.language)
    labels = dict(zip(current.options, questions.labels(voice, current), strict=True))
    for option in options:
        title = f"{questions.title(voice, current.id)}: {labels[option]}"
        await album.show(person, f"{title} →", _pick(interview, option))


def _pick(interview: Interview, option: str) -> Act:
    return lambda turn: asking.pick(turn, interview, [option])


def _condition(album: Album, person: Person) -> str:
    interview = person.door.interview
    current = asked(interview) if interview else None
    voice = album.house.phrases.voice(person.door.language)
    return opened_by(voice, current) if current else ""


def _numbers(turn: Turn) -> None:
    crisis.show_numbers(turn, None)


def _answers(option: str) -> Act:
    return lambda turn: acute.answer(turn, option)


def _profile(turn: Turn) -> None:
    voice = turn.voice
    for key in introduction.DESCRIPTIONS:
        turn.reply(Screen(voice(key)))
    listed = introduction.commands(voice)
    turn.reply(Screen("\n".join(f"/{name} – {words}" for name, words in listed)))
