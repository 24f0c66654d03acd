"""Many stories, spread over processes: the same results in the same order, and one bad story never costs the rest."""

from __future__ import annotations

import gc
import multiprocessing
import os
import re
import time
import traceback
from argparse import ArgumentTypeError, _ActionsContainer
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from divergence.cli.console import Console
from divergence.errors import DivergenceError, PipelineError, UsageError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")
FEWEST = 4
"""Fewer stories are done one after another unless jobs are asked for: starting processes would cost more."""
MOST = 8
"""Processes that are started without being asked for; each needs up to 400 MB."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A story that could not be done."""

    why: str
    trace: str = ""
    """Where in the program, for those who ask."""


def add_jobs(parser: _ActionsContainer) -> None:
    """How many stories are done at a time."""
    parser.add_argument(
        "--jobs",
        type=_number,
        metavar="N",
        help=f"how many stories to compare at once, each in its own process (default: one per processor, up to {MOST})",
    )


def add_engine(parser: _ActionsContainer) -> None:
    """Where the work is done."""
    parser.add_argument(
        "--engine",
        type=_engine,
        default="local",
        metavar="ENGINE",
        help="local (default), or dask://HOST:PORT: the workers of that Dask scheduler do the work and"
        " must see the same folders",
    )


def _engine(text: str) -> str:
    """The address of a scheduler; nothing for this machine."""
    if text == "local":
        return ""
    if not re.fullmatch(r"dask://[^/\s]+:\d+", text):
        raise ArgumentTypeError(f"{text!r} is neither local nor dask://HOST:PORT")
    return text


def _number(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not int(text):
        raise ArgumentTypeError(f"{text!r} is not a number of jobs (1 or more)")
    return int(text)


def choose_jobs(asked: int | None, stories: int) -> int:
    """How many processes to start for some stories; 1 means none beside this one."""
    if "fork" not in multiprocessing.get_all_start_methods():
        return 1
    if asked is not None:
        return min(asked, max(stories, 1))
    return min(len(os.sched_getaffinity(0)), stories, MOST) if stories >= FEWEST else 1


def attempt(work: Callable[[T], R], item: T) -> R | Failed:
    """What the work makes of an item, or why it made nothing; what would stop every item is raised."""
    try:
        return work(item)
    except (PipelineError, UsageError):
        raise
    except DivergenceError as error:
        return Failed(str(error))
    except Exception as error:
        why = f"something unforeseen happened ({type(error).__name__}: {error}); run again with --debug to see where"
        return Failed(why, "".join(traceback.format_exception(error)))


def spread(work: Callable[[T], R], items: Sequence[T], jobs: int, engine: str = "") -> Iterator[R | Failed]:
    """What the work makes of each item, in their order; with several jobs in processes forked from this one.

    What was loaded before is there in each of them at no cost. An engine other than this machine has its own workers.
    """
    if engine:
        from divergence.cli.cluster import scattered

        yield from scattered(work, items, engine)
        return
    if jobs < 2:
        yield from (attempt(work, item) for item in items)
        return
    from concurrent.futures.process import BrokenProcessPool

    gc.collect()
    gc.freeze()  # so that no collection touches, and thereby copies, what the processes share
    pool = _pool(work, jobs)
    try:
        results = [pool.submit(_attempt_here, item) for item in items]
        for item, result in zip(items, results, strict=True):
            try:
                yield result.result()
            except BrokenProcessPool:  # one was killed, which loses what all of them were doing
                yield _alone(work, item)
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


_here: list[Callable[..., object]] = []
"""The work of this process, given to it when it is forked."""


def _pool(work: Callable[[T], R], jobs: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_here.append, initargs=(work,))


def _attempt_here(item: object) -> Any:
    return attempt(_here[-1], item)


def _alone(work: Callable[[T], R], item: T) -> R | Failed:
    """The same in a process that does nothing else, so that its end concerns no other item."""
    from concurrent.futures.process import BrokenProcessPool

    pool = _pool(work, 1)
    try:
        done: R | Failed = pool.submit(_attempt_here, item).result()
    except BrokenProcessPool:
        return Failed("its process was ended from outside, most likely for want of memory")
    finally:
        pool.shutdown()
    return done


@dataclass(slots=True)
class Progress:
    """One line on how far a run over many stories is."""

    console: Console
    stories: int
    done: int = 0
    findings: int = 0
    skipped: int = 0
    """Stories that an earlier run had done."""
    since: float = field(default_factory=time.monotonic)

    def tell(self, id: str, findings: int, *, again: bool = False) -> None:
        """A story is done."""
        self.done += 1
        self.findings += findings
        self.skipped += again
        worked = self.done - self.skipped
        seconds = (time.monotonic() - self.since) / worked * (self.stories - self.done) if worked else 0
        left = f", about {_length(seconds)} left" if self.done < self.stories and worked else ""
        self.console.progress(f"story {self.done} of {self.stories}: {id}; {self.findings} disagreements so far{left}")


def _length(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"


def tell_failed(id: str, failed: Failed, debug: bool, console: Console) -> None:
    """Which story could not be done, and why."""
    if debug:
        for line in failed.trace.splitlines():
            console.note(line)
    console.note(failed.why if id in failed.why else f"{id}: {failed.why}")
