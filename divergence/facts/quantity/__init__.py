"""Counts, sums, shares and ages: values with a low and a high end."""
