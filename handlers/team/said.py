"""What typed words mean: a button's words in any language, with a nickname or a name after them."""

from collections.abc import Iterable, Sequence

from domain.concern import Concern, by_nickname
from handlers.turn import Turn


def which(turn: Turn, text: str, key: str, among: Iterable[Concern]) -> Concern | None:
    """Return the concern meant by a button's words and a nickname, or by the words alone."""
    unique = list({each.id: each for each in among}.values())
    if turn.house.phrases.means(text, key) and len(unique) == 1:
        return unique[0]
    return named(turn, text, key, unique)


def named(turn: Turn, text: str, key: str, among: Sequence[Concern]) -> Concern | None:
    """Return the concern meant by a button's words and a nickname, never by the words alone."""
    nickname = (words_behind(turn, text, key) or "").removeprefix("til ").removeprefix("to ")
    return by_nickname(among, nickname) or _by_a_part(among, nickname)


def _by_a_part(found: Iterable[Concern], words: str) -> Concern | None:
    """Return the only concern whose nickname has these words in it, or None."""
    wanted = set(words.casefold().split())
    meant = [each for each in found if wanted <= set(each.nickname.casefold().split())]
    return meant[0] if wanted and len(meant) == 1 else None


def words_behind(turn: Turn, text: str, key: str) -> str | None:
    """Return what follows a button's words in any language, or None when they do not begin it."""
    for voice in turn.house.phrases.speaking(key):
        label = voice(key).casefold()
        if text.casefold().startswith(f"{label} "):
            return text[len(label) :].strip(" .!?")
    return None


def page_behind(turn: Turn, text: str, key: str) -> int | None:
    """Return the page, from 0, of a list typed as "Åbne henvendelser 2"; None if it is not."""
    words, number = with_page(text)
    return number - 1 if turn.house.phrases.means(words, key) else None


def with_page(text: str) -> tuple[str, int]:
    """Split "Åbn Stille Bæk 2" into the words and the page; without a number, page 1."""
    words, _, last = text.rpartition(" ")
    return (words, max(1, int(last))) if last.isdecimal() and len(last) < 3 else (text, 1)
