"""Words that rules look for, as plain tables."""
