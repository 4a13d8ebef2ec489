"""Whom a circular goes to: the list of an office read, the recipients asked for, and the list judged.

Codes: N01 no column of names · N02 nobody in the list · N03 a row without a name · N04 a row of totals ·
N05 the heading of a group · N06 a unit twice · N07 an abbreviation twice · N08 a filter that the list does
not know · N09 a filter that leaves nobody · N10 an illegal file name · N11 two names that Windows takes
for one.
"""

from memogen.recipients.choosing import chosen
from memogen.recipients.judging import filed_as, judged
from memogen.recipients.reading import read_recipients, split_source

__all__ = ["chosen", "filed_as", "judged", "read_recipients", "split_source"]
