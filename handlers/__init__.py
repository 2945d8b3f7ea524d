"""The moments in a concern's life, as ordinary python-telegram-bot handlers."""
