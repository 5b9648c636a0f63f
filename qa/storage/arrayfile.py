"""Files of NumPy arrays that are written once, carry checksums, and are mapped into memory."""

from __future__ import annotations

import json
import mmap
import os
import zlib
from typing import TYPE_CHECKING, Any

import numpy as np

from qa.errors import DamagedError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_MAGIC = b"WBA1"
_ALIGNMENT = 64


def write_arrays(path: Path, arrays: Sequence[NDArray[Any]]) -> None:
    """Write one-dimensional arrays to `path`; what was there stands until all is written.

    The file is the magic, the head's length and CRC-32, the head (a JSON list of dtype, length and
    CRC-32 of each array), and the arrays, each at a multiple of 64 bytes.
    """
    bodies = [array.tobytes() for array in arrays]
    parts = [
        [array.dtype.str, len(array), zlib.crc32(body)]
        for array, body in zip(arrays, bodies, strict=True)
    ]
    head = json.dumps(parts).encode()
    start = _MAGIC + len(head).to_bytes(4, "little") + zlib.crc32(head).to_bytes(4, "little")
    unfinished = path.with_name(path.name + ".part")
    with unfinished.open("wb") as file:
        file.write(start + head)
        for body in bodies:
            file.write(bytes(-file.tell() % _ALIGNMENT))
            file.write(body)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def read_arrays(path: Path, *, check: bool = False) -> list[NDArray[Any]]:
    """Return the arrays in `path`, read-only and mapped: their bytes are read when needed.

    Args:
        path: what `write_arrays` wrote.
        check: read all of it and compare the checksums.

    Raises:
        DamagedError: the file is missing, cut off or changed.
    """
    try:
        with path.open("rb") as file:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:  # ValueError: the file is empty
        raise _damaged(path, f"it cannot be read ({error})") from error
    length, crc = (int.from_bytes(data[at : at + 4], "little") for at in (4, 8))
    head = data[12 : 12 + length]
    if data[:4] != _MAGIC or zlib.crc32(head) != crc:
        raise _damaged(path, "its head is damaged")
    arrays: list[NDArray[Any]] = []
    at = 12 + length
    for dtype, count, body_crc in json.loads(head):
        at += -at % _ALIGNMENT
        size = count * np.dtype(dtype).itemsize
        if at + size > len(data):
            raise _damaged(path, "its end is missing")
        if check and zlib.crc32(memoryview(data)[at : at + size]) != body_crc:
            raise _damaged(path, "its checksum is wrong")
        arrays.append(np.frombuffer(data, dtype, count, at))
        at += size
    return arrays


def _damaged(path: Path, why: str) -> DamagedError:
    return DamagedError(f"{path} is damaged: {why}. Mend it: wenbao check")
