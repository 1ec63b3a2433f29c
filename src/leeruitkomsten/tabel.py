"""One table for people: built by a record or a result, drawn here as HTML, Markdown and text, in columns by the command line."""

from __future__ import annotations

import html
import re
from typing import TypeAlias

import attrs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

Deel: TypeAlias = tuple[str, str]
"""A piece of text and what it is: `(soort, tekst)`, soort one of the keys of `MERK`, or `gelijk` for plain text."""
Tekstregel: TypeAlias = tuple[Deel, ...]
"""One line of a cell."""
Cel: TypeAlias = str | tuple[Tekstregel, ...]
"""A cell: plain text, or lines of marked pieces. The empty tuple is an empty cell."""


class Onze(str):
    """A cell with words of this package: they are Dutch, among texts of another language too."""

    __slots__ = ()


MERK = {
    "nieuw": "ins",
    "vervalt": "del",
    "hierheen": "u",
    "vandaan": "s",
    "gevonden": "mark",
    "code": "b",
    "naam": "span",
    "onze": "span",
}
LEEG = "–"
_NL = "nl"
_REGELEINDE = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]#|~]")
# Notebooks have colours of their own, light or dark; the one colour set here brings the colour of its letters along.
_LINKS = "text-align:left;vertical-align:top;padding:2px 8px"
_STIJL = {
    "gevonden": ' style="background:#fd6;color:#000;font-weight:bold"',
    # What moved is dotted: it is neither new nor lost.
    "hierheen": ' style="text-decoration:underline dotted"',
    "vandaan": ' style="text-decoration:line-through dotted"',
    # A long word in the name of a row may break, so that the row's head is no wider than its texts need.
    "naam": ' style="overflow-wrap:anywhere"',
    "onze": f' lang="{_NL}"',
}
TEKENS = {
    "nieuw": ("{+", "+}"), "vervalt": ("[-", "-]"), "hierheen": ("{~", "~}"), "vandaan": ("[~", "~]"), "gevonden": ("«", "»"),
}  # fmt: skip
# What a text from elsewhere may hold, and a terminal would obey.
ZICHTBAAR = {teken: f"\\x{teken:02x}" for teken in (*range(0x20), *range(0x7F, 0xA0))}
_VER = 72
"""So many characters may stand before the last column of a table in a terminal."""
_PAGINA = (
    ":root{color-scheme:light dark}body{background:Canvas;color:CanvasText;font-family:sans-serif;line-height:1.4;margin:1rem}"
    "table{border-collapse:collapse}thead th,tbody tr{border-bottom:1px solid}"
)


def regels(cel: Cel) -> tuple[Tekstregel, ...]:
    """Return the lines of a cell; an empty cell shows a dash, so that it is seen."""
    teksten = ((("onze" if isinstance(cel, Onze) else "gelijk", cel),),) if isinstance(cel, str) else cel
    return teksten if any(tekst for delen in teksten for _, tekst in delen) else ((("gelijk", LEEG),),)


@attrs.frozen
class Tabel:
    """A heading, column names and rows of cells.

    Attributes:
        titel: shown above the table; may be empty.
        kop: column names; empty for a table without a head.
        rijen: tuple of rows, each a tuple of cells as long as `kop`.
        voet: a remark below the table; may be empty.
        taal: the language of the texts in the cells (BCP 47). The column names and the remark are Dutch.
        titel_taal: that of the heading, where it is another than that of the cells.
    """

    titel: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    voet: str = ""
    taal: str = _NL
    titel_taal: str | None = None

    def html(self) -> str:
        """Return the table as HTML: all text escaped, no ids, no script, the same bytes each time.

        In a table of several rows and columns the first column heads the rows.

        >>> Tabel("", ("code",), (("<WP>",),)).html().count("&lt;WP&gt;")
        1
        """
        uit = [f'<table lang="{html.escape(self.taal)}">']
        if self.titel:
            kant = _kant(self.taal, self.titel_taal)
            uit.append(f'<caption{kant};font-weight:bold">{html.escape(self.titel)}</caption>')
        if self.kop:
            cellen = "".join(f'<th scope="col" style="{_LINKS}">{html.escape(k)}</th>' for k in self.kop)
            nederlands = "" if self.taal == _NL else f' lang="{_NL}"'
            uit.append(f"<thead{nederlands}><tr>{cellen}</tr></thead>")
        kant, nl = _kant(self.taal), self.taal == _NL
        uit += ["<tbody>", *(_rij(rij, kant, rijkop=self._rijkop, nl=nl) for rij in self._getoond), "</tbody></table>"]
        if self.voet:
            voet = "<br>\n".join(map(html.escape, self.voet.split("\n")))
            uit.append(f'<p lang="{_NL}"><small>{voet}</small></p>')
        return "\n".join(uit)

    def __str__(self) -> str:
        """Return the table as text: in columns, or cell by cell below the head of the row.

        In columns where every cell has one line and the last column does not begin too far away, counted in characters. What
        is new stands in `{+ +}`, what is gone in `[- -]`, what came from elsewhere in `{~ ~}` and what went there in `[~ ~]`,
        what was found in `« »`.

        >>> print(Tabel("Rijen", ("Rij", "WP1", "WP2"), (("WP.4", "", ((("code", "a"),), (("nieuw", "b"),))), ("WP.5", "c", ""))))
        Rijen
        WP.4
          WP1: –
          WP2: a
               {+b+}
        WP.5
          WP1: c
          WP2: –
        """
        rijen = [[[leesbaar(regel) for regel in regels(cel)] for cel in rij] for rij in self._getoond]
        kort = _in_kolommen(self.kop, rijen)
        lang = (regel for rij in rijen for regel in _onder_elkaar(self.kop, rij, rijkop=self._rijkop))
        # Only "\n" ends a line here: any other line end came along with a text, and is shown.
        boven, onder = (deel.split("\n") if deel else [] for deel in (self.titel, self.voet))
        delen = [*boven, *(lang if kort is None else kort), *onder]
        return "\n".join(deel.translate(ZICHTBAAR) for deel in delen)

    @property
    def _getoond(self) -> tuple[tuple[Cel, ...], ...]:
        """The rows; of a table that has none, an empty one, so that it is seen."""
        return self.rijen or (("",) * max(len(self.kop), 1),)

    @property
    def _rijkop(self) -> bool:
        return len(self.kop) > 1 and len(self.rijen) > 1

    def markdown(self) -> str:
        """Return the table as Markdown: what is new in bold, what is gone struck through, what moved in italics, markup escaped.

        >>> print(Tabel("", ("Code", "Tekst"), (("WP1", "a|b"),)).markdown())
        | Code | Tekst |
        |---|---|
        | WP1 | a\\|b |
        """
        kop = self.kop or ("",)
        rijen = [f"| {' | '.join(map(_markdown, kop))} |", "|---" * len(kop) + "|"]
        rijen += [f"| {' | '.join(map(_markdowncel, rij))} |" for rij in self._getoond]
        boven = [f"**{_markdown(self.titel)}**", ""] if self.titel else []
        onder = ["", *map(_markdown, self.voet.split("\n"))] if self.voet else []
        return "\n".join([*boven, *rijen, *onder])

    def _repr_html_(self) -> str:
        return self.html()

    def _repr_pretty_(self, drukker: Any, _kring: bool) -> None:
        drukker.text(str(self))


def _kant(taal: str, eigen: str | None = None) -> str:
    """Return the attributes of an element in a table of this language, but for the end of its style.

    A text in another language than Dutch says itself from which side it is read, and begins there.
    """
    lang = f' lang="{html.escape(eigen)}"' if eigen not in (None, taal) else ""
    if (eigen or taal) == _NL:
        return f'{lang} style="{_LINKS}'
    return f'{lang} dir="auto" style="{_LINKS.replace("left", "start", 1)}'


def _rij(rij: tuple[Cel, ...], kant: str, *, rijkop: bool, nl: bool) -> str:
    cellen = [f'<td{kant}">{_cel(cel, nl=nl)}</td>' for cel in rij]
    if rijkop:
        cellen[0] = f'<th scope="row"{kant};font-weight:normal">{_cel(rij[0], nl=nl)}</th>'
    return f"<tr>{''.join(cellen)}</tr>"


def _cel(cel: Cel, *, nl: bool) -> str:
    return "<br>".join("".join(_deel(deel, nl=nl) for deel in tekst) for tekst in regels(cel))


def _deel(deel: Deel, *, nl: bool) -> str:
    soort, tekst = deel
    if soort == "onze" and nl:
        soort = "gelijk"
    woorden = tekst.lstrip()
    wit = tekst[: len(tekst) - len(woorden)]
    merk = MERK.get(soort)
    return wit + (f"<{merk}{_STIJL.get(soort, '')}>{html.escape(woorden)}</{merk}>" if merk else html.escape(woorden))


def met_tekens(soort: str, tekst: str) -> tuple[str, str]:
    """Return the white space before a piece of text, and its words between the signs of what it is."""
    woorden = tekst.lstrip()
    begin, eind = TEKENS.get(soort, ("", "")) if woorden else ("", "")
    return tekst[: len(tekst) - len(woorden)], f"{begin}{woorden}{eind}"


def leesbaar(delen: Tekstregel) -> str:
    """Return a line of marked pieces as plain text, what is marked between its signs."""
    return "".join("".join(met_tekens(soort, deel)) for soort, deel in delen)


def _in_kolommen(kop: tuple[str, ...], rijen: list[list[list[str]]]) -> list[str] | None:
    """Return the rows in columns; `None` where a cell has several lines, or the last column would begin too far away."""
    if not kop:
        return [regel for rij in rijen for cel in rij for regel in cel]
    if any(len(cel) > 1 for rij in rijen for cel in rij):
        return None
    alle = [list(kop), *([cel[0] for cel in rij] for rij in rijen)]
    breedtes = [max(map(len, kolom)) for kolom in zip(*alle, strict=True)]
    if sum(breedtes[:-1]) > _VER:
        return None
    return ["  ".join(cel.ljust(breed) for cel, breed in zip(rij, breedtes, strict=True)).rstrip() for rij in alle]


def _onder_elkaar(kop: tuple[str, ...], rij: list[list[str]], *, rijkop: bool) -> Iterator[str]:
    if rijkop:
        yield from rij[0]
    for naam, cel in list(zip(kop, rij, strict=True))[rijkop:]:
        wit = "  " if rijkop else ""
        yield f"{wit}{naam}: {cel[0]}"
        yield from (f"{wit}{' ' * len(naam)}  {regel}" for regel in cel[1:])


_MARKDOWNTEKENS = {"nieuw": "**", "vervalt": "~~", "hierheen": "*", "vandaan": "*", "gevonden": "**", "code": "**"}


def _markdowncel(cel: Cel) -> str:
    return "<br>".join("".join(map(_markdowndeel, tekst)) for tekst in regels(cel))


def _markdowndeel(deel: Deel) -> str:
    soort, tekst = deel[0], _REGELEINDE.sub(" ", deel[1])
    woorden = tekst.strip()
    if soort not in _MARKDOWNTEKENS or not woorden:
        return _markdown(tekst)
    teken = _MARKDOWNTEKENS[soort]
    return (
        f"{tekst[: len(tekst) - len(tekst.lstrip())]}{teken}{_markdown(woorden)}{teken}{tekst[len(tekst.rstrip()) :]}"
    )


def _markdown(tekst: str) -> str:
    return _MARKDOWN.sub(r"\\\g<0>", html.escape(_REGELEINDE.sub(" ", tekst), quote=False))


def pagina(titel: str, tabellen: Iterable[Tabel]) -> str:
    """Return an HTML page of its own that holds these tables, in Dutch, without script or anything from elsewhere."""
    delen = "\n".join(tabel.html() for tabel in tabellen)
    return (
        f'<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n<title>{html.escape(titel)}</title>\n'
        f'<meta name="viewport" content="width=device-width">\n<style>{_PAGINA}</style>\n</head>\n'
        f"<body>\n<main>\n<h1>{html.escape(titel)}</h1>\n{delen}\n</main>\n</body>\n</html>\n"
    )
