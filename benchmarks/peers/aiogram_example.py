"""The intake with aiogram's finite state machine, which keeps everything in memory only."""

import asyncio
import secrets

import intake
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import CommandStart
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

router = Router()
CONCERNS: dict[str, list[str]] = {}


class Intake(StatesGroup):
    """One state: which question is asked is part of the data."""

    asking = State()


@router.message(CommandStart())
async def start(message: Message, state: FSMContext) -> None:
    """Begin, and ask the first question."""
    await state.set_state(Intake.asking)
    await ask(message.bot, message.chat.id, state, 0, [])


@router.callback_query(Intake.asking, F.data.startswith("a/"))
async def tapped(query: CallbackQuery, state: FSMContext) -> None:
    """Take a tapped answer."""
    await query.answer()
    step = int(query.data.split("/")[1])
    answer = intake.STEPS[step][0] or intake.SKIP
    answers = [*(await state.get_data())["answers"], answer]
    if step == len(intake.STEPS) - 1:
        await query.message.edit_reply_markup(reply_markup=None)
        await sent(query, state, answers)
        return
    await query.message.edit_text(intake.ECHO.format(number=step + 1, answer=answer))
    await ask(query.bot, query.message.chat.id, state, step + 1, answers)


@router.message(Intake.asking, F.text)
async def typed(message: Message, state: FSMContext) -> None:
    """Take a typed answer."""
    data = await state.get_data()
    await message.bot.edit_message_reply_markup(
        chat_id=message.chat.id, message_id=data["shown"], reply_markup=None
    )
    answers = [*data["answers"], message.text]
    await ask(message.bot, message.chat.id, state, data["step"] + 1, answers)


async def ask(bot: Bot, chat: int, state: FSMContext, step: int, answers: list[str]) -> None:
    """Ask a question."""
    rows = [
        [InlineKeyboardButton(text=label, callback_data=data) for label, data in row]
        for row in intake.buttons(step)
    ]
    message = await bot.send_message(
        chat,
        intake.question(step, answers),
        reply_markup=InlineKeyboardMarkup(inline_keyboard=rows),
    )
    await state.update_data(step=step, shown=message.message_id, answers=answers)


async def sent(query: CallbackQuery, state: FSMContext, answers: list[str]) -> None:
    """Keep what was said, give a receipt, and tell the team."""
    code, chat = secrets.token_hex(4), query.message.chat.id
    CONCERNS[code] = answers
    await query.bot.send_message(chat, intake.RECEIPT)
    await query.bot.send_message(chat, intake.CODE.format(code=code))
    await query.bot.send_message(intake.WORKER, intake.ALERT.format(code=code))
    await state.clear()


async def main() -> None:
    """Poll until killed."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(intake.SERVER))
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    await dispatcher.start_polling(Bot(intake.TOKEN, session=session), handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main())
