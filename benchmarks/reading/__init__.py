"""How well papers are read: names, sentences, tables, quotes, and what a record leaves out."""
