"""The index of a register: an SQLite database beside its tables."""
