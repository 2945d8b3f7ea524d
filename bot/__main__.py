"""The installed command `brobygger`, also reachable as `python -m bot`."""

from bot.cli import cli


def main() -> None:
    """Run the command line."""
    cli()


if __name__ == "__main__":
    main()
