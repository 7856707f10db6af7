"""What was published: documents, how they are read, cleaned and split, and the parse."""
