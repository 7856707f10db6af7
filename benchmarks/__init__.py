"""Programs that measure dragoman: how right it is and how fast. They are no part of the package."""
