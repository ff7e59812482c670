"""Kits: everything that one meeting needs, made of a teaching collection."""
