"""The library of collaborative governance: from records and their words to everything published.

Its folders are rooms, and a room imports only those before it: ``text``, ``processes``,
``files``, ``markup``, ``schema``, ``records``, ``library``, ``rules``, ``contribute``,
``search``, ``cli``, ``exports``, ``paper``, ``site``, ``build``.
"""
