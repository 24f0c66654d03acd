"""The second reading: a language model reads the same articles, and code checks every word of its answer."""
