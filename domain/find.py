"""Finding a nickname by a part of it, as somebody in a hurry types it on any keyboard."""

import unicodedata

# Letters that do not come apart into a letter and an accent, and how they are typed without.
_SPELLED = (("æ", "ae"), ("ø", "o"), ("oe", "o"), ("aa", "a"))


def folded(text: str) -> str:
    """Return a text in small letters a to z, digits and single spaces: »Blå Bæk« is "bla baek".

    "Å", "aa" and "a" are alike, and so are "ø", "oe" and "o". Any other sign parts two words.
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    for letter, spelled in _SPELLED:
        apart = apart.replace(letter, spelled)
    plain = (each for each in apart if not unicodedata.combining(each))
    kept = (each if each.isascii() and each.isalnum() else " " for each in plain)
    return " ".join("".join(kept).split())


def fits(nickname: str, words: str) -> bool:
    """Whether each of the words is a part of the nickname; no words fit nothing."""
    wanted, name = folded(words).split(), folded(nickname)
    return bool(wanted) and all(each in name for each in wanted)
