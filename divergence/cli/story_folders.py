"""Where grouped articles lie: a folder a story, what is alone out of sight, and an account of why."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from divergence.cli.files import write_file
from divergence.cli.init import article_block
from divergence.errors import InputError
from divergence.model.text import Article, Notice
from divergence.review.decisions import toml_string

if TYPE_CHECKING:
    from divergence.group.grouping import Grouping
    from divergence.ingest.story import StoryInput

ALONE = ".alone"
"""A folder that no other command looks into."""
STAGED = ".divergence-new-"
"""How the name of a folder begins in which a story is put together."""
MOST_WORDS = 8
"""Words of a headline in the name of a story's folder."""
LONGEST_NAME = 100
"""Characters of that name."""
_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Loose:
    """An article to be grouped, and the file it stands in."""

    path: Path
    article: Article
    story: str = ""
    """The story that it lies in already."""
    kept: bool = False
    """Whether its file lies in the folder of stories, in a story or alone."""
    source: str = ""
    """Where it stands among the sources of this run, for one that is kept and stands there too."""

    @property
    def origin(self) -> str:
        """Where it came from, so far as this run can see."""
        return self.source or self.article.place

    @property
    def key(self) -> str:
        """What it is known by in later runs: its words and who published them, whatever its file."""
        from divergence.group.profile import text_key

        told = "\0".join((text_key(self.article), self.article.source or "", self.article.url or ""))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Placed:
    """An article in its story."""

    story: str
    file: str
    origin: str
    """The file, and the entry of it, from which it came."""
    why: str
    chance: float | None
    is_new: bool
    story_is_new: bool


@dataclass(frozen=True, slots=True)
class Folders:
    """The folder of stories."""

    top: Path
    ACCOUNT: ClassVar[str] = "grouping.json"

    def inputs(self) -> list[StoryInput]:
        """The stories in the folder, and what is alone as one more."""
        from divergence.ingest.story import find_stories

        found: list[StoryInput] = []
        for place in (self.top, self.top / ALONE):
            if place.is_dir() and not place.is_symlink() and any(place.iterdir()):
                try:
                    found += find_stories([place])
                except InputError:
                    continue
        return found

    def write(self, articles: Sequence[Loose], found: Grouping, *, link: bool) -> list[Placed]:
        """Put every article into its story, and what has none aside. Raises InputError where that cannot be written."""
        before = {loose.story for loose in articles if loose.story}
        taken = set(before) | {entry.name for entry in self.top.iterdir()} if self.top.is_dir() else set(before)
        placed = []
        try:
            for left in self.top.glob(f"{STAGED}*"):  # by a run that was ended
                shutil.rmtree(left, ignore_errors=True)
            for numbers in found.groups:
                members = [articles[number] for number in numbers]
                story = next((loose.story for loose in members if loose.story), "") or _free(_name(members), taken)
                taken.add(story)
                files = self._fill(story, members, new=story not in before, link=link)
                for number, loose, file in zip(numbers, members, files, strict=True):
                    tie = found.ties.get(number)
                    why = f"with {articles[tie.to].origin}: {tie.why}" if tie else ""
                    chance = round(tie.chance, 3) if tie else None
                    placed.append(Placed(story, file, loose.origin, why, chance, not loose.story, story not in before))
            lone = [articles[number] for number in found.alone if not articles[number].kept]
            _put(self.top / ALONE, [*zip(_file_names(lone, _names_in(self.top / ALONE)), lone, strict=True)], link)
        except OSError as error:
            raise InputError(f"Cannot write into {self.top}: {error.strerror or error}.") from error
        return placed

    def _fill(self, story: str, members: Sequence[Loose], *, new: bool, link: bool) -> list[str]:
        """Put the members of a story that are not there yet into its folder; the names of all members' files."""
        here = next((loose.path.parent for loose in members if loose.story), self.top / story)
        coming = [loose for loose in members if not loose.story]
        names = dict(zip(map(id, coming), _file_names(coming, _names_in(here)), strict=True))
        files = [(names[id(loose)], loose) for loose in coming]
        if new:  # a story is there as a whole or not at all
            staged = self.top / f"{STAGED}{os.getpid()}"
            _put(staged, files, link)
            staged.rename(here)
        elif files:
            _put(here, files, link)
        for loose in coming:
            if loose.kept:
                _remove_alone(loose.path)
        return [names.get(id(loose)) or loose.path.name for loose in members]

    def tell(self, placed: Iterable[Placed], alone: Iterable[tuple[Loose, str]], notices: Iterable[Notice]) -> None:
        """Write the account, with where each article once came from."""
        earlier = self._origins()
        stories: dict[str, list[dict[str, Any]]] = {}
        for one in sorted(placed, key=lambda one: (one.story, one.file)):
            record = {key: value for key, value in asdict(one).items() if key in ("file", "origin", "why", "chance")}
            record["origin"] = earlier.get((one.story, one.file), one.origin)
            stories.setdefault(one.story, []).append(record)
        data = {
            "format": "divergence-grouping",
            "version": 1,
            "stories": stories,
            "alone": [{"origin": loose.origin, "title": loose.article.title, "why": why} for loose, why in alone],
            "notices": sorted({notice.message for notice in notices}),
        }
        text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
        write_file(self.top / self.ACCOUNT, text.encode("utf-8", "backslashreplace"))

    def _origins(self) -> Mapping[tuple[str, str], str]:
        """Where the articles that an earlier run placed came from."""
        try:
            data = json.loads((self.top / self.ACCOUNT).read_bytes())
            return {(s, a["file"]): a["origin"] for s, articles in data["stories"].items() for a in articles}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _put(folder: Path, files: Sequence[tuple[str, Loose]], link: bool) -> None:
    """Put articles into a folder, with what is known about them in its story file."""
    from divergence.ingest.story_file import NAME

    if not files:
        return
    folder.mkdir(parents=True, exist_ok=True)
    stated = folder / NAME
    before = stated.read_bytes() if stated.is_file() and not stated.is_symlink() else b""
    blocks = [article_block(name, loose.article) for name, loose in files]
    new = [block for block in blocks if block.encode() not in before]
    write_file(stated, b"\n".join([*([before] if before else []), *(block.encode() for block in new)]))
    for name, loose in files:
        if loose.article.part:
            write_file(folder / name, _text(loose.article).encode("utf-8", "replace"))
        elif link:
            (folder / name).unlink(missing_ok=True)
            os.link(loose.path, folder / name, follow_symlinks=False)
        else:
            shutil.copyfile(loose.path, folder / name, follow_symlinks=False)


def _remove_alone(path: Path) -> None:
    """Take our own copy of an article that has found company out of those that are alone, with what is told of it."""
    from divergence.ingest.story_file import NAME

    path.unlink(missing_ok=True)
    stated = path.parent / NAME
    blocks = stated.read_text(encoding="utf-8").split("\n\n") if stated.is_file() else []
    own = f"[[article]]\nfile = {toml_string(path.name)}\n"
    kept = [block for block in blocks if not f"{block.strip()}\n".startswith(own)]
    write_file(stated, "\n\n".join(kept).encode())


def _text(article: Article) -> str:
    """An article's paragraphs as a text file."""
    return "\n\n".join(" ".join(article.text[start:end].split()) for start, end in article.paragraphs) + "\n"


def _names_in(folder: Path) -> set[str]:
    return {entry.name.casefold() for entry in folder.iterdir()} if folder.is_dir() else set()


def _file_names(articles: Sequence[Loose], taken: set[str]) -> list[str]:
    """A free name for each article's file, as like its own as can be."""
    names = []
    for loose in articles:
        own = f"{loose.path.stem}-{loose.article.part}.txt" if loose.article.part else loose.path.name
        stem, dot, ending = own.partition(".")
        name, number = own, 2
        while name.casefold() in taken:
            name, number = f"{stem}-{number}{dot}{ending}", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _name(members: Sequence[Loose]) -> str:
    """A name for a story's folder: its first day and the headline of its first article."""
    first = members[0].article
    headline = first.title or _text(first).split("\n", 1)[0]
    plain = unicodedata.normalize("NFKD", headline).encode("ascii", "ignore").decode().lower()
    words = [word for word in _NOT_IN_A_NAME.split(plain) if word][:MOST_WORDS]
    days = sorted(loose.article.published[:10] for loose in members if loose.article.published)
    return "-".join([*days[:1], *words])[:LONGEST_NAME].strip("-") or "story"


def _free(name: str, taken: Iterable[str]) -> str:
    known = {one.casefold() for one in taken}
    free, number = name, 2
    while free.casefold() in known:
        free, number = f"{name}-{number}", number + 1
    return free
