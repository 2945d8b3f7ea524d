"""A button drawn by one version must not mean something else to the next."""

import hashlib

from domain.concern import Closing
from domain.field_work import Bridge
from domain.questionnaire import _ALL
from storage import sealing

# Buttons carry the place of these in their order. When an order changes, old buttons must mean
# nothing: let `_BUTTONS` in storage/sealing.py rise, and put the new digest in place of this one.
MEANINGS = {b"1": "ece01f81d5775991"}


def test_old_buttons_mean_nothing_once_what_they_count_is_in_another_order() -> None:
    counted = {each.id: each.options for each in _ALL.values() if each.options}
    orders = repr((list(map(str, Closing)), list(map(str, Bridge)), sorted(counted.items())))
    digest = hashlib.sha256(orders.encode()).hexdigest()[:16]
    ((known, meant),) = MEANINGS.items()
    if digest != meant:
        higher = f'let _BUTTONS in storage/sealing.py be b"{int(known) + 1}", and run this again'
        assert known != sealing._BUTTONS, higher
    line = f'MEANINGS = {{b"{sealing._BUTTONS.decode()}": "{digest}"}}'
    assert {sealing._BUTTONS: digest} == MEANINGS, f"the line here must be: {line}"
