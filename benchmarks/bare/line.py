"""The least that a command with Typer does: it prints a line."""

import typer

app = typer.Typer()


@app.command()
def main(word: str) -> None:
    """Print a line."""
    print(word)


app()
