"""Many stories on several machines: the work of ``--jobs`` handed to a Dask cluster that somebody else runs.

The workers must see the folders of articles and reports under the paths that they have here, and have this version
of the program. Dask decides who does what, and does again what was lost with a worker.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeVar

from divergence.cli.jobs import Failed, attempt
from divergence.cli.resume import PROGRAM
from divergence.errors import UsageError
from divergence.review.cache import program_version

if TYPE_CHECKING:
    from distributed import Client, Future

T = TypeVar("T")
R = TypeVar("R")
SCHEME = "dask://"
SECONDS = 30
"""How long a scheduler may take to answer, and to have a first worker."""
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Parcel:
    """Work as it is sent to a worker."""

    work: Callable[[Any], Any]
    folder: str
    """Where relative paths start."""
    program: str
    """Digest of the program that sends it."""


def scattered(work: Callable[[T], R], items: Sequence[T], address: str) -> Iterator[R | Failed]:
    """What the work makes of each item, in their order, done by the workers of a scheduler (``dask://HOST:PORT``)."""
    if not items:
        return
    with _client(address) as client:
        told = pickle.dumps(Parcel(work, os.getcwd(), _program()))
        sent = client.submit(_as_it_is, told, pure=False)  # once for all items, and made again where it is lost

        def submit(item: T) -> Future[Any]:
            return client.submit(_attempt_there, sent, item, pure=False)

        futures = [submit(item) for item in items]
        try:
            for item in items:
                yield _result(futures[0], partial(submit, item))
                futures.pop(0).release()
        finally:
            client.cancel(futures)


def _result(future: Future[Any], again: Callable[[], Future[Any]]) -> Any:
    """What came of an item. Where workers were ended while they had it, another item may be to blame: it is tried again
    once, by when that one has been given up.
    """
    from distributed import KilledWorker

    try:
        return future.result()
    except KilledWorker:
        pass
    try:
        return again().result()
    except KilledWorker:
        return Failed("the workers that had it were ended, most likely for want of memory")


def _client(address: str) -> Client:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("--engine needs Dask: pip install 'source-divergence[dask]'.") from error
    place = address.removeprefix(SCHEME)
    try:
        client = Client(f"tcp://{place}", timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"No Dask scheduler answers at {place}.") from error
    try:
        client.wait_for_workers(1, timeout=SECONDS)
    except TimeoutError as error:
        client.close()
        raise UsageError(
            f"The Dask scheduler at {place} has no workers; start some with: dask worker {place}"
        ) from error
    return client


def _program() -> str:
    return program_version((*PROGRAM, "cli"), "")


def _as_it_is(told: bytes) -> bytes:
    return told


def _attempt_there(told: bytes, item: object) -> object:
    """One item on a worker; one at a time in a process, however many threads it has."""
    sent = _unpacked(told)
    if sent.program != _program():
        raise UsageError("A worker has another version of divergence; install the same version everywhere.")
    with _ONE_AT_A_TIME:
        try:
            os.chdir(sent.folder)
        except OSError as error:
            raise UsageError(
                f"A worker does not see {sent.folder}: the folders must have the same paths on all machines."
            ) from error
        return attempt(sent.work, item)


@lru_cache(maxsize=1)
def _unpacked(told: bytes) -> Parcel:
    sent = pickle.loads(told)  # noqa: S301 - from the scheduler, which can run anything here anyhow
    assert isinstance(sent, Parcel)
    return sent
