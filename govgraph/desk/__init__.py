"""The desk: what the page that needs no installation asks of the program.

The page holds sheets of text, as a workbook does, and a picture. Everything else is asked here,
as verbs in JSON, and answered by the public verbs of the program. See docs/desk.md.
"""
