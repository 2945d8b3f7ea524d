"""A member's own order of what is theirs: by age, until they move something themselves (S40)."""

from collections.abc import Sequence

from domain.concern import Concern


def arranged(by_age: Sequence[Concern], placed: Sequence[str]) -> list[Concern]:
    """Return concerns, given oldest first, as their owner placed them; the rest follow by age.

    Places of concerns that are not among them count for nothing.
    """
    place = {concern: number for number, concern in enumerate(placed)}
    return sorted(by_age, key=lambda each: place.get(each.id, len(place)))


def to_top(shown: Sequence[str], placed: Sequence[str], concern: str) -> list[str]:
    """Return the places once a concern stands first; `shown` are all ids in their order now."""
    return [concern, *(each for each in placed if each != concern and each in shown)]


def down(shown: Sequence[str], placed: Sequence[str], concern: str) -> list[str]:
    """Return the places once a concern has changed places with the next; the last stays last."""
    after = list(shown)
    at = after.index(concern)
    after[at : at + 2] = reversed(after[at : at + 2])
    return after[: max(at + 2, sum(each in shown for each in placed))]
