"""The order of titles: which line of a run of short lines is banner, kicker, headline, subhead.

Reading down to the text stand: a banner or several, the kicker, the headline, its subheads. Text
of the article above, or a caption, may come before them; a caption or the first words of the text
after. Of all ways to read a run in this order the one with most evidence for it is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.editions.layout import patterns
from qa.editions.layout.title_evidence import Place, ends_as_kicker, evidence, is_dashed
from qa.types import Role

if TYPE_CHECKING:
    from qa.editions.layout.atoms import Atom
    from qa.editions.layout.shorts import FlowContext

_SHORTEST_LINE = 6  # characters, of a headline in two lines

ROLES = {
    Place.BANNER: Role.BANNER,
    Place.KICKER: Role.KICKER,
    Place.HEADLINE: Role.HEADLINE,
    Place.SUBHEAD: Role.SUBHEAD,
}


def places(run: Sequence[Atom], context: FlowContext) -> list[Place]:
    """Return the place of each line of a run that holds one headline."""
    if len(run) == 1:
        return [Place.HEADLINE]
    # best[place]: the evidence for the best reading that ends there, and that reading
    best: dict[Place, tuple[float, list[Place]]] = {}
    for i, atom in enumerate(run):
        weights = evidence(run, i, context)
        grown: dict[Place, tuple[float, list[Place]]] = {}
        for place in Place:
            if i == 0:
                if place <= Place.HEADLINE:
                    grown[place] = (weights[place], [place])
                continue
            before = [
                (best[p][0] + _step(p, place, run[i - 1], atom), best[p][1])
                for p in _PRECEDING[place]
                if p in best
            ]
            if before:
                score, reading = max(before, key=lambda found: found[0])
                grown[place] = (score + weights[place], [*reading, place])
        best = grown
    ends = [best[place] for place in (Place.HEADLINE, Place.SUBHEAD, Place.AFTER) if place in best]
    return max(ends, key=lambda found: found[0])[1]


def _may_precede(before: Place, place: Place) -> bool:
    if before is Place.KICKER and place not in (Place.KICKER, Place.HEADLINE):
        return False
    return before <= place and not before < Place.HEADLINE < place


_PRECEDING = {
    place: tuple(before for before in Place if _may_precede(before, place)) for place in Place
}


def _step(before: Place, place: Place, above: Atom, atom: Atom) -> float:
    """Evidence for two places in a row: two banners are rare, and a headline in two lines.

    Its second line starts as no title does: `第三届邻里节` / `昨日在社区启幕`.
    """
    if before is place is Place.BANNER:
        return -3.5
    if before is place is Place.KICKER:
        return -6.0 if above.is_heading or atom.is_heading else -2.0
    if before is place is Place.SUBHEAD:
        return -0.5 - 4 * (atom.level > 0 == above.level)
    if before is not Place.HEADLINE or place is not Place.HEADLINE:
        return 0.0
    same = above.level == atom.level
    whole = patterns.NOTICES_ONLY.fullmatch(above.folded)
    if same and not whole and patterns.SECOND_LINE.match(atom.folded):
        return 1.0
    return _couplet(above, atom) if same and not whole else -6.0


def _couplet(above: Atom, atom: Atom) -> float:
    """Evidence for one headline in two lines, which are mostly as long as each other."""
    lengths = sorted((len(above.folded), len(atom.folded)))
    shapes = {" " in above.folded, " " in atom.folded}
    if is_dashed(atom) or ends_as_kicker(above) or lengths[0] < _SHORTEST_LINE or len(shapes) > 1:
        return -6.0
    return (-1.0, -2.5, -2.5)[lengths[1] - lengths[0]] if lengths[1] - lengths[0] < 3 else -6.0
