"""Cut a page into its articles: one segmenter for the lines of every form of page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa.editions import patterns
from qa.editions.atoms import Atom, atoms
from qa.editions.rejoin import goes_on, is_finished
from qa.editions.seams import goes_on_odds
from qa.editions.shorts import FlowContext, is_crosshead, reads_as_caption
from qa.editions.titles import title_roles
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.blocks import Line

_FLOATING_CAPTION = 40  # characters: a longer caption under a heading is a picture's own story
_COMPARED_TEXT = 800
_TITLES = frozenset({Role.KICKER, Role.HEADLINE, Role.SUBHEAD})


@dataclass(slots=True)
class Draft:
    """An article as its atoms, in reading order, with the banner above it."""

    banner: Atom | None = None
    parts: list[Atom] = field(default_factory=list)

    @property
    def banner_text(self) -> str:
        """The banner as printed, or nothing."""
        return self.banner.text if self.banner else ""

    def has(self, *roles: Role) -> bool:
        """Whether any part has one of `roles`."""
        return any(part.role in roles for part in self.parts)

    def of(self, role: Role) -> list[Atom]:
        """Return the parts with this role."""
        return [part for part in self.parts if part.role is role]


@dataclass(frozen=True, slots=True)
class Segmented:
    """A page cut up: all its atoms with their roles, and the drafts of its articles."""

    atoms: tuple[Atom, ...]
    drafts: tuple[Draft, ...]


def segment(lines: Sequence[Line]) -> Segmented:
    """Give every line of a page its role and gather the lines of each article."""
    resolved = resolve_roles(atoms(lines))
    return Segmented(tuple(resolved), tuple(_gather(resolved)))


# --- roles ---------------------------------------------------------------------------------------


def resolve_roles(found: Sequence[Atom]) -> list[Atom]:
    """Decide the role of each atom whose form did not tell it, by what stands around it."""
    resolved = list(found)
    flow = _flow(found)
    headless = not any(atom.is_heading and atom.role is None for atom in found)
    at = 0
    while at < len(flow):
        if found[flow[at]].role is not None:
            at += 1
            continue
        end = at
        while end < len(flow) and found[flow[end]].role is None:
            end += 1
        context = FlowContext(
            before=_last_body(resolved, flow[:at]),
            follows=found[flow[end]] if end < len(flow) else None,
            second=found[flow[end + 1]] if end + 1 < len(flow) else None,
            headless=headless,
            briefs=_is_in_briefs(resolved, flow[:at]),
            notice=_is_in_notice(resolved, flow[:at]),
            above=_text_above(resolved, flow[:at]),
            text=_text_after(found, flow[end:]),
        )
        run = [found[index] for index in flow[at:end]]
        for index, role in zip(flow[at:end], title_roles(run, context), strict=True):
            alone = role is Role.BODY and is_crosshead(found[index], context)
            resolved[index] = found[index].as_role(role, stands_alone=alone)
        at = end
    _find_cut_in_captions(resolved, flow)
    return resolved


def _find_cut_in_captions(resolved: list[Atom], flow: Sequence[int]) -> None:
    """Mark captions that end as sentences do and stand within a sentence they cut in two."""
    for before, at, after in zip(flow, flow[1:], flow[2:], strict=False):
        one, two, three = resolved[before], resolved[at], resolved[after]
        if not one.role is two.role is Role.BODY or one.goes_on or not reads_as_caption(two):
            continue
        if is_finished(one.folded):
            if patterns.LEADING_DAY.match(two.folded):
                resolved[at] = two.as_role(Role.CAPTION)
        elif three.role is Role.BODY:
            over = goes_on_odds(one.folded, three.folded) > goes_on_odds(one.folded, two.folded)
            if over and not one.stands_alone:
                resolved[at] = two.as_role(Role.CAPTION)


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
    return banner is not None and _is_briefs_banner(banner)


def _is_in_notice(resolved: Sequence[Atom], flow: Sequence[int]) -> bool:
    for index in reversed(flow):
        if resolved[index].role is Role.HEADLINE:
            title = resolved[index].folded.strip()
            notices = (patterns.NOTICE_HEADLINE, patterns.CORRECTION_HEADLINE)
            return any(pattern.fullmatch(title) for pattern in notices)
    return False


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
    under_heading = False
    for index, atom in enumerate(found):
        if atom.role in (Role.FURNITURE, Role.CREDIT):
            continue
        if atom.role is Role.CAPTION:
            photo = under_heading and _is_photo_banner(found[flow[-1]])
            own_story = under_heading and len(atom.text) >= _FLOATING_CAPTION
            if not (photo or own_story):
                continue
        flow.append(index)
        under_heading = atom.role is None and (atom.is_heading or _is_photo_banner(atom))
    return flow


def _is_photo_banner(atom: Atom) -> bool:
    return bool(patterns.PHOTO_BANNER.fullmatch(atom.folded.strip()))


def _is_briefs_banner(atom: Atom) -> bool:
    return bool(patterns.BRIEFS_BANNER.fullmatch(atom.folded.strip()))


# --- articles ------------------------------------------------------------------------------------


def _gather(resolved: Sequence[Atom]) -> list[Draft]:
    signs = any(_is_sign(atom) for atom in resolved)
    gathering = _Gathering(briefs_are_signed=signs)
    for atom in resolved:
        gathering.add(atom)
    return gathering.finish()


class _Gathering:
    """Walks over a page's atoms and puts each into the article that it belongs to."""

    def __init__(self, *, briefs_are_signed: bool) -> None:
        self.briefs_are_signed = briefs_are_signed
        self.drafts: list[Draft] = []
        self.current: Draft | None = None
        self.banner: Atom | None = None
        self.waiting: list[Atom] = []  # captions above their article's first line

    def add(self, atom: Atom) -> None:
        """Take the next atom."""
        role = atom.role
        if role is Role.BANNER:
            self.banner, self.current = atom, None
        elif role in _TITLES:
            self._add_title(atom)
        elif role is Role.BYLINE:
            self._add_byline(atom)
        elif role in (Role.CAPTION, Role.CREDIT):
            self._add_picture(atom)
        elif role is Role.JUMP:
            self._add_jump(atom)
        elif role is not Role.FURNITURE:
            self._add_body(atom)

    def finish(self) -> list[Draft]:
        """Return the articles, in the order of their first lines."""
        if self.waiting and self.drafts:
            self.drafts[-1].parts.extend(self.waiting)
        elif self.waiting:
            self._start()
        return self.drafts

    def _open(self) -> Draft:
        return self.current or self._start()

    def _start(self, *, titled: bool = False) -> Draft:
        if titled and self._banner_is_used_up():
            self.banner = None
        self.current = Draft(self.banner, self.waiting)
        self.waiting = []
        self.drafts.append(self.current)
        return self.current

    def _banner_is_used_up(self) -> bool:
        """A banner over items without headlines, or over one picture, ends with them."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or self.banner is None or last.banner is not self.banner:
            return False
        return not last.has(Role.HEADLINE) or _is_photo_banner(self.banner)

    def _add_title(self, atom: Atom) -> None:
        current = self.current
        if current is None or not _takes_title(current, atom):
            current = self._start(titled=True)
        current.parts.append(atom)

    def _add_byline(self, atom: Atom) -> None:
        current = self.current
        opens_text = current is not None and patterns.HEAD.match(atom.folded)
        if current is not None and opens_text and not _has_only_notes(current):
            self._start()
        self._open().parts.append(atom)

    def _add_body(self, atom: Atom) -> None:
        current = self._open()
        if _is_brief(current) and self._brief_is_whole(current, atom):
            current = self._start()
        current.parts.append(atom)

    def _brief_is_whole(self, brief: Draft, after: Atom) -> bool:
        """Whether `after` is the next brief: after the sign of this one, or its paragraph."""
        if self.briefs_are_signed:
            return any(_is_sign(part) for part in brief.parts)
        body = brief.of(Role.BODY)
        return bool(body) and not goes_on(body[-1], after)

    def _add_jump(self, atom: Atom) -> None:
        leads_back = patterns.JUMP_FROM.match(atom.folded) is not None
        if leads_back and self.current is not None and self.current.has(Role.BODY):
            self._start()
        self._open().parts.append(atom)
        if not leads_back:
            self.current = None

    def _add_picture(self, atom: Atom) -> None:
        photo = self.banner is not None and _is_photo_banner(self.banner)
        if self.current is None and not photo:
            self.waiting.append(atom)
            return
        current = self._open()
        next_item = atom.role is Role.CAPTION and not current.has(Role.HEADLINE, Role.BODY)
        if photo and next_item and current.has(Role.CREDIT):
            current = self._start()
        current.parts.append(atom)


def _has_only_notes(draft: Draft) -> bool:
    """Whether an article has no text yet but an editor's note above it."""
    body = draft.of(Role.BODY)
    noted = not body or bool(patterns.EDITORS_NOTE.match(body[0].folded))
    return noted and not draft.has(Role.BYLINE)


def _is_brief(draft: Draft) -> bool:
    """Whether a draft is an item of a bundle of briefs, which has no headline of its own."""
    bundle = draft.banner is not None and _is_briefs_banner(draft.banner)
    return bundle and not draft.has(Role.HEADLINE)


def _is_sign(atom: Atom) -> bool:
    """Whether an atom is the sign of a brief: `(张三)`."""
    signed = patterns.SIGNED_BRIEF.fullmatch("。" + atom.folded, 1)
    return atom.role is Role.BYLINE and bool(signed or patterns.SIGNED.fullmatch(atom.folded))


def _takes_title(draft: Draft, atom: Atom) -> bool:
    """Whether a title belongs to the article that is open, rather than opening the next."""
    if atom.role is Role.SUBHEAD:
        return draft.has(Role.HEADLINE) and not draft.has(Role.BODY)
    if draft.has(Role.BODY, Role.BYLINE, Role.JUMP, Role.HEADLINE):
        return False
    return draft.has(Role.KICKER)
