"""Who is connected to a preview: few at once, and each has to say soon what it wants."""

import socket
from contextlib import suppress
from threading import Lock
from time import monotonic

MOST_AT_ONCE = 64
PATIENCE = 10.0
"""After how many seconds a request that is not whole is cut off, however slowly it goes on."""


class Connections:
    """The connections that are open, and since when those are waited for that have not asked.

    Args:
        most: how many may be open at once.
        patience: for how many seconds a request is waited for.
    """

    def __init__(self, most: int = MOST_AT_ONCE, patience: float = PATIENCE) -> None:
        self.most = most
        self.patience = patience
        self._lock = Lock()
        self._open: set[socket.socket] = set()
        self._since: dict[socket.socket, float] = {}

    def __len__(self) -> int:
        return len(self._open)

    def admit(self, connection: socket.socket) -> bool:
        """Let a connection in, unless there are too many."""
        with self._lock:
            if len(self._open) >= self.most:
                return False
            self._open.add(connection)
            self._since[connection] = monotonic()
            return True

    def heard(self, connection: socket.socket) -> None:
        """Its request is whole; it may now be answered for as long as it takes."""
        with self._lock:
            self._since.pop(connection, None)

    def forget(self, connection: socket.socket) -> None:
        """It is closed."""
        with self._lock:
            self._open.discard(connection)
            self._since.pop(connection, None)

    def cut_off_the_slow(self) -> None:
        """End those whose request has been waited for too long."""
        latest = monotonic() - self.patience
        with self._lock:
            slow = [each for each, since in self._since.items() if since <= latest]
            for connection in slow:
                del self._since[connection]
                with suppress(OSError):  # it has gone by itself
                    connection.shutdown(socket.SHUT_RDWR)
