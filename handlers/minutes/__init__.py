"""Minutes: a meeting written down as it is said, then drafted, filled in, agreed and published."""
