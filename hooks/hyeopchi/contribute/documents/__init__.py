"""What a document says that a stranger sent, as its author sees it."""
