"""What is held to be so: claims, kept in a database."""
