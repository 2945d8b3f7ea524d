"""The intake after python-telegram-bot's own persistent conversation example."""

import secrets
from pathlib import Path

import intake
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)

Context = ContextTypes.DEFAULT_TYPE


async def start(update: Update, context: Context) -> int:
    """Begin, and ask the first question."""
    context.user_data.clear()
    context.user_data["answers"] = []
    return await ask(update, context, 0)


async def tapped(update: Update, context: Context) -> int:
    """Take a tapped answer."""
    query = update.callback_query
    await query.answer()
    step = int(query.data.split("/")[1])
    answer = intake.STEPS[step][0] or intake.SKIP
    context.user_data["answers"].append(answer)
    if step == len(intake.STEPS) - 1:
        await query.edit_message_reply_markup(None)
        return await sent(update, context)
    await query.edit_message_text(intake.ECHO.format(number=step + 1, answer=answer))
    return await ask(update, context, step + 1)


async def typed(update: Update, context: Context) -> int:
    """Take a typed answer."""
    step = context.user_data["step"]
    context.user_data["answers"].append(update.message.text)
    chat, shown = update.effective_chat.id, context.user_data["shown"]
    await context.bot.edit_message_reply_markup(chat, shown, reply_markup=None)
    return await ask(update, context, step + 1)


async def ask(update: Update, context: Context, step: int) -> int:
    """Ask a question; the conversation's state is its number."""
    rows = [
        [InlineKeyboardButton(label, callback_data=data) for label, data in row]
        for row in intake.buttons(step)
    ]
    text = intake.question(step, context.user_data["answers"])
    message = await context.bot.send_message(
        update.effective_chat.id, text, reply_markup=InlineKeyboardMarkup(rows)
    )
    context.user_data["step"], context.user_data["shown"] = step, message.message_id
    return step


async def sent(update: Update, context: Context) -> int:
    """Keep what was said, give a receipt, and tell the team."""
    code, chat = secrets.token_hex(4), update.effective_chat.id
    context.bot_data.setdefault("concerns", {})[code] = list(context.user_data["answers"])
    await context.bot.send_message(chat, intake.RECEIPT)
    await context.bot.send_message(chat, intake.CODE.format(code=code))
    await context.bot.send_message(intake.WORKER, intake.ALERT.format(code=code))
    context.user_data.clear()
    return ConversationHandler.END


def main() -> None:
    """Poll until killed."""
    builder = ApplicationBuilder().token(intake.TOKEN).base_url(f"{intake.SERVER}/bot")
    persistence = PicklePersistence(Path(intake.FOLDER) / "conversation")
    application = builder.persistence(persistence).build()
    answers = [
        CallbackQueryHandler(tapped),
        MessageHandler(filters.TEXT & ~filters.COMMAND, typed),
    ]
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", start)],
            states=dict.fromkeys(range(len(intake.STEPS)), answers),
            fallbacks=[CommandHandler("start", start)],
            name="intake",
            persistent=True,
        )
    )
    application.run_polling(bootstrap_retries=0)


if __name__ == "__main__":
    main()
