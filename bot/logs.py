"""Logging: to standard error, with every library that would print secrets silenced."""

import logging
import sys

from bot.config_errors import ConfigError

_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class _HideSecrets(logging.Filter):
    """Takes the token out of whatever would be logged after all."""

    def __init__(self, *secrets: str) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, without secrets in it."""
        text = record.getMessage()
        for secret in self._secrets:
            text = text.replace(secret, "[secret]")
        record.msg, record.args = text, None
        return True


def set_up(level: str, *secrets: str) -> None:
    """Send our own records to standard error; others only from WARNING on, or never.

    Raises ConfigError when there is no such level.
    """
    if level not in _LEVELS:
        raise ConfigError([f"BROBYGGER_LOG is not known; allowed is {', '.join(_LEVELS)}."])
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(_HideSecrets(*secrets))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    for ours in ("bot", "handlers", "storage"):
        logging.getLogger(ours).setLevel(level)
    # python-telegram-bot logs whole updates when it cannot read them; never let it.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
