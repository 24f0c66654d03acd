"""The same-fact gate: which mentions of several articles state one fact."""
