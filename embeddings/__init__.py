"""Vectors of texts and the index that finds them: encoders, FAISS, and the bundled model.

Nothing here knows of newspapers. Importing this package imports neither torch nor faiss.
"""

from embeddings.encoder import (
    BUNDLED_NAME,
    Encoder,
    Vectors,
    bundled_encoder,
    came_before,
    load_encoder,
    unit_rows,
)
from embeddings.errors import ModelError, VectorFileError, WenbaoError
from embeddings.index import NO_ID, Ids, VectorIndex

__all__ = [
    "BUNDLED_NAME",
    "NO_ID",
    "Encoder",
    "Ids",
    "ModelError",
    "VectorFileError",
    "VectorIndex",
    "Vectors",
    "WenbaoError",
    "bundled_encoder",
    "came_before",
    "load_encoder",
    "unit_rows",
]
