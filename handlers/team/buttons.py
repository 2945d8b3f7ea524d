"""Every button of the team on one page: what it carries, what it does, and who may press it."""

from handlers import media
from handlers.team import (
    alerts,
    closing,
    duty,
    follow_up,
    handover,
    leaving,
    meeting,
    reopening,
    typed,
    undoing,
    writing,
)
from handlers.team.access import May, Press

PRESSES = (
    Press("open/{concern}/{page}", alerts.open_tapped),
    Press("show/{concern}", alerts.listed_tapped),
    Press("media/{concern}", media.show_tapped),
    Press("take/{concern}", alerts.take_tapped),
    Press("react/{concern}/{kind}", follow_up.react_tapped, May.OWNER),
    Press("follow/{concern}/{days}", follow_up.follow_tapped, May.OWNER),
    Press("write/{concern}/{what}", writing.tapped, May.OWNER),
    Press("together/{concern}/{what}", meeting.tapped, May.OWNER),
    Press("close/{concern}/{what}", closing.tapped, May.OWNER),
    Press("pass/{concern}/{what}", handover.pass_tapped, May.OWNER),
    Press("offer/{concern}/{what}", handover.answer_tapped),
    Press("release/{concern}", handover.release_tapped, May.OWNER),
    Press("undo/{concern}", undoing.tapped),
    Press("reopen/{concern}", reopening.tapped),
    Press("leave/{what}", leaving.tapped),
    Press("remove/{member}/{what}", leaving.remove_tapped, May.LEAD),
    Press("duty/{what}", duty.tapped),
    Press("list", typed.show_open),
)
