"""Faults found in a structure, one rule a file."""
