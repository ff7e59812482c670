"""Letters and words: Korean, romanisation, slugs, the nearest word, quoting, addresses."""
