"""Makes the bundled model's tokenizer: a unigram vocabulary over folded Chinese text.

Folding (full width to half, upper case to lower, traditional to simplified) is part of the
tokenizer, so whatever reads the tokenizer's file folds alike. Punctuation is left out altogether:
only numbers, Latin words and runs of Chinese characters become pieces.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from embeddings.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tokenizers import Tokenizer

# Whole numbers, Latin words, and runs of Chinese characters: `2023`, `covid`, `报纸`
RUN = r"[0-9]+|[a-z]+|[\u3400-\u9fff]+"
_RUN = re.compile(RUN)

_CJK = range(0x3400, 0xA000)
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_FULL_TO_HALF = 0xFEE0
# Longer pieces are phrases, which a question seldom repeats whole.
_LONGEST_PIECE = 5
# Words that stand beside any other. Pieces that only glue one to a word are left out
# (`举行了`, `的孩子`), so that a word is the same piece with and without it.
_FUNCTION_WORDS = frozenset("的了着是在和与为将已也")
_SURPLUS = 1.2  # pieces learned for each one kept, to make up for those left out


def folding_rules() -> dict[str, str]:
    """Return what each character that is not its own folded form folds to, one to one."""
    from opencc import OpenCC

    originals = [chr(code) for code in _CJK]
    simplified = OpenCC("t2s").convert("\n".join(originals)).split("\n")
    rules = {old: new for old, new in zip(originals, simplified, strict=True) if old != new}
    half = {chr(code): chr(code - _FULL_TO_HALF).lower() for code in _FULL_WIDTH}
    upper = {chr(code): chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    spaces = dict.fromkeys("\u3000\u00a0\t\r\n", " ")
    return rules | half | upper | spaces


def train_tokenizer(texts: Iterable[str], pieces: int) -> Tokenizer:
    """Return a tokenizer with at most `pieces` pieces, learned from `texts`.

    The same texts in the same order give the same tokenizer. The first piece, `<unk>`, stands for
    what the vocabulary does not cover.

    Raises:
        ModelError: sentencepiece is not installed, or the texts are too few.
    """
    rules = folding_rules()
    model = _train_sentencepiece(_runs(texts, rules), rules, round(pieces * _SURPLUS))
    return _as_tokenizer(model, pieces)


def _runs(texts: Iterable[str], rules: dict[str, str]) -> Iterator[str]:
    table = str.maketrans(rules)
    for text in texts:
        yield from _RUN.findall(text.translate(table))


def _train_sentencepiece(runs: Iterator[str], rules: dict[str, str], pieces: int) -> bytes:
    try:
        import sentencepiece
    except ImportError as error:
        message = 'training a tokenizer needs sentencepiece: pip install "wenbao[train]"'
        raise ModelError(message) from error
    model = io.BytesIO()
    with TemporaryDirectory() as folder:
        rule_file = Path(folder) / "folding.tsv"
        rule_file.write_text(_rule_lines(rules), encoding="utf-8")
        try:
            sentencepiece.SentencePieceTrainer.train(
                sentence_iterator=runs,
                model_writer=model,
                model_type="unigram",
                vocab_size=pieces,
                hard_vocab_limit=False,
                character_coverage=0.9997,
                max_sentencepiece_length=_LONGEST_PIECE,
                normalization_rule_tsv=str(rule_file),
                add_dummy_prefix=False,
                remove_extra_whitespaces=False,
                bos_id=-1,
                eos_id=-1,
                unk_id=0,
                num_threads=2,
                minloglevel=2,
            )
        except RuntimeError as error:
            raise ModelError(f"no tokenizer of {pieces} pieces can be trained: {error}") from error
    return model.getvalue()


def _rule_lines(rules: dict[str, str]) -> str:
    """Return `rules` as sentencepiece reads them: code points in hexadecimal, a tab between."""
    return "".join(f"{ord(old):X}\t{ord(new):X}\n" for old, new in sorted(rules.items()))


def _as_tokenizer(model: bytes, pieces: int) -> Tokenizer:
    """Return a sentencepiece model as a tokenizer of the `tokenizers` library."""
    from sentencepiece import sentencepiece_model_pb2
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

    messages: Any = sentencepiece_model_pb2  # made at run time: type checkers see nothing in it
    proto = messages.ModelProto.FromString(model)
    scores = _without_glued([(piece.piece, piece.score) for piece in proto.pieces])
    tokenizer = Tokenizer(models.Unigram(_likeliest(scores, pieces), unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Precompiled(proto.normalizer_spec.precompiled_charsmap)
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(RUN), "removed", invert=True)
    return tokenizer


def _without_glued(scores: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Leave out pieces that are another piece with a function word before or after it."""
    known = {piece for piece, _ in scores}

    def is_glued(piece: str) -> bool:
        if len(piece) < 3 and "的" not in piece:
            return False
        before = piece[0] in _FUNCTION_WORDS and piece[1:] in known
        return before or (piece[-1] in _FUNCTION_WORDS and piece[:-1] in known)

    return [(piece, score) for piece, score in scores if len(piece) == 1 or not is_glued(piece)]


def _likeliest(scores: list[tuple[str, float]], pieces: int) -> list[tuple[str, float]]:
    """Return the likeliest `pieces` of `scores`, with `<unk>` and every single character."""
    unknown, *others = scores
    others.sort(key=lambda item: (len(item[0]) > 1, -item[1], item[0]))
    return [unknown, *others[: pieces - 1]]
