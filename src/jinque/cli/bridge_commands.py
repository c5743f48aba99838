"""The commands of the ladder: `bridge` for one person, `screen` for a roster."""

import typer

from jinque.cli.bridge import ask_bridge
from jinque.cli.bridge_options import BridgeOptions, ScreenOptions
from jinque.cli.bundled import bundled
from jinque.cli.screen_roster import screen_roster


def add_bridge_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command(name="bridge")(bundled(BridgeOptions, ask_bridge))
    app.command(name="screen")(bundled(ScreenOptions, screen_roster))
