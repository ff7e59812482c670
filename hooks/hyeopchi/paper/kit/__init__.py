"""Kits: everything that one meeting needs, made of a teaching collection."""

from hyeopchi.paper.kit.kit import Kit, course_of, kit_of

__all__ = ["Kit", "course_of", "kit_of"]
