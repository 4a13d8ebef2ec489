"""The rules, each in a file of its own that is named by its code and holds its page."""
