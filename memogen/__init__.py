"""memogen: Thai official letters from plain text and data to DOCX ready to sign.

`from memogen import thai` for digits, dates and amounts; `from memogen import Workspace` for what the
commands do, as calls. Both load only when asked for, so that a command answers at once.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself is slow to import, and type checkers know the name
if TYPE_CHECKING:
    from memogen import thai
    from memogen.desk import Workspace

__version__ = "0.1.0"
__all__ = ["Workspace", "__version__", "thai"]


def __getattr__(name: str) -> object:
    from importlib import import_module

    if name == "thai":
        return import_module("memogen.thai")
    if name == "Workspace":
        return import_module("memogen.desk").Workspace
    raise AttributeError(name)
