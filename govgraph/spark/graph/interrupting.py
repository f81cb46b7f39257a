"""Ctrl-C while an engine works: heard once, and then nobody is waited for."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

PATIENCE = 3
"""Seconds for which an engine is waited for that is told to end."""


@dataclass(slots=True)
class Interrupt:
    """Hears an interrupt, as the handler of the signal.

    Attributes:
        heard: whether somebody has interrupted.
    """

    heard: bool = False

    def __call__(self, _: int, __: FrameType | None) -> None:
        """Note the signal, and interrupt as Python does."""
        self.heard = True
        raise KeyboardInterrupt


@contextmanager
def hear_interrupts() -> Iterator[Interrupt]:
    """Note an interrupt, and raise it in the end if a library has swallowed it on the way.

    An engine within this process may listen to the signal itself, and be gone before its client
    knows why: from here on it is Python's alone. Elsewhere than in the main thread, and where
    somebody has a handler of their own, nothing is changed.
    """
    interrupt = Interrupt()
    before = signal.getsignal(signal.SIGINT)
    ours = before is signal.default_int_handler or isinstance(before, Interrupt)
    if not ours or threading.current_thread() is not threading.main_thread():
        yield interrupt
        return
    signal.signal(signal.SIGINT, interrupt)
    try:
        yield interrupt
    except Exception:
        if interrupt.heard:
            raise KeyboardInterrupt from None
        raise
    finally:
        signal.signal(signal.SIGINT, before)


def interrupt_once(client: Any) -> None:  # noqa: ANN401 - Spark's client has no public type
    """Make Spark's client tell the engine of an interrupt once, and not wait for an answer."""
    interrupt = client.interrupt_operation

    def tell(operation: str) -> None:
        client.set_retry_policies([])
        end_soon(lambda: interrupt(operation))

    client.interrupt_operation = tell


def end_soon(*ends: Callable[[], object]) -> None:
    """Do what ends something, one after another, but wait no longer than `PATIENCE` for all."""

    def end_all() -> None:
        for end in ends:
            with suppress(Exception):
                end()

    ending = threading.Thread(target=end_all, daemon=True)
    ending.start()
    ending.join(PATIENCE)
