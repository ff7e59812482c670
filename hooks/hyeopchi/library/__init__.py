"""Records taken together: what links them, and what they say as a whole."""
