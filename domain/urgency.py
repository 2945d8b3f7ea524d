"""Urgency: what leaves first for Telegram while more waits than may go."""

from enum import IntEnum


class Urgency(IntEnum):
    """How urgent a message is, the most urgent first; the numbers are stored, so they never change.

    Within one chat messages keep their order all the same, but for `DANGER`, which waits for
    nothing.
    """

    DANGER = 0  # the numbers to call
    ALERT = 1  # a concern somebody must look at
    RECEIPT = 2
    ANSWER = 3  # the next question, and every change of a message
    NUDGE = 4
    STATISTICS = 5
