"""Who is named: mentions, the actors behind them, and coreference."""
