"""`brobygger check`: everything an operator should know, looked at without changing anything."""

from bot.check import kept, outside, people
from bot.check.finding import Finding, State
from bot.clock import Clock
from bot.config.settings import Settings
from domain.service import Facts
from storage.store import Store


async def looked_over(settings: Settings, clock: Clock) -> list[Finding]:
    """Return what was found, in the order an operator reads it; nothing is made or changed.

    The rows of the team are looked at only where the data can be opened as it is.
    """
    found = [Finding("configuration", State.OK, "Every key is known and has a value that fits.")]
    found += [_facts(settings), await outside.telegram(settings)]
    if settings.telegram.mode == "webhook":
        found.append(await outside.webhook(settings.telegram.webhook_url or ""))
    store, of_data = await kept.opened(settings)
    found += of_data
    if store is not None:
        found += await _inside(store, settings, clock)
    now = clock.now()
    found += [people.crisis_numbers(settings.to_service(), now), people.languages()]
    return [*found, kept.backups(settings, now), outside.heartbeat(settings)]


async def _inside(store: Store, settings: Settings, clock: Clock) -> list[Finding]:
    try:
        return [
            await kept.waiting(store, clock.now()),
            await people.team(store),
            await people.duty(store, settings, clock.now()),
        ]
    finally:
        await store.close()


def _facts(settings: Settings) -> Finding:
    """Say which facts people will miss; each may be left out, and then no page names it."""
    facts: Facts = settings.to_facts()
    wanted = {
        "service.municipality": settings.service.municipality.replace("kommunen", ""),
        "service.phone": settings.service.phone,
        "about.hours": any(facts.hours.values()),
        "complaint.name": facts.complaint.name,
        "children.phone": facts.children.phone,
        "privacy.controller": facts.privacy.controller,
        "privacy.adviser": facts.privacy.adviser,
    }
    missing = [key for key, value in wanted.items() if not value]
    if missing:
        return Finding("facts", State.NOTE, f"Not filled in yet: {', '.join(missing)}.")
    return Finding("facts", State.OK, f"{settings.service.municipality} has filled them in.")
