"""What each passage is in the letter: its kind, its parts and its fields, told from plain passages."""

from memogen.proof.recognition.whole import Recognition, recognise

__all__ = ["Recognition", "recognise"]
