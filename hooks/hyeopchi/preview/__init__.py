"""The preview: a library that stays in memory and is, whenever one asks, as its files are now.

``watch`` knows which files have changed. ``preview`` gives an ``answer`` to an address from what is
``shown`` now; ``data_files`` makes what stands beside the pages, ``failure`` says why there is none.
``reload`` is the script that opens a page anew. Nothing here knows HTTP.
"""
