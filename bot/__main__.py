"""The installed command `brobygger`, also reachable as `python -m bot`."""


def main() -> None:
    """Run the command line."""


if __name__ == "__main__":
    main()
