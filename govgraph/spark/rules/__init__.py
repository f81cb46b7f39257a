"""The checks of lines of account as rounds of joins: same rules, same subjects as for tables."""
