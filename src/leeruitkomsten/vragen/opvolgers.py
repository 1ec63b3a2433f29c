"""Successors (opvolgers): the codes that a code goes on as."""

from __future__ import annotations

from ..register import Register, bestaat


def opvolgers(register: Register, code: object) -> tuple[str, ...]:
    """Return a code that exists as itself, and of one that ended the living codes that follow it, each once.

    Successors that ended in their turn are followed as well, in the order in which they stand.

    Raises:
        OnbekendeCode: the framework has no such code, and never had.
    """
    if not bestaat(register.alle, code) and not bestaat(register.vervallen, code):
        raise register.onbekend("code", code)
    return register.opvolgers(str(code))
