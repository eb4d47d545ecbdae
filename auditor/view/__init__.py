"""Plans as their readers see them: what is stated of an indicator, and who has which share of it."""
