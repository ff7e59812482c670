"""Intake: filled-in forms that people send, and the drafts that become of them."""
