"""How a record comes in: by the form on the page, by the form on paper, by answers."""
