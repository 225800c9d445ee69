"""Handing over: somebody leaves, and another takes over everything they answered for."""
