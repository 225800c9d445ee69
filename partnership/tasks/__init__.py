"""Action items: who does what until when, and what became of it."""
