"""dragoman: news about the dealings between states, turned into a record that can be trusted."""
