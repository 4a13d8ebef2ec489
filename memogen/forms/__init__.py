"""The builder of the shipped Word templates (แบบ): ordinary files, rebuilt with `python -m memogen.forms`."""
