"""Titles: which runs of short lines between two texts hold the titles of an article.

`title_grammar` then says which line is banner, kicker, headline or subhead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from qa.editions.layout import ornaments, patterns
from qa.editions.layout.blocks import BOLD
from qa.editions.layout.bylines import is_person_name
from qa.editions.layout.likeness import is_one_story, shared_with_text
from qa.editions.layout.rows import is_row
from qa.editions.layout.seams import goes_on_odds
from qa.editions.layout.shorts import (
    SHORTEST_CUT,
    SURELY,
    FlowContext,
    leads_on,
    lone_short,
    looks_like_caption,
    opens_text,
    short_roles,
)
from qa.editions.layout.title_evidence import (
    TITLE_SHARES,
    Place,
    ends_as_kicker,
    is_dashed,
    is_named_banner,
)
from qa.editions.layout.title_grammar import ROLES, places
from qa.editions.layout.wording import odds
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom

_LONGEST_HEADING_WITHIN = 14  # characters
_LONGEST_SUBHEAD = 20
_LONGEST_NAME_OF_ITEMS = 8
_SHORTEST_WITH_HEADINGS = 150  # characters of an article before its first inner heading
_SHORTEST_HEADLINE = 5
_NAMES_SOME = 0.02  # share of pairs of characters
_TELLS_NOTHING = 0.15  # share of a heading's pairs of characters that its text has


def title_roles(run: Sequence[Atom], context: FlowContext) -> list[Role]:
    """Return the role of each line of a run of headings and short lines."""
    headings = [i for i, atom in enumerate(run) if atom.is_heading]
    pictures = _captions_above(run)
    inner = _inner_headings(run[pictures:], context)
    if inner:
        rest = short_roles(run[pictures + inner :], replace(context, before=None))
        return [Role.CAPTION] * pictures + [Role.BODY] * inner + rest
    if headings:
        return _roles_with_headings(run, headings[-1], context)
    if context.opened and context.follows is not None and context.follows.role is Role.BODY:
        return short_roles(run, context)  # the first of the text below the byline
    if _is_boxed_title(run, context):
        return _placed_roles(run, context)
    if _ends_with_banner(run, context):
        return [*short_roles(run[:-1], context), Role.BANNER]
    if _is_titled_picture(run, context):
        return [*short_roles(run[:-2], context), Role.BANNER, Role.HEADLINE][-len(run) :]
    if _is_notice_name(run[-1], context) or _names_items(run[-1], context):
        return _placed_roles(run, context)
    cut = _cut_pieces(run, context)
    if cut == len(run):
        return short_roles(run, context)
    if cut:
        titles, pieces = run[:-cut], run[-cut:]
        below = replace(context, before=None)
        above = replace(context, follows=pieces[0].as_role(Role.BODY))
        return title_roles(titles, above) + short_roles(pieces, below)
    if opens_text(context.follows) and _begins_article(context):
        return _placed_roles(run, context)
    if _is_plain_crosshead(run, context):
        return short_roles(run, context)
    if _is_plain_title(run, context):
        return _placed_roles(run, context)
    headless = context.headless or context.briefs or context.plain_title
    if headless and _is_headless_title(run, context):
        return _placed_roles(run, context)
    return short_roles(run, context)


def _begins_article(context: FlowContext) -> bool:
    """Whether the byline after the run opens an article: text comes after it."""
    return context.second is not None and context.second.role in (Role.BODY, Role.BYLINE, None)


def _cut_pieces(run: Sequence[Atom], context: FlowContext) -> int:
    """How many lines at the end of `run` are the first of a sentence that the next ones end."""
    follows, count = context.follows, 0
    if follows is None or follows.role is not Role.BODY or opens_text(follows):
        return 0
    if patterns.QUESTION_OR_ANSWER.match(follows.folded):
        return 0
    for atom in reversed(run):
        on = goes_on_odds(atom.folded, follows.folded) > (-SURELY if "," in atom.folded else 0)
        if atom.is_heading or not on or looks_like_caption(atom):
            return count
        follows, count = atom, count + 1
    return count


def _is_boxed_title(run: Sequence[Atom], context: FlowContext) -> bool:
    """Whether a plain banner in brackets stands above a title: `【名师谈】`."""
    boxed = [ornaments.is_framed(atom.folded) for atom in run]
    return any(boxed[:-1]) and context.follows is not None


def _ends_with_banner(run: Sequence[Atom], context: FlowContext) -> bool:
    """Whether the run ends with a plain `图说新闻` or `简讯`, and its items follow."""
    last, follows = run[-1], context.follows
    if follows is None or not is_named_banner(last):
        return False
    if patterns.PHOTO_BANNER.fullmatch(ornaments.plain(last.folded)):
        return follows.role is Role.CAPTION
    return follows.role is Role.BODY and not context.is_open


def _is_plain_title(run: Sequence[Atom], context: FlowContext) -> bool:
    """Whether a short line without a byline opens an article: it tells of the text below it.

    A crosshead is shorter, and tells of the article above too.
    """
    last, above = _last_title(run, context), context.above
    if not _is_headless_title(run, context) or "," in last.folded:
        return False
    if any(ends_as_kicker(atom) for atom in run[:-1]):
        return True
    tells = shared_with_text(last.folded, context.text)
    return (
        len(last.folded) >= SHORTEST_CUT
        and context.follows is not None
        and goes_on_odds(last.folded, context.follows.folded) < -SURELY
        and tells > TITLE_SHARES
        and tells > 2 * shared_with_text(last.folded, above)
    )


def _is_plain_crosshead(run: Sequence[Atom], context: FlowContext) -> bool:
    """Whether a plain line stands within the story above, where titles have a byline below."""
    is_alone = len(run) == 1 and len(run[0].folded) <= _LONGEST_HEADING_WITHIN
    named = (
        patterns.NOTICE_HEADLINE,
        patterns.CORRECTION_HEADLINE,
        patterns.LETTERS,
        patterns.LABEL,
    )
    is_named = any(one.fullmatch(run[0].folded) for one in named) or is_named_banner(run[0])
    is_within = is_alone and context.bylined and not is_named and not context.is_open
    is_quote = patterns.QUOTE.fullmatch(run[0].folded)
    goes_on = context.signed and is_one_story(context.above, context.text)
    return is_within and bool(is_quote or goes_on)


def _is_titled_picture(run: Sequence[Atom], context: FlowContext) -> bool:
    """Whether the run ends with a plain `图说新闻` and the headline of the picture below."""
    follows, banner = context.follows, run[-2] if len(run) > 1 else context.banner
    above = banner is not None and patterns.PHOTO_BANNER.fullmatch(ornaments.plain(banner.folded))
    return follows is not None and follows.role is Role.CAPTION and bool(above)


def _last_title(run: Sequence[Atom], context: FlowContext) -> Atom:
    """The last line that is no subhead and tells of the text, or the last that is none."""
    titles = [atom for atom in reversed(run) if not is_dashed(atom)] or [run[-1]]
    told = (one for one in titles if shared_with_text(one.folded, context.text) > TITLE_SHARES)
    return next(told, titles[0])


def _is_notice_name(atom: Atom, context: FlowContext) -> bool:
    """Whether a short line names a notice, such as `遗失声明`, with its text below."""
    follows = context.follows
    names = (patterns.NOTICE_HEADLINE, patterns.LABEL)
    named = any(p.fullmatch(atom.folded) for p in names) and len(atom.folded) < SHORTEST_CUT
    named = named and not patterns.INNER_BOX.fullmatch(atom.folded)
    return bool(named and not context.is_open and follows is not None and follows.role is Role.BODY)


def _names_items(atom: Atom, context: FlowContext) -> bool:
    """Whether a short line stands above several items: `热线播报`, `●市民尤先生来电`."""
    items = [below for below in (context.follows, context.second) if below is not None]
    listed = len(items) > 1 and all(patterns.BULLETED_ITEM.match(one.folded) for one in items)
    return listed and len(atom.folded) <= _LONGEST_NAME_OF_ITEMS and not context.is_open


def _is_headless_title(run: Sequence[Atom], context: FlowContext) -> bool:
    """On a page without marked headings, a short line between finished text and fresh text."""
    follows, before = context.follows, context.before
    if follows is None or follows.role is not Role.BODY or patterns.NO_START.match(follows.folded):
        return False
    if context.is_open:
        return False
    last = _last_title(run, context)
    if run[-1] is not last and goes_on_odds(run[-1].folded, follows.folded) > 0:
        return False
    on_top = before is None and not context.above
    if on_top and goes_on_odds(last.folded, follows.folded) < -SURELY:
        return True
    if len(last.folded) < SHORTEST_CUT and not context.briefs:
        fits = shared_with_text(last.folded, context.text) > TITLE_SHARES
        if not fits:  # it may be a crosshead
            return False
    return (
        len(last.folded) >= _SHORTEST_HEADLINE
        and not is_one_story(context.above, context.text)
        and not (
            patterns.CAPTION_WORDS.search(last.folded)
            and odds(last.folded, "caption", "headline") > 0
        )
        and not patterns.ENUMERATOR.match(last.folded)
        and (
            odds(last.folded, "text", "headline") < SURELY
            or shared_with_text(last.folded, context.text) > 2 * TITLE_SHARES
        )
    )


def _captions_above(run: Sequence[Atom]) -> int:
    """How many captions stand before the first heading of a run, if nothing else does."""
    end = next((i for i, atom in enumerate(run) if atom.is_heading), 0)
    return end if all(map(looks_like_caption, run[:end])) else 0


def _inner_headings(run: Sequence[Atom], context: FlowContext) -> int:
    """How many headings at the start of `run` stand within the article above it."""
    end = next((i for i, atom in enumerate(run) if not atom.is_heading), len(run))
    rest, follows = run[end:], context.follows
    if not end or any(atom.is_heading for atom in rest):
        return 0
    pieces = follows is not None and all(
        "," in one.folded or goes_on_odds(one.folded, next_one.folded) > 0
        for one, next_one in pairwise([*rest, follows])
    )
    if rest and not pieces:
        return 0
    if any(is_person_name(atom.folded.replace(" ", "")) for atom in rest):  # who wrote what follows
        return 0
    follows = rest[0].as_role(Role.BODY) if rest else follows
    text = "".join(atom.folded for atom in rest) + context.text
    within = replace(context, follows=follows, text=text)
    return end if _are_inner(run[:end], within) else 0


def _are_inner(run: Sequence[Atom], context: FlowContext) -> bool:
    """Whether headings stand within the article above: numbered, lower, or short and apt."""
    follows, title = context.follows, run[0].folded
    if follows is None or (context.before is None and not context.opened):
        return False
    named = len(run) == 1 and (
        patterns.ENUMERATOR.match(title) or patterns.INNER_BOX.fullmatch(title)
    )
    if (
        named
        and not is_named_banner(run[0])
        and (follows.role is Role.BODY or leads_on(follows))
        and not _is_apart(run[0], context)
    ):
        return True
    if leads_on(follows):
        return all(_is_lower(atom, context) for atom in run)
    if follows.role is not Role.BODY or patterns.QUESTION_OR_ANSWER.match(follows.folded):
        return False
    if context.opened:  # the byline above has no text yet
        return all(len(atom.folded) <= _LONGEST_SUBHEAD for atom in run)
    if all(_is_lower(atom, context) for atom in run):
        return True
    return len(run) == 1 and _is_apt(run[0], context)


def _is_apart(box: Atom, context: FlowContext) -> bool:
    """Whether a box such as `小贴士`, as high as the headline above, tells of something else."""
    as_high = 0 < box.level <= context.level and patterns.ADVICE.fullmatch(box.folded)
    return bool(as_high) and not is_one_story(context.above, context.text)


def _is_apt(heading: Atom, context: FlowContext) -> bool:
    """Whether a short heading, as high as any, goes with the story above it."""
    title = heading.folded
    named = (patterns.NOTICE_HEADLINE, patterns.CORRECTION_HEADLINE, patterns.LETTERS)
    is_named = is_named_banner(heading) or any(one.fullmatch(title) for one in named)
    if len(title) > _LONGEST_HEADING_WITHIN or is_named:
        return False
    labels = patterns.LABEL.fullmatch(title) and not patterns.INNER_BOX.fullmatch(title)
    lines = [below for below in (context.follows, context.second) if below is not None]
    table = any(map(is_row, lines))
    items = all(patterns.BULLETED_ITEM.match(below.folded) for below in lines)
    if (labels or table or items) and not is_one_story(context.above, context.text):
        return False
    if context.headed and context.bylined and _is_of_story(heading, context):
        return True
    if context.signed and context.bylined and is_one_story(context.above, context.text):
        return True
    share = shared_with_text(title, context.text)
    if _is_own_title(share, shared_with_text(title, context.above)):
        return False
    if context.bylined and not context.briefs and share < _TELLS_NOTHING:
        return True
    long_enough = len(context.above) >= _SHORTEST_WITH_HEADINGS
    return long_enough and is_one_story(context.above, context.text)


def _is_of_story(heading: Atom, context: FlowContext) -> bool:
    """Whether a heading or its text names anything of the story above it, and opens nothing."""
    opens = (patterns.BULLETED_ITEM, patterns.EDITORS_NOTE)
    if context.follows is not None and any(one.match(context.follows.folded) for one in opens):
        return False
    names = shared_with_text(heading.folded, context.above)
    return max(names, shared_with_text(context.text, context.above)) > _NAMES_SOME


def _is_own_title(below: float, above: float) -> bool:
    """Whether a heading shares so much with the text below, and not with that above, as titles do.

    `社区食堂调价` stands over what tells of that alone.
    """
    return below > 2 * TITLE_SHARES or below > max(TITLE_SHARES, 2 * above)


def _is_lower(atom: Atom, context: FlowContext) -> bool:
    """Whether a heading is below the headline above it, and no headline of what follows."""
    named = is_named_banner(atom) or patterns.NOTICE_HEADLINE.fullmatch(atom.folded)
    # The second part of an article has neither headline nor byline of its own.
    begun = context.bylined or context.level == 0
    if named or ends_as_kicker(atom) or not begun:
        return False
    if atom.level == BOLD:
        return context.level != BOLD
    tells = shared_with_text(atom.folded, context.text)
    if len(atom.folded) > _LONGEST_HEADING_WITHIN and tells > 2 * TITLE_SHARES:
        return False
    if context.bylined and 0 < context.level == context.title_level < atom.level:
        return True
    return 0 < (context.level or context.title_level) < atom.level and tells < TITLE_SHARES


def _roles_with_headings(run: Sequence[Atom], last: int, context: FlowContext) -> list[Role]:
    """Roles of a run in which the form marked headings, the last of them at `last`."""
    items = context.follows is not None and patterns.CLASSIFIED.match(context.follows.folded)
    only_banners = (items or is_named_banner(run[last])) and last == len(run) - 1
    if context.follows is not None and not only_banners:
        return _placed_roles(run, context)
    roles = [Role.BANNER if atom.is_heading else lone_short(atom, context) for atom in run]
    if context.follows is None and not is_named_banner(run[last]):
        roles[last] = Role.FURNITURE
    return roles


def _placed_roles(run: Sequence[Atom], context: FlowContext) -> list[Role]:
    """Roles of a run that holds a headline."""
    placed = places(run, context)
    first = next(i for i, place in enumerate(placed) if place is not Place.BEFORE)
    after = placed.index(Place.AFTER) if Place.AFTER in placed else len(run)
    titles = [ROLES[place] for place in placed[first:after]]
    above = short_roles(run[:first], replace(context, follows=run[first])) if first else []
    below = _roles_below(run[after:], replace(context, before=None)) if after < len(run) else []
    return above + titles + below


def _roles_below(lines: Sequence[Atom], context: FlowContext) -> list[Role]:
    """Roles of what stands between titles and their text: a caption, or the text's first words."""
    captions = 0
    while captions < len(lines) and looks_like_caption(lines[captions]):
        captions += 1
    rest = lines[captions:]
    named = bool(rest) and is_person_name(rest[0].folded.replace(" ", ""))
    bylines = [Role.BYLINE] if named else []
    return [Role.CAPTION] * captions + bylines + short_roles(rest[len(bylines) :], context)
