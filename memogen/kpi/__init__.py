"""A plan's scorecard: read from the office's workbook, scored, and held against itself.

Codes, what cannot be read: V01 no scorecard, or several · V02 a column missing, or twice · V03 no number, or
an impossible one · V04 a row without a KPI's code · V05 a value missing · V06 two weights of one group.
Disagreements: V07 a code twice · V08 no target, or targets that rise and fall · V10 weights that do not add
up to 100 · V11 a percentage that is not its numerator over its denominator · V12 a level that does not
follow from its result · V13 a result that is not what is counted beside it · V14 a stated score · V15 a
stated count · V16 a sum of costs · V17 a budget that is not its costs · V18 percent of two scales · V19
details of no KPI · V20 two names of one KPI · V21 no result, and no word of when. For information: V22 a
column that is not known. V23 to V28 are of `memogen.desk.reporting` and `memogen.desk.reminding`.
"""

from memogen.kpi.arithmetic import digits, shown
from memogen.kpi.nouns import Csf, Dimension, Kpi, Scorecard, Scored
from memogen.kpi.reading import read_scorecard
from memogen.kpi.scoring import score

__all__ = ["Csf", "Dimension", "Kpi", "Scorecard", "Scored", "digits", "read_scorecard", "score", "shown"]
