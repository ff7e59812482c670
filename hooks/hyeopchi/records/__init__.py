"""One record, and the folder that records lie in."""
