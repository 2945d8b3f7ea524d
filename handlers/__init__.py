"""The moments in a concern's life, as ordinary python-telegram-bot handlers: all on this page."""

from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from domain.questionnaire import ACUTE
from handlers import acute, alerts, duty, follow_up, information, report, staff, welcome
from handlers.turn import Context


def register(application: "Application[Any, Context, Any, Any, Any, Any]") -> None:
    """Register every handler; the first that fits an update handles it."""
    application.add_handler(TypeHandler(Update, welcome.heard), group=-1)
    new, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    application.add_handlers(
        [
            # Commands
            CommandHandler("start", welcome.start, filters=new),
            CommandHandler(["akut", "acute"], acute.card, filters=new),
            CommandHandler(information.NAMES, information.command, filters=new),
            CommandHandler("vagt", staff.show_duty, filters=new),
            CommandHandler("aabne", staff.show_open, filters=new),
            # A reporter's buttons
            CallbackQueryHandler(report.option, r"^a/\w+/\w+/\d+$"),
            CallbackQueryHandler(report.control, r"^c/\w+/\w+/\w+$"),
            CallbackQueryHandler(report.change, r"^e/\w+/\w+$"),
            CallbackQueryHandler(acute.card, r"^acute$"),
            CallbackQueryHandler(acute.tapped, rf"^acute/({'|'.join(ACUTE.options)})$"),
            CallbackQueryHandler(information.tapped, rf"^page/({'|'.join(information.COMMANDS)})$"),
            # A worker's buttons
            CallbackQueryHandler(alerts.open_tapped, r"^open/\w+/\d+$"),
            CallbackQueryHandler(alerts.listed_tapped, r"^show/\w+$"),
            CallbackQueryHandler(alerts.take_tapped, r"^take/\w+$"),
            CallbackQueryHandler(follow_up.react_tapped, r"^react/\w+/\w+$"),
            CallbackQueryHandler(follow_up.follow_tapped, r"^follow/\w+/\d+$"),
            CallbackQueryHandler(duty.tapped, r"^duty/(on|off)$"),
            CallbackQueryHandler(staff.show_open, r"^list$"),
            # Everything else a person can do: nobody is met with silence
            CallbackQueryHandler(welcome.foreign_button),
            MessageHandler(new & filters.COMMAND, welcome.unknown_command),
            MessageHandler(new & filters.TEXT, welcome.text),
            MessageHandler(edited, welcome.edited),
            MessageHandler(new, welcome.other_kind),
            ChatMemberHandler(welcome.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        ]
    )
