"""What keeps a comparison from saying anything is told first, and finding nothing is then no result."""

from __future__ import annotations

import pytest

from divergence.align.obstacles import obstacles
from divergence.align.topic import groups
from divergence.language.english import is_foreign
from divergence.model.text import Article, Story

ROBBERY = (
    "Two masked men robbed the savings bank on Hill Lane on Tuesday and fled on a motorcycle, police said. The cashier "
    "handed over some 4,000 pounds in notes. Detectives asked drivers for pictures from their cameras. Nobody was hurt."
)
RAID = (
    "A cashier at the Hill Lane savings bank gave two robbers about 4,000 pounds before they sped off on a motorcycle. "
    "The masked pair threatened customers with a crowbar, detectives said on Wednesday."
)
HEAT = (
    "Temperatures climbed to 41 degrees in the vineyards of the lower valley as the heat wave entered its ninth day. "
    "Farmers watered their goats at night, and the weather service warned of dry storms and of fires in the pine woods."
)
FOREIGN = {
    "German": "Zwei maskierte Männer haben am Dienstag die Sparkasse in der Hügelgasse überfallen und sind auf einem "
    "Motorrad geflohen, wie die Polizei mitteilte. Verletzt wurde niemand, so hieß es am Abend in der Stadt.",
    "French": "Deux hommes masqués ont attaqué mardi la caisse d'épargne de la rue de la Colline avant de prendre la "
    "fuite à moto, a indiqué la police. Personne n'a été blessé, et on ne sait pas encore qui ils sont.",
    "Dutch": "Twee gemaskerde mannen hebben dinsdag de spaarbank in de Heuvelstraat overvallen en zijn op een motor "
    "gevlucht, zo liet de politie weten. Er was niemand gewond, maar we weten niet wie het waren.",
    "Spanish": "Dos hombres asaltaron el martes la caja de ahorros de la calle de la Loma y huyeron en una "
    "motocicleta, dijo la policía. No hubo heridos, y a las seis no se sabía más de ellos.",
    "Russian": "Двое мужчин в масках ограбили во вторник сберегательный банк на улице Горной и скрылись на мотоцикле, "
    "сообщила полиция. Никто не пострадал, а личности нападавших пока не установлены следствием.",
    "Chinese": "周二，两名蒙面男子抢劫了山坡路上的储蓄银行，随后骑摩托车逃离现场，警方表示。没有人受伤。",
}


def story(*texts: str) -> Story:
    articles = (
        Article(id=chr(65 + n), path=f"{chr(97 + n)}.txt", text=text, paragraphs=((0, len(text)),))
        for n, text in enumerate(texts)
    )
    return Story("bank", None, tuple(articles))


def told(*texts: str) -> list[tuple[str, str | None]]:
    return [(notice.code, notice.article) for notice in obstacles(story(*texts))]


def test_two_articles_on_one_story_have_none() -> None:
    assert told(ROBBERY, RAID) == []


def test_a_single_article() -> None:
    assert told(ROBBERY) == [("single-article", "A")]


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language(language: str) -> None:
    assert told(ROBBERY, RAID, FOREIGN[language]) == [("other-language", "C")]


def test_half_an_article_in_another_language() -> None:
    text = f"{ROBBERY}\n\n{FOREIGN['German']}"
    cut = len(ROBBERY)
    assert is_foreign(Article(id="A", path="a.txt", text=text, paragraphs=((0, cut), (cut + 2, len(text)))))
    text = f"{ROBBERY}\n\n{RAID}\n\n{HEAT}\n\nDie Bank hat geschlossen, sagte der Leiter."
    ends = [len(ROBBERY), len(ROBBERY) + 2 + len(RAID)]
    spans = ((0, ends[0]), (ends[0] + 2, ends[1]), (ends[1] + 2, len(text)))
    assert not is_foreign(Article(id="A", path="a.txt", text=text, paragraphs=spans))


@pytest.mark.parametrize(
    "text",
    [
        "FOUR SOLDIERS KILLED IN RAID ON BORDER POST, ARMY SAYS; MINISTER CALLS MEETING OF COUNCIL FOR MONDAY MORNING.",
        "Sharon Lee Stone, accused of killing three people at a dairy in 1984, was found guilty by jurors Monday.",
        "Acme agreed to buy Basic Works, a maker of valves, for an undisclosed sum.",
        "Kurz.",
        "",
    ],
)
def test_terse_english_is_english(text: str) -> None:
    assert told(text, text) == []


def test_two_articles_on_two_stories() -> None:
    assert told(ROBBERY, HEAT) == [("other-story", "A"), ("other-story", "B")]


def test_one_article_of_another_story() -> None:
    assert told(ROBBERY, HEAT, RAID) == [("other-story", "B")]


def test_a_foreign_article_is_no_stranger() -> None:
    assert told(ROBBERY, FOREIGN["French"]) == [("other-language", "B")]


def test_groups_are_the_largest_first() -> None:
    assert groups(story(HEAT, ROBBERY, RAID).articles) == (("B", "C"), ("A",))
    assert groups(()) == ()


def test_short_articles_are_not_told_apart() -> None:
    assert told("Five people died in the fire.", "The blaze killed three, the mayor said.") == []
