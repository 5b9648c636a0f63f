"""Who may open the pages, and who may bring in editions."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qa import UsageError


@dataclass(frozen=True, slots=True)
class Access:
    """Readers and editors with their passwords; without any, the pages are open to everyone."""

    readers: Mapping[str, str] = field(default_factory=dict)
    editors: Mapping[str, str] = field(default_factory=dict)
    anyone_uploads: bool = False

    @property
    def login_required(self) -> bool:
        """Whether one must sign in."""
        return bool(self.readers or self.editors)

    @property
    def uploads(self) -> bool:
        """Whether there is anyone who may bring in editions."""
        return self.anyone_uploads or bool(self.editors)

    def check(self, name: str, password: str) -> bool:
        """Return whether this is a reader's or an editor's name and password."""
        known = {**self.readers, **self.editors}.get(name, "")
        same = hmac.compare_digest(known.encode(), password.encode())
        return bool(known) and same

    def may_upload(self, name: str | None) -> bool:
        """Return whether who signed in as `name`, None for nobody, may bring in editions."""
        return self.anyone_uploads or (name is not None and name in self.editors)


def passwords(pairs: Sequence[str]) -> dict[str, str]:
    """Return the passwords by name of ``NAME:PASSWORD`` arguments.

    Raises:
        UsageError: one of them is of another form; it is not repeated in the message.
    """
    found = {}
    for number, pair in enumerate(pairs, 1):
        name, _, password = pair.partition(":")
        if not name or not password:
            raise UsageError(f"Account number {number} is not of the form NAME:PASSWORD.")
        found[name] = password
    return found
