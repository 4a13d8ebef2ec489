"""The receipt stamp (ตรารับหนังสือ, แบบที่ ๑๒) on a copy of a received letter, DOCX or PDF; and the file copy.

A DOCX is stamped at once. A PDF takes a stamp that was printed as a page of its own: `stamp_page_docx` makes
that page, LibreOffice prints it, `overlay_pdf` lays it upon the letter.
"""

from memogen.stamp.box import PLACE, Place, ReceiptStamp, lines
from memogen.stamp.pdf import overlay_pdf
from memogen.stamp.word import file_copy, stamp_docx, stamp_page_docx

__all__ = [
    "PLACE",
    "Place",
    "ReceiptStamp",
    "file_copy",
    "lines",
    "overlay_pdf",
    "stamp_docx",
    "stamp_page_docx",
]
