"""What a quote says, with the place that it is from, and whether that holds what is claimed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.forms.quantities.figures import numbers_in, ordinals_in, times_in
from qa.generation.claims import in_values, letters, tells_year
from qa.text import blanked, fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from qa.forms.quantities.figures import Figure
    from qa.generation.claims import Claim
    from qa.generation.naming import Named
    from qa.types import DateMention, Hit, Span

# `8月1日|至|5日`, `8月1日夜间|至|2日`, which are several days
_RANGE = re.compile(r"[至到~—–-]")


@dataclass(frozen=True, slots=True)
class Days:
    """Days that a quote names, and whether as a range from the first to the last."""

    since: date
    until: date
    is_range: bool = False
    tells_year: bool = True

    @property
    def months(self) -> int:
        """How many months they are, those not whole among them."""
        years = self.until.year - self.since.year
        return years * 12 + self.until.month - self.since.month + 1

    def are_told_in(self, days: DateMention, *, of_any_year: bool) -> bool:
        """Return whether they lie within `days`, in whichever year if neither tells one."""
        if days.since <= self.since and self.until <= days.until:
            return True
        first, last, since, until = (
            (day.month, day.day) for day in (days.since, days.until, self.since, self.until)
        )
        return of_any_year and not self.tells_year and first <= since and until <= last


@dataclass(frozen=True, slots=True)
class Support:
    """What a quote with the place that it is from says, ready to be compared with claims."""

    letters: str  # without punctuation
    values: str  # as `in_values` writes it
    around: str  # the letters of the whole passage: who is meant by `他`
    figures: tuple[Figure, ...]
    days: tuple[Days, ...]
    printed: tuple[date, ...]  # days of the editions

    def holds(self, claim: Claim) -> bool:
        """Return whether the quote holds what is claimed, names also by what stands around it."""
        return self._holds(claim, self.around)

    def states(self, claim: Claim) -> bool:
        """Return whether the quote itself holds what is claimed."""
        return self._holds(claim, self.letters)

    def _holds(self, claim: Claim, named_in: str) -> bool:
        if len(claim.clause) > len(claim.text) and claim.clause in self.letters:
            return True
        if claim.quoted:
            return in_values(fold(claim.text)) in self.values
        if claim.days:
            return self._holds_days(claim, claim.days)
        if claim.figure:
            return self._holds_figure(claim.figure)
        if claim.weekday is not None:
            told = any(day.since.weekday() == claim.weekday for day in self.days)
            return told or letters(fold(claim.text)) in self.letters
        return claim.named is not None and _is_named(claim.named, named_in)

    def _holds_figure(self, figure: Figure) -> bool:
        of_year = not figure.kind and any(
            one.since.year == figure.value == one.until.year for one in self.days
        )  # `2021级`
        of_months = figure.kind == "months" and any(
            one.is_range and one.months == figure.value * figure.unit for one in self.days
        )  # `前5个月`, of `1月至5月`
        return of_year or of_months or any(figure.is_same(one) for one in self.figures)

    def _holds_days(self, claim: Claim, days: DateMention) -> bool:
        if claim.of_edition and any(days.since <= day <= days.until for day in self.printed):
            return True
        written = fold(claim.text)
        if _RANGE.search(written) and days.since != days.until:
            starts, ends = ({getattr(one, end) for one in self.days} for end in ("since", "until"))
            return days.since in starts and days.until in ends
        of_any_year = not tells_year(written)
        return any(
            one.are_told_in(days, of_any_year=of_any_year)
            or (one.is_range and (days.since == one.since or days.until == one.until))
            for one in self.days
        )


def support(hit: Hit, span: Span) -> Support:
    """Return what a stretch of a hit's article says, and what is printed over it."""
    article, edition = hit.article, hit.edition
    quote = fold(article.text[span.start : span.end])
    printed = (article.banner, article.kicker, article.headline, article.subhead)
    people = (*article.reporters, *article.correspondents, edition.paper)
    text = "\n".join((quote, *map(fold, printed), *map(fold, people)))
    page = f"第{fold(article.page)}版" if article.page else ""
    mentions = [one for one in article.dates if span.start <= one.start and one.end <= span.end]
    times = times_in(text)
    figures = (
        *numbers_in(blanked(text, (one.span for one in times))),
        *times,
        *ordinals_in(f"{text}\n{page}"),
    )
    days = (_days(one, quote[one.start - span.start : one.end - span.start]) for one in mentions)
    around = letters(f"{text}\n{page}\n{fold(hit.passage.text)}")
    printed_on = (edition.date,) if edition.date else ()
    return Support(letters(text), in_values(text), around, figures, tuple(days), printed_on)


def _is_named(named: Named, where: str) -> bool:
    whole = any(letters(one) in where for one in (named.text, *named.otherwise))
    return whole or (bool(named.words) and all(one in where for one in named.words))


def _days(mention: DateMention, written: str) -> Days:
    is_range = mention.since != mention.until and bool(_RANGE.search(written))
    return Days(mention.since, mention.until, is_range, tells_year(written))


def together(supports: Iterable[Support]) -> Support:
    """Return what several quotes say together."""
    known = list(supports)
    return Support(
        "\n".join(one.letters for one in known),
        "\n".join(one.values for one in known),
        "\n".join(one.around for one in known),
        tuple(figure for one in known for figure in one.figures),
        tuple(days for one in known for days in one.days),
        tuple(day for one in known for day in one.printed),
    )
