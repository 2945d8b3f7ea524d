"""Everything until a concern is sent, moment by moment, for the preview."""

from collections.abc import Iterable
from dataclasses import replace

from bot import introduction
from bot.preview_album import Act, Album, Person
from bot.preview_people import (
    MESSAGE,
    WRITTEN,
    asked_at,
    before,
    filled,
    message,
    newcomer,
    within,
)
from domain.interview import Interview, Media, asked, choose
from domain.own_words import write
from domain.people import Role
from domain.questionnaire import (
    ACUTE,
    BY_ROLE,
    CARDS,
    DANGER,
    EXTRA,
    RELATIVE,
    ROLE,
    Answer,
)
from domain.receipt import issue
from handlers import (
    acute,
    asking,
    clearing,
    crisis,
    drafts,
    duty,
    information,
    kinds,
    mine,
    questions,
    report,
    trouble,
    typing,
)
from handlers.drawing import opened_by
from handlers.screen import Screen
from handlers.turn import Turn

_KINDS = (*("voice", "audio", "photo", "video", "document", "contact"), "story", "sticker", "poll")
_PLACE = (55.312, 10.791)
_NO_CPR = "010203-1234"  # of that shape, and nobody's
_CODE = issue(bytes(10))


async def opening(album: Album, language: str) -> None:
    """Show what everybody meets first, and the card with the numbers at every stage."""
    album.begin("Opening")
    new, person = await newcomer(album), await newcomer(album, language)
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
    done = asked_at(person, filled(language, who))
    await album.show(done, "Summary", asking.show_again)


async def on_the_way(album: Album, language: str) -> None:
    """Show what can happen around the questions."""
    album.begin("On the way")
    person = await newcomer(album, language)
    one, words = (_relative(language, each) for each in ("relation", "description"))
    must, many = (_relative(language, each) for each in ("where", "worries"))
    end = filled(language, Role.RELATIVE)
    written = write(words, WRITTEN, MESSAGE)
    full = replace(words, answers={**words.answers, "seen": Answer(words="x" * 20_000)})
    own = replace(end, at=EXTRA.id, answers={**end.answers, EXTRA.id: Answer(words=WRITTEN)})
    moments: Iterable[tuple[str, Interview | None, Act]] = (
        ("Words before anything was asked", None, _types(WRITTEN)),
        ("Several chosen", choose(choose(many, "homeless"), "mind"), asking.show_again),
        ("Words so far", replace(written, at="description"), asking.show_again),
        ("The question answered", written, _echo),
        ("An answer is changed", replace(end, at="relation", editing=True), asking.show_again),
        ("Own words are changed", replace(own, editing=True), asking.show_again),
        ("Own words at the summary", own, asking.show_again),
        ("A required question is left", must, _controls("next")),
        ("An answer is cleared", replace(written, at="description"), _controls("clear")),
        ("Not understood", one, _types("99")),
        ("Words at a question with buttons", one, _types(WRITTEN)),
        ("Not understood at the summary", end, _types("?")),
        ("Words at the summary", end, _types(WRITTEN)),
        ("A very long message", words, _types("xx " * 1300)),
        ("No more room", full, _types(WRITTEN)),
        ("A message was edited", written, _edits(MESSAGE)),
        ("An old message was edited", written, _edits(1)),
        ("An old button", one, report.stale),
        ("An old button, nothing under way", None, report.stale),
        ("An unknown command", None, _says("unknown-command")),
        ("Coming back", one, asking.welcome_back),
        ("After an outage", one, _says("back-after-outage")),
        ("Something went wrong", one, trouble.tell),
        ("Stop", one, _controls("stop")),
        ("Stop: deleted", one, _controls("wipe")),
        ("The reminder of a draft", one, drafts.wake),
        ("Clear the chat", one, clearing.ask),
        ("The chat is cleared", None, clearing.clear),
        ("A button of the team", None, duty.show),
        ("No concern of one's own", None, lambda turn: mine.choose(turn, "show")),
    )
    for title, interview, act in moments:
        door = replace(person.door, interview=interview, wakes_at=album.now)
        await album.show(replace(person, door=door), title, act)


async def kinds_of_messages(album: Album, language: str, allowed: frozenset[str]) -> None:
    """Show how what is not words is answered: refused, kept or made rough."""
    album.begin("What is not words")
    person = await newcomer(album, language)
    at = asked_at(person, _relative(language, "where"))
    for kind in _KINDS:
        file = {"file": "x"} if kind in allowed else {}
        await album.show(at, f"Sent: {kind}", _sends(kind=kind, **file))
    if allowed:
        kind = min(allowed)
        held = (Media(kind, "x"),) * 20
        interview = replace(_relative(language, "where"), media=held)
        sent = _sends(kind=kind, file="x")
        await album.show(asked_at(person, interview), "Sent: too many", sent)
    nameless = before(language, "seen", danger="no", role=Role.PARTNER, purpose="sparring")
    beside = _sends(WRITTEN, kind="document")
    await album.show(at, "Sent: a file with words", beside)
    await album.show(at, "Sent: forwarded", _sends(kind="document", forwarded=True))
    await album.show(at, "Sent: a place", _sends(kind="location", place=_PLACE))
    await album.show(at, "Sent: a live place", _sends(kind="location", place=_PLACE, live=True))
    no_place = _sends(kind="location", place=_PLACE)
    await album.show(asked_at(person, nameless), "Sent: a place, without a name", no_place)
    await album.show(at, "A CPR number", _types(_NO_CPR))
    await album.show(at, "A code among words", _types(f"Her er koden {_CODE}"))
    await album.show(person, "A code nobody knows", _types(_CODE))


async def pages(album: Album, language: str) -> None:
    """Show the pages about the service."""
    album.begin("Information")
    person, voice = await newcomer(album, language), album.house.phrases.voice(language)
    await album.show(person, "What there is to read", information.menu)
    for each in information.COMMANDS:
        await album.show(person, voice(f"button-page-{each}"), _page(each))


def _relative(language: str, at: str) -> Interview:
    asked_there = [each for each in RELATIVE if each.id == at and not each.given]
    return within(language, Role.RELATIVE, asked_there[0])


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


def _types(text: str) -> Act:
    return lambda turn: typing.words(turn, message(turn, text=text))


def _edits(message_id: int) -> Act:
    return lambda turn: typing.edited(turn, message(turn, message_id, text=f"{WRITTEN} ★"))


def _controls(name: str) -> Act:
    async def act(turn: Turn) -> None:
        if turn.person.interview is not None:
            await asking.control(turn, turn.person.interview, name)

    return act


def _echo(turn: Turn) -> None:
    interview = turn.person.interview
    answered = next(each for each in RELATIVE if each.id == "description")
    if interview is not None:
        turn.reply(questions.echo(turn.voice, interview, answered))


def _says(key: str) -> Act:
    return lambda turn: asking.show_again(turn, turn.voice(key))


def _sends(caption: str | None = None, **kept: object) -> Act:
    async def act(turn: Turn) -> None:
        sent = message(turn, caption=caption, api_kwargs=kept)
        words = kinds.take(turn, sent)
        if words is not None:
            await typing.words(turn, words)

    return act


def _page(name: str) -> Act:
    return lambda turn: information.show(turn, name)


def _profile(turn: Turn) -> None:
    voice = turn.voice
    for key in introduction.DESCRIPTIONS:
        turn.reply(Screen(voice(key)))
    listed = introduction.commands(voice)
    turn.reply(Screen("\n".join(f"/{name} – {words}" for name, words in listed) or "–"))
