"""six.moves.urllib."""
