"""What can go wrong: said to the bot in Telegram's words, and to people in a sentence."""


class SandboxError(Exception):
    """The sandbox cannot start; the sentence says what to do."""


class BotApiError(Exception):
    """A Bot API call is refused, in Telegram's own words; `parameters` say more to a program."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class ConnectionCutError(Exception):
    """The connection ends without an answer."""


class PeopleApiError(Exception):
    """A request on the people's side is refused; the sentence says why."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


def bad_request(reason: str) -> BotApiError:
    """Return Telegram's refusal of a faulty call."""
    return BotApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> BotApiError:
    """Return Telegram's refusal of a call that the person does not allow."""
    return BotApiError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> BotApiError:
    """Return Telegram's refusal of a call that collides with another."""
    return BotApiError(409, f"Conflict: {reason}")


def too_many_requests(seconds: int | None) -> BotApiError:
    """Return Telegram's request to wait that many seconds, or just to wait."""
    if seconds is None:
        return BotApiError(429, "Too Many Requests")
    return BotApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def migrated(chat_id: int) -> BotApiError:
    """Return Telegram's refusal of a call to a chat that has become another one."""
    reason = "Bad Request: group chat was upgraded to a supergroup chat"
    return BotApiError(400, reason, migrate_to_chat_id=chat_id)
