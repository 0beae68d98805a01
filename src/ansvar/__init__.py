"""ansvar: who is responsible for what."""

__version__ = "1.0.0"
