"""Every button of the team on one page: what it carries, what it does, and who may press it."""

from handlers import media
from handlers.team import (
    alerts,
    closing,
    duty,
    follow_up,
    inviting,
    meeting,
    person,
    team_list,
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
    Press("write/{concern}/{what}", writing.tapped, May.OWNER),
    Press("together/{concern}/{what}", meeting.tapped, May.OWNER),
    Press("close/{concern}/{what}", closing.tapped, May.OWNER),
    Press("duty/{what}", duty.tapped),
    Press("list", typed.show_open),
    Press("team/{page}", team_list.tapped),
    Press("person/{member}/{what}", person.tapped, May.LEAD),
    Press("invite/{what}", inviting.tapped, May.LEAD),
    Press("uninvite/{what}", inviting.cancel_tapped, May.LEAD),
)
