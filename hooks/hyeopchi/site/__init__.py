"""The site: views become pages, in one shell, with all that they load."""
