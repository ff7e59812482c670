"""The dialogue in which a record is written."""
