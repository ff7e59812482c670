"""The library of collaborative governance: records, vocabularies, rules, links, pages.

Dependencies point one way: problem ← vocabulary ← record ← archive ← (rules, relations)
← (checking, cli) ← (views, exports, search, paper, gate) ← (pages, mkdocs_events). Only ``pages`` and
``mkdocs_events`` know the site generator.
"""
