"""Every button of the team on one page: what it carries, what it does, and who may press it."""

from handlers import media
from handlers.team import alerts, closing, follow_up, meeting, rota, typed, writing
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
    Press("duty/{what}", rota.tapped),
    Press("gaps/{page}", rota.tapped),
    Press("gap/{span}", rota.tapped),
    Press("gapfor/{page}", rota.tapped, May.LEAD),
    Press("gapto/{span}", rota.tapped, May.LEAD),
    Press("gapto/{span}/{number}", rota.tapped, May.LEAD),
    Press("plan", rota.tapped),
    Press("week/{number}/{days}", rota.tapped),
    Press("week/{number}/{days}/{hours}", rota.tapped),
    Press("week/{number}/{days}/{hours}/{weeks}", rota.tapped),
    Press("weeks/{page}", rota.tapped),
    Press("unweek/{rule}", rota.tapped),
    Press("away/{number}/{what}", rota.tapped),
    Press("unaway/{absence}", rota.tapped),
    Press("swap/{number}", rota.tapped),
    Press("swap/{number}/{start}", rota.tapped),
    Press("swap/{number}/{start}/{who}", rota.tapped),
    Press("swap/{number}/{start}/{who}/{back}", rota.tapped),
    Press("trade/{swap}/{what}", rota.tapped),
    Press("for/{what}/{page}", rota.tapped, May.LEAD),
    Press("list", typed.show_open),
)
