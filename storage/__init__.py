"""What survives: rows, sealing and keys."""
