"""Decode the bytes of a text file, whatever its encoding, or say that it is no text."""

from __future__ import annotations

from qa.errors import EditionError, Fault

LARGEST_TEXT = 32 * 2**20  # bytes; a printed page has some ten thousand characters

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SIGNATURES = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a bitmap picture"),
    (b"RIFF", "a media file"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xfd7zXZ", "an xz file"),
    (b"Rar!", "a RAR file"),
    (b"7z\xbc\xaf", "a 7z file"),
)
# Tried where charset-normalizer leaves the choice open, commonest first.
_CHINESE = ("gb18030", "big5", "utf-16-le", "utf-16-be")

# The commonest characters of Chinese print, simplified and traditional.
_COMMON = frozenset(
    "的一是在了不和有人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后"
    "多定行学法所民得经三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因"
    "由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解"
    "問題這國會為來時們個對發動過說產種後經進著電裡現實兩體機當點從業還應開關線數與樣條沒結長門報東區鎮號記者訊"
    "，。、：；（）“”！？月版市县区"
)


def decode(data: bytes, name: str) -> str:
    """Return the text in `data`, without a byte-order mark.

    UTF-8 is tried first and strictly; other encodings (GB18030, Big5, UTF-16) are guessed.

    Raises:
        EditionError: if the file is empty, too large, a picture or other binary, or undecodable.
    """
    _check_is_text(data, name)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_strictly(data, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_guessing(data, name)
    else:
        if "\x00" in text:
            text = _decode_guessing(data, name)
    return text


def _check_is_text(data: bytes, name: str) -> None:
    if not data.strip():
        raise EditionError(
            f"{name}: the file is empty; leave it out or save the page again", Fault.EMPTY
        )
    if len(data) > LARGEST_TEXT:
        raise EditionError(
            f"{name}: {len(data) / 2**20:.0f} MB is too large for a page of text "
            f"(at most {LARGEST_TEXT / 2**20:.0f} MB); cut it into pages, or give .jsonl",
            Fault.TOO_LARGE,
        )
    for signature, what in _SIGNATURES:
        if data.startswith(signature) and (len(signature) > 2 or b"\x00" in data[:64]):
            raise EditionError(
                f"{name}: this is {what}, not text; give the page's text, or name the file right",
                Fault.NOT_TEXT,
            )


def _decode_strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EditionError(
            f"{name}: marked as {encoding.upper()} but broken at byte {error.start}; "
            "save the file as UTF-8",
            Fault.ENCODING,
        ) from None


def _decode_guessing(data: bytes, name: str) -> str:
    """Try what charset-normalizer suggests and the encodings of Chinese; keep the likeliest."""
    from charset_normalizer import from_bytes

    guesses = [match.encoding for match in from_bytes(data[:65536])][:4]
    best, best_share = "", 0.0
    for encoding in dict.fromkeys([*_CHINESE, *guesses]):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        share = _share_of_common(text)
        if share > best_share + 1e-9:
            best, best_share = text, share
    if best_share < 0.15:
        raise EditionError(
            f"{name}: neither UTF-8 nor any encoding known for Chinese; save the file as UTF-8",
            Fault.ENCODING,
        )
    return best


def _share_of_common(text: str) -> float:
    """Share of the characters beyond ASCII that are common in Chinese print, 0 to 1.

    Control and private-use characters, which no page has, give 0.
    """
    if any(ord(c) < 32 and not c.isspace() for c in text[:20000]):
        return 0.0
    letters = [c for c in text[:200000] if ord(c) > 127 and not c.isspace()][:20000]
    if not letters or any("\ue000" <= c <= "\uf8ff" for c in letters):
        return 0.0
    return sum(c in _COMMON for c in letters) / len(letters)
