"""Short lines among running text: crosshead, caption, slogan, or a piece of a cut sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa.editions.layout import ornaments, patterns
from qa.editions.layout.bylines import is_person_name
from qa.editions.layout.furniture import is_date_alone
from qa.editions.layout.rejoin import is_finished
from qa.editions.layout.seams import goes_on_odds
from qa.editions.layout.wording import odds
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom

SHORTEST_CUT = 12  # characters: the first line of a paragraph in a narrow column
SURELY = 1.5  # log-odds: about 4 to 1
_LONGEST_SLOGAN = 24  # characters
_LONGEST_CROSSHEAD = 30
_LONGEST_CAPTION = 36  # without a credit
_LONGEST_VERSE = 20
_LONGEST_LAST_ITEM = 40  # of a list that ends the page
_FEWEST_VERSES = 4
_FEWEST_ITEMS = 2
_SHORTEST_SCENE = 8
# Log-odds: 1 in 1,000 paragraphs of news that are as short as captions are so worded.
_WORDED_AS_CAPTION = 1.2


@dataclass(slots=True)
class FlowContext:
    """What stands around a run of short lines."""

    before: Atom | None  # the running text above it, None after a title or at the page's top
    follows: Atom | None  # what comes right after it
    second: Atom | None  # and then
    headless: bool  # the form marks no headings on this page
    briefs: bool  # above is the banner of a bundle of briefs
    notice: bool  # the article above is a notice, which ends with who gives it and when
    letter: bool  # or a letter, which ends with who wrote it
    unsigned: bool  # and nothing of it says so yet
    text: str  # folded running text that comes next, for comparing titles with it
    above: str  # folded running text of the article above
    bylined: bool  # and whether a byline opened that article
    level: int  # of that article's headline, as a heading
    title_level: int  # of most headlines on the page; 0 if it marks none
    plain_title: bool  # that headline is no heading
    banner: Atom | None  # the line right above the run, if it is known for one
    opened: bool  # a byline on its own line stands right above the run
    headed: bool  # most texts of the page begin with where and when they were reported
    signed: bool  # or stand below who wrote them
    couplets: bool  # most titles of the page are two lines

    @property
    def is_open(self) -> bool:
        """Whether the text above breaks off, rather than ending as a sentence or a row does."""
        before = self.before
        return before is not None and not before.stands_alone and not is_finished(before.folded)


def verse_span(run: Sequence[Atom], follows: Atom | None, *, opened: bool) -> range | None:
    """Return which lines of a run are verse: short ones that no punctuation ends.

    Verse stands below a byline, if one `opened` the run, or else below the headings that open it.
    """
    start, end = (0, _next_heading(run, 0)) if opened else _longest_below_heading(run)
    below_is_title = end < len(run) and run[end - 1].folded.endswith((":", "——"))
    if below_is_title or (end == len(run) and follows is not None and follows.role is Role.BYLINE):
        end -= 1
    lines = run[start:end]
    signed = opened or (start > 0 and _is_name(run[start - 1]))
    fewest = _FEWEST_VERSES if signed else _FEWEST_VERSES + 1
    ends_page = end == len(run) and follows is None
    enough = len(lines) >= (_FEWEST_ITEMS if ends_page else fewest)
    longest = _LONGEST_LAST_ITEM if ends_page else _LONGEST_VERSE
    fits = all(_may_be_verse(line, longest) for line in lines)
    return range(start, end) if enough and fits else None


def _is_name(atom: Atom) -> bool:
    return not atom.is_heading and is_person_name(atom.folded.replace(" ", ""))


def _next_heading(run: Sequence[Atom], at: int) -> int:
    return next((i for i in range(at, len(run)) if run[i].is_heading), len(run))


def _longest_below_heading(run: Sequence[Atom]) -> tuple[int, int]:
    """Return from where to where the most plain lines stand below a heading and its author."""
    spans = [(len(run), len(run))]
    for i, atom in enumerate(run):
        if atom.is_heading:
            signed = i + 1 < len(run) and _is_name(run[i + 1])
            spans.append((i + 1 + signed, _next_heading(run, i + 1)))
    return max(spans, key=lambda span: span[1] - span[0])


def _may_be_verse(atom: Atom, longest: int) -> bool:
    return len(atom.folded) <= longest and not looks_like_caption(atom)


def short_roles(run: Sequence[Atom], context: FlowContext) -> list[Role]:
    """Roles of short lines that no headline explains; each looks at the text before it."""
    roles: list[Role] = []
    for atom in run:
        roles.append(lone_short(atom, context))
        if roles[-1] is Role.BODY and not is_crosshead(atom, context):
            context = replace(context, before=atom)
    return roles


def is_crosshead(atom: Atom, context: FlowContext) -> bool:
    """Say whether a short line in the body stands by itself, and is no part of a cut sentence.

    What stands before a column break is a line long at least; a longer one is judged by how
    its end and the text after it fit together.
    """
    if is_finished(atom.folded):
        return False
    if atom.is_heading or is_date_alone(atom.folded) or context.notice:
        return True
    folded, follows = atom.folded, context.follows
    if patterns.ENUMERATOR.match(folded) and len(folded) < SHORTEST_CUT and "," not in folded:
        return True
    if "," in folded or len(folded) > _LONGEST_CROSSHEAD or patterns.NO_END.search(folded):
        return False
    if context.is_open:
        return False
    text_follows = follows is not None and follows.role is Role.BODY
    if not text_follows or follows is None:
        return False
    on = goes_on_odds(folded, follows.folded) - 2 * follows.folded.startswith(("“", '"'))
    parts = folded.split()
    if len(folded) < SHORTEST_CUT or (len(parts) == 2 and max(map(len, parts)) < SHORTEST_CUT):
        return on < SURELY and not patterns.NO_START.match(follows.folded)
    return on < -SURELY and odds(folded, "headline", "text") > 0


def lone_short(atom: Atom, context: FlowContext) -> Role:
    """Return the role of a short line among running text that no headline explains."""
    before, follows, unfinished = context.before, context.follows, context.is_open
    if is_finished(atom.folded):
        return Role.BODY
    if is_date_alone(atom.folded):
        return Role.FURNITURE if before is None else Role.BODY
    many_clauses = atom.folded.count(",") >= 2 or len(atom.folded) > _LONGEST_CAPTION
    if looks_like_caption(atom) and (unfinished or tells_a_scene(atom, by_wording=True)):
        return Role.CAPTION
    if tells_a_scene(atom, by_wording=True) and not _flows_into(atom, follows):
        return Role.CAPTION
    if follows is not None and leads_on(follows):
        return Role.BODY
    text_follows = follows is not None and follows.role is Role.BODY
    if text_follows and follows is not None and before is not None and unfinished:
        is_cut_in = not many_clauses and not _is_middle(before, atom, follows)
        return Role.CAPTION if is_cut_in else Role.BODY
    if text_follows:
        shown = before is not None and shows_someone(atom, context.above + context.text)
        return Role.CAPTION if shown else Role.BODY
    if unfinished:
        return Role.BODY
    if atom.folded[-1].isdigit():  # `排列五第153期:2 6 6 1 8` is no slogan
        return Role.BODY
    return Role.FURNITURE if len(atom.folded) <= _LONGEST_SLOGAN else Role.CAPTION


def _flows_into(atom: Atom, follows: Atom | None) -> bool:
    """Whether a line is rather the first of a sentence than whole."""
    text_follows = follows is not None and follows.role is Role.BODY
    if not text_follows or follows is None:
        return False
    cut = patterns.NO_END.search(atom.folded) or atom.folded[-1].isdigit()
    return bool(cut) or goes_on_odds(atom.folded, follows.folded) > -SURELY


def _is_middle(before: Atom, atom: Atom, follows: Atom) -> bool:
    """Whether a short line is the middle of a sentence cut twice, rather than a caption in it."""
    to, on = (
        goes_on_odds(before.folded, atom.folded),
        goes_on_odds(atom.folded, follows.folded),
    )
    return min(to, on) > 0 and to > goes_on_odds(before.folded, follows.folded)


def starts_as_caption(folded: str) -> bool:
    """Say whether a folded line starts as captions do: `图为`, `▲`, but not as `▶公告` does."""
    if not patterns.CAPTION_START.match(folded):
        return False
    if not ornaments.is_dotted(folded):
        return True
    return odds(ornaments.plain(folded), "caption", "banner") > 0


def looks_like_caption(atom: Atom) -> bool:
    """Say whether a short line reads as a caption: it shows something, or tells who does what."""
    folded = atom.folded
    if starts_as_caption(folded):
        return True
    if patterns.BULLETED_ITEM.match(folded):
        return False
    if patterns.CAPTION_SCENE.search(folded):
        return True
    told = "," in folded and bool(patterns.CAPTION_WORDS.search(folded))
    return told and odds(folded, "caption", "text") > 0


def tells_a_scene(atom: Atom, *, by_wording: bool = False) -> bool:
    """Say whether a line tells one scene and its day, as no cut sentence is likely to."""
    told = patterns.LEADING_DAY.sub("", atom.folded, count=1)
    if "," in told or len(told) > _LONGEST_CAPTION:
        return False
    if starts_as_caption(told):
        return True
    if patterns.BULLETED_ITEM.match(told):
        return False
    if patterns.CAPTION_SCENE.search(told):
        return True
    if by_wording and acts(told):
        return odds(told, "caption", "text" if is_finished(told) else "banner") > 0
    return by_wording and len(told) >= _SHORTEST_SCENE and is_worded_as_caption(told)


def acts(folded: str) -> bool:
    """Say whether a line says who does what and no more: `消防队员清理河道`."""
    return bool(patterns.CAPTION_ACTOR.fullmatch(folded.rstrip("。")))


def is_worded_as_caption(folded: str) -> bool:
    """Say whether a folded line speaks as captions do, rather than as sentences."""
    least = _WORDED_AS_CAPTION + (len(folded) < SHORTEST_CUT)
    return ":" not in folded and odds(folded, "caption", "text") > least


def shows_someone(atom: Atom, text: str) -> bool:
    """Say whether a line shows someone whom `text` names at something: `甲给乙整理头纱。`"""
    shown = patterns.CAPTION_PERSON.fullmatch(atom.folded.rstrip("。"))
    names = (shown["who"][-length:] for length in (2, 3)) if shown else ()
    return any(is_person_name(name) and name in text for name in names)


def reads_as_caption(atom: Atom) -> bool:
    """Say whether a short sentence tells one scene: `8月31日,居民在接种点排队。`"""
    return (
        not atom.stands_alone and is_finished(atom.folded) and tells_a_scene(atom, by_wording=True)
    )


def leads_on(atom: Atom) -> bool:
    """Say whether an atom is a jump line to a later page: `(下转第3版)`."""
    return atom.role is Role.JUMP and patterns.JUMP_FROM.match(atom.folded) is None


def opens_text(atom: Atom | None) -> bool:
    """Say whether a byline, `上接第1版` or a guest follows, which stand between title and text."""
    return atom is not None and (
        atom.role is Role.BYLINE
        or (atom.role is Role.JUMP and not leads_on(atom))
        or (atom.role is Role.BODY and atom.stands_alone and is_guest_line(atom))
    )


def is_guest_line(atom: Atom) -> bool:
    """Say whether a line only names who answers or tells: `主讲:河西区法院法官 闵若谷`."""
    guest = patterns.GUEST.fullmatch(atom.folded)
    words = re.split(r"[\s()、,]+", guest["who"].strip(" ()")) if guest else []
    return any(map(is_person_name, words))
