"""Tags: what WeasyPrint leaves open in a PDF's structure, mended before the file is written.

``finish`` does all; the other modules do one thing each, on the ``tree``.
"""
