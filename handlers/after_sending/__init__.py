"""After sending: everything that whoever raised a concern hears, says and can do."""
