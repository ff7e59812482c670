"""Fields, vocabularies and the values that records may hold."""
