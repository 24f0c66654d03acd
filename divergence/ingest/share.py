"""What is said where a reading leaves out a part of what a file shows."""

from __future__ import annotations

from divergence.model.text import Notice

TOLD = 0.05
"""Share of a file's words from which on it is told that they were left out."""
TOO_MUCH = 1 / 3
"""Share from which on nothing should be concluded from what was read."""


def about_left_out(share: float, of: str = "the running text that the page shows") -> tuple[Notice, ...]:
    """A notice on the share of a file's words that was left out; none where it is small."""
    if share <= TOLD:
        return ()
    told = f"was read without {share:.0%} of {of}"
    if share > TOO_MUCH:
        return (Notice("text-lost", f"{told}: compare it by eye, or save its text as a .txt file."),)
    return (Notice("text-left-out", f"{told}; save its text as a .txt file if the story is in it."),)
