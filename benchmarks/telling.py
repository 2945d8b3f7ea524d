"""What is printed, and where it is kept: benchmarks/RESULTS.md, with the machine and the date."""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def machine() -> str:
    """Return what this was measured on, and when."""
    cores, load = os.cpu_count(), os.getloadavg()[0]
    day = datetime.now(UTC).date()
    return (
        f"{day}, {cores} cores ({platform.machine()}), {platform.system()} "
        f"{platform.release()}, Python {platform.python_version()}; load before it: {load:.1f}."
    )


def keep(name: str, lines: list[str]) -> None:
    """Write a chapter of the results anew, and leave the others as they are."""
    chapters = _chapters()
    chapters[name] = "\n".join(lines).strip()
    text = "".join(f"\n## {title}\n\n{said}\n" for title, said in chapters.items())
    RESULTS.write_text(f"# Results\n{text}", encoding="utf-8")


def _chapters() -> dict[str, str]:
    if not RESULTS.exists():
        return {}
    parts = RESULTS.read_text(encoding="utf-8").split("\n## ")[1:]
    return {part.partition("\n")[0]: part.partition("\n")[2].strip() for part in parts}
