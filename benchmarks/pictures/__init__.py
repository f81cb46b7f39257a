"""Draws a ladder of structures, and measures every sheet from its SVG and from its pixels."""
