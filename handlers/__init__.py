"""Conversations: one module a subject; each reads, calls one use case, renders, answers."""
