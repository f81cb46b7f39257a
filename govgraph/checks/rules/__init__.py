"""The rules, one a file; each docstring is its documentation page."""
