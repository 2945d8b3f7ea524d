"""What can happen around the questions, and the pages of information, for the preview."""

from collections.abc import Iterable
from dataclasses import replace

from bot.preview import codes
from bot.preview.album import Act, Album
from bot.preview.people import (
    MESSAGE,
    WRITTEN,
    asked_at,
    before,
    filled,
    message,
    newcomer,
    within,
)
from domain.interview import Interview, Media, choose
from domain.own_words import write
from domain.people import Role
from domain.questionnaire import EXTRA, RELATIVE, Answer
from handlers import clean_slate, clearing, kinds, trouble
from handlers.after_sending import mine
from handlers.help import information
from handlers.raising import asking, drafts, questions, report, typing
from handlers.roster import duty
from handlers.turn import Turn

# What a moment is called, the interview under way in it, and what is done.
Moment = tuple[str, Interview | None, Act]

_KINDS = (*("voice", "audio", "photo", "video", "document", "contact"), "story", "sticker", "poll")
_PLACE = (55.312, 10.791)
_NO_CPR = "010203-1234"  # of that shape, and nobody's


async def on_the_way(album: Album, language: str) -> None:
    """Show what can happen around the questions."""
    album.begin("On the way")
    person = await newcomer(album, language)
    for title, interview, act in (*_words(album, language), *_turns(language)):
        door = replace(person.door, interview=interview, wakes_at=album.now)
        await album.show(replace(person, door=door), title, act)


def _words(album: Album, language: str) -> Iterable[Moment]:
    """Return what can happen to answers and to words."""
    one, words = (_relative(language, each) for each in ("relation", "description"))
    must, many = (_relative(language, each) for each in ("where", "worries"))
    written = write(words, WRITTEN, MESSAGE)
    so_far = replace(written, at="description")
    place = replace(must, answers={**must.answers, "where": Answer(words=_pin(album, language))})
    full = replace(words, answers={**words.answers, "seen": Answer(words="x" * 20_000)})
    return (
        ("Words before anything was asked", None, _types(WRITTEN)),
        ("Several chosen", choose(choose(many, "homeless"), "mind"), asking.show_again),
        ("Words so far", so_far, asking.show_again),
        ("A place so far", place, asking.show_again),
        ("The question answered", written, _echo),
        ("A required question is left", must, _controls("next")),
        ("An answer is cleared", so_far, _controls("clear")),
        ("Not understood", one, _types("99")),
        ("Words at a question with buttons", one, _types(WRITTEN)),
        ("A very long message", words, _types("xx " * 1300)),
        ("No more room", full, _types(WRITTEN)),
        ("A message was edited", written, _edits(MESSAGE)),
        ("An old message was edited", written, _edits(1)),
    )


def _turns(language: str) -> Iterable[Moment]:
    """Return what can happen at the summary, and what stops or comes back."""
    one, end = _relative(language, "relation"), filled(language, Role.RELATIVE)
    own = replace(end, at=EXTRA.id, answers={**end.answers, EXTRA.id: Answer(words=WRITTEN)})
    skipped = replace(end, answers={**end.answers, "seen": Answer()})
    return (
        ("A question was skipped", skipped, asking.show_again),
        ("Own words at the summary", replace(own, at=end.at), asking.show_again),
        ("Own words are changed", replace(own, editing=True), asking.show_again),
        ("An answer is changed", replace(end, at="relation", editing=True), asking.show_again),
        ("Not understood at the summary", end, _types("?")),
        ("Words at the summary", end, _types(WRITTEN)),
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
        ("What is held, without a concern", None, lambda turn: mine.choose(turn, "data")),
        ("All deleted that is held", one, lambda turn: mine.choose(turn, "erase")),
        ("Nothing is held", None, clean_slate.ask),
        ("Delete what is held", None, _deletes),
        ("Nothing is left", one, clean_slate.wipe),
        ("A button of the team", None, duty.show),
        ("No concern of one's own", None, lambda turn: mine.choose(turn, "show")),
        ("What is held of a draft", one, lambda turn: mine.choose(turn, "data")),
        ("Under a worker's message, in an interview", one, _says("from-worker-foot-busy")),
        ("Cannot call, once something was sent", None, _says("acute-team-told")),
        ("Past the day, where reactions are not told", None, _says("status-quiet")),
    )


async def kinds_of_messages(album: Album, language: str, allowed: frozenset[str]) -> None:
    """Show how what is not words is answered: refused, kept or made rough."""
    album.begin("What is not words")
    person = await newcomer(album, language)
    at = asked_at(person, _relative(language, "where"))
    for kind in _KINDS:
        file = {"file": "x"} if kind in allowed else {}
        turn = await album.show(at, f"Sent: {kind}", _sends(kind=kind, **file))
        after = turn.person.interview
        if file and after is not None:
            held = asked_at(person, replace(after, at="where"))
            await album.show(held, f"Kept: {kind}", asking.show_again)
    if allowed:
        kind = min(allowed)
        many = replace(_relative(language, "where"), media=(Media(kind, "x"),) * 20)
        one_more = _sends(kind=kind, file="x")
        await album.show(asked_at(person, many), "Sent: too many", one_more)
    nameless = before(language, "seen", danger="no", role=Role.PARTNER, purpose="sparring")
    beside = _sends(WRITTEN, kind="document")
    await album.show(at, "Sent: a file with words", beside)
    await album.show(at, "Sent: forwarded", _sends(kind="document", forwarded=True))
    await album.show(at, "Sent: a place", _sends(kind="location", place=_PLACE))
    await album.show(at, "Sent: a live place", _sends(kind="location", place=_PLACE, live=True))
    no_place = _sends(kind="location", place=_PLACE)
    await album.show(asked_at(person, nameless), "Sent: a place, without a name", no_place)
    await album.show(at, "A CPR number", _types(_NO_CPR))
    await album.show(at, "A code among words", _types(f"Her er koden {codes.CODE}"))
    await codes.unknown(album, language)


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


async def _deletes(turn: Turn) -> None:
    turn.door = replace(turn.person, version=1)  # somebody who was here before
    await clean_slate.ask(turn)


def _sends(caption: str | None = None, **kept: object) -> Act:
    async def act(turn: Turn) -> None:
        sent = message(turn, caption=caption, api_kwargs=kept)
        words = kinds.take(turn, sent)
        if words is not None:
            await typing.words(turn, words)

    return act


def _pin(album: Album, language: str) -> str:
    latitude, longitude = (f"{each:.3f}" for each in _PLACE)
    return album.house.phrases.voice(language)("pin", latitude=latitude, longitude=longitude)


def _page(name: str) -> Act:
    return lambda turn: information.show(turn, name)
