"""`ansvar init`: a dataset to start from."""

import os
from typing import Annotated

import typer

from ...dataset import shipped
from ...dataset.errors import as_argument
from ..files import is_standard_output, write
from ..options import Force, Version
from ..terminal import remark
from ..words import told

_file = typer.Argument(metavar="FILE")


def init(file: Annotated[str, _file], force: Force = False, version: Version = False) -> None:
    """A small dataset to start one's own from."""
    with open(os.path.join(os.path.dirname(shipped.__file__), "template.yaml"), encoding="utf-8") as template:
        write(file, template.read(), force=force)
    if not is_standard_output(file):
        named = as_argument(file)
        remark(told("init_ask", file=file, command=f"ansvar who printer --data {named}"))
        remark(told("init_check", command=f"ansvar check {named}"))
