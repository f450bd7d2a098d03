"""PDFs made by hand: lines of text, or texts at given places, in a font that is not in the file."""

from __future__ import annotations

from collections.abc import Sequence

Placed = tuple[float, float, float, str]
"""Points from the left and from the bottom, size, text."""


Drawn = tuple[float, float, float, float]
"""A rule from one place to another, in points from the left and from the bottom."""


def placed_pdf(pages: Sequence[Sequence[Placed]], rules: Sequence[Sequence[Drawn]] = ()) -> bytes:
    """A PDF of texts at their places, with rules; digits are half as wide as Chinese characters."""
    drawn = ["".join(map(_drawn, page)) for page in rules] or [""] * len(pages)
    return _pdf([lines + "".join(map(_shown, texts)) for texts, lines in zip(pages, drawn, strict=True)])


def ruled(
    rows: Sequence[Sequence[str]], x: float, y: float, width: int = 6, size: float = 10.5
) -> tuple[list[Placed], list[Drawn], float]:
    """A table below a place, columns of so many characters wide, with rules around its cells; and where it ends."""
    texts: list[Placed] = []
    rules: list[Drawn] = []
    step, right = size * (width + 1), x + size * (width + 1) * max(map(len, rows))
    for row in rows:
        cells = [set_in(cell, 0, 0, width, size) for cell in row]
        height = 1.4 * size * max(map(len, cells)) + 0.5 * size
        for n, cell in enumerate(cells):
            above = (height - 1.4 * size * len(cell)) / 2
            texts += [
                (x + n * step + size / 2, y - above - 1.1 * size + down, size, text)
                for _, down, _, text in cell
                if text
            ]
        rules += [(x, y, right, y), *((x + n * step, y, x + n * step, y - height) for n in range(len(row) + 1))]
        y -= height
    return texts, [*rules, (x, y, right, y)], y


def _drawn(rule: Drawn) -> str:
    return "{} {} m {} {} l S\n".format(*rule)


def pdf_file(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF of some lines a page, as Chinese office programs make them."""
    return placed_pdf([[(50, 780 - 16 * i, 12, line) for i, line in enumerate(lines)] for lines in pages])


def set_in(text: str, x: float, y: float, characters: int, size: float = 12) -> list[Placed]:
    """A text as lines of so many columns of Chinese characters, one below the other."""
    lines, line, width = [], "", 0.0
    for character in text:
        if width + _width(character) > characters:
            lines.append(line)
            line, width = "", 0.0
        line, width = line + character, width + _width(character)
    return [(x, y - 1.4 * size * i, size, line) for i, line in enumerate([*lines, line])]


def _width(character: str) -> float:
    return 0.5 if character < "\x7f" else 1


def _shown(placed: Placed) -> str:
    x, y, size, text = placed
    return f"BT /F1 {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"


def _pdf(streams: Sequence[str]) -> bytes:
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{' '.join(f'{10 + 2 * i} 0 R' for i in range(len(streams)))}] "
        f"/Count {len(streams)} >>",
        3: "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        4: "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 "
        "/W [1 95 500 814 939 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>",
        5: "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        "/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
    }
    for i, stream in enumerate(streams):
        objects[10 + 2 * i] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {11 + 2 * i} 0 R >>"
        )
        objects[11 + 2 * i] = f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream"
    written = b"%PDF-1.4\n"
    for number, content in objects.items():
        written += f"{number} 0 obj\n{content}\nendobj\n".encode()
    return written + f"trailer << /Size {max(objects) + 1} /Root 1 0 R >>\n%%EOF\n".encode()
