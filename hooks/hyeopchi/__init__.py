"""The library of collaborative governance: records, vocabularies, rules, links, pages.

Dependencies point one way: problem ← vocabulary ← record ← archive ← (rules, links)
← (views, exports, gate) ← (pages, mkdocs_events, cli). Only ``pages`` and
``mkdocs_events`` know the site generator.
"""
