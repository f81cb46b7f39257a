"""The checks of lines of account on a register, column by column: same rules, same subjects."""
