"""What is compared with what: restatements, claims, years and totals, parents and children."""
