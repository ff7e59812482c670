"""What a sheet of paper is made of, whatever writes it."""
