"""The pages about the service, built from its facts: a fact that is empty leaves no line."""

from collections.abc import Callable, Mapping

from domain.service import Facts, Office, Service, in_language
from handlers.phrases import Voice
from handlers.screen import Button

FITS = 400  # characters of one message that a tired person reads

_ABOUT_CHILDREN = ("card-under-18", "card-children")


def messages(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs that are not empty, as few messages that are easy to read."""
    found: list[str] = []
    for each in filter(None, map(str.strip, paragraphs)):
        if found and len(found[-1]) + len(each) + 2 <= FITS:
            found[-1] += f"\n\n{each}"
        else:
            found.append(each)
    return found


def page(voice: Voice, service: Service, name: str) -> list[str]:
    """Return one page as messages, the last of them with its source (S64)."""
    *first, last = filter(None, PAGES[name](voice, service))
    sources = service.facts.law.sources
    law = in_language(sources[0], voice.language) if sources else ""
    source = _line(voice, "page-source", law)
    return messages([*first, f"{last}\n\n{source}"])


def card(voice: Voice, service: Service, key: str) -> list[str]:
    """Return a card shown after an answer, with the children's department where it is about one."""
    about_children = key in _ABOUT_CHILDREN
    return messages([voice(key), *(_children(voice, service) if about_children else [])])


def contact_button(voice: Voice) -> Button:
    """Return the button that leads to every other way of reaching somebody (S10)."""
    return Button(voice("button-page-contact"), "page/contact")


def _about(voice: Voice, service: Service) -> list[str]:
    """Return who we are, and that a human reads (S32, S36)."""
    facts = service.facts
    return [
        voice("about-who"),
        voice("about-purpose"),
        _line(voice, "about-provider", in_language(facts.provider, voice.language)),
        in_language(facts.competence, voice.language),
        voice("about-workers", number=facts.workers) if facts.workers else "",
        voice("about-human"),
        _hours(voice, facts),
        _approval(voice, facts),
    ]


def _help(voice: Voice, service: Service) -> list[str]:
    """Return what we can do, mostly for a short time, and what others do (S48, S51)."""
    return [voice(key) for key in ("help-can", "help-short", "help-cannot", "help-partner")]


def _choice(voice: Voice, service: Service) -> list[str]:
    """Return that help is voluntary, and that nobody must say who they are (S23)."""
    return [voice(key) for key in ("choice-free", "choice-anonymous", "choice-other")]


def _law(voice: Voice, service: Service) -> list[str]:
    law = service.facts.law
    sources = [f"· {in_language(each, voice.language)}" for each in law.sources]
    return [
        _under(voice("law-text"), f"»{law.text}«") if law.text else "",
        "\n".join([voice("law-sources"), *sources]) if sources else "",
        voice("law-newer"),
        _line(voice, "law-newest", law.web),
    ]


def _complaint(voice: Voice, service: Service) -> list[str]:
    """Return where to complain, in any role and without a reason (S60)."""
    facts = service.facts
    office, adviser = contact(voice, facts.complaint), contact(voice, facts.adviser)
    return [
        voice("complaint-free"),
        _under(_line(voice, "complaint-office", facts.complaint.name), office),
        _under(_line(voice, "complaint-adviser", facts.adviser.name), adviser),
        "" if office or adviser else voice("complaint-nowhere"),
        voice("complaint-apart"),
    ]


def _contact(voice: Voice, service: Service) -> list[str]:
    facts = service.facts
    known = contact(voice, Office(phone=service.phone, address=service.address))
    second = contact(voice, facts.second_office)
    return [
        _under(voice("contact-us"), known) if known else "",
        _hours(voice, facts),
        _under(_line(voice, "contact-second", facts.second_office.name), second),
        "" if known or second else voice("contact-nowhere"),
        _line(voice, "contact-secure", facts.secure_route),
        voice("contact-telegram"),
    ]


def _privacy(voice: Voice, service: Service) -> list[str]:
    privacy = service.facts.privacy
    return [
        *(voice(key) for key in ("privacy-we", "privacy-telegram", "privacy-limits")),
        *(voice(f"privacy-{who}") for who in ("team", "relative", "thief", "hacker", "court")),
        voice("privacy-time", days=service.retention_days),
        voice("privacy-yours"),
        _under(
            _line(voice, "privacy-controller", privacy.controller),
            _line(voice, "privacy-adviser", privacy.adviser),
            _line(voice, "privacy-authority", privacy.authority),
            _line(voice, "privacy-web", privacy.web),
        ),
    ]


def contact(voice: Voice, office: Office) -> str:
    """Return how an office is reached, a line for each way there is."""
    ways = {
        "phone": office.phone,
        "address": office.address,
        "email": office.email,
        "web": office.web,
        "hours": in_language(office.hours, voice.language),
    }
    return "\n".join(voice(f"office-{way}", fact=fact) for way, fact in ways.items() if fact)


def _children(voice: Voice, service: Service) -> list[str]:
    office, closed = service.facts.children, service.facts.children_closed
    known = contact(voice, office)
    named = _line(voice, "children-office", office.name)
    office_or_us = _under(named, known) if known else voice("call-us")
    return [office_or_us or voice("children-nowhere"), _line(voice, "children-closed", closed)]


def _hours(voice: Voice, facts: Facts) -> str:
    return _line(voice, "page-hours", in_language(facts.hours, voice.language))


def _approval(voice: Voice, facts: Facts) -> str:
    approval = facts.approval
    day = voice.dated(approval.approved_on) if approval.approved_on else ""
    return _under(
        _line(voice, "about-standard", approval.standard),
        _line(voice, "about-committee", approval.committee),
        _line(voice, "about-approved", day),
    )


def _line(voice: Voice, key: str, fact: str) -> str:
    """Return a fact in its sentence, or nothing when there is no such fact."""
    return voice(key, fact=fact) if fact else ""


def _under(*lines: str) -> str:
    return "\n".join(filter(None, lines))


PAGES: Mapping[str, Callable[[Voice, Service], list[str]]] = {
    "about": _about,
    "help": _help,
    "choice": _choice,
    "law": _law,
    "complaint": _complaint,
    "contact": _contact,
    "privacy": _privacy,
}
