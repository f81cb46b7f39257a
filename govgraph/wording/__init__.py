"""How things are said: lists, counts, plurals, names of people, seats, relations, dates."""
