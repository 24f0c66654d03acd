"""Loose articles to stories: by what they tell and when, with a learnt decision on each pair."""
