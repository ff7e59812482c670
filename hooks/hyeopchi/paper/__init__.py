"""Paper: what is handed out, told once as blocks and written as PDF, HWPX and DOCX.

``blocks`` are what a sheet holds; ``content``, ``kit``, ``exercises`` and ``game`` make sheets
of records; ``writers`` write them, a module a format.
"""
