"""Every button of the team on one page: what it carries, what it does, and who may press it."""

from handlers import media
from handlers.team import (
    alerts,
    attempts,
    bridging,
    duty,
    endings,
    follow_up,
    linking,
    meeting,
    notes,
    snoozing,
    typed,
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
    Press("day/{concern}", follow_up.day_tapped, May.OWNER),
    Press("met/{concern}/{what}", attempts.tapped, May.OWNER),
    Press("snooze/{concern}/{what}", snoozing.tapped, May.OWNER),
    Press("note/{concern}/{what}", notes.tapped, May.OWNER),
    Press("write/{concern}/{what}", writing.tapped, May.OWNER),
    Press("send/{concern}/{what}", writing.send_tapped, May.OWNER),
    Press("say/{concern}/{number}", writing.say_tapped, May.OWNER),
    Press("together/{concern}/{what}", meeting.tapped, May.OWNER),
    Press("close/{concern}/{what}", endings.tapped, May.OWNER),
    Press("bridge/{concern}/{what}", bridging.tapped, May.OWNER),
    Press("link/{concern}/{what}", linking.tapped, May.OWNER),
    Press("duty/{what}", duty.tapped),
    Press("list", typed.show_open),
)
