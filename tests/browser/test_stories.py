"""The four stories of the tour, by clicking and typing what they say; drifted labels fail."""

import pytest

from tests.browser.conftest import Opens
from tests.browser.eyes import NAMES, Eyes, Json
from tests.demo.house import DemoStage

pytestmark = pytest.mark.asyncio(loop_scope="module")

# What stands on a phone at the end of a story, in Danish and English.
ENDINGS = {
    "relative": ("Kim", ["Vi har nu reageret", "We have now responded"]),
    "citizen": ("Sami", ["Sporet er væk", "The trace is gone"]),
    "partner": ("Mette", ["Vi vender tilbage om tid og sted", "come back about time and place"]),
    "nobody": ("Bo", ["er taget af Lone", "is taken by Lone"]),
}


async def play(eyes: Eyes, story: Json, language: int) -> None:
    """Do by hand what the story's people do."""
    for step in story["steps"]:
        name = NAMES[step["who"]]
        for act in step["acts"]:
            if "press" in act:
                await eyes.press(name, act["press"][language])
            elif "type" in act:
                await eyes.type(name, act["type"][language])
            elif "show" in act:
                await eyes.panel(act["show"])
            else:
                await eyes.page.locator("#next-moment").click()


@pytest.mark.parametrize("stage", ["da", "en"], indirect=True)
@pytest.mark.parametrize("name", list(ENDINGS))
async def test_a_story_can_be_played_by_hand(
    opens: Opens, stage: DemoStage, name: str, request: pytest.FixtureRequest
) -> None:
    code = request.node.callspec.params["stage"]
    language = ["da", "en"].index(code)
    await stage.post("/demo/reset", on_duty=name != "nobody")
    await stage.is_ready()
    eyes = await opens(language=code)
    story = next(each for each in await eyes.stories() if each["name"] == name)
    await play(eyes, story, language)
    whose, words = ENDINGS[name]
    await eyes.sees(whose, words[language])
