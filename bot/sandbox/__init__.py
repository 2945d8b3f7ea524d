"""A Telegram to develop against: people with phones on one side, the Bot API on the other."""
