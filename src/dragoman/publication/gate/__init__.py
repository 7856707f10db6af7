"""Who may come in, from where, how often, with how much, for how long: one small layer each round the application."""
