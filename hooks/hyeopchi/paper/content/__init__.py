"""What stands on paper: handouts, chapters, books, the form."""
