"""The rules of official letters, and letters held against them: a rule finds, and never acts."""

from memogen.check.rule import BASES, Around, Basis, Fault, Found, Rule
from memogen.check.running import check
from memogen.check.shelf import chosen, is_wanted, rules

__all__ = ["BASES", "Around", "Basis", "Fault", "Found", "Rule", "check", "chosen", "is_wanted", "rules"]
