"""What was found in a register on Spark, told: counts, and a few findings of each rule."""
