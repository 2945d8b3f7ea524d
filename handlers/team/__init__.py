"""What a worker or a lead does and sees: everything that is not for reporters."""
