"""Reports that come in over the network: taken in, read one after the other, and told of while they are read."""
