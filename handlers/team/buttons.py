"""Every button of the team on one page: what it carries, what it does, and who may press it."""

from handlers import media
from handlers.team import (
    alerts,
    closing,
    digest,
    duty,
    figures,
    follow_up,
    lead,
    meeting,
    my_work,
    search,
    timeline,
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
    Press("list", alerts.list_tapped),
    Press("list/{page}", alerts.list_tapped),
    Press("work", my_work.tapped),
    Press("work/{page}", my_work.tapped),
    Press("order/{page}", my_work.order_tapped),
    Press("first/{concern}/{page}", my_work.move_tapped, May.OWNER),
    Press("down/{concern}/{page}", my_work.move_tapped, May.OWNER),
    Press("age", my_work.age_tapped),
    Press("day", digest.tapped),
    Press("find/{words}/{page}", search.tapped),
    Press("past/{concern}/{page}", timeline.tapped),  # its owner, or a lead
    Press("lead", lead.tapped, May.LEAD),
    Press("overdue", lead.overdue_tapped, May.LEAD),
    Press("overdue/{page}", lead.overdue_tapped, May.LEAD),
    Press("reach", lead.reach_tapped, May.LEAD),
    Press("audit", lead.audit_tapped, May.LEAD),
    Press("audit/{page}", lead.audit_tapped, May.LEAD),
    Press("figures/{month}", figures.tapped, May.LEAD),
    Press("picture/{month}", figures.tapped, May.LEAD),
    Press("sheet/{month}", figures.tapped, May.LEAD),
)
