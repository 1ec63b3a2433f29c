"""Dutch help and Dutch errors for click, which speaks English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from ..fouten import Fout
from ..zinnen import citaat, kies_uit

if TYPE_CHECKING:
    from ..raamwerk import Raamwerk


class Opdracht(click.Command):
    """A command whose help and errors are Dutch; `voorbeeld` is shown at the end of its help."""

    def __init__(self, *args: Any, voorbeeld: str = "", **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[OPTIES]")
        kwargs.setdefault("context_settings", {"allow_extra_args": True})
        kwargs.setdefault("add_help_option", False)
        super().__init__(*args, **kwargs)
        click.help_option("--help", help="Toon deze hulp.")(self)
        self.voorbeeld = voorbeeld

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is left over is an error."""
        rest = super().parse_args(ctx, args)
        if ctx.args:
            raise click.UsageError(f"dit hoort er niet bij: {' '.join(map(citaat, ctx.args))}", ctx)
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever error of this library it meets says itself what the user may do."""
        try:
            return super().invoke(ctx)
        except Fout as fout:
            raise click.UsageError(str(fout), ctx) from fout

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how the command is used."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Gebruik: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        opties = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        regels = [regel for optie in opties if (regel := optie.get_help_record(ctx))]
        with formatter.section("Opties"):
            formatter.write_dl([(naam, uitleg.replace("[required]", "[verplicht]")) for naam, uitleg in regels])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the example."""
        if self.voorbeeld:
            with formatter.section("Voorbeeld"):
                formatter.write_text(self.voorbeeld)


class Groep(Opdracht, click.Group):
    """The command that holds the others."""

    command_class = Opdracht

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("subcommand_metavar", "OPDRACHT …")
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; what is left over is for the command."""
        return click.Group.parse_args(self, ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which there are."""
        if not args[0].startswith("-") and args[0] not in self.commands:
            raise click.UsageError(f"{citaat(args[0])} is geen opdracht{kies_uit(args[0], [*self.commands])}", ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        with formatter.section("Opdrachten"):
            formatter.write_dl([(naam, opdracht.get_short_help_str(80)) for naam, opdracht in self.commands.items()])
        Opdracht.format_options(self, ctx, formatter)


def getal_of_code(waarde: str) -> int | str:
    """Return a whole number where the text is one of at most four digits, else the text as it is."""
    return int(waarde) if re.fullmatch("[0-9]{1,4}", waarde) else waarde


def niveau_of_code(kader: Raamwerk, waarde: str) -> int | str:
    """Return the number of a niveau that is given by it, or by what it alone is called; else the text as it is."""
    gelezen = getal_of_code(waarde)
    heten = kader.register.codeboek.heet(gelezen)
    return heten[0] if len(heten) == 1 else gelezen


def vraagfout(reden: str) -> click.UsageError:
    """Return the error for a question that cannot be, of the command that is running."""
    return click.UsageError(reden, click.get_current_context())


def foutmelding(fout: click.ClickException) -> str:
    """Return an error of click as one Dutch sentence, and where to find help."""
    if isinstance(fout, click.NoSuchOption):
        zin = f"de optie {citaat(fout.option_name)} bestaat niet"
        if fout.possibilities:
            zin += f"; bedoelde je {' of '.join(sorted(fout.possibilities))}?"
    elif isinstance(fout, click.MissingParameter):
        zin = f"er ontbreekt iets: {fout.param and fout.ctx and _naam(fout.param, fout.ctx)}"
    elif isinstance(fout, click.BadOptionUsage):
        zin = f"bij de optie {fout.option_name} staat een waarde te veel of te weinig"
    else:
        zin = fout.message
    pad = fout.ctx.command_path if isinstance(fout, click.UsageError) and fout.ctx else "leeruitkomsten"
    return f"Fout: {zin}\nZie: {pad} --help"


def _naam(param: click.Parameter, ctx: click.Context) -> str:
    """Return how a parameter that is missing is written: an option by its longest name."""
    metavar = param.make_metavar(ctx)
    return f"{max(param.opts, key=len)} {metavar}" if isinstance(param, click.Option) else metavar
