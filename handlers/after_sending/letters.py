"""Words after sending: more of them, a correction, or the answer to a worker's question."""

from dataclasses import replace

from domain.concern import Concern, has_ended, is_open
from domain.entry import ENTRY_OF, Entry, EntryKind, Expected, Next
from domain.typed import says
from handlers.after_sending import asking_back, told
from handlers.raising import asking
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.work import news


async def add(turn: Turn, concern: Concern) -> None:
    """Let the reporter write more about a concern."""
    _expect(turn, concern, Next.ADD, "add-more")


async def correct(turn: Turn, concern: Concern) -> None:
    """Let the reporter correct what they wrote: dated, and the original stays."""
    _expect(turn, concern, Next.CORRECT, "add-correction")


async def answer(turn: Turn, concern: Concern) -> None:
    """Let the reporter answer a worker's question."""
    _expect(turn, concern, Next.ANSWER, "add-answer")


async def take(turn: Turn, concern: Concern, text: str, message_id: int) -> None:
    """Add a message's words to the concern they are meant for; more may follow.

    With an interview under way its question comes next again, so that nobody writes into the
    wrong one of the two.
    """
    expected = turn.person.expected
    kind = ENTRY_OF.get(expected.what) if expected else None
    answer = await enter(
        turn, concern, Entry(kind or EntryKind.ADDED, text, turn.local_day), message_id
    )
    following = None if turn.person.interview else Expected(Next.ADD, concern.id)
    turn.keep(replace(turn.person, expected=following))
    turn.reply(Screen(answer, (told.buttons(turn.voice, concern.id, ("show",)),)))
    asking.show_again(turn)


async def amend(turn: Turn, concern: Concern, text: str, message_id: int) -> None:
    """Take an edited message as a dated correction of the concern it went to."""
    entry = Entry(EntryKind.CORRECTED, text, turn.local_day)
    turn.reply(Screen(await enter(turn, concern, entry, message_id)))


async def enter(turn: Turn, concern: Concern, entry: Entry, message_id: int) -> str:
    """Store a reporter's words under a concern, bring the team the news; return what to answer.

    They may take it up again, but for mere thanks: whoever says those wants nothing more.
    """
    thanks = _only_thanks(turn, entry)
    after = concern if thanks else await asking_back.hear(turn, concern)
    turn.write(await turn.store.concerns.enter(concern.id, entry))
    turn.keep(turn.person.having_written([message_id], concern.id))
    turn.note(f"wrote: {entry.kind}", concern.id)
    reached = await news.bring(turn, after, _news(concern, after))
    # The words are kept all the same; but nothing is said to be passed on that is not.
    answer = turn.voice(f"passed-on-{entry.kind}" if reached else "receipt-nobody-reached")
    return f"{answer} {asking_back.new_promise(turn, concern, after)}".strip()


def _news(before: Concern, after: Concern) -> str:
    if has_ended(after):  # all but thanks would have taken it up again
        return "news-thanks"
    return "news-again" if is_open(after) and not is_open(before) else "news-words"


def _only_thanks(turn: Turn, entry: Entry) -> bool:
    """Whether somebody only says thanks, in their own language: elsewhere it may be a yes."""
    own = turn.voice("only-thanks").splitlines() if turn.voice.has("only-thanks") else ()
    return entry.kind is EntryKind.ADDED and says(entry.words, *own)


def _expect(turn: Turn, concern: Concern, what: Next, key: str) -> None:
    turn.keep(replace(turn.person, expected=Expected(what, concern.id)))
    done = told.buttons(turn.voice, concern.id, ("show",))
    turn.reply(Screen(turn.voice(key), (done,)))
