"""What the tests of the web chat share: the types of their fixtures, and two questions."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

Visit = Callable[..., "Page"]
Served = Callable[..., AbstractContextManager[str]]
Ask = Callable[["Page", str], None]
Screenshot = Callable[["Page", str], None]

# The sample editions tell what the first asks, and not what the second asks.
ANSWERED = "榆巷农贸市场什么时候重新开门?"
UNANSWERED = "昨天纳斯达克指数收盘多少点?"
