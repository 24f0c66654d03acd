"""Units to divergences: verdict, severity, confidence, reasons in words, and what it is about."""
