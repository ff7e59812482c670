"""A file, its YAML, and a problem at its place."""
