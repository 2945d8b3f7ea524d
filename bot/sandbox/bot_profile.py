"""The Bot API methods by which the bot tells about itself: its name, descriptions and commands."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.chat import Json, Person
from bot.sandbox.errors import bad_request

COMMANDS = 100
COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
COMMAND_DESCRIPTION = 256
LONGEST = {"name": 64, "description": 512, "short_description": 120}


@dataclass
class BotProfile:
    """What people can read about the bot, per language."""

    bot: Person
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)

    def get_me(self, _params: Json) -> Json:
        """Do getMe."""
        return self.bot.as_user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
            "has_topics_enabled": False,
            "allows_users_to_create_topics": False,
        }

    def set_text(self, what: str, params: Json) -> bool:
        """Do setMyName, setMyDescription and setMyShortDescription."""
        words = params.get(what) or ""
        if len(words) > LONGEST[what]:
            raise bad_request(f"{what.replace('_', ' ')} is too long")
        self.texts[what, _language(params)] = words
        return True

    def get_text(self, what: str, params: Json) -> Json:
        """Do getMyName, getMyDescription and getMyShortDescription."""
        default = self.bot.name if what == "name" else ""
        texts = self.texts
        words = texts.get((what, _language(params))) or texts.get((what, "")) or default
        return {what: words}

    def set_commands(self, params: Json) -> bool:
        """Do setMyCommands."""
        commands = params.get("commands")
        if not isinstance(commands, list):
            raise bad_request("can't parse commands: Expected an Array of BotCommand")
        if len(commands) > COMMANDS:
            raise bad_request("too many commands specified")
        for command in commands:
            _check_command(command)
        self.commands[_scope(params), _language(params)] = commands
        return True

    def get_commands(self, params: Json) -> list[Json]:
        """Do getMyCommands."""
        return self.commands.get((_scope(params), _language(params)), [])

    def delete_commands(self, params: Json) -> bool:
        """Do deleteMyCommands."""
        self.commands.pop((_scope(params), _language(params)), None)
        return True


def _check_command(command: Any) -> None:
    if not isinstance(command, dict) or not COMMAND.fullmatch(str(command.get("command"))):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(str(command.get("description") or "")) <= COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _scope(params: Json) -> str:
    return json.dumps(params.get("scope") or {"type": "default"}, sort_keys=True)


def _language(params: Json) -> str:
    return params.get("language_code") or ""
