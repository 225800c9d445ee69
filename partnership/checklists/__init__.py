"""Checklists: what must be done by when before and after an event, by whom, and what is late."""
