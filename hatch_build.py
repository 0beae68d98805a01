"""The shipped dataset is compiled when a wheel is built, so that the first question after an install is as quick as any."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledDataset(BuildHookInterface[Any]):
    """Puts the compiled form beside the dataset. A checkout has none: there, what is edited is compiled when it is asked."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile with the code that goes into the wheel."""
        if version == "editable":
            return
        self.made = tempfile.TemporaryDirectory()
        sys.path.insert(0, str(Path(self.root) / "src"))
        from ansvar.search.cache import compile_into

        database = compile_into(Path(self.made.name))
        build_data["force_include"][str(database)] = f"ansvar/data/{database.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """The wheel is written."""
        if version != "editable":
            self.made.cleanup()
