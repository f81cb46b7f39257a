"""A paper beside what a structure holds of it: list, page and, while it is read, the record."""
