"""What must hold after every bad day, told as a list of all that does not."""

from __future__ import annotations

import hashlib
from pathlib import Path

from clerks import DAY, MOMENT, Place, document, words

from memogen import Workspace
from memogen.register import Register


def faults_of(place: Place, told: dict[str, int], *, verify: bool = True) -> list[str]:
    """Holes, doubles, broken words, documents that are not whole, and the findings of `verify`."""
    with place.register(actor="checker") as register:
        faults = [*_number_faults(register, told), *_file_faults(register, place)]
        return faults + (_verified(register) if verify else [])


def desk_faults(root: Path) -> list[str]:
    """The same of a workspace whose desk died: looked at, asked again for all, looked at once more."""
    letters = sorted((root / "letters").iterdir())
    faults, before = _document_faults(root), _numbers(root)
    issued = Workspace.at(root).issue(letters, clock=lambda: MOMENT, on=DAY)
    after = _numbers(root)
    told = words(root / "word")
    if sorted(after.values()) != list(range(1, len(letters) + 1)):
        faults.append(f"holes or doubles: {after}")
    if not before.items() <= after.items() or not told.items() <= after.items():
        faults.append(f"numbers moved: there were {before}, told were {told}, now {after}")
    with Workspace.at(root).register(clock=lambda: MOMENT) as register:
        faults += _verified(register)
        for one in issued:
            if [file.read_bytes() for file in one.files] != [register.document(one.sha256)]:
                faults.append(f"{one.number} has not the file that was issued")
            faults += [finding.message for finding in one.findings if finding.code.startswith("R")]
    return faults + _document_faults(root)


def _number_faults(register: Register, told: dict[str, int]) -> list[str]:
    entries = register.entries()
    serials = [entry.serial for entry in entries]
    keys = {entry.key: entry.serial for entry in entries if entry.key}
    faults = []
    if serials != list(range(1, len(entries) + 1)):
        faults.append(f"holes or doubles: {serials}")
    if len(keys) != sum(1 for entry in entries if entry.key):
        faults.append("a letter has two numbers")
    return faults + [
        f"{key} was told {n}, but has {keys.get(key)}" for key, n in told.items() if keys.get(key) != n
    ]


def _file_faults(register: Register, place: Place) -> list[str]:
    known = {entry.serial: entry for entry in register.entries()}
    faults = []
    for file in sorted(place.folder.glob("*.docx")):
        entry = known.get(int(file.stem))
        if entry is None:
            faults.append(f"{file.name} has a number that the register does not know")
        elif file.read_bytes() != document(entry.number, entry.serial):
            faults.append(f"{file.name} is not the whole document")
    return faults


def _verified(register: Register) -> list[str]:
    return [f"{finding.code} {finding.message}" for finding in register.verify()]


def _numbers(root: Path) -> dict[str, int]:
    """Letter -> serial, as the register of the workspace has them."""
    if not (root / "register.db").exists():
        return {}
    with Workspace.at(root).register(clock=lambda: MOMENT) as register:
        return {str(entry.letter): entry.serial for entry in register.entries()}


def _document_faults(root: Path) -> list[str]:
    """Documents under a real name that are not, to the byte, what the register issued."""
    files = sorted((root / "out").glob("*.docx"))
    if not files:
        return []
    with Workspace.at(root).register(clock=lambda: MOMENT) as register:
        known = {entry.sha256 for entry in register.entries()}
    return [f"{file.name} is no issued document" for file in files if _digest(file) not in known]


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
