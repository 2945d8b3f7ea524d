"""Brobygger: the machinery around the rules: command line, settings, Telegram in and out."""
