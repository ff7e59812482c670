"""Processes that share a long piece of work, each with a copy of all that was read."""

from __future__ import annotations

import ctypes
import gc
import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from mmap import ACCESS_READ, mmap
from tempfile import TemporaryFile
from typing import Any, NoReturn, TypeVar, cast

Item = TypeVar("Item")
Result = TypeVar("Result")

_LARGEST = 8
"""Processes: beyond these, what they say to each other costs more than they save."""
_LEAST_WORK = 256
"""Items; fewer are done sooner than they are shared."""
_END_WITH_PARENT = 1
"""``PR_SET_PDEATHSIG`` of Linux' ``prctl``: the signal that a process gets when its parent ends."""


@dataclass(frozen=True, slots=True)
class Crew:
    """``size`` processes. One process works alone, where a process cannot be copied there is one."""

    size: int = 1

    def map(
        self, work: Callable[[Item], Result], items: Sequence[Item], least: int = 0
    ) -> list[Result]:
        """``work`` of every item, in the order of the items; raises what ``work`` raises.

        Fewer items than ``least`` are not shared; without it, fewer than are worth a process.
        What ``work`` changes in memory may be lost; what it writes to files stays. Results are
        pickled.
        """
        shares = self.share(partial(_each, work), items, least)
        results: list[Any] = [None] * len(items)
        for number, found in enumerate(shares):
            results[number :: len(shares)] = found
        return results

    def share(
        self,
        work: Callable[[Sequence[Item]], Result],
        items: Sequence[Item],
        least: int = 0,
    ) -> list[Result]:
        """What ``work`` gives in each process for that one's items; fewer than ``least`` are one share."""
        size = min(self.size, len(items)) if len(items) >= (least or _LEAST_WORK) else 1
        own, *others = (items[number::size] for number in range(size))
        helpers = [_Helper(partial(work, share)) for share in others]
        try:
            return [work(own), *(helper.result() for helper in helpers)]
        finally:
            for helper in helpers:
                helper.close()

    def elsewhere(self, work: Callable[[], Result]) -> Result:
        """What ``work`` gives in another process, with which all that it loaded goes; one process works itself."""
        if self.size == 1:
            return work()
        with closing(_Helper(work)) as helper:
            return cast("Result", helper.result())

    @contextmanager
    def beside(self, work: Callable[[], object]) -> Iterator[None]:
        """Let another process do ``work`` while the block runs; where there is one, nobody does it.

        It is work that others will do themselves where they do not find it done: what it writes
        to files stays, and nothing is raised. It lets the others go first, yet no busy machine keeps
        it from its end, for which this one waits.
        """
        helper = _Helper(work, niceness=5) if self.size > 1 else None
        try:
            yield
        finally:
            if helper:
                helper.close()


def _each(work: Callable[[Item], Result], share: Sequence[Item]) -> list[Result]:
    return [work(item) for item in share]


ALONE = Crew()


def crew_at_hand() -> Crew:
    """As many processes as this machine runs at once.

    Only Linux copies a process at the price of nothing; a process with several threads must not
    be copied at all, for a lock that another thread holds stays locked in the copy.
    """
    can_copy = sys.platform.startswith("linux") and threading.active_count() == 1
    return Crew(min(len(os.sched_getaffinity(0)), _LARGEST)) if can_copy else ALONE


def _copy() -> int:
    """Copy this process: 0 in the copy, which ends when this one does; its number in this one."""
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process == 0:
        ctypes.CDLL(None).prctl(_END_WITH_PARENT, signal.SIGKILL)
    return process


class _Helper:
    """A copy of this process that does ``work`` and leaves what it gives in a file that both have open.

    With a niceness of 5 it gets a third of the time that others get where all want to work.
    """

    def __init__(self, work: Callable[[], Any], niceness: int = 0) -> None:
        self._answer = _nameless_file()
        self._process = _copy()
        if self._process == 0:
            os.nice(niceness)
            _work_and_exit(work, self._answer)

    def result(self) -> Any:
        """What the work gave. Raises what it raised; ``ChildProcessError`` where it was killed."""
        self._wait()
        if not os.fstat(self._answer).st_size:
            raise ChildProcessError("함께 일하던 프로그램이 끝까지 하지 못했습니다")
        with mmap(self._answer, 0, access=ACCESS_READ) as answer:
            is_done, value = pickle.loads(answer)
        if not is_done:
            raise value
        return value

    def close(self) -> None:
        """Wait until the helper is through, and let go of what it gave."""
        self._wait()
        os.close(self._answer)

    def _wait(self) -> None:
        if self._process:
            os.waitpid(self._process, 0)
            self._process = 0


def _nameless_file() -> int:
    """A file that goes with who has it open: in memory, among temporary files by a Python built for older systems."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("answer")
    with TemporaryFile() as file:
        return os.dup(file.fileno())


def _work_and_exit(work: Callable[[], Any], answer: int) -> NoReturn:
    """Do a helper's work and end it at once: nothing of what the parent has to end is its own.

    A helper that did not get through has given nothing.
    """
    try:
        try:
            told = pickle.dumps((True, work()))
        except Exception as error:  # whatever it is, the parent raises it
            told = pickle.dumps((False, error))
        with open(answer, "wb") as stream:
            stream.write(told)
    finally:
        sys.stderr.flush()
        os._exit(0)


class SharedLoop:
    """A loop that every process of a crew runs, each doing its own share of the rounds.

    ``number`` counts the processes; 0 is the one that was there before. Two processes build in .68
    of the time of one at 1,000 records and in .72 at 3,000, at most a tenth more of the
    processor's time (means of four runs each, in turn on a quiet machine).
    """

    def __init__(self, crew: Crew) -> None:
        self._size, self.number = crew.size, 0
        self._helpers: list[int] = []
        self._beside: list[_Helper] = []

    def beside(self, work: Callable[[], object]) -> None:
        """Let one more process do ``work`` until all ``meet``; where there is but one, that one does it now."""
        if self._size == 1:
            work()
        else:
            self._beside.append(_Helper(work))

    def part(self) -> None:
        """Become a crew: this call returns once in every process, each of which does its own rounds."""
        for number in range(1, self._size):
            process = _copy()
            if process == 0:
                self.number, self._helpers, self._beside = number, [], []
                return
            self._helpers.append(process)

    def own(self, rounds: Iterable[Item]) -> list[Item]:
        """The rounds that are this process'."""
        return list(islice(rounds, self.number, None, self._size))

    def others(self, rounds: Iterable[Item]) -> list[Item]:
        """The rounds that are not this process'."""
        return [one for number, one in enumerate(rounds) if number % self._size != self.number]

    def meet(self) -> bool:
        """Wait until all are through: whether they are; raises what went wrong beside them. A helper ends here."""
        if self.number:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)
        ends = [os.waitpid(process, 0)[1] for process in self._helpers]
        for helper in self._beside:
            helper.result()
        return not any(ends)


@contextmanager
def uncollected() -> Iterator[None]:
    """Read in the block without the collector, and leave what was read out of its later walks.

    Records stay until the process ends. Walking over millions of their values again and again
    to find none that is garbage costs a fifth of the time of reading.
    """
    with collector_paused():
        yield
        gc.freeze()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the collector from looking for garbage while the block makes much that stays."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
