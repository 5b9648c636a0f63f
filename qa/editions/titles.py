"""Titles: which of the short lines between two texts is banner, kicker, headline or subhead.

Place tells more than form. Reading down to the text: banner, kicker, headline, subhead, byline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qa.editions import patterns
from qa.editions.furniture import is_date_alone
from qa.editions.likeness import is_one_story, shared_with_text
from qa.editions.rejoin import is_finished
from qa.editions.seams import goes_on_odds
from qa.editions.shorts import (
    SHORTEST_CUT,
    SURELY,
    FlowContext,
    leads_on,
    lone_short,
    looks_like_caption,
    short_roles,
)
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.atoms import Atom

_LONGEST_SUBHEAD = 30  # characters
_LONGEST_HEADING_WITHIN = 14
_SHORTEST_WITH_HEADINGS = 150  # characters of an article before its first inner heading
_SHORTEST_HEADLINE = 5
_SHORT_CLAUSE = 10  # characters
# Of its pairs of characters with the text below: 95 in 100 headlines of broadcast news share
# more, 95 in 100 banners less (tests/benchmarks/segmentation.py has both).
_BANNER_SHARES_LESS_THAN = 0.3


def title_roles(run: Sequence[Atom], context: FlowContext) -> list[Role]:
    """Return the role of each line of a run of headings and short lines."""
    signed = _signature_end(run) if context.notice and context.before is not None else 0
    rest = run[signed:]
    return [Role.BODY] * signed + (_title_roles(rest, context) if rest else [])


def _title_roles(run: Sequence[Atom], context: FlowContext) -> list[Role]:
    headings = [i for i, atom in enumerate(run) if atom.is_heading]
    if headings and _is_crosshead_run(run, context):
        return [Role.BODY] * len(run)
    if headings:
        return _roles_with_headings(run, headings, context)
    if _is_photo_item(run, context):
        return [*short_roles(run[:-1], context), Role.BANNER]
    cut = _cut_pieces(run, context)
    if cut == len(run):
        return short_roles(run, context)
    if cut:
        titles, pieces = run[:-cut], run[-cut:]
        below = replace(context, before=None)
        above = replace(context, follows=pieces[0].as_role(Role.BODY))
        return _title_roles(titles, above) + short_roles(pieces, below)
    if _opens_text(context.follows) and _begins_article(context):
        return _plain_title_roles(run, context)
    if _is_plain_title(run, context):
        return _plain_title_roles(run, context)
    if (context.headless or context.briefs) and _is_headless_title(run, context):
        return _plain_title_roles(run, context)
    return short_roles(run, context)


def _signature_end(run: Sequence[Atom]) -> int:
    """How many lines at the start of `run` sign a notice: who gives it, and the date."""
    for i, atom in enumerate(run[:4]):
        if is_date_alone(atom.folded):
            return i + 1
    before_title = len(run) > 1 and run[1].is_heading
    return int(bool(patterns.OFFICE.search(run[0].folded)) and not before_title)


def _opens_text(atom: Atom | None) -> bool:
    """Whether a byline or `上接第1版` follows, which stand between a title and its text."""
    return atom is not None and (
        atom.role is Role.BYLINE or (atom.role is Role.JUMP and not leads_on(atom))
    )


def _begins_article(context: FlowContext) -> bool:
    """Whether the byline after the run opens an article: text comes after it."""
    return context.second is not None and context.second.role in (Role.BODY, Role.BYLINE, None)


def _cut_pieces(run: Sequence[Atom], context: FlowContext) -> int:
    """How many lines at the end of `run` are the first of a sentence that the next ones end."""
    follows, count = context.follows, 0
    if follows is None or follows.role is not Role.BODY:
        return 0
    for atom in reversed(run):
        on = goes_on_odds(atom.folded, follows.folded) > 0 or "," in atom.folded
        if atom.is_heading or not on or looks_like_caption(atom):
            return count
        follows, count = atom, count + 1
    return count


def _is_photo_item(run: Sequence[Atom], context: FlowContext) -> bool:
    """Whether the run ends with a plain `图说新闻` and a picture follows."""
    follows = context.follows
    pictured = follows is not None and follows.role is Role.CAPTION
    return pictured and bool(patterns.PHOTO_BANNER.fullmatch(run[-1].folded))


def _is_plain_title(run: Sequence[Atom], context: FlowContext) -> bool:
    """Whether a short line without a byline opens an article: it tells of the text below it.

    A crosshead is shorter, and tells of the article above too.
    """
    last, above = _last_title(run), context.above
    if _is_notice_name(last, context):
        return True
    if not _is_headless_title(run, context) or "," in last.folded:
        return False
    if len(run) > 1 and _ends_as_kicker(run[-2]):
        return True
    tells = shared_with_text(last.folded, context.text)
    return (
        len(last.folded) >= SHORTEST_CUT
        and context.follows is not None
        and goes_on_odds(last.folded, context.follows.folded) < -SURELY
        and tells > _BANNER_SHARES_LESS_THAN
        and tells > 2 * shared_with_text(last.folded, above)
    )


def _last_title(run: Sequence[Atom]) -> Atom:
    """The last line that is no subhead, or the last of all."""
    return next((atom for atom in reversed(run) if not _is_subhead(atom)), run[-1])


def _is_notice_name(atom: Atom, context: FlowContext) -> bool:
    """Whether a short line names a notice, such as `遗失声明`, with its text below."""
    follows, before = context.follows, context.before
    named = patterns.NOTICE_HEADLINE.fullmatch(atom.folded) and len(atom.folded) < SHORTEST_CUT
    after_text = before is None or is_finished(before.folded)
    return bool(named and after_text and follows is not None and follows.role is Role.BODY)


def _is_headless_title(run: Sequence[Atom], context: FlowContext) -> bool:
    """On a page without marked headings, a short line between finished text and fresh text."""
    follows, before = context.follows, context.before
    if follows is None or follows.role is not Role.BODY or patterns.NO_START.match(follows.folded):
        return False
    if before is not None and not is_finished(before.folded):
        return False
    last = _last_title(run)
    if len(last.folded) < SHORTEST_CUT and not context.briefs:
        fits = shared_with_text(last.folded, context.text) > _BANNER_SHARES_LESS_THAN
        if not fits:  # it may be a crosshead
            return False
    return (
        len(last.folded) >= _SHORTEST_HEADLINE
        and not is_one_story(context.above, context.text)
        and not patterns.CAPTION_WORDS.search(last.folded)
        and not patterns.ENUMERATOR.match(last.folded)
    )


def _is_crosshead_run(run: Sequence[Atom], context: FlowContext) -> bool:
    """Whether a lone heading stands within the article above it: numbered, or short and apt."""
    follows, title = context.follows, run[0].folded
    within = len(run) == 1 and context.before is not None
    if not within or follows is None or follows.role is not Role.BODY:
        return False
    if patterns.ENUMERATOR.match(title):
        return True
    short = len(title) <= _LONGEST_HEADING_WITHIN and not _is_named_banner(run[0])
    is_own_title = shared_with_text(title, context.text) > 2 * _BANNER_SHARES_LESS_THAN
    long_enough = len(context.above) >= _SHORTEST_WITH_HEADINGS
    return short and long_enough and not is_own_title and is_one_story(context.above, context.text)


def _is_subhead(atom: Atom) -> bool:
    return bool(patterns.SUBHEAD_START.match(atom.folded))


def _ends_as_kicker(atom: Atom) -> bool:
    return atom.folded.endswith((":", "——", "—", "--"))


def _is_named_banner(atom: Atom) -> bool:
    folded = atom.folded.strip(" []【】|·")
    named = (patterns.PHOTO_BANNER, patterns.BRIEFS_BANNER, patterns.NOTICE_BANNER)
    return any(pattern.fullmatch(folded) for pattern in named)


def _is_section_name(atom: Atom) -> bool:
    """Whether a plain line reads as the name of a section, such as `民生关注`."""
    return not atom.is_heading and bool(patterns.SECTION_NAME.fullmatch(atom.folded))


def _is_slogan(atom: Atom, context: FlowContext) -> bool:
    """Whether a line is a motto in two parts that its article says nothing of."""
    two_parts = len(atom.folded.split()) == 2 and not _ends_as_kicker(atom)
    return two_parts and shared_with_text(atom.folded, context.text) < _BANNER_SHARES_LESS_THAN


def _roles_with_headings(
    run: Sequence[Atom], headings: list[int], context: FlowContext
) -> list[Role]:
    """Roles of a run in which the form marked at least one heading."""
    roles = [Role.BODY] * len(run)
    headline = _headline_index(run, headings, context)
    if headline is None:
        for i, atom in enumerate(run):
            roles[i] = Role.BANNER if atom.is_heading else lone_short(atom, context)
        if context.follows is None and not _is_named_banner(run[headings[-1]]):
            roles[headings[-1]] = Role.FURNITURE
        return roles
    roles[headline] = Role.HEADLINE
    below = replace(context, before=None)
    for i in range(headline + 1, len(run)):
        roles[i] = _role_below(run[i], below)
        if roles[i] is Role.BODY:
            below = replace(below, before=run[i])
    _assign_above(run, roles, headline, context)
    return roles


def _role_below(atom: Atom, context: FlowContext) -> Role:
    """The role of a short line between a headline and what follows: subhead, caption, text."""
    if context.before is not None:
        return lone_short(atom, context)
    if _is_subhead(atom):
        return Role.SUBHEAD
    if patterns.CAPTION_START.match(atom.folded):
        return Role.CAPTION
    if _opens_text(context.follows):
        return Role.CAPTION if looks_like_caption(atom) else Role.SUBHEAD
    if is_finished(atom.folded):
        return Role.BODY
    is_title = len(atom.folded) <= _LONGEST_SUBHEAD and "," not in atom.folded
    follows = context.follows.folded if context.follows else ""
    ends = is_title and goes_on_odds(atom.folded, follows) < -SURELY
    return Role.SUBHEAD if ends else Role.BODY


def _headline_index(run: Sequence[Atom], headings: list[int], context: FlowContext) -> int | None:
    """Index of the headline in a run with headings; None if all of them are banners."""
    last = headings[-1]
    after = len(run) - 1 - last
    if context.follows is None:
        return None
    if _is_named_banner(run[last]):
        return len(run) - 1 if after else None
    if after >= 2 and _ends_as_kicker(run[last + 1]):
        return last + 2
    has_kicker = last > 0 and not run[last - 1].is_heading
    if after and not has_kicker and _is_banner_over_plain_headline(run[last:], context):
        return max(i for i in range(last + 1, len(run)) if not _is_subhead(run[i]))
    if _is_subhead(run[last]) and last > 0:
        return last - 1
    above = last - 1
    if above >= 1 and run[above].is_heading and _ends_as_kicker(run[above - 1]):
        return above
    return last


def _is_banner_over_plain_headline(tail: Sequence[Atom], context: FlowContext) -> bool:
    """Whether of a heading and the short line below it the line is the headline."""
    heading = tail[0]
    line = next((atom for atom in reversed(tail) if not _is_subhead(atom)), heading)
    # As subheads of one clause are: `市长出席并讲话`.
    shorter = len(line.folded) < min(len(heading.folded), _SHORT_CLAUSE)
    if line is heading or shorter or looks_like_caption(line):
        return False
    if not _ends_before(line, context):
        return False
    above, below = (shared_with_text(atom.folded, context.text) for atom in (heading, line))
    clearly = below > above + _BANNER_SHARES_LESS_THAN
    return clearly or (above < _BANNER_SHARES_LESS_THAN and below > above + 0.1)


def _ends_before(line: Atom, context: FlowContext) -> bool:
    """Whether a line is whole, and not the first of the text that follows."""
    if _opens_text(context.follows) or context.follows is None:
        return context.follows is not None
    return goes_on_odds(line.folded, context.follows.folded) < -SURELY


def _assign_above(
    run: Sequence[Atom], roles: list[Role], headline: int, context: FlowContext
) -> None:
    """Give the lines above a headline their roles, going up from it."""
    seen_kicker = seen_banner = False
    for i in range(headline - 1, -1, -1):
        atom = run[i]
        slogan = context.headless and _is_slogan(atom, context)
        if _is_named_banner(atom) or _is_section_name(atom) or slogan:
            roles[i], seen_banner = Role.BANNER, True
        elif not seen_kicker and not seen_banner and _is_kicker(run, i, headline):
            roles[i], seen_kicker = Role.KICKER, True
        elif atom.is_heading:
            roles[i], seen_banner = Role.BANNER, True
        elif is_finished(atom.folded):
            roles[i] = Role.BODY
        elif not seen_banner and i > 0 and run[i - 1].is_heading:
            roles[i] = Role.KICKER
        elif not seen_banner and " " in atom.folded and not looks_like_caption(atom):
            roles[i], seen_banner = Role.BANNER, True
        else:
            roles[i] = lone_short(atom, context)


def _is_kicker(run: Sequence[Atom], i: int, headline: int) -> bool:
    atom = run[i]
    if looks_like_caption(atom) and not _ends_as_kicker(atom):
        return False
    if not atom.is_heading:
        return not is_finished(atom.folded)
    two_above = i > 0 and run[i - 1].is_heading
    return _ends_as_kicker(atom) or two_above


def _plain_title_roles(run: Sequence[Atom], context: FlowContext) -> list[Role]:
    """Roles of a run whose headline came out as a plain paragraph."""
    headline = len(run) - 1
    if _is_subhead(run[headline]) and headline > 0:
        headline -= 1
    roles = [Role.SUBHEAD] * len(run)
    roles[headline] = Role.HEADLINE
    _assign_above(run, roles, headline, context)
    return roles
