"""Diagrams of a structure."""
