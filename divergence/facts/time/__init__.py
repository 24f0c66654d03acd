"""When and for how long: dates, clock times, durations, and the place in a series."""
