"""The demo: the real bot in a process of its own against a sandbox, with a team at work."""
