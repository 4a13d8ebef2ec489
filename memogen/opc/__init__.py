"""The DOCX or XLSX package as part names and their bytes: opened safely, written the same every time."""

from memogen.opc.active import active_content
from memogen.opc.markup import xml
from memogen.opc.reading import read_package
from memogen.opc.writing import Laid, Packed, Written, laid, packed, write_package, written

__all__ = [
    "Laid",
    "Packed",
    "Written",
    "active_content",
    "laid",
    "packed",
    "read_package",
    "write_package",
    "written",
    "xml",
]
