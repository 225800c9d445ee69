"""The running process: settings, wiring, sending, the clock, the local sandbox."""
