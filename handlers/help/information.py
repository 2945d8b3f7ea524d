"""Information: pages that anyone can read at any time, and that leave nothing behind (S10, S64)."""

from telegram import Update

from domain.interview import asked
from domain.questionnaire import Kind
from domain.typed import says
from handlers.help import pages
from handlers.phrases import Voice
from handlers.screen import Button, Screen, action, in_rows
from handlers.turn import Context, Turn

# What is typed after the slash: in Danish and in English.
COMMANDS = {
    "about": ("om", "about"),
    "help": ("hjaelp", "help"),
    "choice": ("frivillig", "voluntary"),
    "law": ("lov", "law"),
    "complaint": ("klage", "complaint"),
    "contact": ("kontakt", "contact"),
    "privacy": ("privatliv", "privacy"),
}
NAMES = [name for names in COMMANDS.values() for name in names]


async def command(update: Update, context: Context) -> None:
    """Answer a page's command, in either language."""
    typed = update.message.text if update.message else None
    name = (typed or "/").split()[0].removeprefix("/").split("@")[0].casefold()
    show(context.turn, next(page for page, names in COMMANDS.items() if name in names))


async def tapped(update: Update, context: Context) -> None:
    """Show a page from a button: `page/<name>`."""
    show(context.turn, action(update)[1])


def named(turn: Turn, text: str) -> str | None:
    """Return the page that a typed text names: by the words on its button, in any language.

    Where no words are asked for the command's word alone will do. Not for the page of help: who
    writes that word alone may be in danger.
    """
    interview = turn.person.interview
    current = asked(interview) if interview else None
    idle = interview is None or (current is not None and current.kind is not Kind.WORDS)
    for page, commands in COMMANDS.items():
        words = commands if idle and page != "help" else ()
        if says(text, *words, *turn.house.phrases.labels(f"button-page-{page}")):
            return page
    return None


def show(turn: Turn, page: str) -> None:
    """Show a page; an interview under way stays as it is, and can be gone on with."""
    for voice in turn.voices:
        *first, last = pages.page(voice, turn.house.service, page)
        if page == "privacy" and turn.member is not None:
            first.append(voice("privacy-member"))
        for text in first:
            turn.reply(Screen(text))
        turn.reply(Screen(last, _ways_on(turn, voice, page)))


def menu(turn: Turn) -> None:
    """Show which pages there are, to somebody who only wants to ask (domain.md 3d)."""
    turn.reply(Screen(turn.voice("pages"), _ways_on(turn, turn.voice)))


def command_of(page: str, language: str) -> str:
    """Return the command that shows a page, as somebody of that language would type it."""
    danish, english = COMMANDS[page]
    return danish if language == "da" else english


def _ways_on(turn: Turn, voice: Voice, page: str = "") -> tuple[tuple[Button, ...], ...]:
    others = [Button(_label(voice, each), f"page/{each}") for each in COMMANDS if each != page]
    last = [Button(voice("button-acute"), "acute")]
    interview = turn.person.interview
    if interview is not None:
        resume = f"c/{interview.id}/{interview.at}/resume"
        last.append(Button(voice("button-resume"), resume))
    rows = (*in_rows(others, 2), tuple(last))
    return (_rights(voice), *rows) if page == "privacy" and turn.member is None else rows


def _rights(voice: Voice) -> tuple[Button, ...]:
    """Return the way to all that people can do themselves with what we hold of them."""
    return (
        Button(voice("button-mine-data"), "data"),
        Button(voice("button-clear-chat"), "clear/ask"),
    )


def _label(voice: Voice, page: str) -> str:
    return voice(f"button-page-{page}")
