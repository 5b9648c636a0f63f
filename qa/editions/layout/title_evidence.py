"""What speaks for a line of a run being a banner, a kicker, a headline, a subhead, or none of them.

Every trait of a line (its marks, its words, what it shares with the text below, what stands
around it) adds to the log-odds of each place, more or less; `title_grammar` weighs whole runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from qa.editions.layout import ornaments, patterns
from qa.editions.layout.bylines import is_person_name
from qa.editions.layout.likeness import shared_with_text
from qa.editions.layout.rejoin import is_finished
from qa.editions.layout.seams import goes_on_odds
from qa.editions.layout.shorts import (
    SURELY,
    FlowContext,
    looks_like_caption,
    opens_text,
    tells_a_scene,
)
from qa.editions.layout.wording import odds

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom

# Of its pairs of characters with the text below: 95 in 100 headlines of broadcast news share
# more, 95 in 100 banners less (tests/benchmarks/segmentation.py has both).
TITLE_SHARES = 0.3
_LONGEST_KICKER = 26  # characters
_LONGEST_SUBHEAD = 30
_LONGEST_HEADLINE = 40
_SHORTEST_HEADLINE = 4
_SHORT_BANNER = 5
_PLAIN_TELLS_AT_MOST = 2.0
_WORDED_AS_BANNER = -0.7  # log-odds against a headline: 19 in 20 banners of the benchmark are more
_MANY_TITLES = 3
_COUPLET = 2  # lines
_LONGEST_PERSON = 10  # characters of a name with an office before it: `非遗传承人卢桂英`


class Place(IntEnum):
    """Where a line of a run stands, in reading order."""

    BEFORE = 0  # text or a caption of the article above
    BANNER = 1
    KICKER = 2
    HEADLINE = 3
    SUBHEAD = 4
    AFTER = 5  # a caption or the first words of the text


@dataclass(slots=True)
class _Traits:
    """What tells a line's place; log-odds where a number, else whether it is so."""

    run: Sequence[Atom]
    at: int
    context: FlowContext
    folded: str
    share: float  # of its pairs of characters that the text below has
    tells: float  # the same, as evidence that it is that text's title
    worded: float  # as a banner rather than a headline
    leads: float  # as a kicker rather than a headline
    heading: bool
    higher: bool  # than most headlines of the page
    lower: bool
    colon: bool
    dash: bool
    named: bool
    section: bool
    boxed: bool
    dotted: bool  # begins with a mark: `● 民生关注`
    caption: bool
    finished: bool
    ends: bool  # before the text, rather than going on in it
    cut: bool
    signs: bool
    led: bool
    whom: bool  # it names whom the headline below speaks of
    says: bool  # it quotes a speaker: `物业:本周内修复`


def evidence(run: Sequence[Atom], at: int, context: FlowContext) -> dict[Place, float]:
    """Return how much speaks for each place of a line, in log-odds more or less."""
    line = _traits(run, at, context)
    no_title = 4 * line.finished + 2.5 * line.caption
    return {
        Place.BEFORE: _before(line),
        Place.BANNER: _banner(line) - no_title,
        Place.KICKER: _kicker(line) - no_title,
        Place.HEADLINE: _headline(line) - no_title,
        Place.SUBHEAD: _subhead(line) - no_title,
        Place.AFTER: _after(line),
    }


def _traits(run: Sequence[Atom], at: int, context: FlowContext) -> _Traits:
    atom, folded = run[at], run[at].folded
    said = ornaments.plain(folded)
    share = shared_with_text(said, context.text)
    return _Traits(
        run=run,
        at=at,
        context=context,
        folded=folded,
        share=share,
        tells=_between(-1.5, 6 * (share - TITLE_SHARES), 3.5),
        worded=_between(-3.0, odds(said, "banner", "headline"), 4.0),
        leads=_between(-2.0, odds(said, "kicker", "headline"), 3.0),
        heading=atom.is_heading,
        higher=0 < atom.level < context.title_level,
        lower=atom.level > context.title_level > 0,
        colon=ends_as_kicker(atom),
        dash=is_dashed(atom),
        named=is_named_banner(atom),
        section=is_section_name(atom),
        dotted=ornaments.is_dotted(folded),
        boxed=ornaments.is_framed(folded),
        caption=_is_caption(run, at),
        finished=is_finished(folded) and not exclaims(folded),
        ends=_ends_before_text(run, at, context),
        cut=not atom.is_heading and _goes_on_below(run, at, context),
        signs=_signs(run, at, context),
        led=bool(patterns.KICKER_END.search(folded)),
        whom=_names_whom(said, context),
        says=bool(patterns.SPEAKER_TITLE.match(folded)),
    )


def _between(least: float, value: float, most: float) -> float:
    return max(least, min(most, value))


def _before(line: _Traits) -> float:
    """Text of the article above, which it ends, or a caption in it."""
    above = line.context.before
    odds_so_far = 5 * line.finished + 3 * line.caption - 4 * line.colon - 3 * line.named
    if above is None and not (line.caption or line.finished):
        odds_so_far -= 3
    if above is not None and not line.context.is_open and not line.caption:
        odds_so_far -= 2
    return odds_so_far - (6 if line.heading else 0.5)


def _banner(line: _Traits) -> float:
    says = patterns.SAYS_SOMETHING.search(line.folded)
    against = 4 * line.colon + 5 * line.dash + 1.5 * bool(says) + 2 * exclaims(line.folded)
    against += len(line.folded) / 30 + 2 * bool(patterns.KICKER_TIME.search(line.folded))
    against += 2 * (line.context.couplets and len(line.run) == _COUPLET)
    if line.heading:
        return _as_banner(line) - against + 0.5 - 0.6 * line.tells
    by_place = -0.5 - 0.7 * line.tells
    if any(other.is_heading for other in line.run):  # then banners are headings too, mostly
        by_place += 0.5 * max(0.0, line.worded - line.leads) - 1.0
    return _as_banner(line) - against + by_place


def _as_banner(line: _Traits) -> float:
    """What the words of a line say for a banner."""
    slogan = len(line.folded.split()) == 2 and line.share < TITLE_SHARES and not line.whom
    short = len(line.folded) <= _SHORT_BANNER
    marks = 5 * line.named + 2.5 * line.section + 4 * line.boxed + 2 * line.higher
    marks += 2 * line.dotted
    unlike = 1.5 * (line.worded < _WORDED_AS_BANNER)
    return marks + slogan + short + 1.2 * line.worded - unlike - 2 * line.whom - 1.5


def _kicker(line: _Traits) -> float:
    notices = patterns.NOTICES_ONLY.fullmatch(line.folded)
    against = 3 * bool(notices) + 4 * line.named + 4 * line.section + 5 * line.boxed
    against += 5 * line.dash + (len(line.folded) > _LONGEST_KICKER)
    timed = patterns.KICKER_TIME.search(line.folded)
    signs = 2 * bool(timed) + 2 * line.whom + 2 * line.led
    short = len(line.folded) <= _SHORT_BANNER and not signs and not line.colon
    words = 4 * line.colon + signs + (0.8 if signs else 0.4) * line.leads - 1.5 * short
    return words - against + _kicker_by_place(line, unsigned=not (signs or line.colon))


def _kicker_by_place(line: _Traits, *, unsigned: bool) -> float:
    if line.heading:
        level = line.run[line.at].level
        many = sum(other.level == level for other in line.run) >= _MANY_TITLES
        first = many and line.at == 0 and _as_banner(line) <= 0
        return 0.3 * line.tells - 0.3 + (1.0 if first else -1.2 * unsigned)
    below = [other.is_heading for other in line.run[line.at + 1 : line.at + 3]]
    if any(below):
        return 2.5 if below[0] else 1.5
    return -0.5 * max(0.0, line.tells) - 0.4 * unsigned


def _headline(line: _Traits) -> float:
    against = 4 * line.colon + 5 * line.dash + 6 * line.named + 2 * line.section + 4 * line.boxed
    against += 3 * line.cut + 2 * line.lower + 3 * line.led + 4 * line.signs
    against += 3 * bool(patterns.BRACKETED.fullmatch(line.folded))
    against += 2 * (len(line.folded) < _SHORTEST_HEADLINE) + (len(line.folded) > _LONGEST_HEADLINE)
    tells = max(-1.0, line.tells) - 0.8 * (line.share == 0 and len(line.run) > 1)
    tells += 2 * bool(patterns.NOTICE_HEADLINE.fullmatch(line.folded))
    if line.heading:
        return tells + 2 - against
    marked = any(other.is_heading for other in line.run)
    answers = 0.5 * (line.says and line.at > 0)
    return min(tells, _PLAIN_TELLS_AT_MOST) + (-1 if marked else 0.5) - answers - against


def _subhead(line: _Traits) -> float:
    against = 4 * line.colon + 6 * line.named + 2 * (len(line.folded) > _LONGEST_SUBHEAD)
    against += 4 * line.signs + (0 if line.dash or line.ends else 4)
    words = 5 * line.dash + 3 * line.lower + 1.5 * line.says - against
    if not line.heading:
        return words + line.tells / 2 - 0.2
    under_heading = line.at > 0 and line.run[line.at - 1].level == line.run[line.at].level
    return words + min(line.tells, 1.0) + (0.8 if under_heading else -0.5)


def _after(line: _Traits) -> float:
    """A caption or the first words of the text."""
    text = 3.0 * line.finished + 3 * line.signs + 3 * line.caption + 2 * line.cut
    text -= 4 * line.dash + 4 * line.colon
    text -= 1.5 * (line.ends and not line.heading and not line.finished)
    text -= 3 * (opens_text(line.context.follows) and not line.caption)
    return text - (6 if line.heading else 0.5)


def _is_caption(run: Sequence[Atom], at: int) -> bool:
    atom = run[at]
    if atom.is_heading or at > 0:
        shows = not atom.is_heading or odds(atom.folded, "caption", "headline") > SURELY
        return shows and looks_like_caption(atom) and not ends_as_kicker(atom)
    worded = odds(atom.folded, "caption", "headline") > 0 and tells_a_scene(atom, by_wording=True)
    return worded or (looks_like_caption(atom) and not ends_as_kicker(atom))


def _signs(run: Sequence[Atom], i: int, context: FlowContext) -> bool:
    """Whether a line is a bare name between a headline and its text."""
    alone = i > 0 and not run[i].is_heading and _text_below(run, i, context) is not None
    return alone and is_person_name(run[i].folded.replace(" ", ""))


def _names_whom(folded: str, context: FlowContext) -> bool:
    """Whether a line only names whom the headline below speaks of."""
    name = folded.replace(" ", "")
    person = is_person_name(name) and (name in context.text or odds(name, "kicker", "banner") > 0)
    if any(is_person_name(name[-n:]) and name[-n:] in context.text for n in (2, 3)):
        return len(name) <= _LONGEST_PERSON
    offices = all(map(patterns.KICKER_NAME.fullmatch, folded.split()))
    named = offices and "的" not in folded and odds(folded, "kicker", "banner") > 0
    return person or named


def _ends_before_text(run: Sequence[Atom], i: int, context: FlowContext) -> bool:
    """Whether a line is whole, and not the first of the text that follows."""
    text = _text_below(run, i, context)
    if text is None or run[i].is_heading:
        return context.follows is not None
    folded = run[i].folded
    on, worded = goes_on_odds(folded, text.folded), odds(folded, "headline", "text")
    return "," not in folded and (on < -SURELY or (on < 0 and worded > 0.5))


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


def exclaims(folded: str) -> bool:
    """Say whether a line ends as headlines may: `一夜之间涨了三倍……`, `地,由谁来种?`."""
    return "。" not in folded and folded.rstrip("”’」』").endswith(("!", "?", "…"))


def is_dashed(atom: Atom) -> bool:
    """Say whether a line begins as subheads do: `——柳河街道旧改纪实`."""
    return bool(patterns.SUBHEAD_START.match(atom.folded)) and not ornaments.is_framed(atom.folded)


def ends_as_kicker(atom: Atom) -> bool:
    """Say whether a line ends as kickers do: `柳河街道:`."""
    return atom.folded.endswith((":", "——", "—", "--")) and not ornaments.is_framed(atom.folded)


def is_named_banner(atom: Atom) -> bool:
    """Say whether a line names a kind of items: `图说新闻`, `简讯`, `公告栏`."""
    folded = ornaments.plain(atom.folded)
    named = (patterns.PHOTO_BANNER, patterns.BRIEFS_BANNER, patterns.NOTICE_BANNER)
    return any(pattern.fullmatch(folded) for pattern in named)


def is_section_name(atom: Atom) -> bool:
    """Say whether a line reads as the name of a section, such as `民生关注` or `招聘`."""
    named = (
        patterns.SECTION_NAME,
        patterns.COMMENT_BANNER,
        patterns.SERIES,
        patterns.CLASSIFIED_NAME,
    )
    return any(pattern.fullmatch(ornaments.plain(atom.folded)) for pattern in named)
