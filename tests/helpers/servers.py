"""What a test needs that starts a server of its own."""

from __future__ import annotations

import signal
import socket


def heed_interrupts() -> None:
    """Let Ctrl+C through even where the tests run in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def free_port() -> int:
    """A port that nothing uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
