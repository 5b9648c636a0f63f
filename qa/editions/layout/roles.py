"""Decide what each line of a page is whose form did not tell it, by what stands around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise, zip_longest
from typing import TYPE_CHECKING

from qa.editions.layout import ornaments, patterns
from qa.editions.layout.blocks import BOLD
from qa.editions.layout.closings import closing_end, is_letter, is_notice, is_unsigned
from qa.editions.layout.margins import with_margins
from qa.editions.layout.openings import with_openings
from qa.editions.layout.rejoin import is_finished
from qa.editions.layout.rows import with_rows
from qa.editions.layout.seams import goes_on_odds
from qa.editions.layout.shorts import (
    SURELY,
    FlowContext,
    acts,
    is_crosshead,
    is_worded_as_caption,
    opens_text,
    reads_as_caption,
    shows_someone,
    tells_a_scene,
    verse_span,
)
from qa.editions.layout.speakers import with_speakers
from qa.editions.layout.title_evidence import exclaims, is_dashed
from qa.editions.layout.titles import title_roles
from qa.editions.layout.wording import odds
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom

_LONGEST_TITLE = 48
_FLOATING_CAPTION = 40  # characters: a longer caption under a heading is a picture's own story
_COMPARED_TEXT = 800
_LONGEST_SCENE = 56  # characters of a caption without credit, with its day
_LIKE_A_CAPTION = 0.5  # log-odds: 2 in 26,000 paragraphs of news tell who does what, so worded
_LONGEST_NAME = 24  # characters of the name of a kind of items, with its ornaments
_FEWEST_BYLINED = 2  # headings with a byline below: enough to tell the level of headlines


def resolve_roles(found: Sequence[Atom]) -> list[Atom]:
    """Decide the role of each atom whose form did not tell it, by what stands around it."""
    found = with_openings(with_speakers(with_rows(with_margins(found))))
    found = _with_boxed_banners(_with_marked_briefs(found))
    found = _with_exclaiming_titles(_with_numbered_pictures(_with_credited(found)))
    resolved = list(found)
    flow = _flow(found)
    headless = not any(atom.is_heading and atom.role is None for atom in found)
    title_level = _title_level(found)
    headed, signed, couplets = _is_headed(found), _is_signed(found), _has_couplets(found)
    at = 0
    while at < len(flow):
        if found[flow[at]].role is not None:
            at += 1
            continue
        end = at
        while end < len(flow) and found[flow[end]].role is None:
            end += 1
        above = flow[:at]
        article = _article_above(resolved, above)
        context = FlowContext(
            before=_last_body(resolved, above),
            follows=found[flow[end]] if end < len(flow) else None,
            second=found[flow[end + 1]] if end + 1 < len(flow) else None,
            headless=headless,
            briefs=_is_in_briefs(resolved, above),
            notice=is_notice(article),
            letter=is_letter(article),
            unsigned=is_unsigned(article),
            above=_text_above(resolved, above),
            level=_level_above(resolved, above),
            title_level=title_level,
            plain_title=_has_plain_title(resolved, above),
            banner=_banner_above(resolved, above),
            opened=_is_opened(resolved, above),
            headed=headed,
            signed=signed,
            couplets=couplets,
            bylined=_is_bylined(resolved, above),
            text=_text_after(found, flow[end:]),
        )
        run = [found[index] for index in flow[at:end]]
        for index, atom in zip(flow[at:end], _resolve_run(run, context), strict=True):
            resolved[index] = atom
        at = end
    _find_cut_in_captions(resolved, flow)
    return resolved


def _resolve_run(run: Sequence[Atom], context: FlowContext) -> list[Atom]:
    """Return a run of headings and short lines with their roles; verse parts it in two."""
    closed = closing_end(run, context)
    if closed:
        lines = [atom.as_role(Role.BODY, stands_alone=True) for atom in run[:closed]]
        unsigned = context.unsigned and is_unsigned(lines)
        below = replace(context, before=lines[-1], unsigned=unsigned)
        return [*lines, *_resolve_run(run[closed:], below)]
    verse = verse_span(run, context.follows, opened=context.opened)
    if verse is None:
        return _with_roles(run, context)
    start, end = verse.start, verse.stop
    lines = [atom.as_role(Role.BODY, stands_alone=True) for atom in run[start:end]]
    text = "".join(atom.folded for atom in lines)
    above = replace(context, follows=lines[0], second=lines[1], text=text)
    below = replace(context, before=lines[-1], opened=False, above=context.above + text)
    return [*_with_roles(run[:start], above), *lines, *_resolve_run(run[end:], below)]


def _with_roles(run: Sequence[Atom], context: FlowContext) -> list[Atom]:
    roles = title_roles(run, context) if run else []
    return [
        atom.as_role(role, stands_alone=role is Role.BODY and is_crosshead(atom, context))
        for atom, role in zip(run, roles, strict=True)
    ]


def _with_boxed_banners(found: Sequence[Atom]) -> list[Atom]:
    """Take all lines such as `【今日提醒】` for banners where one stands right above a title."""
    boxed = [i for i, atom in enumerate(found) if _is_boxed(atom)]
    above_title = any(i + 1 < len(found) and found[i + 1].role is None for i in boxed)
    marked = list(found)
    for i in boxed if above_title and len(boxed) > 1 else ():
        marked[i] = found[i].as_role(Role.BANNER)
    return marked


def _is_boxed(atom: Atom) -> bool:
    inner = patterns.INNER_BOX.fullmatch(atom.folded) or patterns.EDITORS_NOTE.match(atom.folded)
    plain = atom.role is None and not atom.is_heading and not inner
    return plain and ornaments.is_framed(atom.folded)


def _with_marked_briefs(found: Sequence[Atom]) -> list[Atom]:
    """Take `▲国家卫健委:…` under the name of briefs or notices for one, not for a caption."""
    marked, briefs = list(found), False
    for i, atom in enumerate(found):
        if atom.role is None:
            names_notices = patterns.NOTICE_HEADLINE.fullmatch(atom.folded)
            many = is_briefs_banner(atom) or bool(names_notices)
            briefs = many or (briefs and not atom.is_heading)
        credited = i + 1 < len(found) and found[i + 1].role is Role.CREDIT
        if briefs and atom.role is Role.CAPTION and atom.folded[0] in "▲▼▶" and not credited:
            marked[i] = atom.as_role(Role.BODY, stands_alone=True)
    return marked


def _with_credited(found: Sequence[Atom]) -> list[Atom]:
    """Mark the captions that are known by a credit on the line below them."""
    marked = list(found)
    photo = False
    for i, (atom, below) in enumerate(pairwise(found)):
        photo = (is_photo_banner(atom) or photo) if atom.role is None else photo
        if i and found[i - 1].role is Role.BYLINE and patterns.HEAD.match(found[i - 1].folded):
            continue
        if below.role is not Role.CREDIT or atom.role not in (None, Role.BODY) or atom.is_heading:
            continue
        above = found[i - 1] if i else None
        starts = above is not None and (above.role is Role.CREDIT or is_photo_banner(above))
        if len(atom.text) <= _FLOATING_CAPTION or (photo and starts):
            marked[i] = atom.as_role(Role.CAPTION)
    return marked


def _with_exclaiming_titles(found: Sequence[Atom]) -> list[Atom]:
    """Ask by their place what lines such as `警惕!洪水来了!` are, where a byline is below."""
    marked = list(found)
    for i, (atom, below) in enumerate(pairwise(found)):
        short = atom.role is Role.BODY and len(atom.folded) <= _LONGEST_TITLE
        below = found[i + 2] if below.role is None and i + 2 < len(found) else below  # a subhead
        dashed = found[i + 1].role is None and is_dashed(found[i + 1])
        opened = dashed or (opens_text(below) and below.start > atom.end)
        whole = i == 0 or found[i - 1].role is not Role.BODY or is_finished(found[i - 1].folded)
        if short and opened and whole and exclaims(atom.folded):
            marked[i] = atom._replace(role=None)
    return marked


def _with_numbered_pictures(found: Sequence[Atom]) -> list[Atom]:
    """Mark lines such as `①滕文志在桥上巡查。` below the byline of one who took pictures."""
    marked, pictured = list(found), False
    for i, (atom, below) in enumerate(pairwise(found)):
        if atom.role is Role.BYLINE:
            pictured = bool(patterns.WROTE_TOO.search(atom.folded))
        numbered = pictured and all(map(_is_numbered, (atom, below)))
        for at in (i, i + 1) if numbered else ():
            marked[at] = found[at].as_role(Role.CAPTION)
    return marked


def _is_numbered(atom: Atom) -> bool:
    if atom.role not in (None, Role.BODY) or atom.is_heading:
        return False
    return bool(patterns.NUMBERED_CAPTION.fullmatch(atom.folded))


def _find_cut_in_captions(resolved: list[Atom], flow: Sequence[int]) -> None:
    """Mark captions that end as sentences do and stand within a sentence they cut in two."""
    for n, (before, at, after) in enumerate(zip_longest(flow, flow[1:], flow[2:])):
        if at is None:
            break
        one, two = resolved[before], resolved[at]
        if len(two.folded) > _LONGEST_SCENE:
            continue
        three = two if after is None else resolved[after]
        if not one.role is two.role is Role.BODY:
            continue
        if three.role is Role.BYLINE and three.start == two.end:  # who wrote it signs it
            continue
        if is_finished(one.folded):
            above = "".join(resolved[i].folded for i in flow[max(0, n - 8) : n + 1])
            told = _is_whole_caption(two, above)
            is_caption = told and not _is_in_briefs(resolved, flow[: n + 1])
        else:
            is_caption = three is not two and three.role is Role.BODY and _cuts_in(one, two, three)
        if is_caption:
            resolved[at] = two.as_role(Role.CAPTION)


def _is_whole_caption(atom: Atom, above: str) -> bool:
    """Whether a short paragraph between whole ones is a caption without a credit."""
    told = patterns.LEADING_DAY.sub("", atom.folded, count=1)
    if (tells_a_scene(atom) or acts(told)) and is_finished(told) and not atom.stands_alone:
        return bool(told != atom.folded or odds(told, "caption", "text") > _LIKE_A_CAPTION)
    if not reads_as_caption(atom):
        short = is_finished(atom.folded) and len(atom.folded) <= _FLOATING_CAPTION
        return short and not atom.stands_alone and shows_someone(atom, above)
    dated = patterns.LEADING_DAY.match(atom.folded)
    return bool(dated) or is_worded_as_caption(atom.folded)


def _cuts_in(one: Atom, two: Atom, three: Atom) -> bool:
    """Whether `two` reads as a caption, and `one` rather goes on in `three`."""
    if not (reads_as_caption(two) or acts(two.folded)) or one.stands_alone:
        return False
    over = goes_on_odds(one.folded, three.folded) - goes_on_odds(one.folded, two.folded)
    return over > (0 if tells_a_scene(two) or acts(two.folded) else 2 * SURELY)


def _last_body(resolved: Sequence[Atom], flow: Sequence[int]) -> Atom | None:
    """The running text just before, if no title or jump stands between."""
    for index in reversed(flow):
        if resolved[index].role is Role.BODY:
            return resolved[index]
        if resolved[index].role is not Role.BYLINE:
            return None
    return None


def _is_in_briefs(resolved: Sequence[Atom], flow: Sequence[int]) -> bool:
    banner = next((resolved[i] for i in reversed(flow) if resolved[i].role is Role.BANNER), None)
    return banner is not None and is_briefs_banner(banner)


def _article_above(resolved: Sequence[Atom], flow: Sequence[int]) -> list[Atom]:
    """The lines of the article above, with its titles."""
    lines: list[Atom] = []
    titled = False
    for index in reversed(flow):
        atom = resolved[index]
        if atom.role is Role.BANNER or (titled and atom.role not in (Role.HEADLINE, Role.KICKER)):
            break
        titled = titled or atom.role is Role.HEADLINE
        lines.append(atom)
    return lines[::-1]


def _is_bylined(resolved: Sequence[Atom], flow: Sequence[int]) -> bool:
    below: Role | None = None
    for index in reversed(flow):
        role = resolved[index].role
        if role in (Role.HEADLINE, Role.BANNER):
            return False
        if role is Role.BYLINE and below is Role.BODY:
            return True
        below = role
    return False


def _title_level(found: Sequence[Atom]) -> int:
    """The level of most headings that have text below them, on this page; 0 without any."""
    bylined = Counter(
        atom.level
        for atom, below in pairwise(found)
        if atom.is_heading and atom.role is None and below.role is Role.BYLINE
    )
    if bylined.total() >= _FEWEST_BYLINED:
        return bylined.most_common(1)[0][0]
    levels = Counter(
        atom.level
        for atom, below in pairwise(found)
        if 0 < atom.level < BOLD and atom.role is None and not below.is_heading
    )
    most = max(levels.values(), default=0)
    return min((level for level, count in levels.items() if count == most), default=0)


def _is_headed(found: Sequence[Atom]) -> bool:
    """Whether most texts below headings begin with a head such as `(吉隆坡3日讯)`."""
    below = [two for one, two in pairwise(found) if one.is_heading and one.role is None]
    heads = (patterns.HEAD, patterns.LENS_HEAD)
    headed = sum(
        two.role is Role.BYLINE and any(head.match(two.folded) for head in heads) for two in below
    )
    return headed >= max(_FEWEST_BYLINED, sum(two.role is Role.BODY for two in below))


def _is_signed(found: Sequence[Atom]) -> bool:
    """Whether below most titles stands who wrote what follows."""
    below = [two.role for one, two in pairwise(found) if one.role is None]
    return below.count(Role.BYLINE) >= max(_FEWEST_BYLINED, below.count(Role.BODY))


def _has_couplets(found: Sequence[Atom]) -> bool:
    """Whether most titles of a page are two headings of one level."""
    runs = [
        [atom.level for atom in run]
        for is_title, run in groupby(found, lambda atom: atom.is_heading and atom.role is None)
        if is_title
    ]
    couplets = sum(len(run) == 2 and run[0] == run[1] for run in runs)
    return couplets >= max(_FEWEST_BYLINED, len(runs) / 2)


def _level_above(resolved: Sequence[Atom], flow: Sequence[int]) -> int:
    titles = (resolved[i] for i in reversed(flow) if resolved[i].role is Role.HEADLINE)
    return next((atom.level for atom in titles), 0)


def _has_plain_title(resolved: Sequence[Atom], flow: Sequence[int]) -> bool:
    titles = (resolved[i] for i in reversed(flow) if resolved[i].role is Role.HEADLINE)
    return any(not title.is_heading for title in list(titles)[:1])


def _banner_above(resolved: Sequence[Atom], flow: Sequence[int]) -> Atom | None:
    last = resolved[flow[-1]] if flow else None
    return last if last is not None and last.role is Role.BANNER else None


def _is_opened(resolved: Sequence[Atom], flow: Sequence[int]) -> bool:
    """Whether the lines just above are a headline and its byline, without text yet."""
    roles = [resolved[i].role for i in flow[-3:]][::-1]
    above = next((i for i, role in enumerate(roles) if role is not Role.BYLINE), 0)
    return above > 0 and roles[above] in (Role.HEADLINE, Role.SUBHEAD)


def _text_above(resolved: Sequence[Atom], flow: Sequence[int]) -> str:
    """Running text of the article above, in its order."""
    texts: list[str] = []
    for index in reversed(flow):
        atom = resolved[index]
        if sum(map(len, texts)) >= _COMPARED_TEXT or atom.role in (Role.HEADLINE, Role.BANNER):
            break
        texts.append(atom.folded)
    return "".join(reversed(texts))


def _text_after(found: Sequence[Atom], flow: Sequence[int]) -> str:
    """Running text of the article that follows, as far as titles are compared with it."""
    text = ""
    for index in flow:
        atom = found[index]
        if len(text) >= _COMPARED_TEXT or (atom.role is None and atom.is_heading):
            break
        text += atom.folded
    return text[:_COMPARED_TEXT]


def _flow(found: Sequence[Atom]) -> list[int]:
    """Indexes of the atoms that make up articles, without furniture and floating pictures.

    A long caption right under a heading is that heading's text and stays in.
    """
    flow: list[int] = []
    under_heading, photos = False, [False, False]  # whether the last two lines name pictures
    for index, atom in enumerate(found):
        if atom.role in (Role.FURNITURE, Role.CREDIT):
            continue
        if atom.role is Role.CAPTION:
            photo = under_heading and any(photos)
            long = len(atom.text) >= _FLOATING_CAPTION
            own_story = under_heading and (long or not _text_follows(found[index + 1 :]))
            if not (photo or own_story):
                continue
        flow.append(index)
        photos = [photos[1], is_photo_banner(atom)]
        under_heading = atom.role in (None, Role.BANNER) and (atom.is_heading or any(photos))
    return flow


def _text_follows(below: Sequence[Atom]) -> bool:
    """Whether text stands below a picture, rather than the next title or nothing."""
    skipped = (Role.FURNITURE, Role.CREDIT, Role.CAPTION)
    follows = next((atom for atom in below if atom.role not in skipped), None)
    return follows is not None and not (follows.is_heading and follows.role is None)


def is_photo_banner(atom: Atom) -> bool:
    """Say whether a line stands above pictures: `图说新闻`."""
    if len(atom.folded) > _LONGEST_NAME:
        return False
    return bool(patterns.PHOTO_BANNER.fullmatch(ornaments.plain(atom.folded)))


def is_briefs_banner(atom: Atom) -> bool:
    """Say whether a line stands above a bundle of briefs: `简讯`."""
    if len(atom.folded) > _LONGEST_NAME:
        return False
    return bool(patterns.BRIEFS_BANNER.fullmatch(ornaments.plain(atom.folded)))
