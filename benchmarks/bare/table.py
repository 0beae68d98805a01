"""The least that a command with Typer and Rich does: it prints a table of one row."""

import typer
from rich.console import Console
from rich.table import Table

app = typer.Typer()


@app.command()
def main(word: str) -> None:
    """Print a table."""
    table = Table("Word", "Length")
    table.add_row(word, str(len(word)))
    Console().print(table)


app()
