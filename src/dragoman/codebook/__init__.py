"""The words we code with, as data: event kinds, codes and scales, states, bodies, titles, patterns."""
