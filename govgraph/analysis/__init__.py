"""Questions asked of a structure, one a file."""
