"""The Bot API: one method per name, answered or refused as Telegram does."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from bot.sandbox import limits
from bot.sandbox.bot_messages import BotMessages
from bot.sandbox.bot_profile import BotProfile
from bot.sandbox.chat import Json, Toast
from bot.sandbox.errors import BotApiError, bad_request, conflict
from bot.sandbox.webhook import Target, Webhook
from bot.sandbox.world import World

Method = Callable[[Json], Any]

MOST_UPDATES = 100
LONGEST_POLL = 50
OTHER_POLL = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)
WEBHOOK_IS_ACTIVE = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ATTACHMENTS = {
    "sendPhoto": "photo",
    "sendDocument": "document",
    "sendVoice": "voice",
    "sendVideo": "video",
    "sendVideoNote": "video_note",
    "sendAudio": "audio",
    "sendAnimation": "animation",
}


class BotApi:
    """Answers the bot's calls."""

    def __init__(self, world: World, webhook: Webhook) -> None:
        self._world = world
        self._webhook = webhook
        self._methods: dict[str, Method] = (
            self._own_methods()
            | _methods_about_messages(BotMessages(world))
            | _methods_about_the_bot(BotProfile(world.bot))
        )
        self._names = {name.lower(): name for name in [*self._methods, "getUpdates"]}

    def name_of(self, method: str) -> str | None:
        """Return a method's name as Telegram spells it; None if there is no such method."""
        return self._names.get(method.lower())

    async def call(self, method: str | None, params: Json) -> Any:
        """Do one call and return its result, or raise Telegram's refusal."""
        if method == "getUpdates":
            return await self._get_updates(params)
        if method is None:
            raise BotApiError(404, "Not Found")
        return self._methods[method](params)

    def _own_methods(self) -> dict[str, Method]:
        return {
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": lambda _params: self._webhook.as_json(),
            "answerCallbackQuery": self._answer_tap,
            "sendChatAction": self._show_action,
            "getChat": self._get_chat,
            "getUserProfilePhotos": lambda _params: {"total_count": 0, "photos": []},
            "logOut": lambda _params: True,
            "close": lambda _params: True,
        }

    async def _get_updates(self, params: Json) -> list[Json]:
        if self._webhook.target:
            raise conflict(WEBHOOK_IS_ACTIVE)
        updates, now = self._world.updates, self._world.now
        updates.interrupt(conflict(OTHER_POLL))
        updates.allow(_kinds(params))
        offset = _number(params, "offset", 0)
        limit = max(1, min(_number(params, "limit", MOST_UPDATES), MOST_UPDATES))
        timeout = max(0, min(_number(params, "timeout", 0), LONGEST_POLL))
        answer = updates.take(offset, limit, now())
        if not answer and timeout:
            self._world.changes.announce({"kind": "poll"})
            await updates.wait(timeout)
            answer = updates.take(max(offset, 0), limit, now())
        return [update.as_json() for update in answer]

    def _set_webhook(self, params: Json) -> bool:
        url = params.get("url") or ""
        if url and not url.startswith(("http://", "https://")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        secret = params.get("secret_token") or None
        if secret and not limits.SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        self._world.updates.interrupt(conflict("terminated by setWebhook request"))
        self._world.updates.allow(_kinds(params))
        if params.get("drop_pending_updates"):
            self._world.updates.clear()
        connections = _number(params, "max_connections", 40)
        self._webhook.point_at(Target(url, secret, connections) if url else None)
        return True

    def _delete_webhook(self, params: Json) -> bool:
        if params.get("drop_pending_updates"):
            self._world.updates.clear()
        self._webhook.point_at(None)
        return True

    def _answer_tap(self, params: Json) -> bool:
        tap_id, text = params.get("callback_query_id") or "", params.get("text") or ""
        limits.check_toast(text)
        tap = self._world.taps.get(tap_id)
        if tap is None or not tap.can_be_answered(self._world.now()):
            raise bad_request(TOO_OLD)
        self._world.taps[tap_id] = replace(tap, answered=True)
        if text:
            toast = Toast(tap_id, text, bool(params.get("show_alert")))
            self._world.chat(tap.person_id).toasts.append(toast)
        self._world.changed(tap.person_id)
        return True

    def _show_action(self, params: Json) -> bool:
        if not params.get("action"):
            raise bad_request("wrong parameter action in request")
        chat = self._world.writable_chat(params.get("chat_id"))
        chat.typing_since = self._world.now()
        self._world.changed(chat.person.id)
        return True

    def _get_chat(self, params: Json) -> Json:
        chat = self._world.chat_named(params.get("chat_id"))
        return chat.person.as_chat() | {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(
                (
                    "unlimited_gifts",
                    "limited_gifts",
                    "unique_gifts",
                    "premium_subscription",
                    "gifts_from_channels",
                ),
                False,
            ),
        }


def _methods_about_messages(messages: BotMessages) -> dict[str, Method]:
    methods: dict[str, Method] = {
        "sendMessage": messages.send_text,
        "copyMessage": messages.copy,
        "copyMessages": messages.copy_all,
        "forwardMessage": messages.forward,
        "editMessageText": messages.edit_text,
        "editMessageReplyMarkup": messages.edit_markup,
        "deleteMessage": messages.delete,
        "deleteMessages": messages.delete_all,
        "setMessageReaction": messages.react,
    }
    for name, kind in ATTACHMENTS.items():
        methods[name] = partial(messages.send_attachment, kind)
    return methods


def _methods_about_the_bot(profile: BotProfile) -> dict[str, Method]:
    return {
        "getMe": profile.get_me,
        "setMyCommands": profile.set_commands,
        "getMyCommands": profile.get_commands,
        "deleteMyCommands": profile.delete_commands,
        "setMyName": partial(profile.set_text, "name"),
        "setMyDescription": partial(profile.set_text, "description"),
        "setMyShortDescription": partial(profile.set_text, "short_description"),
        "getMyName": partial(profile.get_text, "name"),
        "getMyDescription": partial(profile.get_text, "description"),
        "getMyShortDescription": partial(profile.get_text, "short_description"),
    }


def _number(params: Json, name: str, default: int) -> int:
    value = params.get(name)
    return value if isinstance(value, int) else default


def _kinds(params: Json) -> Iterable[str] | None:
    kinds = params.get("allowed_updates")
    return kinds if isinstance(kinds, list) else None
