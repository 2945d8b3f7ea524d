"""What the team sees of a concern: alert, words, owner's card and one line in a list."""

from collections.abc import Iterable, Sequence

from domain.concern import Closing, Concern, Reaction, has_ended, is_open, round_of
from domain.entry import Entry
from domain.people import Role
from domain.questionnaire import OWN_WORDS, Answer, Answers
from domain.visible import quoted
from handlers.phrases import Voice
from handlers.raising import questions
from handlers.screen import Button, Screen, in_rows
from handlers.team import lists
from handlers.team.lists import Page
from handlers.work import offers

_PAGE = 1800  # characters of a concern's words on one page: each may be two of Telegram's units
_TOGETHER = ("meeting", "visit")  # what a partner may wish that needs a yes or a no
# Answers that tell a worker nothing: the usual ones, and those that stand elsewhere on the card.
_USUAL = {"language": "da", "danger": "no"}
# What is read first: whether it is urgent, and then what somebody wrote without being asked.
_FIRST = ("danger", "acute", OWN_WORDS)


def alert(voice: Voice, concern: Concern, *, unmanned: bool = False) -> Screen:
    """Return the alert: nickname and deadline, not a word of the concern.

    Where somebody has reacted and nobody has it now, it promises nothing. `unmanned` says too
    that nobody can be told on duty.
    """
    free = concern.owner is None and not is_open(concern)
    head = _head(voice, concern, "free-reacted" if free else "alert")
    text = f"{head}\n\n{voice('alert-unmanned')}" if unmanned else head
    return Screen(text, (_open_and_take(voice, concern),))


def pages(voice: Voice, concern: Concern, words: Answers, later: Iterable[Entry] = ()) -> list[str]:
    """Return the concern's words, and those that came later, as the worker reads them."""
    lines = [voice("card-role", role=voice(f"o-role-{concern.role}"))]
    lines += [
        f"{questions.title(voice, each)}: {quoted(questions.spoken(voice, each, words[each]))}"
        for each in sorted(words, key=_place)
        if each != "role" and words[each] != Answer() and not _is_usual(each, words[each])
    ]
    entries = list(later)
    lines[1:1] = offers.how_often(voice, entries)
    return in_pages([*lines, *(entry_line(voice, each) for each in entries)])


def in_pages(paragraphs: Iterable[str]) -> list[str]:
    """Return paragraphs as pages that fit a message with room for what stands around them.

    A page that begins inside a line says so: else somebody's words could stand there like ours.
    """
    whole = "\n\n".join(paragraphs)
    starts = range(0, len(whole), _PAGE)
    heads = ["…" if at and whole[at - 1] != "\n" else "" for at in starts]
    return [f"{head}{whole[at : at + _PAGE]}" for head, at in zip(heads, starts, strict=True)]


def entry_line(voice: Voice, entry: Entry) -> str:
    """Return what was written after sending, with its day and why it was written."""
    head = voice(f"entry-{entry.kind}", date=entry.written_on)
    return f"{head} {quoted(offers.spoken(voice, entry))}".strip()


def opened(voice: Voice, concern: Concern, text: list[str], page: int, *, mine: bool) -> Screen:
    """Return a page of the concern's words with what can be done from it."""
    page = min(max(page, 0), len(text) - 1)
    parts = [_head(voice, concern, "opened"), text[page]]
    turning = []
    if len(text) > 1:
        parts.append(voice("page", number=page + 1, of=len(text)))
        following = (page + 1) % len(text)
        turning = [Button(voice("button-turn-page"), f"open/{concern.id}/{following}")]
    below = owners(voice, concern) if mine else ((_take(voice, concern),),)
    return Screen("\n\n".join(parts), (*((tuple(turning),) if turning else ()), *below))


def together(voice: Voice, concern: Concern, given: Answers) -> tuple[tuple[Button, ...], ...]:
    """Return yes and no to a meeting or home visit, or nothing where none was asked for (S45)."""
    wish = given.get("purpose", Answer()).option
    if concern.role is not Role.PARTNER or wish not in _TOGETHER or has_ended(concern):
        return ()
    labels = ((voice(f"button-together-{each}"), each) for each in ("yes", "no"))
    return (tuple(Button(label, f"together/{concern.id}/{each}") for label, each in labels),)


def taken(voice: Voice, concern: Concern, text: list[str]) -> Screen:
    """Return the owner's card: the first of the words, and what counts as a reaction."""
    shown = opened(voice, concern, text, 0, mine=True)
    _, _, below = shown.text.partition("\n\n" + text[0])
    head = _head(voice, concern, "taken" if is_open(concern) else "taken-reacted")
    return Screen(f"{head}\n\n{text[0]}{below}", ((_open(voice, concern),), *shown.rows))


def owners(voice: Voice, concern: Concern) -> tuple[tuple[Button, ...], ...]:
    """Return what the owner can do: react, or follow up; write; close; note; pass on."""
    if has_ended(concern):
        return ()
    waiting = is_open(concern)
    first = reactions(voice, concern) if waiting else offers.after_reaction(voice, concern)
    below = (_write_and_close(voice, concern), offers.note(voice, concern))
    return (*first, *below, _passing_on(voice, concern))


def planned(voice: Voice, concern: Concern, text: str) -> Screen:
    """Return the owner's card once they have planned a follow-up, or none."""
    again, note = offers.again(voice, concern), offers.note(voice, concern)
    return Screen(text, (opening(voice, concern), again, _write_and_close(voice, concern), note))


def written(voice: Voice, concern: Concern) -> Screen:
    """Return the owner's card once their words were sent to the reporter."""
    rows = ((_open(voice, concern),), *owners(voice, concern))
    return Screen(voice("write-sent", nickname=concern.nickname), rows)


def closings(voice: Voice, concern: Concern) -> Screen:
    """Return every way a concern can end, as buttons; none of them is a failure (S28)."""
    buttons = [
        Button(voice(f"button-closing-{code}"), f"close/{concern.id}/{number}/{round_of(concern)}")
        for number, code in enumerate(Closing)
    ]
    text = voice("close-how", nickname=concern.nickname)
    return Screen(text, (*in_rows(buttons, 1), (_open(voice, concern),)))


def closed(voice: Voice, concern: Concern) -> Screen:
    """Return what stays of a card when its owner has closed the concern."""
    how = voice(f"button-closing-{concern.closing}")
    text = voice("closed", nickname=concern.nickname, closing=how)
    return Screen(text, (offers.note(voice, concern),))


def ended(voice: Voice, concern: Concern, key: str) -> Screen:
    """Return what stays of a card when the reporter has ended the concern."""
    return Screen(voice(key, nickname=concern.nickname))


def taken_by(voice: Voice, concern: Concern, owner: str) -> Screen:
    """Return what everyone else sees once a concern has an owner."""
    return Screen(voice("taken-by", nickname=concern.nickname, owner=owner))


def reacted(voice: Voice, concern: Concern, reaction: Reaction) -> Screen:
    """Return the owner's card after a reaction, offering to follow up in 7 days first (S55)."""
    text = voice(
        "reacted", nickname=concern.nickname, reaction=voice(f"button-reaction-{reaction}")
    )
    return Screen(text, (*owners(voice, concern), (_open(voice, concern),)))


def hidden(voice: Voice, concern: Concern) -> Screen:
    """Return what stays of a card while its reader is on pause."""
    return Screen(voice("card-hidden", nickname=concern.nickname), ((_open(voice, concern),),))


def moved(voice: Voice, concern: Concern) -> Screen:
    """Return what stays of a card when another message has become the card."""
    return Screen(voice("card-moved", nickname=concern.nickname))


def listing(voice: Voice, page: Page[Concern], owners: Sequence[str]) -> Screen:
    """Return a page of concerns, with the name of who has taken each (or "")."""
    if not page.shown:
        return Screen(voice("nothing-open"))
    lines = [
        _line(voice, concern, owner) for concern, owner in zip(page.shown, owners, strict=True)
    ]
    rows = in_rows([listed(voice, each) for each in page.shown], 1)
    return Screen(lists.text(voice, page, *lines), (*rows, *lists.turning(voice, page, "list")))


def listed(voice: Voice, concern: Concern) -> Button:
    """Return the button that opens a concern from a list."""
    return Button(f"{voice('button-open')} {concern.nickname}", f"show/{concern.id}")


def _line(voice: Voice, concern: Concern, owner: str) -> str:
    nickname, date = concern.nickname, concern.promised_on
    if not is_open(concern):
        return voice("line-reacted", nickname=nickname)
    if owner:
        return voice("line-taken", nickname=nickname, date=date, owner=owner)
    return voice("line-free", nickname=nickname, date=date)


def nudge(voice: Voice, concern: Concern, key: str) -> Screen:
    """Return a reminder of a concern."""
    row = (_open(voice, concern),) if concern.owner else _open_and_take(voice, concern)
    return Screen(_head(voice, concern, key), (row,))


def opening(voice: Voice, concern: Concern) -> tuple[Button, ...]:
    """Return the button that opens the concern on its card."""
    return (_open(voice, concern),)


def reactions(voice: Voice, concern: Concern) -> tuple[tuple[Button, ...], ...]:
    """Return one button per kind of reaction (T1)."""
    buttons = [
        Button(voice(f"button-reaction-{kind}"), f"react/{concern.id}/{kind}/{round_of(concern)}")
        for kind in Reaction
    ]
    return in_rows(buttons, 2)


def _is_usual(question_id: str, answer: Answer) -> bool:
    return question_id in _USUAL and answer.option == _USUAL[question_id]


def _place(question_id: str) -> int:
    return _FIRST.index(question_id) if question_id in _FIRST else len(_FIRST)


def _passing_on(voice: Voice, concern: Concern) -> tuple[Button, ...]:
    """Return the owner's buttons to pass the concern on, or take that back, and to release it."""
    what = "ask" if concern.offered_to is None else "keep"
    label = voice("button-pass" if concern.offered_to is None else "button-keep")
    release = Button(voice("button-release"), f"release/{concern.id}")
    return (Button(label, f"pass/{concern.id}/{what}"), release)


def _write_and_close(voice: Voice, concern: Concern) -> tuple[Button, ...]:
    write = Button(voice("button-write"), f"write/{concern.id}/begin")
    return (write, Button(voice("button-close"), f"close/{concern.id}/ask/{round_of(concern)}"))


def _head(voice: Voice, concern: Concern, key: str) -> str:
    acute = voice("alert-acute") + "\n\n" if concern.acute else ""
    return acute + voice(key, nickname=concern.nickname, date=concern.promised_on)


def _open_and_take(voice: Voice, concern: Concern) -> tuple[Button, ...]:
    return (_open(voice, concern), _take(voice, concern))


def _open(voice: Voice, concern: Concern) -> Button:
    return Button(voice("button-open"), f"open/{concern.id}/0")


def _take(voice: Voice, concern: Concern) -> Button:
    return Button(voice("button-take"), f"take/{concern.id}")
