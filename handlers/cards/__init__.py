"""Objects of the core as messages; used by conversations and by reminders."""
