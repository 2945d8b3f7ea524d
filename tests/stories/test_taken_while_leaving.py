"""A concern taken at the very moment its taker is removed or paused is nobody's secret."""

import asyncio

import pytest
from sqlalchemy import select

from domain.people import Status
from storage.schema import concerns
from tests.cast import Lead, Worker, a_concern
from tests.stage import Stage


async def owners(stage: Stage) -> set[str | None]:
    """Return who owns a concern that has not ended: "" for nobody, else their status."""
    rows = await stage.app.store.database.read(select(concerns.c.owner))
    status = {each.member.id: each.member.status for each in await stage.app.store.staff.all()}
    return {status[row.owner] if row.owner else "" for row in rows}


@pytest.mark.parametrize("words", ["Ja, fjern Bo", "Sæt på pause Bo"])
async def test_taking_and_being_let_out_at_once_leaves_no_concern_with_somebody_out(
    stage: Stage, words: str
) -> None:
    lone, mette = await Lead.joins(stage, "Lone"), await Lead.joins(stage, "Mette")
    bo = await Worker.joins(stage, "Bo")
    await a_concern(stage)
    alert = (await bo.screen()).message_id
    await asyncio.gather(lone.phone.says(words), bo.phone.taps(alert, "Tag"))
    await stage.settles()
    assert Status.GONE not in await owners(stage)
    assert not [text for text in await bo.has_on_the_phone() if "Bænken" in text]
    if Status.PAUSED in await owners(stage):
        assert "mangler en, der tager over" in await mette.sees()
    await stage.everyone_looks()
