"""Work on other people's texts, done in a process apart that is ended where it takes too long or too much memory.

The process is forked from this one, so that what was loaded before is there at no cost. One does all the items of a
piece of work; where it is ended, another goes on with the item after. Where processes cannot be forked safely, the
work is done in this one and nothing ends it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from divergence.errors import DivergenceError, RenderError
from divergence.ingest.each import GivenUp

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from divergence.model.comparison import Comparison
    from divergence.report.format import Format, Presentation

T = TypeVar("T")
R = TypeVar("R")

SECONDS = 60
"""Seconds of the processor that an item may take whatever its length; a usual article takes one."""
BYTES_A_SECOND = 2_000
"""Bytes of an item for which it may take a second more; our own machines read seven times as many."""
WAITED = 5
"""How many times as long is waited for an item on a machine that does other things too."""
MEMORY = 1 << 30
"""Bytes that the work may take beyond what was there before."""
MEMORY_A_BYTE = 30
"""And bytes more for each byte of an item."""
_PR_SET_PDEATHSIG = 1
"""The option of ``prctl`` (2) by which a process ends with its parent, from ``linux/prctl.h``."""
TOO_MUCH = f"it took more than {MEMORY >> 30} GB of memory"

Size = Callable[[T], int]
"""How many bytes an item has, by which its time and memory are measured."""


def apart(work: Callable[[T], R], items: Sequence[T], size: Size[T]) -> Iterator[R | GivenUp]:
    """What the work makes of each item, in their order; an item that takes too much costs the others nothing.

    An error that says on purpose what to do is raised here; any other gives its item up.
    """
    done = 0
    while done < len(items):
        worker = _start(work, items[done:], size)
        if worker is None:
            yield _settled(_attempt(work, items[done]))
            done += 1
            continue
        try:
            for item in items[done:]:
                result, goes_on = worker.receive(_seconds(size(item)))
                done += 1
                yield _settled(result)
                if not goes_on:
                    break
        finally:
            worker.end()


def files_apart(work: Callable[[Path], R], items: Sequence[Path], /) -> Iterator[R | GivenUp]:
    """What the work makes of each file; what their readers need is loaded first, once for all such work."""
    from divergence.ingest.readers import load_libraries

    load_libraries(items)
    return apart(work, items, _bytes)


def rendered(form: Format, comparison: Comparison, look: Presentation) -> bytes:
    """A report's bytes. Raises RenderError where it cannot be made, or takes too much."""
    if form.load is None:
        return form.render(comparison, look)
    form.load()
    (result,) = apart(lambda compared: form.render(compared, look), [comparison], lambda _: 0)
    if isinstance(result, GivenUp):
        raise RenderError(f"{result.why}.")
    return result


def _settled(result: Any) -> Any:
    """The result, or its error raised here."""
    if isinstance(result, DivergenceError):
        raise result
    return result


def _attempt(work: Callable[[T], R], item: T) -> R | GivenUp | DivergenceError:
    """What the work makes of an item, or why it made nothing."""
    try:
        return work(item)
    except DivergenceError as error:
        return error
    except MemoryError:
        return GivenUp(TOO_MUCH)
    except Exception as error:  # a text that breaks the program must not cost the others their report
        what = f"{type(error).__name__}: {error}".rstrip(": ")[:200]
        return GivenUp(f"something unforeseen happened ({what})", "".join(traceback.format_exception(error)))


@dataclass(slots=True)
class _Worker:
    """A process that does items of work."""

    process: int
    results: Connection

    def receive(self, seconds: float) -> tuple[Any, bool]:
        """The next result, or why there is none; and whether the process goes on."""
        try:
            if self.results.poll(WAITED * seconds):
                return self.results.recv(), True
            signalled = int(signal.SIGXCPU)
        except EOFError:
            signalled = self.end()
        if signalled == signal.SIGXCPU:
            return GivenUp(f"it took more than {round(seconds)} seconds of the processor"), False
        how = f" by signal {signalled}" if signalled else ""
        return GivenUp(f"its process was ended{how}, most likely for want of memory"), False

    def end(self) -> int:
        """End the process and what it started, and tell which signal had ended it; 0 for none."""
        with contextlib.suppress(OSError):
            os.killpg(self.process, signal.SIGKILL)
        self.results.close()
        with contextlib.suppress(ChildProcessError):
            status = os.waitpid(self.process, 0)[1]
            return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        return 0


def _start(work: Callable[[T], R], items: Sequence[T], size: Size[T]) -> _Worker | None:
    """A process that does the work; None where it cannot be had."""
    from multiprocessing import Pipe

    if sys.platform != "linux":  # elsewhere a system's own libraries may not work in a process that was forked
        return None
    results, sender = Pipe(duplex=False)
    try:
        process = os.fork()
    except OSError:
        results.close()
        sender.close()
        return None
    if not process:
        with contextlib.suppress(BaseException):
            results.close()
            _work_through(work, items, size, sender)
        os._exit(0)
    sender.close()
    with contextlib.suppress(OSError):
        os.setpgid(process, process)
    return _Worker(process, results)


def _work_through(work: Callable[[T], R], items: Sequence[T], size: Size[T], sender: Connection) -> None:
    """Do all items in this process, which was made for it."""
    os.setpgid(0, 0)  # so that a process that a reader starts is ended too
    _end_with_parent()
    gc.freeze()  # no collection touches, and thereby copies, what was there before
    taken = _taken()
    for item in items:
        _bound(_seconds(size(item)), taken + MEMORY + MEMORY_A_BYTE * size(item))
        result = _attempt(work, item)
        try:
            sender.send(result)
        except (MemoryError, RecursionError):
            sender.send(GivenUp(TOO_MUCH))


def _end_with_parent() -> None:
    """Have this process ended with the one that waits for it, where the system can."""
    with contextlib.suppress(Exception):
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _bound(seconds: float, memory: int) -> None:
    """Limit what this process may take from now on, within the limits that it has."""
    import resource

    until = int(time.process_time() + seconds) + 1
    for what, most in ((resource.RLIMIT_CPU, until), (resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


@contextlib.contextmanager
def bounded(memory: int) -> Iterator[None]:
    """Limit what this process may take meanwhile, where the system can: what needs more ends in a MemoryError."""
    if sys.platform != "linux":
        yield
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_AS)
    most = min(limit for limit in (*before, _taken() + memory) if limit != resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


class TooLong(BaseException):
    """The work took too long; no part of it takes this for an error of its own, which it could live with."""


@contextlib.contextmanager
def timed(seconds: float) -> Iterator[None]:
    """Limit the seconds of the processor that this process may take meanwhile: what takes longer ends in TooLong.

    Not where the system has no such clock, nor in a thread beside others, to which no signal comes.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _taken() -> int:
    """Bytes of address space of this process."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _seconds(size: int) -> float:
    return SECONDS + size / BYTES_A_SECOND


def _bytes(file: Path) -> int:
    """The length of a file, so far as it can be told."""
    with contextlib.suppress(OSError):
        return os.lstat(file).st_size
    return 0
