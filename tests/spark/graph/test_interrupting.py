"""Ctrl-C while an engine works."""

import os
import signal
import threading
from contextlib import suppress

import pytest

from govgraph.spark.graph import interrupting
from govgraph.spark.graph.interrupting import end_soon, hear_interrupts, interrupt_once


def interrupt() -> None:
    """What Ctrl-C does."""
    os.kill(os.getpid(), signal.SIGINT)


def test_an_interrupt_that_a_library_swallows_is_raised_in_the_end() -> None:
    """Whatever the library then complains of."""

    def swallow() -> None:
        with hear_interrupts() as heard:
            with suppress(KeyboardInterrupt):
                interrupt()
            assert heard.heard
            raise ValueError

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        swallow()
    assert signal.getsignal(signal.SIGINT) is before


def test_what_goes_wrong_without_an_interrupt_is_told() -> None:
    """It is no interrupt."""
    with pytest.raises(ValueError, match="no"), hear_interrupts():
        raise ValueError("no")


def test_a_handler_of_somebody_else_is_left_alone() -> None:
    """A program that embeds us has its own way of ending."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with hear_interrupts() as heard:
            interrupt()
        assert not heard.heard
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)


def test_an_engine_that_keeps_silent_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither is what was to come after it."""
    monkeypatch.setattr(interrupting, "PATIENCE", 0.01)
    told, never = [], threading.Event()
    end_soon(lambda: told.append("one"), never.wait, lambda: told.append("two"))
    assert told == ["one"]
    never.set()


def test_an_engine_is_told_of_an_interrupt_once() -> None:
    """Its client would ask again for a minute."""

    class Client:
        def __init__(self) -> None:
            self.policies = ["again"]
            self.told: list[str] = []

        def set_retry_policies(self, policies: list[str]) -> None:
            self.policies = policies

        def interrupt_operation(self, operation: str) -> None:
            self.told.append(operation)
            raise OSError

    client = Client()
    interrupt_once(client)
    client.interrupt_operation("x")
    assert (client.told, client.policies) == (["x"], [])
