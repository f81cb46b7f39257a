"""Registers: bodies and relations by the million, read as columns with Polars, no object a row."""
