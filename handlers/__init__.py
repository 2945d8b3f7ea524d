"""The moments in a concern's life, as ordinary python-telegram-bot handlers: all on this page."""

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from domain.questionnaire import ACUTE
from handlers import blocked, clean_slate, clearing, welcome
from handlers.after_sending import incoming, mine
from handlers.help import acute, information
from handlers.raising import report
from handlers.team import codes, lead, leaving, team_list, typed
from handlers.team.access import May, command
from handlers.team.buttons import PRESSES
from handlers.turn import Context
from handlers.work import alerts, digest, my_work, search

Handlers = list[BaseHandler[Any, Context, Any]]


def register(application: "Application[Any, Context, Any, Any, Any, Any]") -> None:
    """Register every handler; the first that fits an update handles it."""
    application.add_handler(TypeHandler(Update, blocked.stop), group=-2)
    application.add_handler(TypeHandler(Update, welcome.heard), group=-1)
    application.add_error_handler(codes.needed)
    application.add_handlers([*_commands(), *_of_reporters(), *_of_the_team(), *_everything_else()])


def _commands() -> Handlers:
    new = filters.UpdateType.MESSAGE
    return [
        CommandHandler("start", welcome.start, filters=new),
        CommandHandler(["akut", "acute"], acute.card, filters=new),
        CommandHandler(information.NAMES, information.command, filters=new),
        CommandHandler(list(mine.COMMANDS), mine.command, filters=new),
        CommandHandler(["ryd", "clear"], clearing.command, filters=new),
        command(("vagt", "duty"), typed.show_duty),
        command(("aabne", "open"), alerts.list_tapped),
        command(("mine",), my_work.tapped),
        command(("dag", "day"), digest.tapped),
        command(("find",), search.command),
        command(("leder", "lead"), lead.tapped, May.LEAD),
        command(("team",), team_list.command),
        command(("forlad", "leave"), leaving.command),
    ]


def _of_reporters() -> Handlers:
    """Return what the buttons of one who raises or raised a concern do."""
    return [
        CallbackQueryHandler(report.option, r"^a/\w+/\w+/\d+$"),
        CallbackQueryHandler(report.control, r"^c/\w+/\w+/\w+$"),
        CallbackQueryHandler(report.change, r"^e/\w+/\w+$"),
        CallbackQueryHandler(acute.card, r"^acute$"),
        CallbackQueryHandler(acute.tapped, rf"^acute/({'|'.join(ACUTE.options)})$"),
        CallbackQueryHandler(information.tapped, rf"^page/({'|'.join(information.COMMANDS)})$"),
        CallbackQueryHandler(mine.tapped, r"^mine/\w+/\w+$"),
        CallbackQueryHandler(mine.data_tapped, r"^data$"),
        CallbackQueryHandler(clean_slate.tapped, r"^slate/(ask|yes)$"),
        CallbackQueryHandler(mine.begin_new, r"^new$"),
        CallbackQueryHandler(incoming.code_kept, r"^kept$"),
        CallbackQueryHandler(clearing.tapped, r"^clear/(ask|yes)$"),
    ]


def _of_the_team() -> Handlers:
    """Return what the buttons of a worker or a lead do."""
    return [each.handler() for each in PRESSES]


def _everything_else() -> Handlers:
    """Return what answers all the rest: nobody is met with silence."""
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    return [
        CallbackQueryHandler(welcome.foreign_button),
        MessageHandler(new & filters.COMMAND, welcome.unknown_command),
        MessageHandler(new & filters.TEXT, welcome.text),
        MessageHandler(edited, welcome.edited),
        MessageHandler(new, welcome.other_kind),
        ChatMemberHandler(welcome.membership, ChatMemberHandler.MY_CHAT_MEMBER),
    ]
