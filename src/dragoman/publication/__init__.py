"""Who gets the record and in what form."""
