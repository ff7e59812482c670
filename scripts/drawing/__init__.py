"""Pictures that are drawn once and kept in the repository."""
