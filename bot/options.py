"""The options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

ConfigFile = Annotated[
    Path,
    typer.Option(
        "--config",
        envvar="BROBYGGER_CONFIG",
        show_envvar=False,
        help="The configuration file (TOML); or name it in BROBYGGER_CONFIG.",
    ),
]
