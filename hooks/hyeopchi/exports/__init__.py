"""Data beside the pages, for other programs."""
