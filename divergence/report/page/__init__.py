"""Plain records for the page and the briefing."""
