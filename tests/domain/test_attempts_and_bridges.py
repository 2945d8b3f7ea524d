"""What a worker notes, and what of it may leave: nothing."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.entry import Entry, EntryKind, for_the_reporter
from domain.field_work import EVERY_TICK, Attempts, Bridge, attempts, ticked, with_ticks

DAY = date(2026, 11, 23)


def entries(*kinds: EntryKind) -> list[Entry]:
    return [Entry(each, "home", DAY) for each in kinds]


def test_attempts_are_counted_among_everything_else() -> None:
    kinds = (EntryKind.NOT_MET, EntryKind.NOTE, EntryKind.MET, EntryKind.NOT_MET)
    assert attempts(entries(*kinds)) == Attempts(3, 1)
    assert attempts(entries(EntryKind.ADDED)) == Attempts(0, 0)


def test_only_their_own_words_and_ours_to_them_are_for_the_reporter() -> None:
    seen = {each.kind for each in for_the_reporter(entries(*EntryKind))}
    theirs = {EntryKind.ADDED, EntryKind.CORRECTED, EntryKind.ANSWERED}
    assert seen == theirs | {EntryKind.WORRIED, EntryKind.CALM, EntryKind.ASKED}


@given(st.lists(st.integers(0, len(Bridge) - 1), max_size=20))
def test_a_tick_twice_is_none(positions: list[int]) -> None:
    mask = with_ticks(0, positions)
    once = {each for each in positions if positions.count(each) % 2}
    assert set(ticked(mask)) == {list(Bridge)[each] for each in once}


@given(st.integers(0, EVERY_TICK))
def test_every_mask_is_what_it_stands_for(mask: int) -> None:
    positions = [list(Bridge).index(each) for each in ticked(mask)]
    assert with_ticks(0, positions) == mask
