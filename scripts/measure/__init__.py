"""What is measured of the library, and the made-up records it is measured with."""
