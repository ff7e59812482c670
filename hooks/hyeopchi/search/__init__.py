"""Search: Korean words, their parts and their misspellings, cut into small files for the browser.

The modules, bottom up: how words are written (``normalise``, ``particles``, ``initials``), what
a text says (``tokens``, ``terms``, ``weights``), what of a record is found (``texts``,
``facets``, ``cards``, ``document``), and how it is kept and published (``postings``,
``buckets``, ``shards``, ``store``, ``publishing``, ``index``).
"""
