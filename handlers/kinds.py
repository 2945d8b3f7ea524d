"""Kinds of messages: what is not plain text is kept or refused kindly, and always answered."""

from dataclasses import replace

from telegram import Message

from domain.interview import Interview, Media, NotAnswerable
from domain.own_words import join, write
from domain.redaction import contains_cpr
from handlers.raising import asking, places
from handlers.screen import Screen
from handlers.team import typed
from handlers.turn import Turn

_REFUSED_AS = {  # with the words of which kind; any other kind has words for all
    "voice": "voice",
    "audio": "audio",
    "photo": "photo",
    "video": "video",
    "video_note": "video",
    "document": "document",
    "contact": "contact",
    "story": "story",
    "sticker": "sticker",
    "animation": "sticker",
    "dice": "sticker",
}
_MOST_MEDIA = 20  # in one concern: Telegram lets as many through to a worker at once


def take(turn: Turn, message: Message) -> Message | None:
    """Answer a message that is not text; return the words in it that are still to be taken.

    What is kept of a message was decided when it came in: a file's id only if its kind is
    allowed, a place only roughly, and the words beside either.
    """
    kept = message.api_kwargs
    if kept.get("kind") == "notice":  # Telegram's own, such as a pinned message
        return None
    if turn.member is not None:
        _tell_team(turn, message)
        return None
    if contains_cpr(message.caption or ""):
        return caption(message)
    say_forwarded(turn, message)
    if "place" in kept:
        return _place(turn, message)
    if "file" in kept and _belongs_to_a_new_concern(turn):
        _keep(turn, message, Media(kept["kind"], kept["file"]))
        return None
    return _refuse(turn, message)


def _belongs_to_a_new_concern(turn: Turn) -> bool:
    """Whether a file can be kept: with an interview; what was sent takes no more than words."""
    return turn.person.interview is not None or not turn.person.concerns


def _place(turn: Turn, message: Message) -> Message | None:
    """Keep a place with the interview, or return it as words for what was sent before."""
    kept = message.api_kwargs
    latitude, longitude = kept["place"]
    if kept.get("live"):
        turn.reply(Screen(turn.voice("pin-live")))
    if not _belongs_to_a_new_concern(turn):
        return _with_text(message, places.words(turn, (latitude, longitude)))
    places.pin(turn, (latitude, longitude), message.message_id)
    return None


def say_forwarded(turn: Turn, message: Message) -> None:
    """Say of a forwarded message that it can show who wrote it, and that we do not keep that."""
    if message.api_kwargs.get("forwarded") and not message.api_kwargs.get("again"):
        turn.reply(Screen(turn.voice("forwarded")))


def caption(message: Message) -> Message:
    """Return the words beside a file as a message of their own."""
    return _with_text(message, message.caption)


def corrected(turn: Turn, message: Message) -> Message:
    """Return the changed words beside a file, with the name a kept file has in the answer."""
    interview = turn.person.interview
    source = interview.sources.get(message.message_id) if interview else None
    if "file" not in message.api_kwargs or source is None:
        return caption(message)
    name = source.words.partition(": ")[0]
    return _with_text(message, f"{name}: {message.caption}" if message.caption else name)


def _tell_team(turn: Turn, message: Message) -> None:
    if not message.api_kwargs.get("again"):
        turn.reply(Screen(_refusal(turn, message)))
        typed.menu(turn)


def _refuse(turn: Turn, message: Message) -> Message | None:
    """Refuse a file, an album once; the words beside it are taken like any others."""
    if not message.api_kwargs.get("again"):
        refusal = _refusal(turn, message)
        if not message.caption:
            _refused(turn, refusal)
            return None
        turn.reply(Screen(refusal))
    if not message.caption:
        return None
    turn.reply(Screen(turn.voice("caption-taken")))
    return caption(message)


def _refused(turn: Turn, refusal: str) -> None:
    """Say why, and show what comes next: to somebody new, the first question."""
    if turn.person.interview is None and not turn.person.concerns:
        turn.reply(Screen(refusal))
        asking.begin(turn)
    else:
        asking.show_again(turn, refusal)


def _refusal(turn: Turn, message: Message) -> str:
    kind = _REFUSED_AS.get(message.api_kwargs.get("kind", ""), "other")
    return turn.voice(f"refuse-{kind}")


def _keep(turn: Turn, message: Message, media: Media) -> None:
    """Keep an allowed file with the answers; in the words of an answer it has a number."""
    interview = turn.person.interview
    known = interview.media if interview else ()
    if len(known) >= _MOST_MEDIA:
        return asking.show_again(turn, turn.voice("media-enough"))
    kind = _REFUSED_AS[media.kind]
    kept_in = turn.house.phrases.voice(turn.person.language)
    words = kept_in(f"media-{kind}", number=len(known) + 1)
    if message.caption:
        words = f"{words}: {message.caption}"
    if interview is None:
        asking.begin(turn, words, message.message_id)
    elif (longer := _longer_album(interview, message, words)) is not None:
        turn.keep(replace(turn.person, interview=longer))
    else:
        turn.unbutton_card(asking.prompt(turn))
        turn.reply(Screen(turn.voice("media-kept")))
        asking.ask(turn, write(interview, words, message.message_id))
    return _add(turn, media)


def _longer_album(interview: Interview, message: Message, words: str) -> Interview | None:
    """Return the interview with one more part in an album's answer; None begins a new answer."""
    if not message.api_kwargs.get("again") or not interview.sources:
        return None
    try:
        return join(interview, max(interview.sources), message.message_id, words)
    except NotAnswerable:
        return None


def _add(turn: Turn, media: Media) -> None:
    if turn.person.interview is not None:
        held = (*turn.person.interview.media, media)
        turn.keep(replace(turn.person, interview=replace(turn.person.interview, media=held)))


def _with_text(message: Message, text: str | None) -> Message:
    return Message(message.message_id, message.date, message.chat, text=text)
