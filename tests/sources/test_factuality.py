"""What a source does with a value: only what it asserts, or reports without contradiction, is its statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from divergence.model.comparison import Verdict
from divergence.model.fact import Factuality, Kind
from divergence.model.text import Story
from divergence.options import Options
from divergence.pipeline import compare, read_article

OTHER = "The storm off the cape sank nine trawlers on Friday, the coast guard said."


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The port denied reports that 30 trawlers sank off the cape on Friday.", Factuality.DENIED),
        ("The coast guard dismissed claims that 30 trawlers sank off the cape on Friday.", Factuality.DENIED),
        ("There is no evidence that 30 trawlers sank off the cape on Friday.", Factuality.DENIED),
        ("It is not true that 30 trawlers sank off the cape on Friday, the port said.", Factuality.DENIED),
        ("Reports that 30 trawlers sank off the cape on Friday are false.", Factuality.DENIED),
        ("Posts that say 30 trawlers sank off the cape on Friday are made up.", Factuality.DENIED),
        ("The fleet off the cape is made up of 30 trawlers.", Factuality.ASSERTED),
        ("A post that said 30 trawlers sank off the cape on Friday was taken down.", Factuality.DENIED),
        ("A website wrongly reported that 30 trawlers sank off the cape on Friday.", Factuality.DENIED),
        ("Had the wind turned, 30 trawlers would have sunk off the cape on Friday.", Factuality.SUPPOSED),
        ("If the wind had turned, 30 trawlers might have been lost off the cape on Friday.", Factuality.SUPPOSED),
        ("The port first said that 30 trawlers sank off the cape, then lowered the figure.", Factuality.SUPERSEDED),
        ("The storm off the cape sank 30 trawlers on Friday, the port said.", Factuality.ASSERTED),
        ("The port said that 30 trawlers sank off the cape on Friday.", Factuality.ASSERTED),
        ("The port denied the request. The storm sank 30 trawlers off the cape on Friday.", Factuality.ASSERTED),
        ("The owner denied guilt, but 30 trawlers sank off the cape on Friday.", Factuality.ASSERTED),
        ("The port first said that 30 trawlers sank, and that all men were safe.", Factuality.ASSERTED),
        ("Reports that 30 trawlers sank off the cape on Friday shook the town.", Factuality.ASSERTED),
    ],
)
def test_standing_follows_from_the_words_around_a_value(
    story: Callable[..., Story], text: str, standing: Factuality
) -> None:
    (article,) = story(text).articles
    _, mentions = read_article(article, Options())
    (count,) = (m for m in mentions if m.kind is Kind.NUMBER and "30" in m.text)
    assert count.standing is standing


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("With no sign of a truce, 40 people were killed.", Factuality.ASSERTED),
        ("Without any evidence he was jailed for 40 years.", Factuality.ASSERTED),
        ("He rejected the claim of bias and said 40 people were killed.", Factuality.ASSERTED),
        ("If confirmed, it would be the worst attack since 40 people were killed.", Factuality.ASSERTED),
        ("The raid killed 40 people and would have been worse.", Factuality.ASSERTED),
        ("The minister called the figure of 40 nonsense.", Factuality.DENIED),
        ("The minister called the toll of 40 exaggerated.", Factuality.DENIED),
        ("The army disputed the figure of 40 dead.", Factuality.DENIED),
        ("The army disputed the toll of 40.", Factuality.DENIED),
        ("Nobody believes that 40 people died.", Factuality.DENIED),
        ("No one believes 40 people died.", Factuality.DENIED),
        ("Not 40 but five soldiers were killed.", Factuality.DENIED),
        ("Five soldiers, not 40, were killed.", Factuality.DENIED),
        ("Not only 40 soldiers but two officers were killed.", Factuality.ASSERTED),
        ("The army denied that the raid hit a school and killed 40 people.", Factuality.DENIED),
        ("The company plans to build 40 homes.", Factuality.ASSERTED),
        ("The toll was revised from 40 to five.", Factuality.SUPERSEDED),
        ("The toll, initially put at 40, was cut to five.", Factuality.SUPERSEDED),
        ("An earlier count of 40 was withdrawn.", Factuality.SUPERSEDED),
        ("As many as 40 people may have died, officials said.", Factuality.SUPPOSED),
        ("It could have killed 40 people.", Factuality.SUPPOSED),
        ("The army denied killing 40 people.", Factuality.DENIED),
        ("The army denied having killed 40 people.", Factuality.DENIED),
        ("Officials rejected reports of 40 deaths.", Factuality.DENIED),
        ("Reports of 40 deaths are false, officials said.", Factuality.DENIED),
        ("Officials said that reports of 40 deaths were false.", Factuality.DENIED),
        ("The claim that 40 people died was denied by the army.", Factuality.DENIED),
        ("The government has not confirmed that 40 people died.", Factuality.DENIED),
        ("The government did not say where the 40 people had died.", Factuality.ASSERTED),
        ("Police have not said how the 40 people died.", Factuality.ASSERTED),
        ("The minister rejected a 40 million dollar offer.", Factuality.ASSERTED),
        ("The union rejected the offer of 40 dollars an hour.", Factuality.ASSERTED),
        ("The firm denied wrongdoing after 40 people fell ill.", Factuality.ASSERTED),
        ("The man who denied murder was jailed for 40 years.", Factuality.ASSERTED),
        ("He denied the claims, but 40 people testified against him.", Factuality.ASSERTED),
        ("Despite rumours that the road was safe, 40 people died there.", Factuality.ASSERTED),
        ("There was no evidence that 40 people had died.", Factuality.DENIED),
        ("There is no truth in the claim that 40 people died.", Factuality.DENIED),
        ("If 40 people had died, the mayor would have resigned.", Factuality.SUPPOSED),
        ("Had the bridge fallen, 40 people would have died.", Factuality.SUPPOSED),
        ("In a drill last year nobody was hurt, but 40 people died on Friday.", Factuality.ASSERTED),
        ("In a drill on Friday, 40 people were rescued from a burning hotel.", Factuality.SUPPOSED),
        ("In the film, 40 people die on a train.", Factuality.SUPPOSED),
        ("The film, which cost 40 million dollars, opens on Friday.", Factuality.ASSERTED),
        ("If you were there, call the police, who said 40 people had died.", Factuality.ASSERTED),
        ("Officials said 40 people died, dismissing claims of a cover-up.", Factuality.ASSERTED),
        ("The mayor, who has dismissed claims of fraud, said 40 people died.", Factuality.ASSERTED),
        ("The ministry said 40 people died and denied that the dam was unsafe.", Factuality.ASSERTED),
        ("The ministry said it was false that 40 people had died.", Factuality.DENIED),
        ("It is not true that 40 people died.", Factuality.DENIED),
        ("The ministry first said 40 people had died but later lowered the toll to 30.", Factuality.SUPERSEDED),
        ("The ministry first said 40 people had died on Monday.", Factuality.ASSERTED),
        ("Sales fell to 30 units, down from 40 a year before.", Factuality.SUPERSEDED),
        ("Sales fell from 10 units to 40.", Factuality.ASSERTED),
        ("Some 40 people are feared dead.", Factuality.SUPPOSED),
        ("Rescuers reached the 40 people feared lost at sea.", Factuality.SUPPOSED),
        ("He was wrong to say that 40 people died.", Factuality.DENIED),
        ("The paper wrongly reported that 40 people had died.", Factuality.DENIED),
        ("The paper wrongly reported the cause, and 40 people complained.", Factuality.ASSERTED),
        ("If the weather holds, the search for the 40 people will go on.", Factuality.ASSERTED),
        ("Rebels claimed that 40 soldiers died.", Factuality.ASSERTED),
        ("The court rejected an appeal by the 40 workers.", Factuality.ASSERTED),
        ("No sign was seen of the ship, which carried 40 people.", Factuality.ASSERTED),
        ("The claim was false, and 40 people were arrested.", Factuality.ASSERTED),
        ("Claims by the rebels that they had killed 40 soldiers were baseless, the army said.", Factuality.DENIED),
        ("The president could have saved 40 people but he did not.", Factuality.SUPPOSED),
        ("He said the vote would be held in 40 days.", Factuality.ASSERTED),
        ("A post that said 40 trawlers sank off the cape on Friday was taken down.", Factuality.DENIED),
        ("The post saying 40 trawlers had sunk was deleted.", Factuality.DENIED),
        ("A video said to show 40 tanks was fake.", Factuality.DENIED),
        ("A video that showed 40 tanks went viral.", Factuality.ASSERTED),
        ("Nobody has shown that 40 trawlers sank.", Factuality.DENIED),
        ("The army did not say why 40 soldiers were sent home.", Factuality.ASSERTED),
        ("The spokesman refused to confirm that 40 soldiers had died.", Factuality.DENIED),
        ("The bank disputes the 40 million dollar figure.", Factuality.DENIED),
        ("The strike, which nobody confirmed, killed 40 people.", Factuality.ASSERTED),
        ("Without warning, the wall fell and killed 40 people.", Factuality.ASSERTED),
        ("No one was hurt in the first blast, but 40 people died in the second.", Factuality.ASSERTED),
        ("He denied the charges and was jailed for 40 years.", Factuality.ASSERTED),
        ("She is accused of making false statements about 40 contracts.", Factuality.ASSERTED),
        ("What if 40 people had been on board?", Factuality.SUPPOSED),
        ("Asked if he was tired, he said he had worked 40 hours.", Factuality.ASSERTED),
        ("The port cast doubt on reports that 40 trawlers sank.", Factuality.DENIED),
        ("The port questioned claims of 40 losses.", Factuality.DENIED),
        ("The port questioned why 40 trawlers had sailed.", Factuality.ASSERTED),
        ("The port did not deny that 40 trawlers sank.", Factuality.ASSERTED),
        ("There is no doubt that 40 trawlers sank.", Factuality.ASSERTED),
        ("It is a myth that 40 trawlers sank.", Factuality.DENIED),
        ("It was wrong to claim that 40 trawlers sank.", Factuality.DENIED),
        ("It was wrong to sail, and 40 trawlers sank.", Factuality.ASSERTED),
        ("The editor apologised for saying that 40 trawlers sank.", Factuality.DENIED),
        ("The editor apologised, and 40 trawlers sailed.", Factuality.ASSERTED),
        ("Far from sinking 40 trawlers, the gale cooled the town.", Factuality.DENIED),
        ("Far from the cape 40 trawlers sank.", Factuality.ASSERTED),
        ("The gale sank five trawlers rather than 40.", Factuality.DENIED),
        ("The coast guard could not verify claims that 40 trawlers sank.", Factuality.DENIED),
        ("Reports of 40 losses at sea were denied by the port.", Factuality.DENIED),
        ("Reports of 40 losses at sea were read out by the port.", Factuality.ASSERTED),
        ("A tweet claiming that 40 trawlers sank was removed.", Factuality.DENIED),
        ("A statement said 40 trawlers sank before the buoy was removed.", Factuality.ASSERTED),
        ("The paper withdrew a story that said 40 trawlers had sunk.", Factuality.DENIED),
        ("The paper ran a story that said 40 trawlers had sunk.", Factuality.ASSERTED),
        ("A clip said to show 40 trawlers turned out to be a fake.", Factuality.DENIED),
        ("Fishermen fear that 40 trawlers have sunk.", Factuality.SUPPOSED),
        ("Fishermen fear that the gale has sunk 40 trawlers.", Factuality.SUPPOSED),
        ("A statement said that 40 trawlers sank before the buoy was removed.", Factuality.ASSERTED),
        ("Reports of 40 deaths in the ferry sinking off the cape were denied by the coast guard.", Factuality.DENIED),
        ("The paper withdrew on Friday a long story on the gale that said 40 trawlers had sunk.", Factuality.DENIED),
        ("At first it was thought that 40 trawlers had sunk; that proved wrong.", Factuality.SUPERSEDED),
    ],
)
def test_a_cue_governs_its_own_clause_only(story: Callable[..., Story], text: str, standing: Factuality) -> None:
    (article,) = story(text).articles
    _, mentions = read_article(article, Options())
    assert {m.standing for m in mentions if "40" in m.text} == {standing}


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("The port denied reports that the storm off the cape sank 30 trawlers on Friday.", False),
        ("Had the wind turned, the storm off the cape would have sunk 30 trawlers on Friday.", False),
        ("The storm off the cape sank 30 trawlers on Friday, the coast guard said.", True),
    ],
)
def test_only_what_is_asserted_is_compared(story: Callable[..., Story], text: str, flagged: bool) -> None:
    found = [d for d in compare(story(text, OTHER)).divergences if d.verdict is Verdict.CONFLICT]
    assert bool([d for d in found if d.kind is Kind.NUMBER]) is flagged
