"""The root of wenbao's exceptions, and the one that belongs to models."""


class WenbaoError(Exception):
    """Base of every error that wenbao raises on purpose."""


class ModelError(WenbaoError):
    """An embedding model cannot be loaded or does not fit."""


class VectorFileError(WenbaoError):
    """A file of vectors is damaged, or is not one."""
