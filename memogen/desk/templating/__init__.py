"""Templates of the office's own: a Word file in use today, made into one that memogen fills.

Codes: M20 a file of which no template can be made, M21 a field without which a letter would lack a part has
no place, M22 one that only some letters need has none, M23 a further signer stays as fixed text, M24 other
text stays as it is in every letter, M25 the file is a template already, M26 a file stands where the template
would be written, M27 the text stands in a cell of a table, M28 the lists of people stand in
one with other things, M29 the lines for who read minutes over stay where nobody did.
"""

from memogen.desk.templating.adopting import adopt, write
from memogen.desk.templating.nouns import Adopted, Placement

__all__ = ["Adopted", "Placement", "adopt", "write"]
