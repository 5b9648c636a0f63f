"""Fits the process to serving: many small questions on many threads, for months."""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
from contextlib import suppress

from threadpoolctl import threadpool_limits

_ARENA_MAX = -8  # glibc's M_ARENA_MAX, see mallopt(3)
_ARENAS = 2


def fit_to_serving() -> None:
    """Set how this process uses cores and memory; call it before there are threads.

    Many questions at once keep all cores busy; matrices shared out between the cores as well cost
    five times as much, most of it in waiting for each other. And where every thread has memory of
    its own to give out, much of it is kept that nobody needs: some 50 MiB, and ever more.
    `tests/benchmarks/chat.py` measures both. A server that is told to stop ends in order: what
    was opened is closed, and files that were sent do not stay.
    """
    threadpool_limits(1, "blas")
    with suppress(AttributeError, OSError, TypeError):  # other systems have it not
        ctypes.CDLL(None).mallopt(_ARENA_MAX, _ARENAS)
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, lambda *_: sys.exit())
