"""The order of titles: which line of a run of short lines is banner, kicker, headline, subhead.

Reading down to the text stand: a banner or several, one kicker, the headline, its subheads. Text
of the article above, or a caption, may come before them; a caption or the first words of the text
after. Of all ways to read a run in this order the one with most evidence for it is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from qa.editions import patterns
from qa.editions.bylines import is_person_name
from qa.editions.likeness import shared_with_text
from qa.editions.rejoin import is_finished
from qa.editions.seams import goes_on_odds
from qa.editions.shorts import SURELY, FlowContext, looks_like_caption, opens_text
from qa.editions.wording import odds
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.atoms import Atom

# Of its pairs of characters with the text below: 95 in 100 headlines of broadcast news share
# more, 95 in 100 banners less (tests/benchmarks/segmentation.py has both).
TITLE_SHARES = 0.3
_LONGEST_KICKER = 26  # characters
_LONGEST_SUBHEAD = 30
_LONGEST_HEADLINE = 40
_SHORTEST_HEADLINE = 4
_SHORT_BANNER = 5
_PLAIN_TELLS_AT_MOST = 2.0
_WORDED_AS_BANNER = 0.0  # log-odds against a headline: 19 in 20 banners of the benchmark are more
_MANY_TITLES = 3


class Place(IntEnum):
    """Where a line of a run stands, in reading order."""

    BEFORE = 0  # text or a caption of the article above
    BANNER = 1
    KICKER = 2
    HEADLINE = 3
    SUBHEAD = 4
    AFTER = 5  # a caption or the first words of the text


ROLES = {
    Place.BANNER: Role.BANNER,
    Place.KICKER: Role.KICKER,
    Place.HEADLINE: Role.HEADLINE,
    Place.SUBHEAD: Role.SUBHEAD,
}


def places(run: Sequence[Atom], context: FlowContext) -> list[Place]:
    """Return the place of each line of a run that holds one headline."""
    top = min((atom.level for atom in run if atom.is_heading), default=0)
    # best[place]: the evidence for the best reading that ends there, and that reading
    best: dict[Place, tuple[float, list[Place]]] = {}
    for i, atom in enumerate(run):
        weights = _evidence(run, i, top, context)
        grown: dict[Place, tuple[float, list[Place]]] = {}
        for place in Place:
            if i == 0:
                if place <= Place.HEADLINE:
                    grown[place] = (weights[place], [place])
                continue
            before = [
                (best[p][0] + _step(p, place, run[i - 1], atom), best[p][1])
                for p in _may_precede(place)
                if p in best
            ]
            if before:
                score, reading = max(before, key=lambda found: found[0])
                grown[place] = (score + weights[place], [*reading, place])
        best = grown
    ends = [best[place] for place in (Place.HEADLINE, Place.SUBHEAD, Place.AFTER) if place in best]
    return max(ends, key=lambda found: found[0])[1]


def _may_precede(place: Place) -> Iterator[Place]:
    for before in Place:
        if before > place:
            return
        if place is Place.KICKER and before is Place.KICKER:
            continue
        if before is Place.KICKER and place is not Place.HEADLINE:
            continue
        if place > Place.HEADLINE and before < Place.HEADLINE:
            continue
        yield before


def _step(before: Place, place: Place, above: Atom, atom: Atom) -> float:
    """Evidence for two places in a row: two banners are rare, and a headline in two lines.

    Its second line starts as no title does: `第三届邻里节` / `昨日在社区启幕`.
    """
    if before is place is Place.BANNER:
        return -3.5
    if before is not Place.HEADLINE or place is not Place.HEADLINE:
        return 0.0
    same = above.level == atom.level
    return 1.0 if same and patterns.SECOND_LINE.match(atom.folded) else -6.0


def _evidence(run: Sequence[Atom], i: int, top: int, context: FlowContext) -> dict[Place, float]:
    """Return how much speaks for each place of a line, in log-odds more or less."""
    atom, folded = run[i], run[i].folded
    heading, lower = atom.is_heading, atom.level > context.title_level > 0
    higher = 0 < atom.level < context.title_level
    share = shared_with_text(folded, context.text)
    tells = max(-1.5, min(3.5, 6 * (share - TITLE_SHARES)))
    colon, dash = ends_as_kicker(atom), is_dashed(atom)
    named, section = is_named_banner(atom), is_section_name(atom)
    boxed = bool(patterns.BOXED.fullmatch(folded))
    caption = looks_like_caption(atom) and not colon
    caption = caption and (not heading or odds(folded, "caption", "headline") > SURELY)
    finished = is_finished(folded) and not patterns.ONE_EXCLAMATION.fullmatch(folded)
    cut = not heading and _goes_on_below(run, i, context)
    signs = _signs(run, i, context)
    # What speaks against every title, and against all but one of them.
    no_title = 4 * finished + 2.5 * caption
    no_banner = 4 * colon + 5 * dash + 1.5 * bool(patterns.SAYS_SOMETHING.search(folded))
    no_kicker = 4 * named + 2 * section + 5 * dash + (len(folded) > _LONGEST_KICKER)
    led = bool(patterns.KICKER_END.search(folded))
    no_headline = 4 * colon + 5 * dash + 6 * named + 2 * section + 3 * cut + 2 * lower + 3 * led
    no_headline += 4 * boxed + 4 * signs + 3 * bool(patterns.BRACKETED.fullmatch(folded))
    no_headline += 2 * (len(folded) < _SHORTEST_HEADLINE) + (len(folded) > _LONGEST_HEADLINE)
    no_subhead = 4 * colon + 6 * named + 2 * (len(folded) > _LONGEST_SUBHEAD)
    no_subhead += 4 * signs
    no_subhead += 0 if dash or _ends_before_text(run, i, context) else 4
    names_whom = _names_whom(folded, context)
    worded = max(-3.0, min(4.0, odds(folded, "banner", "headline")))
    slogan = len(folded.split()) == 2 and share < TITLE_SHARES and not names_whom
    leads = max(-2.0, min(2.0, odds(folded, "kicker", "headline")))

    before = 5.0 * finished + 3 * caption - 4 * colon - 3 * named
    before -= 3 * (context.before is None and not caption and not finished)
    banner = (
        5 * named + 2.5 * section + slogan + 1.2 * worded - 1.5 - 2 * names_whom - len(folded) / 30
    )
    banner += 1.0 * (len(folded) <= _SHORT_BANNER) + higher
    kicker = 4.0 * colon + 2 * names_whom + 2 * led + 0.5 * leads
    headline = max(-1.0, tells) + 2 * bool(patterns.NOTICE_HEADLINE.fullmatch(folded))
    says = bool(patterns.SPEAKER_TITLE.match(folded))
    subhead = 5 * dash + 3 * lower + 1.5 * says
    after = 3.0 * finished + 3 * signs + 3 * caption + 2 * cut - 4 * dash - 4 * colon
    after -= 3 * (opens_text(context.follows) and not caption)
    if heading:
        many = sum(line.level == atom.level for line in run) >= _MANY_TITLES
        kicker += many and i == 0 and banner <= 0
        under_heading = i > 0 and run[i - 1].level == atom.level
        banner, kicker = banner + 0.5 - 0.6 * tells, kicker - 0.3 + 0.3 * tells
        before, headline, after = before - 6, headline + 2, after - 6
        subhead += min(tells, 1.0) + (0.8 if under_heading else -0.5)
    else:
        over_heading = i + 1 < len(run) and run[i + 1].is_heading
        banner -= 0.5 + 0.7 * tells
        kicker += 1.5 if over_heading else -0.5 * max(0.0, tells)
        headline = min(headline, _PLAIN_TELLS_AT_MOST) + (-1 if top else 0.5) - 0.5 * says * (i > 0)
        subhead += tells / 2 - 0.2
        before, after = before - 0.5, after - 0.5
    return {
        Place.BEFORE: before,
        Place.BANNER: banner - no_banner - no_title,
        Place.KICKER: kicker - no_kicker - no_title,
        Place.HEADLINE: headline - no_headline - no_title,
        Place.SUBHEAD: subhead - no_subhead - no_title,
        Place.AFTER: after,
    }


def _signs(run: Sequence[Atom], i: int, context: FlowContext) -> bool:
    """Whether a line is a bare name between a headline and its text."""
    alone = i > 0 and not run[i].is_heading and _text_below(run, i, context) is not None
    return alone and is_person_name(run[i].folded.replace(" ", ""))


def _names_whom(folded: str, context: FlowContext) -> bool:
    """Whether a line only names whom the headline below speaks of."""
    person = is_person_name(folded) and folded in context.text
    return person or all(map(patterns.KICKER_NAME.fullmatch, folded.split()))


def _ends_before_text(run: Sequence[Atom], i: int, context: FlowContext) -> bool:
    """Whether a line is whole, and not the first of the text that follows."""
    text = _text_below(run, i, context)
    if text is None:
        return context.follows is not None
    return "," not in run[i].folded and goes_on_odds(run[i].folded, text.folded) < -SURELY


def _goes_on_below(run: Sequence[Atom], i: int, context: FlowContext) -> bool:
    """Whether a line rather is the first of the text that follows."""
    text = _text_below(run, i, context)
    if text is None or is_finished(run[i].folded):
        return False
    return "," in run[i].folded or goes_on_odds(run[i].folded, text.folded) > 0


def _text_below(run: Sequence[Atom], i: int, context: FlowContext) -> Atom | None:
    """The text right below a line, apart from a caption; None if another line or a byline is."""
    below = [atom for atom in run[i + 1 :] if not looks_like_caption(atom)]
    return None if below or opens_text(context.follows) else context.follows


def is_dashed(atom: Atom) -> bool:
    """Say whether a line begins as subheads do: `——柳河街道旧改纪实`."""
    return bool(patterns.SUBHEAD_START.match(atom.folded))


def ends_as_kicker(atom: Atom) -> bool:
    """Say whether a line ends as kickers do: `柳河街道:`."""
    return atom.folded.endswith((":", "——", "—", "--"))


def is_named_banner(atom: Atom) -> bool:
    """Say whether a line names a kind of items: `图说新闻`, `简讯`, `公告栏`."""
    folded = atom.folded.strip(" []【】|·")
    named = (patterns.PHOTO_BANNER, patterns.BRIEFS_BANNER, patterns.NOTICE_BANNER)
    return any(pattern.fullmatch(folded) for pattern in named)


def is_section_name(atom: Atom) -> bool:
    """Say whether a line reads as the name of a section, such as `民生关注`."""
    named = (patterns.SECTION_NAME, patterns.COMMENT_BANNER, patterns.SERIES)
    return any(pattern.fullmatch(atom.folded.strip(" []【】|·")) for pattern in named)
