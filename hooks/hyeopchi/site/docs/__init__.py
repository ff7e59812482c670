"""The pages that people write as Markdown below ``docs/``: read, checked, and laid into a template."""
