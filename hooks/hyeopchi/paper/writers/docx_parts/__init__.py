"""What a DOCX document is made of beside its lines: ``marks``, ``notes``, ``runs``, ``styles``, ``tables``."""
