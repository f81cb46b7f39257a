"""Jinja2 templates of the pages and papers that people read."""
