"""Search: Korean words, their parts and their misspellings, cut into small files for the browser.

The modules, bottom up: how words are written (``normalise``, ``particles``, ``initials``), what
a text says (``tokens``, ``terms``, ``weights``), what of a record is found (``texts``,
``facets``, ``cards``, ``document``), what is kept between builds (``cache``, ``lexicon``,
``analysis``, ``collector``), how it is cut into files (``layout``, ``postings``,
``inversion``, ``card_files``, ``dictionary``) and published (``index_folder``, ``index``,
``publishing``).
"""
