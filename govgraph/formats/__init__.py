"""Structures read from files.

A file goes through three stages, each of which knows nothing of the next: its bytes become
`nodes` that know their place (`yaml_events`), the nodes are read field by field as `fields` and
`records` say (`record_reading`, `values`), and what was read is put together (`assemble`).
"""
