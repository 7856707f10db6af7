"""What can be counted, our own accuracy among it."""
