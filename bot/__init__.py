"""Brobygger: the machinery around the rules: command line, settings, Telegram in and out."""

import os

# python-telegram-bot's future form of durations; without it RetryAfter warns when it is read.
os.environ.setdefault("PTB_TIMEDELTA", "true")
