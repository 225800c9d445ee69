"""Sending: the rows of reminders, Telegram's limits, and what each of its errors means."""
