"""EPUB 3: a book to read on any screen, or to hear.

``xhtml`` writes blocks, ``pages`` makes a page of each chapter, ``package`` binds them,
``gate`` judges what was bound.
"""
