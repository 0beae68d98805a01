"""How wide the columns of a table are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = (30, 24, 18, 14)
"""Words longer than this many columns of the terminal may be broken; less, where the table does not fit otherwise."""


def column_widths(texts: Sequence[Sequence[str]], room: int) -> list[int] | None:
    """The widths of columns that together take at most `room`; None when not even their words fit.

    `texts` are the columns, each with its cells' texts. No word is broken but long ones (`LONGEST`), and what room the words
    leave is shared out by how much each column still wants: the automatic table layout of CSS 2.1, section 17.5.2.2.
    """
    from rich.cells import cell_len

    most = [max(map(cell_len, column), default=0) for column in texts]
    if sum(most) <= room:
        return most
    words = [max((cell_len(word) for text in column for word in text.split()), default=1) for column in texts]
    fitting = ([min(word, longest) for word in words] for longest in LONGEST)
    least = next((widths for widths in fitting if sum(widths) <= room), None)
    if least is None:
        return None
    left = room - sum(least)
    wanted = [wide - narrow for wide, narrow in zip(most, least, strict=True)]
    widths = [narrow + left * want // sum(wanted) for narrow, want in zip(least, wanted, strict=True)]
    widths[wanted.index(max(wanted))] += room - sum(widths)
    return widths
