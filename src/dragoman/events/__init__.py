"""What was done and said: events, statements, their dates, places and status."""
