"""Raising a concern by typing: numbers, the words on a button, or own words."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from telegram import Message

from domain.interview import Interview, NotAnswerable, Source, asked, edit, go_on
from domain.own_words import add_words, rewrite, write
from domain.questionnaire import Answer, Kind, Question
from domain.receipt import looks_like_receipt
from domain.redaction import contains_cpr
from domain.typed import chosen
from handlers.after_sending import incoming
from handlers.after_sending.return_visit import with_receipt
from handlers.raising import asking, questions
from handlers.screen import Screen
from handlers.turn import Turn

_LONG = 3500  # characters; Telegram cuts at 4096, so what follows belongs to the same answer
_WORTH_KEEPING = 3  # words; fewer are an answer mistyped, not something told
_ROOM = 20_000  # characters one interview may hold


async def words(turn: Turn, message: Message) -> None:
    """Take a typed message: a control, an answer, or words to keep beside the answers."""
    await _words(turn, message)
    parts = message.api_kwargs.get("parts", ())
    if parts:
        _spread(turn, message.message_id, {int(each): text.strip() for each, text in parts})


def _spread(turn: Turn, first: int, parts: Mapping[int, str]) -> None:
    """Let each of the messages that were taken together be corrected by itself."""
    person, interview = turn.person, turn.person.interview
    if (concern := person.wrote.get(first)) is not None:
        person = person.having_written(parts, concern)
    if interview is not None and (whole := interview.sources.get(first)) is not None:
        each = {message: Source(whole.question, text) for message, text in parts.items()}
        interview = replace(interview, sources={**interview.sources, **each})
        person = replace(person, interview=interview)
    turn.keep(person)


async def _words(turn: Turn, message: Message) -> None:
    text, interview = (message.text or "").strip(), turn.person.interview
    if contains_cpr(text):
        _refuse_cpr(turn, message)
    elif await with_receipt(turn, message):
        asking.show_again(turn)
    elif looks_like_receipt(text):
        asking.show_again(turn, turn.voice("receipt-alone"))
    elif await incoming.take(turn, text, message.message_id):
        return
    elif interview is not None and _length(interview) + len(text) > _ROOM:
        asking.show_again(turn, turn.voice("no-more-room"))
    elif interview is None:
        asking.begin(turn, text if _worth_keeping(text) else "", message.message_id)
    elif name := _control(turn, interview, text):
        _take_buttons_off(turn)
        await asking.control(turn, interview, name)
    else:
        _take_buttons_off(turn)
        _answer(turn, interview, message, text)


async def edited(turn: Turn, message: Message) -> None:
    """Put an edited message in the place of the answer it gave; say so when it gave none."""
    text, interview = (message.text or "").strip(), turn.person.interview
    if contains_cpr(text):
        _refuse_cpr(turn, message)
    elif text and turn.person.awaits_edit == message.message_id:
        await words(turn, message)
    elif await incoming.edited(turn, text, message.message_id):
        return
    else:
        _rewrite(turn, interview, message, text)


def _rewrite(turn: Turn, interview: Interview | None, message: Message, text: str) -> None:
    after = _rewritten(interview, message, text)
    if after is None:
        asking.show_again(turn, turn.voice("edit-too-late"))
        return
    turn.keep(replace(turn.person, interview=after))
    _take_buttons_off(turn)
    asking.show_again(turn, turn.voice("edit-done"))


def _rewritten(interview: Interview | None, message: Message, text: str) -> Interview | None:
    try:
        return rewrite(interview, message.message_id, text) if interview and text else None
    except NotAnswerable:
        return None


def _refuse_cpr(turn: Turn, message: Message) -> None:
    """Ask for the number to be removed; nothing of the message is kept (S25)."""
    turn.keep(replace(turn.person, awaits_edit=message.message_id))
    asking.show_again(turn, turn.voice("refuse-cpr"))


def _control(turn: Turn, interview: Interview, text: str) -> str | None:
    """Return the control whose label was typed in any language, if it fits here.

    "Skip" at a question that must be answered is not its answer: it is refused by name. Who does
    not know skips a question that has no such option.
    """
    shown = [
        button.action.rsplit("/", 1)[1]
        for row in questions.screen(turn.voice, interview).rows
        for button in row
        if button.action.startswith("c/")
    ]
    moves = tuple(asking.MOVES) if asked(interview) else ()
    for name in (*shown, *asking.ANY_TIME, *moves):
        if turn.house.phrases.means(text, f"button-{name}"):
            return name
    return _not_knowing(turn, interview, text, shown)


def _not_knowing(turn: Turn, interview: Interview, text: str, shown: Collection[str]) -> str | None:
    """Return the control of who does not know.

    One answer given before must not stay theirs; what was ticked beside others does.
    """
    current = asked(interview)
    if current is None or current.kind is Kind.WORDS or _picked(turn, current, text):
        return None
    away = "next" if current.kind is Kind.MANY else "clear"
    fitting = (name for name in (away, "skip") if name in shown)
    return next(fitting, None) if turn.house.phrases.lists(text, "not-known") else None


def _answer(turn: Turn, interview: Interview, message: Message, text: str) -> None:
    current = asked(interview)
    target = _edit_target(interview, text)
    picked = _picked(turn, current, text) if current else []
    if target is not None:
        asking.ask(turn, edit(interview, target))
    elif picked:
        asking.pick(turn, interview, picked)
    elif current is not None and current.kind is Kind.WORDS:
        _own_words(turn, interview, message, text)
    elif _worth_keeping(text):
        turn.reply(Screen(turn.voice("kept-words" if current else "kept-at-summary")))
        asking.ask(turn, write(interview, text, message.message_id))
    else:
        asking.show_again(turn, turn.voice("not-understood" if current else "summary-waits"))


def _picked(turn: Turn, current: Question, text: str) -> list[str]:
    """Return the options named by number, or by label as understood here, as many as fit."""
    for voice in turn.house.phrases.understood(turn.voice):
        places = chosen(text, questions.labels(voice, current))
        if places and (current.kind is Kind.MANY or len(places) == 1):
            return [current.options[place] for place in places]
    unsure = "unsure" in current.options and turn.house.phrases.lists(text, "not-known")
    return ["unsure"] if unsure else []


def _own_words(turn: Turn, interview: Interview, message: Message, text: str) -> None:
    before = interview.answers.get(interview.at, Answer()).words
    if len(text) >= _LONG:
        turn.reply(Screen(turn.voice("more-may-follow")))
        asking.ask(turn, add_words(interview, text, message.message_id))
    elif len(before) >= _LONG:
        asking.ask(turn, go_on(add_words(interview, text, message.message_id)))
    else:
        asking.ask(turn, write(interview, text, message.message_id))


def _edit_target(interview: Interview, text: str) -> str | None:
    """Return the question named by "3" or "ret 3" at the summary, or None."""
    parts = text.split()
    if asked(interview) or not parts or len(parts) > 2 or not parts[-1].isdecimal():
        return None
    return questions.edit_target(interview, int(parts[-1]))


def _take_buttons_off(turn: Turn) -> None:
    turn.unbutton_card(asking.prompt(turn))


def _worth_keeping(text: str) -> bool:
    return sum(any(map(str.isalpha, word)) for word in text.split()) >= _WORTH_KEEPING


def _length(interview: Interview) -> int:
    return sum(len(answer.words) for answer in interview.answers.values())
