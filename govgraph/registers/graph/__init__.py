"""Who answers to whom in a register, by columns, and small structures cut out of it."""
