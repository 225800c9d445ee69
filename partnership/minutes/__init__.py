"""Minutes: what a meeting heard, decided and asked for, from the first draft to both sides' yes."""
