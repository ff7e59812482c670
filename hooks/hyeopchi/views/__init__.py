"""Views: what each page of the site says, without knowing the generator that writes it."""
