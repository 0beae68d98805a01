"""`ansvar init`: a dataset to start from."""

import os
from typing import Annotated

import typer

from ...dataset import shipped
from ...dataset.errors import as_argument
from ..files import is_standard_output, write
from ..options import Force, Version
from ..terminal import remark

_file = typer.Argument(metavar="FILE", help="Where to write it; - is standard output.", show_default=False)


def init(file: Annotated[str, _file], force: Force = False, version: Version = False) -> None:
    """A small dataset to start one's own from.

    It has comments, passes `ansvar check` and can be asked at once.

    \b
    Example:
      ansvar init mine.yaml
    """
    with open(os.path.join(os.path.dirname(shipped.__file__), "template.yaml"), encoding="utf-8") as template:
        write(file, template.read(), force=force)
    if not is_standard_output(file):
        named = as_argument(file)
        remark(f"Written: {file}. Ask it: ansvar who printer --data {named}")
        remark(f"Change it, then check it: ansvar check {named}")
