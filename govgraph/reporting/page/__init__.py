"""The HTML page of a structure."""
