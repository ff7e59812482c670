"""What a record must satisfy, and who says that it does not."""
