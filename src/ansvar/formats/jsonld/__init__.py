"""The dataset as linked data (JSON-LD)."""
