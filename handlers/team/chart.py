"""A picture of figures: bars that a phone shows well, whoever looks at them, and without names."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_WIDE = 7.2  # inches, at 150 points each: 1080, as wide as Telegram shows a picture
_POINTS = 150
_BAR, _AROUND = 0.42, 1.1  # inches a bar takes, and what stands around a panel
_BLUE, _GREY, _INK = "#0072b2", "#8a8a8a", "#1a1a1a"  # told apart by the colour-blind too


@dataclass(frozen=True)
class Bar:
    """One number with its label; `number` is None where `shown` stands in its place."""

    label: str
    number: int | None
    shown: str


@dataclass(frozen=True)
class Panel:
    """Bars that belong together; `limit` is what a line under bar number `under` says."""

    title: str
    bars: Sequence[Bar]
    under: int = 0
    limit: str = ""


def drawn(title: str, panels: Sequence[Panel]) -> bytes:
    """Return the panels one below the other, as PNG; slow, so call it in a thread."""
    # Imported here: most runs of the bot never draw, and it takes a second.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    heights = [_AROUND + _BAR * max(1, len(each.bars)) for each in panels]
    figure = Figure(figsize=(_WIDE, sum(heights) + 0.4), dpi=_POINTS)
    FigureCanvasAgg(figure)
    figure.set_layout_engine("constrained", w_pad=0.15, h_pad=0.15)
    figure.suptitle(title, fontsize=17, fontweight="bold", color=_INK)
    axes = figure.subplots(len(panels), 1, height_ratios=heights, squeeze=False)
    for place, panel in zip(axes[:, 0], panels, strict=True):
        _draw(place, panel)
    written = io.BytesIO()
    figure.savefig(written, format="png")
    return written.getvalue()


def _draw(place: Any, panel: Panel) -> None:
    """Draw one panel; a hidden number is a hatched bar of always the same length."""
    most = max([each.number for each in panel.bars if each.number is not None], default=0)
    full = max(most, 10) * 1.4
    hidden = max(most, 10) * 0.25
    for at, bar in enumerate(panel.bars):
        long = hidden if bar.number is None else bar.number
        look = {"facecolor": "white", "hatch": "///"} if bar.number is None else {"color": _BLUE}
        place.barh(at, long, height=0.62, **({"edgecolor": _GREY} | look))
        place.text(long + full * 0.015, at, bar.shown, va="center", fontsize=12, color=_INK)
    if panel.limit:
        place.axhline(panel.under - 0.5, color=_GREY, linestyle="--", linewidth=1.2)
        here = {"ha": "right", "va": "center", "backgroundcolor": "white"}
        place.text(full, panel.under - 0.5, panel.limit, fontsize=11, color=_INK, **here)
    labels = [each.label for each in panel.bars]
    place.set_yticks(range(len(labels)), labels, fontsize=12, color=_INK)
    place.set_ylim(max(1, len(labels)) - 0.4, -0.6)
    place.set_xlim(0, full)
    place.set_xticks([])
    place.tick_params(length=0)
    place.set_title(panel.title, loc="left", fontsize=14, fontweight="bold", color=_INK)
    for edge in ("top", "right", "bottom"):
        place.spines[edge].set_visible(False)
