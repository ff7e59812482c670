"""Paper: what is handed out, told once as blocks and written as PDF, HWPX and DOCX.

``block`` and ``sheet`` say what a sheet holds; who makes sheets stands in modules named after
what they make (handouts, exercises, …); who writes them in modules named after the format.
"""
