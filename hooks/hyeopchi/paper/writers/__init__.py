"""Sheets as PDF, HWPX and DOCX, each judged before it is kept."""
