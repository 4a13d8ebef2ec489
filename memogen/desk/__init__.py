"""The desk, where everything meets: letters become documents, and documents get their numbers."""

from memogen.desk.drafts import Draft, Made
from memogen.desk.folder import TEMPLATES
from memogen.desk.issuing import IssuedLetter
from memogen.desk.workspace import Workspace

__all__ = ["TEMPLATES", "Draft", "IssuedLetter", "Made", "Workspace"]
