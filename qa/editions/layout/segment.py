"""Cut a page into its articles: one segmenter for the lines of every form of page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qa.editions.layout import ornaments, patterns
from qa.editions.layout.atoms import Atom, atoms
from qa.editions.layout.rejoin import goes_on
from qa.editions.layout.roles import is_briefs_banner, is_photo_banner, resolve_roles
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.blocks import Line

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


def _gather(resolved: Sequence[Atom]) -> list[Draft]:
    gathering = _Gathering()
    for index, atom in enumerate(resolved):
        if atom.role is Role.BANNER:
            gathering.briefs_are_signed = _has_sign(resolved[index + 1 :])
        gathering.add(atom)
    return gathering.finish()


class _Gathering:
    """Walks over a page's atoms and puts each into the article that it belongs to."""

    def __init__(self) -> None:
        self.briefs_are_signed = False  # under the banner that is open
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
        return _without_bare_jumps(self.drafts)

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
        one = patterns.ONE_COMMENT.fullmatch(ornaments.plain(self.banner.folded))
        return not last.has(Role.HEADLINE) or is_photo_banner(self.banner) or bool(one)

    def _add_title(self, atom: Atom) -> None:
        current = self.current
        if current is None or not _takes_title(current, atom):
            self._leave_banner(atom)
            current = self._start(titled=True)
        current.parts.append(atom)

    def _leave_banner(self, title: Atom) -> None:
        """A heading as high as the banner is not under it, if the headlines before were lower.

        Nor is news under the banner of notices, a notice under that of news, under `招聘` what is
        of another kind, or a correction under `读者来信`.
        """
        last = self.drafts[-1] if self.drafts else None
        if self.banner is None or last is None or last.banner is not self.banner:
            return
        before = next(iter(last.of(Role.HEADLINE)), None)
        name = ornaments.plain(self.banner.folded)
        notices = patterns.NOTICES_ONLY.fullmatch(name)
        is_news = notices and not patterns.NOTICE_HEADLINE.fullmatch(title.folded)
        is_notice = patterns.NOTICE_HEADLINE.fullmatch(title.folded) and not (
            patterns.NOTICES_STAND_HERE.search(name)
        )
        is_other = patterns.CLASSIFIED_NAME.fullmatch(name) and name not in title.folded
        higher = before is not None and 0 < title.level <= self.banner.level < before.level
        corrects = self._letters_end() and patterns.CORRECTION_HEADLINE.fullmatch(title.folded)
        if higher or is_news or is_notice or is_other or corrects:
            self.banner = None

    def _add_byline(self, atom: Atom) -> None:
        current = self.current
        opens_text = patterns.HEAD.match(atom.folded) or patterns.SLASH_HEAD.match(atom.folded)
        if current is not None and opens_text and not _has_only_notes(current):
            self._start()
        opened = self._open()
        if opens_text and self._letters_end(opened):
            self.banner = opened.banner = None
        opened.parts.append(atom)

    def _letters_end(self, but: Draft | None = None) -> bool:
        """Whether `读者来信` stands above a letter already: news behind that is no letter."""
        if self.banner is None or not patterns.LETTERS.fullmatch(
            ornaments.plain(self.banner.folded)
        ):
            return False
        return any(draft.banner is self.banner for draft in self.drafts if draft is not but)

    def _add_body(self, atom: Atom) -> None:
        current = self._open()
        is_photo = self.banner is not None and is_photo_banner(self.banner)
        next_notice = patterns.CLASSIFIED.match(atom.folded) and not current.has(Role.HEADLINE)
        next_photo = is_photo and current.has(Role.CREDIT) and not current.has(Role.HEADLINE)
        if (
            next_photo
            or (next_notice and current.has(Role.BODY))
            or (_is_brief(current) and self._brief_is_whole(current, atom))
        ):
            current = self._start()
        current.parts.append(atom)

    def _brief_is_whole(self, brief: Draft, after: Atom) -> bool:
        """Whether `after` is the next brief: after the sign of this one, or its paragraph."""
        is_row = after.stands_alone and " " in after.folded
        if is_row or patterns.DETAIL.fullmatch(after.folded):
            return False
        if self.briefs_are_signed:
            return any(_is_sign(part) for part in brief.parts)
        body = brief.of(Role.BODY)
        return bool(body) and not goes_on(body[-1], after)

    def _add_jump(self, atom: Atom) -> None:
        leads_back = patterns.JUMP_FROM.match(atom.folded) is not None
        if leads_back and (self.current is None or self.current.has(Role.BODY)):
            self._start().banner = None  # it is in the section where its first part is
        self._open().parts.append(atom)
        if not leads_back:
            self.current = None

    def _add_picture(self, atom: Atom) -> None:
        photo = self.banner is not None and is_photo_banner(self.banner)
        if self.current is None and not photo:
            self.waiting.append(atom)
            return
        current = self._open()
        next_item = atom.role is Role.CAPTION and not current.has(Role.HEADLINE, Role.BODY)
        if photo and next_item and current.has(Role.CREDIT):
            current = self._start()
        current.parts.append(atom)


def _without_bare_jumps(drafts: Sequence[Draft]) -> list[Draft]:
    """Return articles; a jump line that nothing stands below is of the one before it."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and all(part.role is Role.JUMP for part in draft.parts):
            kept[-1].parts.extend(draft.parts)
        else:
            kept.append(draft)
    return kept


def _has_only_notes(draft: Draft) -> bool:
    """Whether an article has no text yet, or but an editor's note and no byline."""
    body = draft.of(Role.BODY)
    if not body:
        return True
    return bool(patterns.EDITORS_NOTE.match(body[0].folded)) and not draft.has(Role.BYLINE)


def _is_brief(draft: Draft) -> bool:
    """Whether a draft is an item of a bundle of briefs, which has no headline of its own."""
    bundle = draft.banner is not None and is_briefs_banner(draft.banner)
    return bundle and not draft.has(Role.HEADLINE)


def _is_sign(atom: Atom) -> bool:
    """Whether an atom is the sign of a brief: `(张三)`."""
    if patterns.SIGNED_SOURCE.fullmatch(atom.folded):
        return False
    signed = patterns.SIGNED_BRIEF.fullmatch("。" + atom.folded, 1)
    return atom.role is Role.BYLINE and bool(signed or patterns.SIGNED.fullmatch(atom.folded))


def _has_sign(below: Sequence[Atom]) -> bool:
    """Whether one of the items under a banner is signed."""
    for atom in below:
        if atom.role in (Role.BANNER, Role.HEADLINE):
            return False
        if _is_sign(atom):
            return True
    return False


def _takes_title(draft: Draft, atom: Atom) -> bool:
    """Whether a title belongs to the article that is open, rather than opening the next."""
    if atom.role is Role.SUBHEAD:
        return draft.has(Role.HEADLINE) and not draft.has(Role.BODY)
    if atom.role is Role.HEADLINE and draft.parts and draft.parts[-1].role is Role.HEADLINE:
        return True  # in two lines
    if draft.has(Role.BODY, Role.BYLINE, Role.JUMP, Role.HEADLINE):
        return False
    return draft.has(Role.KICKER)
