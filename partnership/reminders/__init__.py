"""Reminders: which are needed, when, for whom, and what becomes of them when plans change."""
