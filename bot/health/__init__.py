"""Whether the bot works, and who is told: the machine, a watch elsewhere, whoever asks."""
