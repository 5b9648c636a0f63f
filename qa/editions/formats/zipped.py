"""Zip files: which members are pages, and refusing those that would grow beyond measure."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from qa.errors import EditionError, Fault

# What the standard library raises for zip files that are broken in one way or another.
UNPACK_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
)
LARGEST_ZIP = 512 * 2**20  # bytes, packed
_LARGEST_UNPACKED = 1024 * 2**20
_LARGEST_MEMBER = 256 * 2**20
_MOST_MEMBERS = 20_000
_MOST_GROWTH = 200  # times; text packs some three to ten times
_SMALL = 2**20  # members below this are harmless at any ratio


def check_archive(data: bytes, name: str) -> list[zipfile.ZipInfo]:
    """Return a zip file's members, after checking that unpacking them is safe.

    Raises:
        EditionError: if it is broken, locked, or a bomb.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
    except UNPACK_ERRORS as error:
        raise EditionError(
            f"{name}: broken zip file ({error}); pack it again", Fault.BROKEN
        ) from None
    if len(members) > _MOST_MEMBERS:
        raise EditionError(
            f"{name}: {len(members)} files; pack at most {_MOST_MEMBERS} together", Fault.TOO_MANY
        )
    if any(member.flag_bits & 1 for member in members):
        raise EditionError(
            f"{name}: locked with a password; pack it again without one", Fault.LOCKED
        )
    for member in members:
        grows = member.file_size > max(_SMALL, _MOST_GROWTH * max(member.compress_size, 1))
        if grows or member.file_size > _LARGEST_MEMBER:
            raise EditionError(
                f"{name}: {member.filename} would unpack from {member.compress_size} to "
                f"{member.file_size} bytes, as a zip bomb does; unpack it and give the pages",
                Fault.UNPACKS_TOO_LARGE,
            )
    if sum(member.file_size for member in members) > _LARGEST_UNPACKED:
        raise EditionError(
            f"{name}: unpacks to more than {_LARGEST_UNPACKED // 2**20} MB; pack fewer editions",
            Fault.UNPACKS_TOO_LARGE,
        )
    return members


def unpack(data: bytes, name: str) -> Iterator[tuple[str, bytes | EditionError]]:
    """Yield the names and bytes of a zip file's members, sorted; a broken one as its error.

    Raises:
        EditionError: if the zip file itself cannot be used.
    """
    members = [member for member in check_archive(data, name) if not member.is_dir()]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for member in sorted(members, key=member_name):
            inside = member_name(member)
            try:
                with packed.open(member) as opened:
                    content = opened.read(member.file_size + 1)
            except UNPACK_ERRORS as error:
                yield (
                    inside,
                    EditionError(
                        f"{name}/{inside}: broken in its zip file ({error})", Fault.BROKEN
                    ),
                )
                continue
            if len(content) > member.file_size:
                yield (
                    inside,
                    EditionError(
                        f"{name}/{inside}: larger than its zip file says; refused",
                        Fault.UNPACKS_TOO_LARGE,
                    ),
                )
                continue
            yield inside, content


def member_name(member: zipfile.ZipInfo) -> str:
    """Return a member's name; old Chinese zip files keep it in GBK without saying so."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        raw = member.filename.encode("cp437")
    except UnicodeEncodeError:
        return member.filename
    for encoding in ("utf-8", "gbk"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
