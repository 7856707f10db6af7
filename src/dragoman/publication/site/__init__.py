"""The pages on which a person reads the record: rendered here, readable without scripts."""
